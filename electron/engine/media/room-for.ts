import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'
import type { MediaFiles } from './media-files.ts'

/** What the disk keeps for everything else. */
const spareBytes = 256 * 1024 * 1024

/** Why so many bytes are not begun with; null: there is room. */
export async function roomFor(files: Pick<MediaFiles, 'freeBytes'>, bytes: number): Promise<StudioError | null> {
  if ((await files.freeBytes()) >= bytes + spareBytes) return null
  return studioError('disk_full', `${bytes} bytes do not fit`, { retryable: true, details: { reason: 'no_room', limit: Math.ceil((bytes + spareBytes) / 1_000_000) } })
}
