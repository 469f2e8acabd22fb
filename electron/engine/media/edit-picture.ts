import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import type { DrawnText } from '../../../shared/contract/library.contract.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { isVideo, type MediaItem } from '../../../shared/media/media-item.ts'
import { pictureRecipeSchema, plainRecipe, type PictureRecipe } from '../../../shared/media/picture-recipe.ts'
import { toStorageError } from '../database/storage-error.ts'
import type { ImageWork } from '../images/image-work.ts'
import type { RequestHandlers } from '../rpc/request-handlers.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import type { PictureKeeper } from './keep-picture.ts'
import type { MediaFiles } from './media-files.ts'
import type { MediaRepository, StoredMedia } from './media-repository.ts'
import { nameVersion } from './name-version.ts'
import { readImage } from './read-image.ts'

export interface PictureEditorNeeds {
  readonly context: WorkspaceContext
  readonly files: MediaFiles
  readonly repository: MediaRepository
  readonly keeper: PictureKeeper
  readonly images: ImageWork
  /** How a picture is described, by itself or in a post. */
  readonly altTextOf: (mediaId: string) => string
  readonly onMade: (media: StoredMedia) => void
  readonly signal: AbortSignal
}

interface EditInput {
  readonly mediaId: string
  readonly newMediaId: string
  readonly recipe: PictureRecipe
  readonly drawnText: DrawnText | null
}

type EditHandlers = Pick<RequestHandlers, 'library.edit' | 'library.cancelEdit' | 'library.readEdit'>

/** Little enough loss that nobody sees it. */
const quality = 92

const missing = studioError('not_found', 'no such picture in this workspace')

/** Makes pictures of others, in the image worker; the others stay, and what was done is kept so that it can be done differently. */
export function createPictureEditor({ context, files, repository, keeper, images, altTextOf, onMade, signal }: PictureEditorNeeds): EditHandlers {
  const underWay = new Map<string, AbortController>()
  const setOrigin = context.database.prepare(
    `UPDATE media SET origin_id = @originId, recipe = @recipe, alt_text = @altText, (folder, tags, is_kept) = (SELECT folder, tags, is_kept FROM media WHERE id = @originId) WHERE id = @id`
  )
  const selectNames = context.database.prepare<{ id: string }, { fileName: string }>('SELECT file_name AS fileName FROM media WHERE id = @id OR origin_id = @id')
  const selectEdit = context.database.prepare<[string], { originId: string | null; recipe: string | null }>('SELECT origin_id AS originId, recipe FROM media WHERE id = ?')

  const read = ({ sha256, item }: StoredMedia): Promise<Uint8Array> => files.read(files.pathOf(sha256, item.mediaType))

  async function make(source: StoredMedia, { mediaId, newMediaId, recipe, drawnText }: EditInput, ends: AbortSignal): Promise<Result<MediaItem>> {
    const { item } = source
    if (isVideo(item)) return fail(studioError('media_kind_unsupported', 'a video is no picture'))
    if ((recipe.text === null) !== (drawnText === null)) return fail(studioError('invalid_input', 'words that were not drawn, or drawn words that nobody wrote'))
    const logo = recipe.logo === null ? null : repository.read(recipe.logo.mediaId)
    if (recipe.logo !== null && (logo === null || isVideo(logo.item))) return fail(studioError('not_found', 'the logo is no picture of this workspace', { details: { reason: 'logo_missing' } }))
    const bytes = await read(source)
    const output = { mediaType: item.mediaType === 'image/gif' ? 'image/png' : item.mediaType, quality } as const
    const onProgress = (percent: number): void => context.emit('media.progress', { workspaceId: context.workspace().id, mediaId: newMediaId, percent: Math.max(0, Math.min(100, percent)) })
    const made = await images.run({ bytes, isUprighted: true, recipe, marks: { drawnText, logo: logo === null ? null : await read(logo) }, output }, { signal: ends, onProgress, isGiven: true })
    if (!made.ok) return made
    const facts = readImage(made.value.bytes)
    if (!facts.ok) return facts
    return keeper.keep({ bytes: made.value.bytes, facts: facts.value }, (sha256) => {
      if (ends.aborted) return fail(studioError('work_cancelled', 'the work on a picture was ended'))
      const fileName = nameVersion(item.fileName, facts.value, selectNames.all({ id: mediaId }).map((row) => row.fileName))
      const media: StoredMedia = { item: { id: newMediaId, fileName, bytes: made.value.bytes.byteLength, addedAt: context.clock.now(), ...facts.value }, sha256, isClean: true, coverSha256: null }
      context.database.transaction(() => {
        repository.insert(media)
        setOrigin.run({ id: newMediaId, originId: mediaId, recipe: JSON.stringify(recipe), altText: altTextOf(mediaId) })
      }).immediate()
      onMade(media)
      return succeed(media.item)
    })
  }

  async function edit(input: EditInput): Promise<Result<MediaItem>> {
    const there = repository.read(input.newMediaId)
    if (there !== null) return succeed(there.item)
    const source = repository.read(input.mediaId)
    if (source === null) return fail(missing)
    const cancelling = new AbortController()
    underWay.set(input.newMediaId, cancelling)
    try {
      return await make(source, input, AbortSignal.any([signal, cancelling.signal]))
    } catch (error) {
      const known = toStorageError(error)
      context.log.warning(`a picture could not be made of another one: ${String(error)}`)
      return fail(known ?? studioError('media_unreadable', 'the file of the picture could not be read'))
    } finally {
      underWay.delete(input.newMediaId)
    }
  }

  return {
    'library.edit': edit,
    'library.cancelEdit': ({ newMediaId }) => {
      underWay.get(newMediaId)?.abort()
      return succeed({})
    },
    'library.readEdit': ({ mediaId }) => {
      const media = repository.read(mediaId)
      if (media === null) return fail(missing)
      const { originId = null, recipe = null } = selectEdit.get(mediaId) ?? {}
      const origin = originId === null ? null : repository.read(originId)
      if (origin === null || recipe === null) return succeed({ origin: media.item, recipe: plainRecipe })
      return succeed({ origin: origin.item, recipe: pictureRecipeSchema.parse(JSON.parse(recipe)) })
    }
  }
}
