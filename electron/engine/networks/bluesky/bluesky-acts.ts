import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { Report, ReportReason } from '../../../../shared/inbox/report.ts'
import type { ActTarget } from '../network-publisher.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import type { BlueskyContext } from './bluesky-context.ts'
import { xrpcErrorOf } from './bluesky-failures.ts'
import { parseRecordAddress, postCollection } from './bluesky-mapping.ts'
import { setDetachedOnBluesky } from './bluesky-detach.ts'
import { setHiddenOnBluesky } from './bluesky-hide.ts'
import { setLockedOnBluesky } from './bluesky-lock.ts'
import { readPost } from './bluesky-references.ts'
import { recordKeyOfAct } from './record-key.ts'

const repostCollection = 'app.bsky.feed.repost'
const blockCollection = 'app.bsky.graph.block'
const writtenSchema = z.object({ uri: z.string() })
const reportSchema = z.object({ id: z.number() })

/**
 * app.bsky.feed.repost, app.bsky.graph and com.atproto.moderation (lexicons read on 2026-11-21). Reposts and blocks are records of ours whose key follows from
 * what they are about, so that twice leaves one.
 */
export async function actOnBluesky(context: BlueskyContext, { act, remoteId, report: told }: ActTarget): Promise<NetworkResult<null>> {
  const address = parseRecordAddress(remoteId)
  if (address === null || address.collection !== postCollection) return failed('rejected', studioError('rejected', 'this is no post'))
  const { xrpc, appView } = context
  switch (act) {
    case 'repost':
      return withPost(context, remoteId, (subject) => keep(context, repostCollection, remoteId, { subject }))
    case 'unrepost':
      return drop(context, repostCollection, recordKeyOfAct(repostCollection, remoteId))
    case 'delete':
      if (address.did !== context.did) return failed('rejected', studioError('rejected', 'only a post of ours can be deleted'))
      return drop(context, postCollection, address.recordKey)
    case 'mute':
    case 'unmute':
      return xrpc.order(appView, `app.bsky.graph.${act}Actor`, { actor: address.did }, 'visible')
    case 'block':
      return keep(context, blockCollection, address.did, { subject: address.did })
    case 'unblock':
      return drop(context, blockCollection, recordKeyOfAct(blockCollection, address.did))
    case 'report':
      return withPost(context, remoteId, (subject) => report(context, subject, told))
    case 'hide':
    case 'unhide':
      return setHiddenOnBluesky(context, remoteId, act === 'hide')
    case 'detach':
    case 'undetach':
      return setDetachedOnBluesky(context, remoteId, act === 'detach')
    case 'lock':
    case 'unlock':
      return setLockedOnBluesky(context, remoteId, act === 'lock')
    case 'ban':
    case 'unban':
      return failed('rejected', studioError('rejected', 'Bluesky knows blocks alone'))
  }
}

interface Subject {
  readonly uri: string
  readonly cid: string
}

async function withPost(context: BlueskyContext, uri: string, call: (subject: Subject) => Promise<NetworkResult<null>>): Promise<NetworkResult<null>> {
  const post = await readPost(context, uri)
  if (!post.ok) return post
  if (post.value === null) return failed('rejected', studioError('rejected', 'the post is no longer there', { details: { reason: 'gone' } }))
  return call({ uri: post.value.uri, cid: post.value.cid })
}

async function keep({ xrpc, server, did, now }: BlueskyContext, collection: string, about: string, record: object): Promise<NetworkResult<null>> {
  const input = { repo: did, collection, rkey: recordKeyOfAct(collection, about), record: { $type: collection, ...record, createdAt: new Date(now()).toISOString() }, swapRecord: null }
  const written = await xrpc.procedure(server, 'com.atproto.repo.putRecord', input, writtenSchema, 'visible')
  return written.ok || xrpcErrorOf(written.failure) === 'InvalidSwap' ? done(null) : written
}

/** Deleting what is not there is a success for the server too. */
function drop({ xrpc, server, did }: BlueskyContext, collection: string, recordKey: string): Promise<NetworkResult<null>> {
  return xrpc.order(server, 'com.atproto.repo.deleteRecord', { repo: did, collection, rkey: recordKey }, 'visible')
}

const reasonTypes: Readonly<Record<ReportReason, string>> = { spam: 'reasonSpam', rude: 'reasonRude', illegal: 'reasonViolation', other: 'reasonOther' }

async function report({ xrpc, server }: BlueskyContext, subject: Subject, told: Report | undefined): Promise<NetworkResult<null>> {
  const reason = told === undefined || told.comment === '' ? {} : { reason: told.comment }
  const input = { reasonType: `com.atproto.moderation.defs#${reasonTypes[told?.reason ?? 'other']}`, ...reason, subject: { $type: 'com.atproto.repo.strongRef', ...subject } }
  const reported = await xrpc.procedure(server, 'com.atproto.moderation.createReport', input, reportSchema, 'visible')
  return reported.ok ? done(null) : reported
}
