import { t } from 'i18next'
import { noFilmLimits, planToFit, type FilmLimits, type FilmPlan } from '../../../shared/media/fit-film.ts'
import { isVideo, mediaAddress, type MediaItem, type VideoItem } from '../../../shared/media/media-item.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { withFormat } from '../../../shared/networks/formats-of.ts'
import { withServerLimits } from '../../../shared/networks/with-server-limits.ts'
import type { VideoRule } from '../../../shared/networks/video-rule.ts'
import { convertFilm } from '../../bridge/convert-film/convert-film.ts'
import { studio } from '../../bridge/studio-client.ts'
import { newId } from '../../bridge/system-random.ts'
import { showFailure } from '../../components/show-failure.ts'
import { rememberUndo } from '../../shell/undo-store.ts'
import { addingStore, beginAdding, endAdding, moveAdding } from './adding-store.ts'
import { deliver } from './arrivals.ts'
import { isEditable, type ReadyState } from './composer-state.ts'
import type { ComposerStore } from './composer-store.ts'
import { targetsWith } from './targets-with.ts'

type Now = Pick<ReadyState, 'post' | 'accounts' | 'media'>

/** What the networks that get this film take together. */
export function filmLimitsFor({ post, accounts }: Pick<Now, 'post' | 'accounts'>, mediaId: string): FilmLimits {
  const rules = targetsWith(post.content, mediaId).flatMap(({ accountId, format }) => {
    const account = accounts.find(({ id }) => id === accountId)
    const rule = account === undefined ? undefined : withFormat(withServerLimits(capabilitiesOf(account.networkId), account.serverLimits), format).video
    // Into what a server takes none of, no film can be made to fit.
    return rule === undefined || rule.mediaTypes.value.length === 0 ? [] : [rule]
  })
  return rules.reduce(both, noFilmLimits)
}

function both(all: FilmLimits, rule: VideoRule): FilmLimits {
  const { maxBytes, mediaTypes, videoCodecs, minDurationMs, maxDurationMs, minRatio, maxRatio } = rule
  const codecs = videoCodecs.value
  return {
    maxBytes: Math.min(all.maxBytes, maxBytes.value),
    mediaTypes: all.mediaTypes.filter((type) => mediaTypes.value.some((taken) => taken === type)),
    videoCodecs: codecs === null ? all.videoCodecs : (all.videoCodecs ?? codecs).filter((codec) => codecs.includes(codec)),
    minDurationMs: Math.max(all.minDurationMs, minDurationMs.value ?? 0),
    maxDurationMs: Math.min(all.maxDurationMs, maxDurationMs.value ?? Number.POSITIVE_INFINITY),
    minRatio: Math.max(all.minRatio, minRatio.value ?? 0),
    maxRatio: Math.min(all.maxRatio, maxRatio.value ?? Number.POSITIVE_INFINITY),
    ...bothPaces(all, rule)
  }
}

function bothPaces(all: FilmLimits, { frameRate, maxBitRate, sound }: VideoRule): Pick<FilmLimits, 'minFrameRate' | 'maxFrameRate' | 'maxBitRate' | 'sound'> {
  return {
    minFrameRate: Math.max(all.minFrameRate, frameRate?.value.min ?? 0),
    maxFrameRate: Math.min(all.maxFrameRate, frameRate?.value.max ?? Number.POSITIVE_INFINITY),
    maxBitRate: Math.min(all.maxBitRate, maxBitRate?.value ?? Number.POSITIVE_INFINITY),
    sound: bothSounds(all.sound, sound?.value ?? null)
  }
}

function bothSounds(one: FilmLimits['sound'], other: FilmLimits['sound']): FilmLimits['sound'] {
  if (one === null || other === null) return one ?? other
  const rates = [one.maxSampleRate, other.maxSampleRate].filter((rate) => rate !== null)
  return { codecs: one.codecs.filter((codec) => other.codecs.includes(codec)), maxSampleRate: rates.length === 0 ? null : Math.min(...rates), maxChannels: Math.min(one.maxChannels, other.maxChannels) }
}

/** What would make a film of the post fit all its networks; null: it is no film, or the post stands. */
export function filmPlanFor(now: Now, mediaId: string): FilmPlan | null {
  const item = now.media.find(({ id }) => id === mediaId)
  return item === undefined || !isVideo(item) || !isEditable(now.post) ? null : planToFit(item, filmLimitsFor(now, mediaId))
}

/** Makes the film fit, beside whatever else is done, and puts what came of it into the post in the place of the one before, also where the composer was left meanwhile. The one before stays in the library. */
export async function fitFilm(workspaceId: string, store: Pick<ComposerStore, 'state'>, film: VideoItem, plan: Extract<FilmPlan, { kind: 'rewrap' | 'convert' }>): Promise<void> {
  const now = store.state.getState()
  if (now.kind !== 'ready' || addingStore.getState().files.some(({ of }) => of === film.id)) return
  const { postId } = now.post
  const newMediaId = newId()
  const cancelling = new AbortController()
  beginAdding({ id: newMediaId, workspaceId, fileName: film.fileName, share: 0, of: film.id, cancel: () => cancelling.abort() })
  const made = await convertFilm({
    bridge: studio, workspaceId, film, newMediaId, plan, signal: cancelling.signal, onProgress: (share) => moveAdding(newMediaId, share), addressOf: (mediaId) => mediaAddress(workspaceId, mediaId)
  })
  endAdding(newMediaId)
  if (made.ok) await exchange({ workspaceId, postId }, film, made.value)
  else if (made.error.code !== 'work_cancelled') showFailure(made.error, workspaceId)
}

async function exchange(post: { readonly workspaceId: string; readonly postId: string }, before: MediaItem, made: MediaItem): Promise<void> {
  const put = (item: MediaItem, insteadOf: string) => deliver({ ...post, bridge: studio, unstored: () => null }, { item, partId: null, insteadOf }, () => undefined)
  const error = await put(made, before.id)
  if (error !== null) return showFailure(error, post.workspaceId)
  rememberUndo({
    workspaceId: post.workspaceId,
    label: t('pictures:swapped', { name: before.fileName }),
    will: t('pictures:swappedWill', { name: before.fileName }),
    undone: t('pictures:swappedUndone', { name: before.fileName }),
    undo: () => put(before, made.id)
  })
}
