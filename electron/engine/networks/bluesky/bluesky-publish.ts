import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { createKeptIds } from '../kept-ids.ts'
import { mediaRefused } from '../media-failure.ts'
import type { MediaToSend } from '../network-media.ts'
import type { Published, Publisher } from '../network-publisher.ts'
import type { Draft } from '../network-draft.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import { isVideo } from '../streamed-form.ts'
import { actOnBluesky } from './bluesky-acts.ts'
import { cardEmbed, hasThumb, withoutThumb } from './bluesky-card.ts'
import { openBlueskyContext, type BlueskyContext } from './bluesky-context.ts'
import { buildFacets, type Facet } from './bluesky-facets.ts'
import { xrpcErrorOf } from './bluesky-failures.ts'
import type { FilmsOfAttempt } from './bluesky-film.ts'
import { setBlueskyLike } from './bluesky-likes.ts'
import { listLastPosts, listPostsSince } from './bluesky-last-posts.ts'
import { postCollection, postPage, writeRecordAddress } from './bluesky-mapping.ts'
import { mediaEmbed } from './bluesky-media.ts'
import { findSentMessage, sendMessage } from './bluesky-messages.ts'
import type { BlueskyNeeds } from './bluesky-options.ts'
import { quoteEmbed } from './bluesky-quote.ts'
import { findQuoted, findReplyReferences, readOwnRecord } from './bluesky-references.ts'
import { recordKeyOfIntent } from './record-key.ts'

const handleSchema = z.object({ did: z.string() })
const writtenSchema = z.object({ uri: z.string(), cid: z.string() })
const textSchema = z.object({ text: z.string() })

export function createBlueskyPublisher(needs: BlueskyNeeds): Publisher {
  const films = createKeptIds()
  return {
    async publish(session, draft, intent) {
      const context = openBlueskyContext(needs, session)
      if (!context.ok) return context
      if (draft.audience === 'message') return sendMessage(context.value, draft)
      const attempt = { clock: needs.clock, session, films, intent }
      const recordKey = recordKeyOfIntent(intent)
      const written = await createPost(context.value, draft, attempt, recordKey)
      // What was refused made nothing.
      return aboutImages(isOfGoneFilm(written, context.value, draft) ? await createPost({ ...context.value, video: null }, draft, attempt, recordKey) : written, draft.media)
    },
    async findPublished(session, draft, intent) {
      const context = openBlueskyContext(needs, session)
      if (!context.ok) return context
      if (draft.audience === 'message') return findSentMessage(context.value, draft, intent)
      return findByKey(context.value, recordKeyOfIntent(intent), draft.text)
    },
    async listLast(session, { isMessage }) {
      // Private messages are not among the account's posts.
      if (isMessage) return done(null)
      const context = openBlueskyContext(needs, session)
      return context.ok ? listLastPosts(context.value) : context
    },
    async listSince(session, since) {
      const context = openBlueskyContext(needs, session)
      return context.ok ? listPostsSince(context.value, since) : context
    },
    async act(session, target) {
      const context = openBlueskyContext(needs, session)
      return context.ok ? actOnBluesky(context.value, target) : context
    },
    setLiked: (session: AccountSession, target) => {
      const context = openBlueskyContext(needs, session)
      return context.ok ? setBlueskyLike(context.value, target) : Promise.resolve(context)
    }
  }
}

async function createPost(context: BlueskyContext, draft: Draft, attempt: FilmsOfAttempt, recordKey: string): Promise<NetworkResult<Published>> {
  const record = await buildRecord(context, draft, attempt)
  if (!record.ok) return record
  const written = await createOnce(context, recordKey, record.value)
  // What was refused made nothing. Perhaps it was the picture of the card: no post waits for a card.
  return !written.ok && written.failure.kind === 'rejected' && hasThumb(record.value) ? createOnce(context, recordKey, withoutThumb(record.value)) : written
}

/**
 * The account's server no longer has the film that the video service names: it deletes what no post names for some minutes (https://docs.bsky.app/docs/api/com-atproto-repo-upload-blob, read on
 * 2026-11-23), and what a deleted post named, while the service knows the same film by its job of then.
 */
function isOfGoneFilm(written: NetworkResult<Published>, { video }: BlueskyContext, { media }: Draft): boolean {
  return !written.ok && video !== null && media.some(isVideo) && xrpcErrorOf(written.failure) === blobGone
}

