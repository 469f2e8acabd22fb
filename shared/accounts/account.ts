import { z } from 'zod'
import { idSchema, instantSchema } from '../contract/identifiers.ts'
import { networkIdSchema } from '../networks/network-id.ts'
import { serverLimitsSchema } from './server-limits.ts'

/** `connected`: calls work. `needs_login`: the network refused the token. `secret_missing`: the keychain no longer holds it. */
export const accountStates = ['connected', 'needs_login', 'secret_missing'] as const

export const accountSchema = z.object({
  id: idSchema,
  networkId: networkIdSchema,
  /** As people write it: `@lea.bsky.social`, `@lea@mastodon.example`, `blog.example`. */
  handle: z.string(),
  displayName: z.string(),
  /** Origin of the server that holds the account. */
  serverUrl: z.string(),
  /** The network's own identifier of the account (a DID, a numeric id). */
  remoteId: z.string(),
  state: z.enum(accountStates),
  /** When the access ends and has to be renewed by the user; null when it does not end. */
  accessEndsAt: instantSchema.nullable(),
  /** Limits that differ from server to server, read from the server itself (a Mastodon instance's characters). */
  serverLimits: serverLimitsSchema,
  lastCheckedAt: instantSchema.nullable(),
  connectedAt: instantSchema,
  /** Its next post begins with terms, to go out at once (`shared/posts/post-terms.ts`). Left out: it goes the network's other way, if it has one. */
  beginsWithTerms: z.literal(true).optional(),
  /** Rights that Vigie asks its network for today and the login does not have, as the network names them: a new login brings them. Left out: none, or not known. */
  lacksRights: z.array(z.string()).optional(),
  /** The other clients that have the very same account connected; left out: none. Told when accounts are listed or connected. */
  alsoAt: z.array(idSchema).optional(),
  /** It was removed from the client; what it published goes on bearing its name. Left out: it is in use. */
  isRemoved: z.literal(true).optional()
})
/** An account whose network this version cannot serve: kept as it is, shown, and left alone by everything else. */
export const unservedAccountSchema = z.object({
  id: idSchema,
  /** As the version that connected it wrote it down. */
  networkName: z.string(),
  handle: z.string(),
  displayName: z.string(),
  serverUrl: z.string()
})
export type UnservedAccount = z.infer<typeof unservedAccountSchema>
export type Account = z.infer<typeof accountSchema>
export type AccountState = (typeof accountStates)[number]
