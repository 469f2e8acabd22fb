import { join } from 'node:path'
import type { ImageWorkerFiles } from '../../electron/engine/images/image-work.ts'

const root = join(import.meta.dirname, '../..')

/** The code that reads videos, likewise. */
export const videoWorker = join(root, 'electron/engine/videos/video-worker.ts')

/** The worker's source, which Node runs as it is, and the library where npm put it. */
export const imageWorkerFiles: ImageWorkerFiles = {
  worker: join(root, 'electron/engine/images/image-worker.ts'),
  library: join(root, 'node_modules/wasm-vips/lib/vips-node.js')
}
