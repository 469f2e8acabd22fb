import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { IncomingItem } from '../network-incoming.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import type { BlueskyContext } from './bluesky-context.ts'
import { gateCollection, gateSchema, readGate, rootOf, writeGate, type Gate } from './bluesky-gate.ts'
import { parseRecordAddress } from './bluesky-mapping.ts'

/** The most that is listed at once, the newest first. */
const mostListed = 100
const listSchema = z.object({ records: z.array(z.object({ uri: z.string(), value: z.unknown() })) })

/**
 * Nobody may answer in a thread of ours, or everybody may: `allow` of app.bsky.feed.threadgate (lexicon read on 2026-11-23). Where somebody chose who may, that would be lost, so it is left alone; what is hidden there stays
 * hidden. Looked at first: what was done in another program meanwhile is done.
 */
export async function setLockedOnBluesky(context: BlueskyContext, remoteId: string, isLocked: boolean): Promise<NetworkResult<null>> {
  const root = await rootOf(context, remoteId)
  if (!root.ok) return root
  const gate = await readGate(context, root.value.recordKey)
  if (!gate.ok) return gate
  const { allow, ...rest } = gate.value.record
  if (hasRules(gate.value.record)) return failed('rejected', studioError('rejected', 'who may answer there was chosen, and would be lost', { details: { reason: 'answers_limited' } }))
  if ((allow !== undefined) === isLocked) return done(null)
  const record = { $type: gateCollection, post: root.value.uri, createdAt: new Date(context.now()).toISOString(), ...rest, ...(isLocked ? { allow: [] } : {}) }
  return writeGate(context, root.value.recordKey, record, gate.value.version)
}

export type LocksOfThreads = (rootUri: string | undefined) => Pick<IncomingItem, 'lock'>

/** How threads of ours stand that these posts answer in, by their first posts; one call, and none where none of them is ours. */
export async function readThreadLocks({ xrpc, server, did }: BlueskyContext, rootUris: readonly (string | undefined)[]): Promise<NetworkResult<LocksOfThreads>> {
  const isOurs = (uri: string | undefined): uri is string => uri !== undefined && parseRecordAddress(uri)?.did === did
  if (!rootUris.some(isOurs)) return done(() => ({}))
  const listed = await xrpc.query(server, 'com.atproto.repo.listRecords', { repo: did, collection: gateCollection, limit: mostListed }, listSchema)
  return mapValue(listed, ({ records }) => {
    const gates = new Map(records.map(({ uri, value }) => [parseRecordAddress(uri)?.recordKey, gateSchema.safeParse(value).data] as const))
    return (root) => {
      const gate = isOurs(root) ? gates.get(parseRecordAddress(root)?.recordKey) : undefined
      if (!isOurs(root) || (gate !== undefined && hasRules(gate))) return {}
      return { lock: { place: root, isLocked: gate?.allow !== undefined } }
    }
  })
}

/** Some may answer, and others may not. */
function hasRules({ allow = [] }: Gate['record']): boolean {
  return allow.length > 0
}
