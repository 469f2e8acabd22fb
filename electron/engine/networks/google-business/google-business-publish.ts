import { studioError } from '../../../../shared/errors/studio-error.ts'
import { googleBusinessCapabilities } from '../../../../shared/networks/google-business-capabilities.ts'
import type { PostFraming } from '../../../../shared/posts/post-framing.ts'
import { firstAddress } from '../../../../shared/text/first-address.ts'
import type { Draft } from '../network-draft.ts'
import type { NetworkResult } from '../network-failure.ts'
import type { ActTarget, Published, Publisher } from '../network-publisher.ts'
import { done, failed, isNotThere } from '../network-results.ts'
import type { AccountSession } from '../network-session.ts'
import { withPublicFiles, type PlacedMedia } from '../public-files.ts'
import { findReviewReply, publishReviewReply } from '../review-replies.ts'
import { isVideo } from '../streamed-form.ts'
import { wait } from '../wait.ts'
import { asLocalPost, withGoogleBusiness, type GoogleBusinessApi } from './google-business-api.ts'
import { editLocalPost } from './google-business-edit.ts'
import { aboutPhoto } from './google-business-failures.ts'
import { findOwnPost, listLastPosts } from './google-business-find.ts'
import { askPhotoEveryMs, askPhotoTimes, type GoogleBusinessOptions } from './google-business-options.ts'
import { isCertainlyOver, occasionBody } from './google-business-occasion.ts'
import { isReplyToReview, type GoogleBusinessReviews } from './google-business-reviews.ts'
import { localPostSchema, type LocalPost } from './google-business-schemas.ts'
import { isAtWork, outcomeOf } from './google-business-state.ts'

/**
 * https://developers.google.com/my-business/reference/rest/v4/accounts.locations.localPosts/create (read on 2026-11-23). Google knows no repeat, and no id of ours: what may have arrived is
 * looked for among the profile's posts.
 */
export function createGoogleBusinessPublisher(options: GoogleBusinessOptions, reviews: GoogleBusinessReviews): Publisher {
  return {
    publish: (session, draft) => (draft.replyTo?.review === undefined ? withGoogleBusiness(options, session, (api, place) => publish({ api, place, options, session }, draft)) : publishReviewReply(session, draft, { read: reviews.read, put: reviews.putReply })),
    findPublished: async (session, draft, intent) => (draft.replyTo?.review === undefined ? withGoogleBusiness(options, session, (api, place) => findOwnPost(api, place, draft, intent, options.clock.now())) : findReviewReply(session, draft, reviews.read)),
    listLast: async (session, { isAnswer, isMessage }) => (isAnswer || isMessage ? done(null) : withGoogleBusiness(options, session, listLastPosts)),
    resume: (session, _draft, token) => withGoogleBusiness(options, session, (api) => resume(api, token)),
    edit: (session, target) => withGoogleBusiness(options, session, (api) => editLocalPost(api, target)),
    act: (session, target) => (target.act === 'delete' && isReplyToReview(target.remoteId) ? reviews.deleteReply(session, target.remoteId) : withGoogleBusiness(options, session, (api) => act(api, target)))
  }
}

interface Publishing {
  readonly api: GoogleBusinessApi
  readonly place: string
  readonly options: GoogleBusinessOptions
  readonly session: AccountSession
}

async function publish({ api, place, options, session }: Publishing, draft: Draft): Promise<NetworkResult<Published>> {
  const { media, replyTo, audience } = draft
  if (replyTo !== null || audience === 'message') return failed('rejected', studioError('rejected', 'nothing is answered there by a post'))
  if (isCertainlyOver(draft.framing?.occasion, options.clock.now())) return failed('rejected', studioError('rejected', 'the event or the offer is over', { details: { reason: 'occasion_over' } }))
  if (media.length > googleBusinessCapabilities.images.maxCount.value || media.some(isVideo)) return failed('rejected', studioError('rejected', 'a post there has one photo and no film', { details: { reason: 'one_photo' } }))
  return withPublicFiles(session, media, googleBusinessCapabilities.images.mediaTypes.value, async (placed) => {
    const created = await api.send('POST', `/v4/${place}/localPosts`, {}, postOf(draft, placed), localPostSchema)
    if (!created.ok) return { ok: false, failure: aboutPhoto(created.failure, media) }
    return outcomeOf(placed.length === 0 ? created.value : await awaitFetched(api, options, session, created.value))
  })
}

/** `sourceUrl` is the only way in for a photo: https://developers.google.com/my-business/reference/rest/v4/accounts.locations.localPosts, “media[]”. The link is the post's button; of an offer, for which Google leaves a button out, where it is used. */
function postOf({ text, framing, beside }: Draft, placed: readonly PlacedMedia[]): object {
  const link = beside?.link ?? firstAddress(text)
  return {
    ...occasionBody(framing?.occasion, link),
    ...(text === '' ? {} : { summary: text }),
    ...(framing?.language === undefined ? {} : { languageCode: framing.language }),
    ...buttonOf(framing, link),
    ...(placed.length === 0 ? {} : { media: placed.map(({ url }) => ({ mediaFormat: 'PHOTO', sourceUrl: url })) })
  }
}

/** https://developers.google.com/my-business/reference/rest/v4/accounts.locations.localPosts#CallToAction (read on 2026-11-23): a call has no address, and any other button leads to one. */
function buttonOf({ button = 'learn_more', occasion }: PostFraming = {}, link: string | null): object {
  if (occasion?.kind === 'offer') return {}
  if (button === 'call') return { callToAction: { actionType: 'CALL' } }
  return link === null ? {} : { callToAction: { actionType: button.toUpperCase(), url: link } }
}

/** As long as Google works on a post, the photo stays at its place: the post as it stands then, or as it stood last. The post itself is made, whatever comes of the looks. */
async function awaitFetched(api: GoogleBusinessApi, { clock, photoEveryMs = askPhotoEveryMs }: GoogleBusinessOptions, { signal }: AccountSession, made: LocalPost): Promise<LocalPost> {
  let last = made
  for (let looks = 0; looks < askPhotoTimes && isAtWork(last); looks += 1) {
    if (!(await wait(clock, photoEveryMs, signal))) break
    const read = await api.get('posts', `/v4/${made.name}`, {}, localPostSchema)
    if (read.ok) last = read.value
    else if (read.failure.kind !== 'server_error' && read.failure.kind !== 'not_sent') break
  }
  return last
}

/** How far Google is with a post that it took. */
async function resume(api: GoogleBusinessApi, token: string): Promise<NetworkResult<Published>> {
  const name = asLocalPost(token)
  if (!name.ok) return name
  const read = await api.get('posts', `/v4/${name.value}`, {}, localPostSchema)
  return read.ok ? outcomeOf(read.value) : read
}

async function act(api: GoogleBusinessApi, { act: wanted, remoteId }: ActTarget): Promise<NetworkResult<null>> {
  if (wanted !== 'delete') return failed('rejected', studioError('rejected', 'Google does not let other programs do this'))
  const name = asLocalPost(remoteId)
  if (!name.ok) return name
  const removed = await api.remove(`/v4/${name.value}`)
  // What is not there any more has been taken away already, by the first of two calls or by somebody.
  return !removed.ok && isNotThere(removed.failure) ? done(null) : removed
}
