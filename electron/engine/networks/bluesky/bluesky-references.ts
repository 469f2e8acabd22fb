import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import type { BlueskyContext } from './bluesky-context.ts'
import { xrpcErrorOf } from './bluesky-failures.ts'
import { parseRecordAddress } from './bluesky-mapping.ts'

/** com.atproto.repo.strongRef */
export interface StrongReference {
  readonly uri: string
  readonly cid: string
}

const referenceSchema = z.object({ uri: z.string(), cid: z.string() })
const replySchema = z.object({ reply: z.object({ root: referenceSchema }).optional() })
const recordSchema = z.object({ uri: z.string(), cid: z.string().optional(), value: z.unknown() })
const viewerSchema = z.object({ like: z.string().optional(), replyDisabled: z.boolean().optional(), embeddingDisabled: z.boolean().optional() })
const postsSchema = z.object({ posts: z.array(z.object({ uri: z.string(), cid: z.string(), record: z.unknown(), viewer: viewerSchema.optional() })) })

export interface FoundRecord extends StrongReference {
  readonly value: unknown
  /** Our like of it, made by whichever program; null when there is none or the AppView was not asked. */
  readonly ownLike: string | null
  /** The author lets us answer. */
  readonly takesReplies: boolean
  /** The author lets us quote it. */
  readonly takesQuotes: boolean
}

/** A record of this server; null when it is not there. The server may keep its version to itself (`cid`, by the lexicon). */
export async function readOwnRecord({ xrpc, server }: BlueskyContext, uri: string): Promise<NetworkResult<(Omit<FoundRecord, 'cid'> & { readonly cid?: string | undefined }) | null>> {
  const address = parseRecordAddress(uri)
  if (address === null) return failed('rejected', studioError('rejected', 'no address of a record'))
  const read = await xrpc.query(server, 'com.atproto.repo.getRecord', { repo: address.did, collection: address.collection, rkey: address.recordKey }, recordSchema)
  if (read.ok) return done({ ...read.value, ownLike: null, takesReplies: true, takesQuotes: true })
  return xrpcErrorOf(read.failure) === 'RecordNotFound' ? done(null) : read
}

/** A post as the AppView shows it to us; null when it does not (deleted, or its author blocks us). */
export async function readPost({ xrpc, appView }: BlueskyContext, uri: string): Promise<NetworkResult<FoundRecord | null>> {
  const read = await xrpc.query(appView, 'app.bsky.feed.getPosts', { uris: [uri] }, postsSchema)
  if (!read.ok) return read
  const post = read.value.posts.find((candidate) => candidate.uri === uri)
  if (post === undefined) return done(null)
  const { uri: there, cid, record, viewer } = post
  return done({ uri: there, cid, value: record, ownLike: viewer?.like ?? null, takesReplies: viewer?.replyDisabled !== true, takesQuotes: viewer?.embeddingDisabled !== true })
}

/** What a quote has to name: the post in the version that is there now. */
export async function findQuoted(context: BlueskyContext, uri: string): Promise<NetworkResult<StrongReference>> {
  const named = await withDid(context, uri)
  if (!named.ok) return named
  const found = named.value === null ? done(null) : await readPost(context, named.value)
  if (!found.ok) return found
  if (found.value === null) return failed('rejected', studioError('rejected', 'the quoted post is no longer there', { details: { reason: 'quoted_gone' } }))
  // The server would take it all the same, and the apps would show nothing in its place.
  if (!found.value.takesQuotes) return failed('rejected', studioError('rejected', 'its author lets nobody quote it', { details: { reason: 'quotes_closed' } }))
  return done({ uri: found.value.uri, cid: found.value.cid })
}

const handleSchema = z.object({ did: z.string() })

/** The address as the AppView knows it: by the author's DID, also where the page of the post named a handle. null: nobody has it. */
async function withDid({ xrpc, server }: BlueskyContext, uri: string): Promise<NetworkResult<string | null>> {
  const [, handle, rest] = /^at:\/\/([A-Za-z0-9.-]+)\/(.+)$/.exec(uri) ?? []
  if (handle === undefined || rest === undefined) return done(uri)
  const resolved = await xrpc.query(server, 'com.atproto.identity.resolveHandle', { handle }, handleSchema)
  if (resolved.ok) return done(`at://${resolved.value.did}/${rest}`)
  return resolved.failure.kind === 'rejected' ? done(null) : resolved
}

/** What an answer has to name: the post it answers and the first of the thread, each in the version that is there now. */
export async function findReplyReferences(context: BlueskyContext, parentUri: string): Promise<NetworkResult<{ root: StrongReference; parent: StrongReference }>> {
  const isOurs = parseRecordAddress(parentUri)?.did === context.did
  const found = isOurs ? await readOwnRecord(context, parentUri) : await readPost(context, parentUri)
  if (!found.ok) return found
  if (found.value === null) return failed('rejected', studioError('rejected', 'the post to answer is no longer there', { details: { reason: 'gone' } }))
  // The server would take it all the same, and nobody would ever see it.
  if (!found.value.takesReplies) return failed('rejected', studioError('rejected', 'the author of the thread takes no answers from us', { details: { reason: 'replies_closed' } }))
  const { uri, cid } = found.value
  if (cid === undefined) return failed('bug', studioError('unexpected_answer', 'the server does not say in which version the post is there'))
  const parent = { uri, cid }
  const reply = replySchema.safeParse(found.value.value)
  return done({ root: (reply.success ? reply.data.reply?.root : undefined) ?? parent, parent })
}
