import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { Poll } from '../../../../shared/posts/poll.ts'
import type { PostFraming, Quoters, Reach } from '../../../../shared/posts/post-framing.ts'
import type { Publisher } from '../network-publisher.ts'
import type { Draft } from '../network-draft.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import { actOnMastodon } from './mastodon-acts.ts'
import { editStatus } from './mastodon-edit.ts'
import { openMastodonApi, type MastodonApi } from './mastodon-api.ts'
import { findOwnStatus, listLastStatuses } from './mastodon-find.ts'
import { publishedOf } from './mastodon-mapping.ts'
import { uploadMedia, type KeptFiles } from './mastodon-media.ts'
import type { MastodonOptions } from './mastodon-options.ts'
import { checkQuoted } from './mastodon-quote.ts'
import { statusSchema, type Status } from './mastodon-schemas.ts'

/** https://docs.joinmastodon.org/methods/statuses/ (read on 2026-11-21). The server remembers an Idempotency-Key for about an hour. */
export function createMastodonPublisher(options: MastodonOptions): Publisher {
  return {
    async publish(session, draft, { idempotencyKey, ...kept }) {
      const api = openMastodonApi(options, session)
      if (!api.ok) return api
      return mapValue(await createStatus(api.value, options, session, draft, { idempotencyKey, more: {}, schema: createdSchema, kept }), publishedOf)
    },
    async findPublished(session, draft, intent) {
      const api = openMastodonApi(options, session)
      return api.ok ? findOwnStatus(api.value, session, draft, intent, options.clock.now()) : api
    },
    async listLast(session) {
      const api = openMastodonApi(options, session)
      return api.ok ? listLastStatuses(api.value, session) : api
    },
    async edit(session, target) {
      const api = openMastodonApi(options, session)
      return api.ok ? editStatus(api.value, () => options.clock.now(), target) : api
    },
    async act(session, target) {
      const api = openMastodonApi(options, session)
      return api.ok ? actOnMastodon(api.value, target) : api
    },
    async setLiked(session, { remoteId, liked }) {
      const api = openMastodonApi(options, session)
      if (!api.ok) return api
      const path = `/api/v1/statuses/${encodeURIComponent(remoteId)}/${liked ? 'favourite' : 'unfavourite'}`
      return mapValue(await api.value.post(path, {}, z.unknown(), { effect: 'visible' }), () => null)
    }
  }
}

/** What Vigie needs of the answer; a server may leave out the rest. */
const createdSchema = statusSchema.pick({ id: true, url: true, uri: true })

interface Creation<Value> {
  readonly idempotencyKey: string
  /** What else the request says. */
  readonly more: object
  readonly schema: z.ZodType<Value>
  /** Files that an attempt before brought there. Left out where nothing keeps them. */
  readonly kept?: KeptFiles
}

/** Uploads the images, then makes the status, at once or for later. */
export async function createStatus<Value>(api: MastodonApi, { clock }: Pick<MastodonOptions, 'clock'>, session: AccountSession, draft: Draft, { idempotencyKey, more, schema, kept = {} }: Creation<Value>): Promise<NetworkResult<Value>> {
  // The server would make the warning the post, before everybody's eyes. A series plans its posts while nobody looks at what the checks say of that.
  if (draft.framing?.warning !== undefined && draft.text.trim() === '') return failed('rejected', studioError('rejected', 'a warning without words would be the post itself', { details: { reason: 'warning_without_words' } }))
  const parent = await readParent(api, draft)
  if (!parent.ok) return parent
  const quoted = await checkQuoted(api, draft)
  if (!quoted.ok) return quoted
  const mediaIds = await uploadMedia({ api, clock, session, kept }, draft.media)
  if (!mediaIds.ok) return mediaIds
  const body = { ...statusBody(draft, parent.value, mediaIds.value, session), ...more }
  return api.post('/api/v1/statuses', body, schema, { effect: 'visible', headers: { 'idempotency-key': idempotencyKey } })
}

async function readParent(api: MastodonApi, { replyTo }: Draft): Promise<NetworkResult<Status | null>> {
  if (replyTo === null) return done(null)
  const parent = await api.get(`/api/v1/statuses/${encodeURIComponent(replyTo.remoteId)}`, {}, statusSchema)
  if (parent.ok || parent.failure.kind !== 'rejected') return parent
  return failed('rejected', studioError('rejected', 'the post to answer is no longer there', { details: { reason: 'gone' } }))
}

function statusBody(draft: Draft, parent: Status | null, mediaIds: readonly string[], session: AccountSession): object {
  const text = withMention(draft.text, parent, session)
  return {
    ...(text !== '' || mediaIds.length === 0 ? { status: text } : {}),
    ...(mediaIds.length > 0 ? { media_ids: mediaIds } : {}),
    ...(draft.poll === undefined ? {} : { poll: pollBody(draft.poll) }),
    ...(draft.quote === undefined ? {} : { quoted_status_id: draft.quote.remoteId }),
    ...(parent === null ? {} : { in_reply_to_id: parent.id }),
    ...framingBody(draft.framing),
    // Said outright, so that a default set in the account's preferences cannot make an announcement private or a message public.
    visibility: visibilityOf(draft, parent)
  }
}

/** https://docs.joinmastodon.org/methods/statuses/#form-data-parameters (read on 2026-11-21). */
function pollBody({ choices, minutes, isMultiple }: Poll): object {
  return { options: choices, expires_in: minutes * 60, multiple: isMultiple === true }
}

/** A warning hides the pictures too: the server says so by itself. */
function framingBody({ warning, language, quotes }: PostFraming = {}): object {
  return { ...(warning === undefined ? {} : { spoiler_text: warning }), ...(language === undefined ? {} : { language }), ...(quotes === undefined ? {} : { quote_approval_policy: policies[quotes] }) }
}

/** https://docs.joinmastodon.org/client/quotes/ (read on 2026-11-23). A server before 4.5 takes no notice of it. */
const policies: Readonly<Record<Quoters, string>> = { everybody: 'public', followers: 'followers', nobody: 'nobody' }

/** From the widest to the narrowest. */
const visibilities = ['public', 'unlisted', 'private', 'direct']
const visibilityFor: Readonly<Record<Reach, string>> = { public: 'public', quiet: 'unlisted', followers: 'private' }

/** An answer is never seen by more people than what it answers. */
function visibilityOf({ audience, framing }: Draft, parent: Status | null): string {
  if (audience === 'message') return 'direct'
  const wanted = visibilities.indexOf(visibilityFor[framing?.reach ?? 'public'])
  return visibilities[Math.max(wanted, visibilities.indexOf(parent?.visibility ?? 'public'))] ?? 'public'
}

/** Only who is named is told: an answer that does not name the author is put under their eyes. */
export function withMention(text: string, parent: Pick<Status, 'account'> | null, { account }: Pick<AccountSession, 'account'>): string {
  if (parent === null || parent.account.id === account.remoteId) return text
  const { acct, username } = parent.account
  const server = acct.split('@')[1]
  const named = [...text.matchAll(/(?<![\p{L}\p{N}_/])@([\p{L}\p{N}_]+(?:[.-]+[\p{L}\p{N}_]+)*)(?:@([\p{L}\p{N}_.-]+[\p{L}\p{N}_]))?/giu)]
  const isNamed = named.some(([, name, at]) => name?.toLowerCase() === username.toLowerCase() && (at === undefined ? server === undefined : server === undefined || at.toLowerCase() === server.toLowerCase()))
  return isNamed ? text : `@${acct} ${text}`
}
