import { studioError } from '../../../../shared/errors/studio-error.ts'
import { tiktokCapabilities } from '../../../../shared/networks/tiktok-capabilities.ts'
import { createKeptIds } from '../kept-ids.ts'
import type { NetworkResult } from '../network-failure.ts'
import type { Published } from '../network-publisher.ts'
import type { Draft } from '../network-draft.ts'
import type { AccountSession } from '../network-session.ts'
import { done, failed } from '../network-results.ts'
import { withPublicFiles, type PlacedMedia } from '../public-files.ts'
import { wait } from '../wait.ts'
import type { TiktokApi } from './tiktok-api.ts'
import { isGone } from './tiktok-failures.ts'
import { askPicturesEveryMs, askPicturesTimes, type TiktokOptions } from './tiktok-options.ts'
import { contentBegunSchema, type TiktokStatus } from './tiktok-schemas.ts'
import { outcomeOf, readStatus, takenAs } from './tiktok-status.ts'
import type { HandedOver } from './tiktok-uploads.ts'

export interface TiktokPictures {
  /** Hands the pictures over as one post, or gives what became of an attempt of this key before. */
  handOver(api: TiktokApi, session: AccountSession, key: string, draft: Draft, how: HandedOver): Promise<NetworkResult<Published>>
  /** What became of an attempt of this key; null: nothing is known of it (any more). */
  ask(api: TiktokApi, session: AccountSession, key: string): Promise<NetworkResult<KnownPictures | null>>
}

export interface KnownPictures {
  readonly publishId: string
  readonly status: TiktokStatus
}

const { images } = tiktokCapabilities

/**
 * https://developers.tiktok.com/doc/content-posting-api-reference-photo-post (read on 2026-11-22): `MEDIA_UPLOAD` makes a draft, for which `video.upload` is enough; `DIRECT_POST` a post. The
 * words go with either as its description. TikTok fetches the pictures from a domain that is the app's own there, so they stay at their place until it has them.
 */
export function createTiktokPictures({ clock, picturesEveryMs = askPicturesEveryMs }: Pick<TiktokOptions, 'clock' | 'picturesEveryMs'>): TiktokPictures {
  const kept = createKeptIds()
  const nameOf = ({ account }: AccountSession, key: string): string => `${account.id} ${key}`

  async function ask(api: TiktokApi, session: AccountSession, key: string): Promise<NetworkResult<KnownPictures | null>> {
    const publishId = kept.of(nameOf(session, key))
    if (publishId === undefined) return done(null)
    const status = await readStatus(api, publishId)
    if (status.ok) return done({ publishId, status: status.value })
    return isGone(status.failure) ? done(null) : status
  }

  /** This one call makes it. Its number is kept as soon as it is known: over a crash that tells what became of it. */
  async function begin(api: TiktokApi, name: string, { text }: Draft, { postInfo, keepBegun }: HandedOver, placed: readonly PlacedMedia[]): Promise<NetworkResult<string>> {
    const info = { ...(text === '' ? {} : { description: text }), ...postInfo }
    const made = await api.make('/v2/post/publish/content/init/', {
      media_type: 'PHOTO',
      post_mode: postInfo === undefined ? 'MEDIA_UPLOAD' : 'DIRECT_POST',
      ...(Object.keys(info).length === 0 ? {} : { post_info: info }),
      source_info: { source: 'PULL_FROM_URL', photo_images: placed.map(({ url }) => url), photo_cover_index: 0 }
    }, contentBegunSchema)
    if (!made.ok) return made
    kept.note(name, made.value.data.publish_id)
    keepMade(keepBegun, made.value.data.publish_id)
    return done(made.value.data.publish_id)
  }

  /** Until TikTok has the pictures; what it says then. Nobody can tell: it is asked again later, and says that it has none if they went too early. */
  async function awaitFetched(api: TiktokApi, { signal }: AccountSession, publishId: string): Promise<NetworkResult<Published>> {
    for (let looks = 0; looks < askPicturesTimes; looks += 1) {
      if (!(await wait(clock, picturesEveryMs, signal))) break
      const status = await readStatus(api, publishId)
      if (status.ok && !isUnderWay(status.value)) return outcomeOf(publishId, status.value)
      if (!status.ok && status.failure.kind !== 'server_error' && status.failure.kind !== 'not_sent') break
    }
    return done(takenAs(publishId))
  }

  return {
    async handOver(api, session, key, draft, how) {
      const known = await ask(api, session, key)
      if (!known.ok) return known
      if (known.value !== null && known.value.status.status !== 'FAILED') return outcomeOf(known.value.publishId, known.value.status)
      if (draft.media.length > images.maxCount.value) return failed('rejected', studioError('rejected', 'too many pictures for one draft', { details: { reason: 'one_draft_video' } }))
      return withPublicFiles(session, draft.media, images.mediaTypes.value, async (placed) => {
        const begun = await begin(api, nameOf(session, key), draft, how, placed)
        return begun.ok ? awaitFetched(api, session, begun.value) : begun
      }, images.shrunkTo?.value)
    },
    ask
  }
}

function isUnderWay({ status }: TiktokStatus): boolean {
  return status === 'PROCESSING_DOWNLOAD' || status === 'PROCESSING_UPLOAD'
}

/** It is made already: where its number cannot be kept any more (the program ends), the answer brings it all the same. */
function keepMade(keepBegun: HandedOver['keepBegun'], publishId: string): void {
  try {
    keepBegun?.(publishId)
  } catch {
    // Nothing is lost as long as this attempt ends well; else it is looked for among the account's own posts.
  }
}