const blobGone = 'BlobNotFound'

/** A Bluesky server looks at images when the record names them (https://github.com/bluesky-social/atproto, `verifyBlob`; read on 2026-11-21). */
const imageErrors: ReadonlySet<string> = new Set(['BlobTooLarge', 'InvalidMimeType', blobGone])

function aboutImages(written: NetworkResult<Published>, media: readonly MediaToSend[]): NetworkResult<Published> {
  if (written.ok || !imageErrors.has(xrpcErrorOf(written.failure))) return written
  const [image, ...others] = media
  return { ok: false, failure: mediaRefused(written.failure, image !== undefined && others.length === 0 ? image.fileName : null) }
}

/**
 * Creates the record unless its key is taken: `swapRecord: null` says "only if nothing is there". A plain create answers a repeat with a
 * nameless 500 (seen on @atproto/pds 0.5.35), this one with InvalidSwap. A server that overlooks the null would write the same record again.
 */
async function createOnce(context: BlueskyContext, recordKey: string, record: object): Promise<NetworkResult<Published>> {
  const { xrpc, server, did } = context
  const input = { repo: did, collection: postCollection, rkey: recordKey, record, swapRecord: null }
  const written = await xrpc.procedure(server, 'com.atproto.repo.putRecord', input, writtenSchema, 'visible')
  if (written.ok) return done({ remoteId: written.value.uri, url: postPage(written.value.uri) })
  if (xrpcErrorOf(written.failure) !== 'InvalidSwap') return written
  const text = textSchema.safeParse(record)
  const there = await findByKey(context, recordKey, text.success ? text.data.text : '')
  if (!there.ok) return failed('unknown_outcome', there.failure.error)
  return typeof there.value === 'object' ? done(there.value) : failed('unknown_outcome', studioError('unexpected_answer', 'the record key was taken and then free'))
}

async function findByKey(context: BlueskyContext, recordKey: string, text: string): Promise<NetworkResult<Published | 'none'>> {
  const uri = writeRecordAddress({ did: context.did, collection: postCollection, recordKey })
  const found = await readOwnRecord(context, uri)
  if (!found.ok) return found
  if (found.value === null) return done('none')
  const there = textSchema.safeParse(found.value.value)
  // Keys of two intents meet once in ten billion; then the wrong post must not be taken for this one.
  if (there.success && there.data.text !== text) return failed('rejected', studioError('conflict', 'another post has the record key of this one'))
  return done({ remoteId: uri, url: postPage(uri) })
}

async function buildRecord(context: BlueskyContext, draft: Draft, attempt: FilmsOfAttempt): Promise<NetworkResult<object>> {
  const facets = await buildFacets(draft.text, (handle) => resolveHandle(context, handle))
  if (!facets.ok) return facets
  const reply = draft.replyTo === null ? done(null) : await findReplyReferences(context, draft.replyTo.remoteId)
  if (!reply.ok) return reply
  const quoted = draft.quote === undefined ? done(null) : await findQuoted(context, draft.quote.remoteId)
  if (!quoted.ok) return quoted
  const embed = draft.media.length > 0 ? await mediaEmbed(context, draft.media, attempt) : await cardEmbed(context, draft)
  if (!embed.ok) return embed
  return done(postRecord(draft.text, context.now(), facets.value, reply.value, quoted.value === null ? embed.value : quoteEmbed(quoted.value, embed.value)))
}

/** app.bsky.feed.post. `createdAt` is the time of sending: feeds sort by it, and the intent of a planned post may be weeks old. */
function postRecord(text: string, createdAt: number, facets: readonly Facet[], reply: object | null, embed: object | null): object {
  return {
    $type: postCollection,
    text,
    createdAt: new Date(createdAt).toISOString(),
    ...(facets.length > 0 ? { facets } : {}),
    ...(reply === null ? {} : { reply }),
    ...(embed === null ? {} : { embed })
  }
}

async function resolveHandle({ xrpc, server }: BlueskyContext, handle: string): Promise<NetworkResult<string | null>> {
  const resolved = await xrpc.query(server, 'com.atproto.identity.resolveHandle', { handle }, handleSchema)
  if (resolved.ok) return done(resolved.value.did)
  return resolved.failure.kind === 'rejected' ? done(null) : resolved
}
