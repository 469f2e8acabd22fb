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
  /** The same for a file that `place` puts at its path. */
  keepFile<Value>(file: { readonly sha256: string; readonly mediaType: MediaType }, place: (path: string) => Promise<void>, name: () => Value): Promise<Value>
  pathOf(sha256: string, mediaType: MediaType): string
}

export function createPictureKeeper(files: MediaFiles, random: Random): PictureKeeper {
  const counts = new Map<string, number>()
  const hold = (path: string, by: number): void => {
    const count = (counts.get(path) ?? 0) + by
    if (count > 0) counts.set(path, count)
    else counts.delete(path)
  }
  async function keepFile<Value>({ sha256, mediaType }: { sha256: string; mediaType: MediaType }, place: (path: string) => Promise<void>, name: () => Value): Promise<Value> {
    const path = files.pathOf(sha256, mediaType)
    hold(path, 1)
    try {
      await place(path)
      return name()
    } finally {
      hold(path, -1)
    }
  }
  return {
    inHand: { has: (path) => counts.has(path) },
    pathOf: files.pathOf,
    keepFile,
    keep({ bytes, facts }, name) {
      const sha256 = sha256Of(bytes).toString('hex')
      return keepFile({ sha256, mediaType: facts.mediaType }, (path) => files.write(path, bytes, random.id()), () => name(sha256))
    }
  }
}
