import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { MediaItem } from '../../../shared/media/media-item.ts'
import { toStorageError } from '../database/storage-error.ts'
import type { Feature } from '../workspaces/feature.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import { createMediaFiles } from './media-files.ts'
import { createMediaRepository, type StoredMedia } from './media-repository.ts'
import type { MediaService } from './media-service.ts'
import { readImage } from './read-image.ts'

export interface MediaFeature extends Feature {
  readonly service: MediaService
}

/** Images of one workspace: added once, never changed, found by id. */
export function createMedia(context: WorkspaceContext): MediaFeature {
  const files = createMediaFiles(join(context.folder, 'media'))
  const repository = createMediaRepository(context.database)
  const pathOf = ({ item, sha256 }: StoredMedia): string => files.pathOf(sha256, item.mediaType)

  /** The file is safe on the disk before the row names it. The same call again answers the same; the same id for another image is a conflict. */
  async function add(input: { mediaId: string; fileName: string; bytes: Uint8Array }): Promise<Result<MediaItem>> {
    const facts = readImage(input.bytes)
    if (!facts.ok) return facts
    const sha256 = createHash('sha256').update(input.bytes).digest('hex')
    try {
      await files.write(files.pathOf(sha256, facts.value.mediaType), input.bytes, context.random.id())
    } catch (error) {
      const known = toStorageError(error)
      if (known === null) throw error
      return fail(known)
    }
    const there = repository.read(input.mediaId)
    if (there !== null) {
      return there.sha256 === sha256 ? succeed(there.item) : fail(studioError('conflict', 'this id belongs to another image'))
    }
    const item: MediaItem = { id: input.mediaId, fileName: input.fileName, bytes: input.bytes.byteLength, addedAt: context.clock.now(), ...facts.value }
    repository.insert({ item, sha256 })
    return succeed(item)
  }

  const service: MediaService = {
    list: (mediaIds) => repository.list(mediaIds).map(({ item }) => item),
    toSend(mediaId, altText) {
      const media = repository.read(mediaId)
      if (media === null || !existsSync(pathOf(media))) return null
      const { mediaType, fileName, width, height } = media.item
      return { mediaType, fileName, altText, width, height, read: () => files.read(pathOf(media)) }
    },
    locate(mediaId) {
      const media = repository.read(mediaId)
      return media === null ? null : { path: pathOf(media), mediaType: media.item.mediaType }
    }
  }

  return {
    service,
    handlers: {
      'media.add': add,
      'media.list': ({ mediaIds }) => succeed({ media: [...service.list(mediaIds)] })
    },
    startBackgroundWork() {
      files.sweep().catch((error: unknown) => context.log.warning(`could not remove unfinished media files: ${String(error)}`))
    }
  }
}
