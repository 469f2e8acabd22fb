import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import type { BlueskyContext } from './bluesky-context.ts'
import { xrpcErrorOf } from './bluesky-failures.ts'
import { parseRecordAddress, writeRecordAddress } from './bluesky-mapping.ts'
import { readOwnRecord, readPost } from './bluesky-references.ts'

/** A record beside the first post of a thread of ours, with the same key: what of the answers is hidden, and who may answer. app.bsky.feed.threadgate (lexicon read on 2026-11-23). */
export const gateCollection = 'app.bsky.feed.threadgate'

const answerSchema = z.object({ reply: z.object({ root: z.object({ uri: z.string() }) }) })
/** `allow` left out: everybody may answer; empty: nobody. */
export const gateSchema = z.looseObject({ hiddenReplies: z.array(z.string()).catch([]), allow: z.array(z.unknown()).optional() })
const writtenSchema = z.object({ uri: z.string() })

export interface Gate {
  readonly record: z.infer<typeof gateSchema>
  /** null: there is none; undefined: the server keeps versions to itself. */
  readonly version: string | null | undefined
}

export async function readGate(context: BlueskyContext, recordKey: string): Promise<NetworkResult<Gate>> {
  const read = await readOwnRecord(context, writeRecordAddress({ did: context.did, collection: gateCollection, recordKey }))
  if (!read.ok) return read
  if (read.value === null) return done({ record: { hiddenReplies: [] }, version: null })
  const record = gateSchema.safeParse(read.value.value)
  return record.success ? done({ record: record.data, version: read.value.cid }) : failed('bug', studioError('unexpected_answer', 'the rules of the thread have another shape'))
}

/** Over the version that was read, and no other. `record` names its collection, which is one of rules beside a post of ours. */
export async function writeGate({ xrpc, server, did }: BlueskyContext, rkey: string, record: { readonly $type: string }, was: Gate['version']): Promise<NetworkResult<null>> {
  const input = { repo: did, collection: record.$type, rkey, record, ...(was === undefined ? {} : { swapRecord: was }) }
  const written = await xrpc.procedure(server, 'com.atproto.repo.putRecord', input, writtenSchema, 'visible')
  if (written.ok) return done(null)
  // Somebody changed it in between: nothing was written, and the next attempt reads it anew.
  return xrpcErrorOf(written.failure) === 'InvalidSwap' ? failed('server_error', studioError('server_error', 'the rules of the thread changed meanwhile', { retryable: true })) : written
}

/** The first post of the thread, which has to be ours. */
export async function rootOf(context: BlueskyContext, remoteId: string): Promise<NetworkResult<{ readonly uri: string; readonly recordKey: string }>> {
  const post = await readPost(context, remoteId)
  if (!post.ok) return post
  if (post.value === null) return failed('rejected', studioError('rejected', 'the post is no longer there', { details: { reason: 'gone' } }))
  const answer = answerSchema.safeParse(post.value.value)
  const uri = answer.success ? answer.data.reply.root.uri : ''
  const address = parseRecordAddress(uri)
  return address === null || address.did !== context.did ? failed('rejected', studioError('rejected', 'this is no answer below a post of ours', { details: { reason: 'not_below_ours' } })) : done({ uri, recordKey: address.recordKey })
}
