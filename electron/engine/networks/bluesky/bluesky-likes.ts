import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import type { BlueskyContext } from './bluesky-context.ts'
import { xrpcErrorOf } from './bluesky-failures.ts'
import { likeCollection, parseRecordAddress } from './bluesky-mapping.ts'
import { readPost } from './bluesky-references.ts'
import { recordKeyOfLike } from './record-key.ts'

const writtenSchema = z.object({ uri: z.string() })

/** A like is a record in our repository; its key follows from the post, so liking twice leaves one. */
export async function setBlueskyLike(context: BlueskyContext, { remoteId, liked }: { remoteId: string; liked: boolean }): Promise<NetworkResult<null>> {
  const post = await readPost(context, remoteId)
  if (!post.ok) return post
  if (liked) {
    if (post.value === null) return failed('rejected', studioError('rejected', 'the post to like is no longer there', { details: { reason: 'gone' } }))
    return post.value.ownLike === null ? like(context, remoteId, post.value.cid) : done(null)
  }
  const ours = await unlike(context, recordKeyOfLike(remoteId))
  const elsewhere = parseRecordAddress(post.value?.ownLike ?? '')
  // A like made in another program has a key of its own.
  if (!ours.ok || elsewhere === null || elsewhere.did !== context.did || elsewhere.collection !== likeCollection) return ours
  return unlike(context, elsewhere.recordKey)
}

async function like({ xrpc, server, did, now }: BlueskyContext, uri: string, cid: string): Promise<NetworkResult<null>> {
  const record = { $type: likeCollection, subject: { uri, cid }, createdAt: new Date(now()).toISOString() }
  const input = { repo: did, collection: likeCollection, rkey: recordKeyOfLike(uri), record, swapRecord: null }
  const written = await xrpc.procedure(server, 'com.atproto.repo.putRecord', input, writtenSchema, 'visible')
  if (written.ok || xrpcErrorOf(written.failure) === 'InvalidSwap') return done(null)
  return written
}

/** Deleting what is not there is a success for the server too. */
function unlike({ xrpc, server, did }: BlueskyContext, recordKey: string): Promise<NetworkResult<null>> {
  return xrpc.order(server, 'com.atproto.repo.deleteRecord', { repo: did, collection: likeCollection, rkey: recordKey }, 'visible')
}
