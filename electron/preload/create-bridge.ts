import type { IpcRenderer } from 'electron'
import type { StudioBridge } from '../../shared/contract/bridge.ts'
import { bridgeEventNames, bridgeRequestNames, eventChannel, requestChannel } from '../../shared/contract/bridge-names.ts'

type Listener = (payload: unknown) => void

/**
 * The page's only way out: named requests, named events. Electron's own objects stay on this side; what goes over is copied by the context
 * bridge. Frozen, so that a script in the page cannot put something else in its place.
 */
export function createBridge(ipc: Pick<IpcRenderer, 'invoke' | 'on'>): StudioBridge {
  const requests: ReadonlySet<string> = new Set(bridgeRequestNames)
  const listeners = new Map<string, Set<Listener>>(bridgeEventNames.map((name) => [name, new Set()]))

  ipc.on(eventChannel, (_event, name: unknown, payload: unknown) => {
    if (typeof name === 'string') for (const listener of listeners.get(name) ?? []) listener(payload)
  })

  return Object.freeze<StudioBridge>({
    request: async (name, input) => {
      if (!requests.has(name)) throw new Error(`unknown_request: ${name}`)
      return ipc.invoke(requestChannel, name, input)
    },
    on: (name, listener) => {
      const ofThatName = listeners.get(name)
      if (ofThatName === undefined) throw new Error(`unknown event: ${name}`)
      // Main parses every payload with the schema of its name before it sends it.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      const own: Listener = (payload) => listener(payload as Parameters<typeof listener>[0])
      ofThatName.add(own)
      return () => void ofThatName.delete(own)
    }
  })
}
