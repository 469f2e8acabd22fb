import { t } from 'i18next'
import type { Account } from '../../../shared/accounts/account.ts'
import { isVideo, type MediaItem } from '../../../shared/media/media-item.ts'
import { recipeToFit, type PictureLimits, type PictureRecipe } from '../../../shared/media/picture-recipe.ts'
import { assistedLimitsOf } from '../../../shared/networks/assisted-limits.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { formatRuleOf, withFormat } from '../../../shared/networks/formats-of.ts'
import type { ImageRule } from '../../../shared/networks/image-rule.ts'
import { withServerLimits } from '../../../shared/networks/with-server-limits.ts'
import { focusOf } from '../../../shared/posts/focal-point.ts'
import { keptWith } from '../../../shared/posts/kept-together.ts'
import { movePeople, peopleOf, tagged } from '../../../shared/posts/people-shown.ts'
import type { PersonTag } from '../../../shared/posts/person-tag.ts'
import { mediaFor, partCount } from '../../../shared/posts/post-parts.ts'
import type { FocalPoint, PostContent, PostTarget } from '../../../shared/posts/post.ts'
import { studio } from '../../bridge/studio-client.ts'
import { newId } from '../../bridge/system-random.ts'
import { showFailure } from '../../components/show-failure.ts'
import { moveInto, type PictureMove } from '../pictures/picture-move.ts'
import type { ReadyState } from './composer-state.ts'
import type { ComposerStore } from './composer-store.ts'
import { partIdAt, placeOfPart } from './thread/part-place.ts'
import { partAsContent } from './thread/thread-changes.ts'
import { targetsWith } from './targets-with.ts'
import { rememberUndoHere } from './undo-here.ts'

/** Puts the picture that was made into the post, in the place of the one before, and offers the way back. `move`: where on it a point of the one before is; null: of a film, of which nothing is pointed at. */
export function swapPicture(workspaceId: string, store: Pick<ComposerStore, 'state' | 'swapMedia' | 'change'>, before: MediaItem, made: MediaItem, move: PictureMove | null = null): void {
  const now = store.state.getState()
  const focus = now.kind === 'ready' ? focusOf(now.post.content, before.id) : undefined
  const moved = focus === undefined ? undefined : (move?.focus(focus) ?? null)
  const people = now.kind === 'ready' ? peopleOf(now.post.content, before.id) : []
  const { kept, cutOff } = movePeople(people, move?.person ?? (() => null))
  const put = (mediaId: string, item: MediaItem, point: FocalPoint | null | undefined, shown: readonly PersonTag[]): void => {
    store.swapMedia(mediaId, item)
    if (point !== undefined) store.change({ kind: 'focus_media', mediaId: item.id, focus: point })
    if (people.length > 0) store.change({ kind: 'tag_people', mediaId: item.id, people: shown })
  }
  put(before.id, made, moved, kept)
  const lost = [...(moved === null ? [t('pictures:focus.cutOff')] : []), ...(cutOff.length === 0 ? [] : [t('pictures:people.cutOff', { names: namesOf(cutOff) })])]
  rememberUndoHere(store, {
    workspaceId,
    label: t('pictures:swapped', { name: before.fileName }),
    ...(lost.length === 0 ? {} : { detail: lost.join(' ') }),
    will: t('pictures:swappedWill', { name: before.fileName }),
    undone: t('pictures:swappedUndone', { name: before.fileName }),
    async undo() {
      put(made.id, before, focus, people)
      return null
    }
  })
}

