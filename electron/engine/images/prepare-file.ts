import { readFile, writeFile } from 'node:fs/promises'
import type Vips from 'wasm-vips'
import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { sniffForeign, sniffedBytes } from '../../../shared/media/sniff-media.ts'
import { toStorageError } from '../database/storage-error.ts'
import { preparePicture, refusalOf } from '../media/prepare-picture.ts'
import { sha256Of } from '../sha256.ts'
import { convertForeign, type ForeignDecoders } from './convert-foreign.ts'
import { decodeWhole } from './decode-whole.ts'
import type { PreparedFile, PrepareTask } from './image-task.ts'
import { performImageTask } from './perform-image-task.ts'

/** What `preparePicture` does, for a file in its place, of any kind that people have. The caller has made sure that its size is bearable. */
export async function prepareFile(vips: typeof Vips, decoders: ForeignDecoders, { path }: PrepareTask): Promise<Result<PreparedFile>> {
  try {
    const given = await readFile(path)
    const kind = sniffForeign(given.subarray(0, sniffedBytes))
    const bytes = kind === null ? given : await convertForeign(vips, decoders, kind, given)
    const refusal = await refusalOf({ decode: async (picture) => tried(() => (decodeWhole(vips, picture), {})) }, bytes, new AbortController().signal)
    if (refusal !== null) return fail(refusal)
    const prepared = await preparePicture({ run: async (task) => tried(() => performImageTask(vips, task, () => undefined)) }, bytes, new AbortController().signal)
    if (!prepared.ok) return prepared
    const { bytes: kept, facts } = prepared.value
    await writeFile(path, kept, { flush: true })
    return succeed({ facts, sha256: sha256Of(kept).toString('hex'), bytes: kept.byteLength })
  } catch (error) {
    return fail(toStorageError(error) ?? studioError('media_unreadable', String(error)))
  }
}

/** A picture that cannot be decoded is no fault of the program. */
function tried<Value>(work: () => Value): Result<Value> {
  try {
    return succeed(work())
  } catch (error) {
    return fail(studioError('media_unreadable', error instanceof Error ? error.message : String(error), { details: { reason: 'damaged' } }))
  }
}
