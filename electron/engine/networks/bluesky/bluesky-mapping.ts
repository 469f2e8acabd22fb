import { z } from 'zod'
import { isLoopbackAddress } from '../../../../shared/networks/is-loopback-address.ts'

/** `at://` address of a record in its three parts. */
export interface RecordAddress {
  readonly did: string
  readonly collection: string
  readonly recordKey: string
}

export const postCollection = 'app.bsky.feed.post'
export const likeCollection = 'app.bsky.feed.like'

export function parseRecordAddress(uri: string): RecordAddress | null {
  const match = /^at:\/\/(did:[a-z]+:[A-Za-z0-9._:%-]+)\/([A-Za-z0-9.-]+)\/([A-Za-z0-9._:~-]+)$/.exec(uri)
  const [, did, collection, recordKey] = match ?? []
  return did === undefined || collection === undefined || recordKey === undefined ? null : { did, collection, recordKey }
}

export function writeRecordAddress({ did, collection, recordKey }: RecordAddress): string {
  return `at://${did}/${collection}/${recordKey}`
}

/** How somebody is named. A handle that no longer leads back to its owner is called `handle.invalid`, whoever it is: the DID tells them apart. */
export function handleOf({ did, handle }: { readonly did: string; readonly handle: string }): string {
  return handle === 'handle.invalid' ? did : `@${handle}`
}

/** Where people read a post. By DID, which outlives a change of the handle. */
export function postPage(uri: string): string | null {
  const address = parseRecordAddress(uri)
  return address === null || address.collection !== postCollection ? null : `https://bsky.app/profile/${address.did}/post/${address.recordKey}`
}

const didDocumentSchema = z.object({ service: z.array(z.object({ id: z.string(), serviceEndpoint: z.unknown() })) })

/** The server that holds the account, from its DID document: https (or this computer); null when the document does not say. */
export function serverOfAccount(didDocument: unknown): string | null {
  const parsed = didDocumentSchema.safeParse(didDocument)
  const endpoint = parsed.success ? parsed.data.service.find(({ id }) => id.endsWith('#atproto_pds'))?.serviceEndpoint : undefined
  if (typeof endpoint !== 'string' || !URL.canParse(endpoint)) return null
  const { protocol, origin } = new URL(endpoint)
  return protocol === 'https:' || isLoopbackAddress(endpoint) ? origin : null
}
