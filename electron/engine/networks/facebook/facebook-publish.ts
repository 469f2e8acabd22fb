import { firstAddress } from '../../../../shared/text/first-address.ts'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { Published, Publisher, SendIntent } from '../network-publisher.ts'
import type { Draft } from '../network-draft.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import { afterSameWords } from '../same-words-refused.ts'
import { isVideo } from '../streamed-form.ts'
import { wait } from '../wait.ts'
import { actOnFacebook, editOnFacebook, likeOnFacebook } from './facebook-acts.ts'
import { withFacebookApi, type FacebookApi } from './facebook-api.ts'
import { addFacebookCaptions, hasFacebookCaptions } from './facebook-captions.ts'
import { createKeptIds, type KeptIds } from '../kept-ids.ts'
import { findInPrivate, sendInPrivate } from '../meta/meta-messages.ts'
import { isDuplicate } from '../meta/meta-failures.ts'
import { findOwn, listLastPosts, settled } from './facebook-find.ts'
import { publishedOf } from './facebook-mapping.ts'
import { uploadPhotos } from './facebook-media.ts'
import { facebookMessages } from './facebook-messages.ts'
import type { FacebookOptions } from './facebook-options.ts'
import { publishReel } from './facebook-reel.ts'
import { findStory, publishStory } from './facebook-story.ts'
import { attachmentOf, parentOf } from './facebook-parent.ts'
import { createdSchema } from './facebook-schemas.ts'
import { findVideo, handOverVideo, publishVideo, resumeVideo } from './facebook-video.ts'

/**
 * https://developers.facebook.com/docs/pages-api/posts (read on 2026-11-21). Facebook takes no key and no id of ours. What it does is refuse the same words once more
 * (506), so a post that a proxy delivered twice, or that arrived with an answer that was lost, is met as "duplicate" and looked up.
 */
export function createFacebookPublisher(options: FacebookOptions): Publisher {
  const films = createKeptIds()
  const stories = createKeptIds()
  const uploads = createKeptIds()
  return {
    publish: (session, draft, intent) => withFacebookApi(options, session, (api) => (draft.format === 'story' ? publishStory(api, { stories, uploads }, session, draft, intent, options.clock.now()) : draft.format === 'reel' ? publishReel(api, { films, uploads }, session, draft, intent) : isFilm(draft) ? publishFilm(api, films, session, draft, intent) : publish(api, options, session, draft, intent))),
    findPublished: (session, draft, intent) =>
      withFacebookApi(options, session, async (api) => {
        if (draft.audience === 'message') return findInPrivate(facebookMessages(api, session), draft, intent, options.clock.now())
        const kept = (draft.format === 'story' ? stories : films).of(intent.idempotencyKey) ?? (draft.format === 'story' || isFilm(draft) ? intent.begun : undefined)
        // It was never told to come out.
        if (kept === null) return done('none')
        if (draft.format === 'story') return findStory(api, session, draft, intent, { known: kept, now: options.clock.now() })
        if (kept !== undefined) return findVideo(api, session.account.remoteId, kept, options.clock.now() - intent.sentAt)
        const found = await findOwn(api, session, draft, intent, options.clock.now())
        // A film is listed when Facebook has encoded it, which may take it an hour: not there yet says nothing.
        return found.ok && found.value === 'none' && draft.media.some(isVideo) ? done('cannot_tell') : found
      }),
    resume: (session, _draft, token) => withFacebookApi(options, session, (api) => resumeVideo(api, session.account.remoteId, token)),
    // Comments are not the Page's posts.
    listLast: async (session, { isAnswer }) => (isAnswer ? done(null) : withFacebookApi(options, session, (api) => listLastPosts(api, session))),
    // Only what the same app published: https://developers.facebook.com/docs/graph-api/reference/page-post/#updating (read on 2026-11-22). Photos and a link's card stay.
    edit: (session, { remoteId, text }) => withFacebookApi(options, session, (api) => editOnFacebook(api, { remoteId, text })),
    act: (session, target) => withFacebookApi(options, session, (api) => actOnFacebook(api, session, target)),
    addCaptions: (session, target) => withFacebookApi(options, session, (api) => addFacebookCaptions(api, target)),
    hasCaptions: (session, film) => withFacebookApi(options, session, (api) => hasFacebookCaptions(api, film)),
    setLiked: (session, target) => withFacebookApi(options, session, (api) => likeOnFacebook(api, target))
  }
}

