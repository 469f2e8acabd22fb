import type { Account } from '../accounts/account.ts'
import type { Quote } from './quote.ts'

type Named = Pick<Quote, 'networkId' | 'serverUrl' | 'remoteId' | 'handle'>

/** The post that is read at this address, where its name follows from it and one of the accounts can quote it: any post of Bluesky's, one of Mastodon's on the server of the account. null: none. */
export function quoteOfAddress(address: string, accounts: readonly Pick<Account, 'networkId' | 'serverUrl'>[]): Named | null {
  if (!URL.canParse(address)) return null
  const { protocol, host, origin, pathname } = new URL(address)
  if (protocol !== 'https:') return null
  return host === 'bsky.app' ? ofBluesky(pathname, accounts) : ofMastodon(origin, host, pathname, accounts)
}

/** By the author's name or DID; the adapter asks for the DID. */
function ofBluesky(path: string, accounts: readonly Pick<Account, 'networkId' | 'serverUrl'>[]): Named | null {
  const [, author, recordKey] = /^\/profile\/([A-Za-z0-9.:_-]{1,300})\/post\/([A-Za-z0-9]{1,64})\/?$/.exec(path) ?? []
  const by = accounts.find(({ networkId }) => networkId === 'bluesky')
  if (author === undefined || recordKey === undefined || by === undefined) return null
  return { networkId: 'bluesky', serverUrl: by.serverUrl, remoteId: `at://${author}/app.bsky.feed.post/${recordKey}`, handle: author.startsWith('did:') ? author : `@${author}` }
}

function ofMastodon(origin: string, host: string, path: string, accounts: readonly Pick<Account, 'networkId' | 'serverUrl'>[]): Named | null {
  const [, author, id] = /^\/@(\w{1,100})\/(\d{1,25})\/?$/.exec(path) ?? []
  const isThere = accounts.some(({ networkId, serverUrl }) => networkId === 'mastodon' && serverUrl === origin)
  return author === undefined || id === undefined || !isThere ? null : { networkId: 'mastodon', serverUrl: origin, remoteId: id, handle: `@${author}@${host}` }
}
