import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import type Vips from 'wasm-vips'
import type { ImageWorkerData, ImageWorkerMessage } from './image-task.ts'
import { performImageTask } from './perform-image-task.ts'

/*
 * A thread for one task: the library decodes in WebAssembly, so a file that breaks it breaks this thread and nothing else, and cancelling ends the thread whole.
 * Whoever started it knows what it hands over.
 */
const { library, task }: ImageWorkerData = workerData

function say(message: ImageWorkerMessage): void {
  parentPort?.postMessage(message)
}

async function work(): Promise<void> {
  // By its path and not bundled: it starts threads of its own from that very file.
  const start: typeof Vips = createRequire(library)(library)
  const vips = await start({ dynamicLibraries: [], print: () => {}, printErr: () => {} })
  say({ kind: 'done', image: performImageTask(vips, task, (percent) => say({ kind: 'progress', percent })) })
}

work().catch((error: unknown) => say({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) }))
