import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import type { BlueskyContext } from './bluesky-context.ts'
import { gateCollection, readGate, rootOf, writeGate } from './bluesky-gate.ts'

/** `hiddenReplies`, maxLength */
const mostHidden = 300

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
  return writeGate(context, root.value.recordKey, record, gate.value.version)
}
