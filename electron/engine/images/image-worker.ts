import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import type Vips from 'wasm-vips'
import type { ForeignDecoders } from './convert-foreign.ts'
import { decodeWhole } from './decode-whole.ts'
import type { DecodeTask, ImageTask, ImageWorkerData, ImageWorkerMessage, PrepareTask } from './image-task.ts'
import { performImageTask } from './perform-image-task.ts'
import { prepareFile } from './prepare-file.ts'

/*
 * A thread for pictures: the library decodes in WebAssembly, so a file that breaks it breaks this thread and nothing else, and cancelling ends the thread whole.
 * Whoever started it knows what it hands over, and sends a task only when the one before is answered.
 */
const { library, heic }: ImageWorkerData = workerData
// By its path and not bundled: it starts threads of its own from that very file.
const start: typeof Vips = createRequire(library)(library)
const starting = start({ dynamicLibraries: [], print: () => {}, printErr: () => {} })
let withAvif: Promise<typeof Vips> | null = null
const decoders: ForeignDecoders = { heic, withAvif: () => (withAvif ??= start({ dynamicLibraries: ['vips-heif.wasm'], print: () => {}, printErr: () => {} })) }

function say(message: ImageWorkerMessage): void {
  parentPort?.postMessage(message)
}

async function work(task: ImageTask | PrepareTask | DecodeTask): Promise<void> {
  const vips = await starting
  // Nothing of one picture is kept for the next.
  vips.Cache.max(0)
  if ('path' in task) return say({ kind: 'prepared', answer: await prepareFile(vips, decoders, task) })
  if ('decode' in task) return say({ kind: 'decoded', area: decodeWhole(vips, task.decode) })
  say({ kind: 'done', image: performImageTask(vips, task, (percent) => say({ kind: 'progress', percent })) })
}

parentPort?.on('message', (task: ImageTask | PrepareTask | DecodeTask) => {
  work(task).catch((error: unknown) => say({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) }))
})
