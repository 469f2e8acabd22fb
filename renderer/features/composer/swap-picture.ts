import { t } from 'i18next'
import { isVideo, type MediaItem } from '../../../shared/media/media-item.ts'
import { recipeToFit, type PictureLimits, type PictureRecipe } from '../../../shared/media/picture-recipe.ts'
import { assistedLimitsOf } from '../../../shared/networks/assisted-limits.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { formatRuleOf, withFormat } from '../../../shared/networks/formats-of.ts'
import { studio } from '../../bridge/studio-client.ts'
import { newId } from '../../bridge/system-random.ts'
import { showFailure } from '../../components/show-failure.ts'
import { rememberUndo } from '../../shell/undo-store.ts'
import type { ReadyState } from './composer-state.ts'
import type { ComposerStore } from './composer-store.ts'
import { targetsWith } from './targets-with.ts'

/** Puts the picture that was made into the post, in the place of the one before, and offers the way back. */
export function swapPicture(workspaceId: string, store: Pick<ComposerStore, 'swapMedia'>, before: MediaItem, made: MediaItem): void {
  store.swapMedia(before.id, made)
  rememberUndo({
    workspaceId,
    label: t('pictures:swapped', { name: before.fileName }),
    will: t('pictures:swappedWill', { name: before.fileName }),
    undone: t('pictures:swappedUndone', { name: before.fileName }),
    async undo() {
      store.swapMedia(made.id, before)
      return null
    }
  })
}

/** What would make a picture of the post fit all its networks; null: nothing needs to, or nothing could. */
export function fitFor({ post, accounts, media }: Pick<ReadyState, 'post' | 'accounts' | 'media'>, mediaId: string): PictureRecipe | null {
  const item = media.find(({ id }) => id === mediaId)
  if (item === undefined || isVideo(item)) return null
  const rules = targetsWith(post.content, mediaId).flatMap(({ accountId, format }) => {
    const account = accounts.find(({ id }) => id === accountId)
    if (account === undefined) return []
    const network = capabilitiesOf(account.networkId)
    const { images } = withFormat(network, format)
    const frame = formatRuleOf(network, format)?.frame
    const inFrame = frame === undefined ? undefined : { value: { min: frame.value, max: frame.value } }
    return [{ ...images, ratio: inFrame ?? images.ratio ?? assistedLimitsOf(account).ratio }]
  })
  const limits = rules.reduce<PictureLimits>(
    (all, { maxBytes, mediaTypes, ratio }) => ({
      maxBytes: Math.min(all.maxBytes, maxBytes.value),
      mediaTypes: all.mediaTypes.filter((type) => mediaTypes.value.includes(type)),
      minRatio: Math.max(all.minRatio, ratio?.value.min ?? 0),
      maxRatio: Math.min(all.maxRatio, ratio?.value.max ?? Number.POSITIVE_INFINITY)
    }),
    { maxBytes: Number.MAX_SAFE_INTEGER, mediaTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/gif'], minRatio: 0, maxRatio: Number.POSITIVE_INFINITY }
  )
  return recipeToFit(item, limits)
}

/** Makes the picture fit and swaps it; the one before stays in the library. */
export async function fitPicture(workspaceId: string, store: Pick<ComposerStore, 'state' | 'swapMedia'>, mediaId: string): Promise<void> {
  const state = store.state.getState()
  if (state.kind !== 'ready') return
  const recipe = fitFor(state, mediaId)
  const item = state.media.find(({ id }) => id === mediaId)
  if (recipe === null || item === undefined) return
  const made = await studio.request('library.edit', { workspaceId, mediaId, newMediaId: newId(), recipe })
  if (made.ok) swapPicture(workspaceId, store, item, made.value)
  else showFailure(made.error, workspaceId)
}
