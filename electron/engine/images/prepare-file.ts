import { readFile, writeFile } from 'node:fs/promises'
import type Vips from 'wasm-vips'
import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { toStorageError } from '../database/storage-error.ts'
import { preparePicture } from '../media/prepare-picture.ts'
import { sha256Of } from '../sha256.ts'
import type { PreparedFile, PrepareTask } from './image-task.ts'
import { performImageTask } from './perform-image-task.ts'

/** What `preparePicture` does, for a file in its place. The caller has made sure that its size is bearable. */
export async function prepareFile(vips: typeof Vips, { path }: PrepareTask): Promise<Result<PreparedFile>> {
  try {
    const prepared = await preparePicture({ run: async (task) => tried(() => performImageTask(vips, task, () => undefined)) }, await readFile(path), new AbortController().signal)
    if (!prepared.ok) return prepared
    const { bytes, facts } = prepared.value
    await writeFile(path, bytes, { flush: true })
    return succeed({ facts, sha256: sha256Of(bytes).toString('hex'), bytes: bytes.byteLength })
  } catch (error) {
    return fail(toStorageError(error) ?? studioError('media_unreadable', String(error)))
  }
}

/** A picture that cannot be decoded is no fault of the program. */
function tried<Value>(work: () => Value): Result<Value> {
  try {
    return succeed(work())
  } catch (error) {
    return fail(studioError('media_unreadable', error instanceof Error ? error.message : String(error)))
  }
}
