import { sha256Of } from '../sha256.ts'
import type { MediaType } from '../../../shared/media/media-item.ts'
import type { Random } from '../random.ts'
import type { MediaFiles } from './media-files.ts'
import type { PreparedPicture } from './prepare-picture.ts'

/** Files that are being written or about to be named by a row: no collection touches them. */
export interface FilesInHand {
  has(path: string): boolean
}

export interface PictureKeeper {
  readonly inHand: FilesInHand
  /** The file is safe on the disk before `name` is called, which writes the row; until that has returned nobody removes the file. */
  keep<Value>(picture: PreparedPicture, name: (sha256: string) => Value): Promise<Value>
  pathOf(sha256: string, mediaType: MediaType): string
}

export function createPictureKeeper(files: MediaFiles, random: Random): PictureKeeper {
  const counts = new Map<string, number>()
  const hold = (path: string, by: number): void => {
    const count = (counts.get(path) ?? 0) + by
    if (count > 0) counts.set(path, count)
    else counts.delete(path)
  }
  return {
    inHand: { has: (path) => counts.has(path) },
    pathOf: files.pathOf,
    async keep({ bytes, facts }, name) {
      const sha256 = sha256Of(bytes).toString('hex')
      const path = files.pathOf(sha256, facts.mediaType)
      hold(path, 1)
      try {
        await files.write(path, bytes, random.id())
        return name(sha256)
      } finally {
        hold(path, -1)
      }
    }
  }
}
