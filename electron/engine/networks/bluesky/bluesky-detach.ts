import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import type { BlueskyContext } from './bluesky-context.ts'
import { writeGate } from './bluesky-gate.ts'
import { parseRecordAddress, postCollection, writeRecordAddress } from './bluesky-mapping.ts'
import { readOwnRecord, readPost } from './bluesky-references.ts'
import { quotedIn, readPostRecord } from './bluesky-thread.ts'

/** A record beside a post of ours, with the same key: who may quote it, and which quotes show it no more. app.bsky.feed.postgate (lexicon read on 2026-11-23). */
const postgateCollection = 'app.bsky.feed.postgate'
const postgateSchema = z.looseObject({ detachedEmbeddingUris: z.array(z.string()).default([]) })
/** `detachedEmbeddingUris`, maxLength */
const mostDetached = 50

/** Our post is shown in that quote no more, or again. Looked at first; what else stands in that record stays as it is. */
export async function setDetachedOnBluesky(context: BlueskyContext, remoteId: string, isDetached: boolean): Promise<NetworkResult<null>> {
  const ours = await findOurs(context, remoteId)
  if (!ours.ok) return ours
  const { uri, recordKey } = ours.value
  const read = await readOwnRecord(context, writeRecordAddress({ did: context.did, collection: postgateCollection, recordKey }))
  if (!read.ok) return read
  const gate = postgateSchema.safeParse(read.value === null ? {} : read.value.value)
  if (!gate.success) return failed('bug', studioError('unexpected_answer', 'the rules of the post have another shape'))
  const { detachedEmbeddingUris: detached } = gate.data
  if (detached.includes(remoteId) === isDetached) return done(null)
  if (isDetached && detached.length >= mostDetached) return failed('rejected', studioError('rejected', 'it is taken out of as many quotes as can be', { details: { reason: 'too_many_detached' } }))
  const detachedEmbeddingUris = isDetached ? [...detached, remoteId] : detached.filter((each) => each !== remoteId)
  const record = { post: uri, createdAt: new Date(context.now()).toISOString(), ...gate.data, $type: postgateCollection, detachedEmbeddingUris }
  return writeGate(context, recordKey, record, read.value === null ? null : read.value.cid)
}

/** The post of ours that it quotes. */
async function findOurs(context: BlueskyContext, remoteId: string): Promise<NetworkResult<{ readonly uri: string; readonly recordKey: string }>> {
  const post = await readPost(context, remoteId)
  if (!post.ok) return post
  if (post.value === null) return failed('rejected', studioError('rejected', 'the post is no longer there', { details: { reason: 'gone' } }))
  const uri = quotedIn(readPostRecord(post.value.value))
  const address = parseRecordAddress(uri)
  const isOurs = address !== null && address.did === context.did && address.collection === postCollection
  return isOurs ? done({ uri, recordKey: address.recordKey }) : failed('rejected', studioError('rejected', 'it quotes no post of ours', { details: { reason: 'quotes_nothing' } }))
}
