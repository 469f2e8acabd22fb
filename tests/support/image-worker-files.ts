import { join } from 'node:path'
import type { SpellingFiles } from '../../electron/engine/spelling/spelling-task.ts'
import type { ImageWorkerFiles } from '../../electron/engine/images/image-work.ts'

const root = join(import.meta.dirname, '../..')

/** The code that reads videos, likewise. */
export const videoWorker = join(root, 'electron/engine/videos/video-worker.ts')

/** The worker's source, which Node runs as it is, and the library where npm put it. */
export const imageWorkerFiles: ImageWorkerFiles = {
  worker: join(root, 'electron/engine/images/image-worker.ts'),
  library: join(root, 'node_modules/wasm-vips/lib/vips-node.js'),
  heic: join(root, 'node_modules/libheif-js/libheif-wasm')
}

const dictionary = (name: string): string => join(root, 'node_modules', `dictionary-${name}`, 'index')

/** The dictionaries where npm put them; the built studio has them beside its worker. */
export const spellingFiles: SpellingFiles = {
  worker: join(root, 'electron/engine/spelling/spelling-worker.ts'),
  library: join(root, 'node_modules/hunspell-wasm/wasm/hunspell.wasm'),
  dictionaries: {
    fr: { rules: `${dictionary('fr')}.aff`, words: [`${dictionary('fr')}.dic`] },
    en: { rules: `${dictionary('en')}.aff`, words: [`${dictionary('en')}.dic`, `${dictionary('en-gb')}.dic`] }
  }
}
