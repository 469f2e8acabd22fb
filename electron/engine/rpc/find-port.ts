import type { EnginePort } from './main-link.ts'

/** The part of Electron's `process.parentPort` that is used, in a utility process. */
interface ParentPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void
}

/** The line to whoever started this process: main (Electron's utility process), or a test (a Node child with an IPC channel). */
export function findPort(): EnginePort {
  const parentPort: unknown = 'parentPort' in process ? process.parentPort : undefined
  if (isParentPort(parentPort)) {
    return { post: (message) => parentPort.postMessage(message), onMessage: (listener) => parentPort.on('message', (event) => listener(event.data)) }
  }
  if (process.send === undefined) throw new Error('the engine runs only as a child of another process')
  process.on('disconnect', () => process.exit(0))
  return { post: (message) => void process.send?.(message), onMessage: (listener) => void process.on('message', listener) }
}

function isParentPort(value: unknown): value is ParentPort {
  return typeof value === 'object' && value !== null && 'postMessage' in value && 'on' in value
}
