import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { callForJson } from '../api-call.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, type Failed } from '../network-results.ts'
import { serverOfAccount } from './bluesky-mapping.ts'
import type { BlueskyNeeds } from './bluesky-options.ts'
import { createXrpc } from './xrpc.ts'

export interface AccountPlace {
  readonly did: string
  /** The server that holds the account, as its own document says. */
  readonly serverUrl: string
}

export interface AccountSought {
  /** Handle or DID, as the user wrote it. */
  readonly name: string
  /** The server that is asked whose handle it is. */
  readonly askedServer: string
  readonly signal: AbortSignal
}

const didSchema = z.object({ did: z.string() })
const documentSchema = z.looseObject({ id: z.string(), alsoKnownAs: z.array(z.string()).optional() })
const didPattern = /^did:(plc:[a-z2-7]{24}|web:[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+)$/
/** https://atproto.com/specs/handle */
const handlePattern = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/

/**
 * Where an account lives: handle to DID to its document (https://atproto.com/specs/handle and /did, read on 2026-11-21). The document has to claim the
 * handle, so that whoever answered the first question cannot give somebody else's account.
 */
export async function findAccountPlace(needs: BlueskyNeeds, { name, askedServer, signal }: AccountSought): Promise<NetworkResult<AccountPlace>> {
  const handle = name.startsWith('did:') ? null : name.toLowerCase()
  const did = handle === null ? done(name) : await resolveHandle(needs, handle, askedServer, signal)
  if (!did.ok) return did
  if (!didPattern.test(did.value)) return nobody('what was typed leads to no DID')
  const document = await readDocument(needs, did.value, signal)
  if (!document.ok) return document
  const { id, alsoKnownAs = [] } = document.value
  if (id !== did.value) return nobody('the document is another account’s')
  if (handle !== null && !alsoKnownAs.some((alias) => alias.toLowerCase() === `at://${handle}`)) return nobody('the account does not call itself so')
  const serverUrl = serverOfAccount(document.value)
  return serverUrl === null ? nobody('the account names no server') : done({ did: did.value, serverUrl })
}

async function resolveHandle(needs: BlueskyNeeds, handle: string, serverUrl: string, signal: AbortSignal): Promise<NetworkResult<string>> {
  if (!handlePattern.test(handle)) return nobody('this is no handle')
  const found = await createXrpc(needs).query({ serverUrl, access: { kind: 'none' }, service: null, signal }, 'com.atproto.identity.resolveHandle', { handle }, didSchema)
  if (found.ok) return done(found.value.did)
  const status = found.failure.error.details?.['status']
  if (found.failure.kind === 'bug' || status === 404 || status === 405) return failed('rejected', studioError('not_that_kind_of_server', 'no Bluesky server answers there', { details: found.failure.error.details ?? {} }))
  return found.failure.kind === 'rejected' ? nobody('the handle is nobody’s') : found
}

async function readDocument({ http, clock, plcUrl }: BlueskyNeeds, did: string, signal: AbortSignal): Promise<NetworkResult<z.infer<typeof documentSchema>>> {
  const isWeb = did.startsWith('did:web:')
  const url = isWeb ? `https://${did.slice('did:web:'.length)}/.well-known/did.json` : `${plcUrl}/${did}`
  const read = await callForJson(
    { http, effect: 'none', now: () => clock.now() },
    // The account's owner chose that address, who may be anybody.
    { method: 'GET', url, headers: { accept: 'application/json' }, signed: false, signal, privateAddresses: isWeb ? 'refused' : 'allowed' },
    documentSchema
  )
  return !read.ok && read.failure.kind === 'rejected' && read.failure.error.code !== 'address_refused' ? nobody('the DID has no document') : read
}

function nobody(message: string): Failed {
  return failed('rejected', studioError('wrong_credentials', message, { details: { reason: 'no_such_handle' } }))
}