/** How long Facebook refuses the same words is told nowhere; a day is on the safe side. */
const refusedAgainFor = 24 * 60 * 60_000

async function publish(api: FacebookApi, { clock }: FacebookOptions, session: AccountSession, draft: Draft, intent: SendIntent): Promise<NetworkResult<Published>> {
  if (draft.audience === 'message') return sendInPrivate(facebookMessages(api, session), draft, clock.now())
  const ready = draft.replyTo === null ? await readyPost(api, session, draft) : await readyAnswer(api, session, draft, draft.replyTo.remoteId)
  if (!ready.ok) return ready
  const sentAt = clock.now()
  const created = await api.create(ready.value.path, ready.value.body, createdSchema)
  if (created.ok) return done(publishedOf(created.value.id))
  return isDuplicate(created.failure) ? afterSameWords(created, intent, sentAt, { find: (wanted) => findOwn(api, session, draft, wanted, clock.now()), waitForList: () => wait(clock, 2 * settled, session.signal), refusedAgainFor }) : created
}

function isFilm({ media, audience }: Draft): boolean {
  return media.some(isVideo) && audience !== 'message'
}

/** A video is a post of its own, with its words below it. */
async function publishFilm(api: FacebookApi, films: KeptIds, session: AccountSession, draft: Draft, { idempotencyKey, keepBegun }: SendIntent): Promise<NetworkResult<Published>> {
  const [video, ...others] = draft.media
  if (video === undefined || others.length > 0 || draft.replyTo !== null) return failed('rejected', studioError('rejected', 'a post on Facebook has one video and nothing beside it, and an answer none'))
  const handed = await handOverVideo(api, session.account.remoteId, video, session.onUploaded)
  if (!handed.ok) return handed
  films.note(idempotencyKey, handed.value.videoId)
  keepBegun?.(handed.value.videoId)
  return publishVideo(api, session.account.remoteId, handed.value, draft.text, video.cover)
}

interface Ready {
  readonly path: string
  readonly body: object
}

/** Everything but the call that others can see. `dueAt`: it is to wait there. */
export async function readyPost(api: FacebookApi, { account }: AccountSession, { text, media, beside, framing }: Draft, dueAt: number | null = null): Promise<NetworkResult<Ready>> {
  const photos = await uploadPhotos(api, account.remoteId, media, dueAt !== null)
  const link = media.length === 0 ? (beside?.link ?? firstAddress(text)) : null
  return mapValue(photos, (ids) => ({
    path: `/${account.remoteId}/feed`,
    body: {
      ...(text === '' ? {} : { message: text }),
      // Without it, an address in the text gets no card.
      ...(link === null ? {} : { link }),
      // The number of a place's Page: specs/meta/Page.json, edge `feed`.
      ...(framing?.place === undefined ? {} : { place: framing.place.id }),
      ...(ids.length === 0 ? {} : { attached_media: ids.map((id) => ({ media_fbid: id })) }),
      ...(dueAt === null ? {} : { published: false, scheduled_publish_time: Math.floor(dueAt / 1000), unpublished_content_type: 'SCHEDULED' })
    }
  }))
}

async function readyAnswer(api: FacebookApi, session: AccountSession, draft: Draft, answered: string): Promise<NetworkResult<Ready>> {
  if (draft.media.length > 1) return failed('rejected', studioError('rejected', 'an answer on Facebook holds one picture', { details: { reason: 'one_picture' } }))
  const parent = await parentOf(api, session, answered)
  if (!parent.ok) return parent
  const photos = await uploadPhotos(api, session.account.remoteId, draft.media, false)
  return mapValue(photos, (ids) => ({ path: `/${parent.value}/comments`, body: { ...(draft.text === '' ? {} : { message: draft.text }), ...attachmentOf(ids) } }))
}
