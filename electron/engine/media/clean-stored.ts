import type { ImageWork } from '../images/image-work.ts'
import type { Logger } from '../log/logger.ts'
import type { PictureKeeper } from './keep-picture.ts'
import type { MediaFiles } from './media-files.ts'
import type { MediaRepository, StoredMedia } from './media-repository.ts'
import { preparePicture } from './prepare-picture.ts'

export interface CleanStoredNeeds {
  readonly files: MediaFiles
  readonly repository: MediaRepository
  readonly keeper: PictureKeeper
  readonly images: ImageWork
  readonly log: Logger
  readonly signal: AbortSignal
}

export interface StoredCleaner {
  /** The media as it may be sent: its file without metadata. Throws when the file cannot be read or written. */
  clean(media: StoredMedia): Promise<StoredMedia>
  /** Cleans everything that was added before files were cleaned on the way in; what cannot be read is passed over. */
  cleanAll(): Promise<void>
}

/** Cleans files from before. Each goes in one step of the database: a crash leaves the old file or the clean one, and at most an unnamed file, which is collected. */
export function createStoredCleaner({ files, repository, keeper, images, log, signal }: CleanStoredNeeds): StoredCleaner {
  const underWay = new Map<string, Promise<void>>()

  async function replace(media: StoredMedia): Promise<void> {
    const { mediaType } = media.item
    const path = files.pathOf(media.sha256, mediaType)
    const prepared = await preparePicture(images, await files.read(path), signal)
    if (!prepared.ok) throw new Error(`${prepared.error.code}: ${prepared.error.message}`)
    const { bytes, facts } = prepared.value
    await keeper.keep(prepared.value, (sha256) => repository.replaceFile(media, { sha256, bytes: bytes.byteLength, width: facts.width, height: facts.height }))
    if (!repository.isNamed(media.sha256, mediaType) && !keeper.inHand.has(path)) await files.remove(path)
  }

  async function clean(media: StoredMedia): Promise<StoredMedia> {
    const key = media.sha256
    const work = underWay.get(key) ?? replace(media).finally(() => underWay.delete(key))
    underWay.set(key, work)
    await work
    return repository.read(media.item.id) ?? media
  }

  return {
    async clean(media) {
      // Read anew: since the caller looked, a round of cleaning or a twin with the same file may have put the clean file in its place.
      const present = repository.read(media.item.id) ?? media
      return present.isClean ? present : clean(present)
    },
    async cleanAll() {
      const failed: string[] = []
      for (let media = repository.nextToClean(failed); media !== null && !signal.aborted; media = repository.nextToClean(failed)) {
        try {
          await clean(media)
        } catch (error) {
          failed.push(media.sha256)
          log.warning(`a stored image could not be freed of its metadata: ${String(error)}`)
        }
      }
    }
  }
}