/** What would make a picture of the post fit the networks that get it, or one account's alone; null: nothing needs to, or nothing could. */
export function fitFor({ post, accounts, media }: Pick<ReadyState, 'post' | 'accounts' | 'media'>, mediaId: string, accountId: string | null = null): PictureRecipe | null {
  const item = media.find(({ id }) => id === mediaId)
  if (item === undefined || isVideo(item)) return null
  const readers = accountId === null ? null : keptWith(post.content, accountId)
  const limits = targetsWith(post.content, mediaId)
    .filter((target) => readers === null || readers.includes(target.accountId))
    .flatMap(({ accountId: id, format }) => pictureRuleOf(accounts.find((account) => account.id === id), format, firstPageOf({ post, media }, id)) ?? [])
    .reduce<PictureLimits>(
      (all, { maxBytes, mediaTypes, ratio }) => ({
        maxBytes: Math.min(all.maxBytes, maxBytes.value),
        mediaTypes: all.mediaTypes.filter((type) => mediaTypes.value.includes(type)),
        minRatio: Math.max(all.minRatio, ratio?.min ?? 0),
        maxRatio: Math.min(all.maxRatio, ratio?.max ?? Number.POSITIVE_INFINITY)
      }),
      { maxBytes: Number.MAX_SAFE_INTEGER, mediaTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/gif'], minRatio: 0, maxRatio: Number.POSITIVE_INFINITY }
    )
  return recipeToFit(item, limits, focusOf(post.content, mediaId))
}

type PictureRule = Pick<ImageRule, 'maxBytes' | 'mediaTypes'> & { readonly ratio?: { readonly min: number; readonly max: number } }

/** The first picture of the account's post. */
function firstPageOf({ post, media }: Pick<ReadyState, 'post' | 'media'>, accountId: string): MediaItem | undefined {
  const mediaId = mediaFor(post.content, accountId)[0]?.mediaId
  return media.find(({ id }) => id === mediaId)
}

/** What the account's network takes of a picture, as the kind of post that it is there: of a document, a page in the shape of the first one. */
function pictureRuleOf(account: Account | undefined, format: PostTarget['format'], firstPage: MediaItem | undefined): PictureRule | null {
  if (account === undefined) return null
  const network = withServerLimits(capabilitiesOf(account.networkId), account.serverLimits)
  const { images } = withFormat(network, format)
  const { screen, pages } = formatRuleOf(network, format) ?? {}
  const frame = screen?.frame.value ?? (pages === undefined || firstPage === undefined ? null : firstPage.width / firstPage.height)
  const ratio = frame === null ? (images.ratio ?? assistedLimitsOf(account).ratio)?.value : { min: frame, max: frame }
  return { maxBytes: images.maxBytes, mediaTypes: images.mediaTypes, ...(ratio === undefined ? {} : { ratio }) }
}

/** Makes the picture fit and swaps it; the one before stays in the library. */
export async function fitPicture(workspaceId: string, store: Pick<ComposerStore, 'state' | 'swapMedia' | 'change'>, mediaId: string): Promise<void> {
  const fit = await makeFit(workspaceId, store, mediaId, null)
  if (fit !== null) swapPicture(workspaceId, store, fit.item, fit.made, moveInto(fit.recipe))
}

/** Whether the picture can be made to fit this account's network by itself, while others get it as it is. */
export function canFitAlone(state: Pick<ReadyState, 'post' | 'accounts' | 'media'>, mediaId: string, accountId: string): boolean {
  const { content } = state.post
  return partWith(content, mediaId, accountId) !== null && targetsWith(content, mediaId).length > keptWith(content, accountId).length && fitFor(state, mediaId, accountId) !== null
}

/** The first part that has the picture for the account, from 0. */
function partWith(content: PostContent, mediaId: string, accountId: string): number | null {
  const place = Array.from({ length: partCount(content) }, (_, part) => mediaFor(partAsContent(content, part), accountId)).findIndex((media) => media.some((item) => item.mediaId === mediaId))
  return place < 0 ? null : place
}

/** Makes the picture fit one account's network, which has pictures of its own from here on; the others keep theirs. */
export async function fitPictureAlone(workspaceId: string, store: Pick<ComposerStore, 'state' | 'keep' | 'change' | 'showPart'>, mediaId: string, accountId: string): Promise<void> {
  const fit = await makeFit(workspaceId, store, mediaId, accountId)
  const now = store.state.getState()
  const part = now.kind === 'ready' ? partWith(now.post.content, mediaId, accountId) : null
  if (fit === null || now.kind !== 'ready' || part === null) return
  const inPart = partAsContent(now.post.content, part)
  const owned = inPart.targets.find((target) => target.accountId === accountId)
  const before = mediaFor(inPart, accountId).find((item) => item.mediaId === mediaId)
  if (owned === undefined || before === undefined) return
  const partId = partIdAt(now.post.content, part)
  const { focus, people = [], ...kept } = before
  const { made, recipe } = fit
  const move = moveInto(recipe)
  const shown = movePeople(people, move.person)
  store.keep(made)
  store.showPart(part)
  store.change({ kind: 'start_own_media', accountId })
  store.change({ kind: 'replace_media', accountId, mediaId, by: tagged({ ...kept, mediaId: made.id, ...focusKept(focus, move) }, shown.kept) })
  const name = now.accounts.find(({ id }) => id === accountId)?.handle ?? ''
  rememberUndoHere(store, {
    workspaceId,
    label: t('pictures:fitted', { name: fit.item.fileName, account: name }),
    ...(shown.cutOff.length === 0 ? {} : { detail: t('pictures:people.cutOff', { names: namesOf(shown.cutOff) }) }),
    will: t('pictures:fittedWill', { account: name }),
    undone: t('pictures:fittedUndone', { account: name }),
    async undo() {
      const later = store.state.getState()
      const place = later.kind === 'ready' ? placeOfPart(later.post.content, partId) : null
      if (place === null) return { code: 'post_not_editable', message: 'the part it was in is gone', retryable: false }
      store.showPart(place)
      if (owned.media === undefined) store.change({ kind: 'follow_media', accountId })
      else store.change({ kind: 'replace_media', accountId, mediaId: made.id, by: before })
      return null
    }
  })
}

function focusKept(focus: FocalPoint | undefined, move: PictureMove): { readonly focus?: FocalPoint } {
  const moved = focus === undefined ? null : move.focus(focus)
  return moved === null ? {} : { focus: moved }
}

function namesOf(names: readonly string[]): string {
  return names.map((name) => `@${name}`).join(', ')
}

async function makeFit(workspaceId: string, store: Pick<ComposerStore, 'state'>, mediaId: string, accountId: string | null): Promise<{ readonly item: MediaItem; readonly made: MediaItem; readonly recipe: PictureRecipe } | null> {
  const state = store.state.getState()
  if (state.kind !== 'ready') return null
  const recipe = fitFor(state, mediaId, accountId)
  const item = state.media.find(({ id }) => id === mediaId)
  if (recipe === null || item === undefined) return null
  const made = await studio.request('library.edit', { workspaceId, mediaId, newMediaId: newId(), recipe })
  if (made.ok) return { item, made: made.value, recipe }
  showFailure(made.error, workspaceId)
  return null
}
