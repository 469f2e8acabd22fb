import { z } from 'zod'
import type { AccountIdentity } from '../network-connect.ts'
import type { Xrpc, XrpcTarget } from './xrpc.ts'

const profileRecordSchema = z.object({ value: z.object({ displayName: z.string().optional() }) })
const noLimits = { maxCharacters: null, charactersPerUrl: null, maxMedia: null }

/** The account as it is shown, whichever way it was connected. */
export async function identifyBlueskyAccount(xrpc: Xrpc, target: XrpcTarget, who: { readonly did: string; readonly handle: string; readonly accessEndsAt: number | null }): Promise<AccountIdentity> {
  const { did, handle, accessEndsAt } = who
  const profile = await xrpc.query(target, 'com.atproto.repo.getRecord', { repo: did, collection: 'app.bsky.actor.profile', rkey: 'self' }, profileRecordSchema)
  // Many accounts have no profile; a name is not worth failing for.
  const name = profile.ok ? (profile.value.value.displayName ?? '').trim() : ''
  return { handle: `@${handle}`, displayName: name === '' ? handle : name, serverUrl: target.serverUrl, remoteId: did, accessEndsAt, serverLimits: noLimits }
}

/** Handles copied from a page often carry marks of writing direction that nobody sees. */
export function plainIdentifier(typed: string): string {
  return typed.replaceAll(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').trim().replace(/^@/, '')
}
