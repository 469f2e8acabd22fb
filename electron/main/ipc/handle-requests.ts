import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import type { z } from 'zod'
import { requestChannel } from '../../../shared/contract/bridge-names.ts'
import { isRequestName, requestMap, type EngineRequestName, type MainRequestName, type RequestName } from '../../../shared/contract/request-map.ts'
import { fail, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { isTrustedSender, readSender } from '../security/trusted-sender.ts'
import type { MainHandlers } from './main-handlers.ts'

export interface RequestDoor {
  readonly ownPages: { readonly ids: ReadonlySet<number> }
  readonly handlers: MainHandlers
  readonly askEngine: (name: EngineRequestName, input: unknown) => Promise<Result<unknown>>
  readonly logError: (text: string) => void
}

type InvokeEvent = Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>

/**
 * The one channel on which the page asks. In this order: who asks, what is asked, does the input fit; only then anything happens.
 * A stranger's call is rejected (it gets no answer to learn from); everything else is answered with a value.
 */
export function createRequestHandler(door: RequestDoor): (event: InvokeEvent, name: unknown, input: unknown) => Promise<Result<unknown>> {
  return async (event, name, input) => {
    const sender = readSender(event)
    if (!isTrustedSender(sender, door.ownPages.ids)) {
      door.logError(`refused a call from ${sender.frameOrigin ?? 'a closed frame'} (main frame: ${sender.isMainFrame})`)
      throw new Error('untrusted_sender')
    }
    if (!isRequestName(name)) return fail(studioError('unknown_request', 'no such request'))
    const parsed = requestMap[name].input.safeParse(input)
    if (!parsed.success) return fail(invalidInput(name, parsed.error))
    try {
      return isForMain(name) ? await callMain(door.handlers, name, parsed.data) : await door.askEngine(name, parsed.data)
    } catch (cause) {
      door.logError(`${name}: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`)
      return fail(studioError('bug', `${name} failed`))
    }
  }
}

/** Opens the channel. Called once, before the first window loads. */
export function handleRequests(ipcMain: Pick<IpcMain, 'handle'>, door: RequestDoor): void {
  ipcMain.handle(requestChannel, createRequestHandler(door))
}

function isForMain(name: RequestName): name is MainRequestName {
  return requestMap[name].handledBy === 'main'
}

function callMain(handlers: MainHandlers, name: MainRequestName, input: unknown): Promise<Result<unknown>> {
  // `input` was parsed with the schema of the same name; TypeScript cannot follow that through the map.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const handler = handlers[name] as (input: unknown) => Promise<Result<unknown>>
  return handler(input)
}

/** Names the places that do not fit, never the values: they may be a password. */
function invalidInput(name: RequestName, error: z.ZodError): ReturnType<typeof studioError> {
  const places = error.issues.map((issue) => `${issue.path.map(String).join('.') || 'input'} (${issue.code})`)
  return studioError('invalid_input', `${name}: ${places.join(', ')}`, { details: { field: error.issues[0]?.path.map(String).join('.') ?? '' } })
}
