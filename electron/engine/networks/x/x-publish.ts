import { z } from 'zod'
import type { Published, Publisher, SendIntent } from '../network-publisher.ts'
import { createKeptIds, type KeptIds } from '../kept-ids.ts'
import type { Draft } from '../network-draft.ts'
import { readBeforeWriting } from '../network-edit.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkFailure, NetworkResult } from '../network-failure.ts'
import { done } from '../network-results.ts'
import { actOnX } from './x-acts.ts'
import { asXId, openXApi, type XApi } from './x-api.ts'
import { editOnX } from './x-edit.ts'
import { isDuplicate } from './x-failures.ts'
import { findOwnPost, listLastPosts, settled } from './x-find.ts'
import { framingOnX } from './x-framing.ts'
import { afterSameWords } from '../same-words-refused.ts'
import { wait } from '../wait.ts'
import { publishedOf } from './x-mapping.ts'
import { isVideo } from '../streamed-form.ts'
import { forgetFilm } from './x-film.ts'
import { uploadXMedia } from './x-media.ts'
import { findXMessage, sendXMessage } from './x-messages.ts'
import type { XOptions } from './x-options.ts'
import { xId } from './x-schemas.ts'

const createdSchema = z.looseObject({ data: z.looseObject({ id: xId }) })

/**
 * https://docs.x.com/x-api/posts/creation-of-a-post (read on 2026-11-21). X takes no key and no id of ours. What it does is refuse the same words again for a
 * while, so a post that a proxy delivered twice, or that arrived with an answer that was lost, is met as "duplicate" and looked up.
 */
export function createXPublisher(options: XOptions): Publisher {
  const films = createKeptIds()
  return {
    async publish(session, draft, intent) {
      const api = openXApi(options, session)
      return api.ok ? createPost(api.value, { ...options, films }, session, draft, intent) : api
    },
    async findPublished(session, draft, intent) {
      const api = openXApi(options, session)
      if (!api.ok) return api
      const now = options.clock.now()
      return draft.audience === 'message' ? findXMessage(api.value, session, draft, intent, now) : findOwnPost(api.value, session, draft, intent, now)
    },
    async listLast(session, what) {
      // Private messages are not among the account's posts, and each one read is paid for.
      if (what.isMessage) return done(null)
      const api = openXApi(options, session)
      return api.ok ? listLastPosts(api.value, session, what) : api
    },
    async act(session, target) {
      const api = openXApi(options, session)
      return api.ok ? actOnX(api.value, session, target) : api
    },
    editReadsFirst: true,
    async edit(session, target) {
      const api = openXApi(options, session)
      return api.ok ? editOnX(api.value, options.clock, target) : api
    }
  }
}

/** How long X refuses the same words is told nowhere; each post of that time that is read costs, so no more than a day is asked for. */
const refusedAgainFor = 24 * 60 * 60_000

async function createPost(api: XApi, { clock, films }: XOptions & { readonly films: KeptIds }, session: AccountSession, draft: Draft, intent: SendIntent): Promise<NetworkResult<Published>> {
  if (draft.audience === 'message') return sendXMessage(api, session, draft)
  const parent = draft.replyTo === null ? done(null) : asXId(draft.replyTo.remoteId)
  if (!parent.ok) return parent
  const mediaIds = await uploadXMedia(api, clock, draft.media, session, { intent, films })
  if (!mediaIds.ok) return readBeforeWriting(mediaIds)
  const sentAt = clock.now()
  const created = await api.post('/2/tweets', bodyOf(draft, mediaIds.value, parent.value), createdSchema, 'visible')
  if (created.ok) return done(publishedOf(created.value.data.id))
  if (isOfItsFile(created.failure, draft)) forgetFilm({ intent, films })
  return isDuplicate(created.failure) ? afterSameWords(created, intent, sentAt, { find: (wanted) => findOwnPost(api, session, draft, wanted, clock.now()), waitForList: () => wait(clock, 2 * settled, session.signal), refusedAgainFor }) : created
}

/** 400: of what is in the post. A film that X has no more is handed over anew by whoever tries again. */
function isOfItsFile({ kind, error }: NetworkFailure, { media }: Draft): boolean {
  return kind === 'rejected' && error.details?.['status'] === 400 && media.some(isVideo)
}

function bodyOf({ text, poll, framing }: Pick<Draft, 'text' | 'poll' | 'framing'>, mediaIds: readonly string[], parentId: string | null): object {
  return {
    ...(text === '' && mediaIds.length > 0 ? {} : { text }),
    ...(mediaIds.length === 0 ? {} : { media: { media_ids: mediaIds } }),
    ...(poll === undefined ? {} : { poll: { options: poll.choices, duration_minutes: poll.minutes } }),
    ...(parentId === null ? {} : { reply: { in_reply_to_tweet_id: parentId } }),
    ...framingOnX(framing, { isAnswer: parentId !== null, hasMedia: mediaIds.length > 0 })
  }
}
