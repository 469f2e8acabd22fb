import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import type { BlueskyContext } from './bluesky-context.ts'
import { xrpcErrorOf } from './bluesky-failures.ts'
import { parseRecordAddress, writeRecordAddress } from './bluesky-mapping.ts'
import { readOwnRecord, readPost } from './bluesky-references.ts'

const gateCollection = 'app.bsky.feed.threadgate'
/** `hiddenReplies`, maxLength */
const mostHidden = 300

const answerSchema = z.object({ reply: z.object({ root: z.object({ uri: z.string() }) }) })
const gateSchema = z.looseObject({ hiddenReplies: z.array(z.string()).catch([]) })
const writtenSchema = z.object({ uri: z.string() })

/**
 * Answers below a thread of ours are hidden by a record beside its first post, with the same key: app.bsky.feed.threadgate (lexicon read on 2026-11-23). Whoever answers next, and what
 * else stands in that record, stays as it is.
 */
export async function setHiddenOnBluesky(context: BlueskyContext, remoteId: string, isHidden: boolean): Promise<NetworkResult<null>> {
  const root = await rootOf(context, remoteId)
  if (!root.ok) return root
  const gate = await readGate(context, root.value.recordKey)
  if (!gate.ok) return gate
  const { hiddenReplies: hidden } = gate.value.record
  if (hidden.includes(remoteId) === isHidden) return done(null)
  if (isHidden && hidden.length >= mostHidden) return failed('rejected', studioError('rejected', 'as many answers are hidden there as can be', { details: { reason: 'too_many_hidden' } }))
  const hiddenReplies = isHidden ? [...hidden, remoteId] : hidden.filter((uri) => uri !== remoteId)
  const record = { $type: gateCollection, post: root.value.uri, createdAt: new Date(context.now()).toISOString(), ...gate.value.record, hiddenReplies }
  return write(context, root.value.recordKey, record, gate.value.version)
}

interface Gate {
  readonly record: z.infer<typeof gateSchema>
  /** null: there is none; undefined: the server keeps versions to itself. */
  readonly version: string | null | undefined
}

async function readGate(context: BlueskyContext, recordKey: string): Promise<NetworkResult<Gate>> {
  const read = await readOwnRecord(context, writeRecordAddress({ did: context.did, collection: gateCollection, recordKey }))
  if (!read.ok) return read
  if (read.value === null) return done({ record: { hiddenReplies: [] }, version: null })
  const record = gateSchema.safeParse(read.value.value)
  return record.success ? done({ record: record.data, version: read.value.cid }) : failed('bug', studioError('unexpected_answer', 'the rules of the thread have another shape'))
}

async function write({ xrpc, server, did }: BlueskyContext, rkey: string, record: object, was: Gate['version']): Promise<NetworkResult<null>> {
  const input = { repo: did, collection: gateCollection, rkey, record, ...(was === undefined ? {} : { swapRecord: was }) }
  const written = await xrpc.procedure(server, 'com.atproto.repo.putRecord', input, writtenSchema, 'visible')
  if (written.ok) return done(null)
  // Somebody changed it in between: nothing was written, and the next attempt reads it anew.
  return xrpcErrorOf(written.failure) === 'InvalidSwap' ? failed('server_error', studioError('server_error', 'the rules of the thread changed meanwhile', { retryable: true })) : written
}

/** The first post of the thread, which has to be ours. */
async function rootOf(context: BlueskyContext, remoteId: string): Promise<NetworkResult<{ readonly uri: string; readonly recordKey: string }>> {
  const post = await readPost(context, remoteId)
  if (!post.ok) return post
  if (post.value === null) return failed('rejected', studioError('rejected', 'the post is no longer there', { details: { reason: 'gone' } }))
  const answer = answerSchema.safeParse(post.value.value)
  const uri = answer.success ? answer.data.reply.root.uri : ''
  const address = parseRecordAddress(uri)
  return address === null || address.did !== context.did ? failed('rejected', studioError('rejected', 'only answers below a post of ours can be hidden', { details: { reason: 'not_below_ours' } })) : done({ uri, recordKey: address.recordKey })
}
