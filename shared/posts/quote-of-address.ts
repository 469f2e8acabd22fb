import type { Account } from '../accounts/account.ts'
import type { Quote } from './quote.ts'

type Named = Pick<Quote, 'networkId' | 'serverUrl' | 'remoteId' | 'handle'>

/** The post that is read at this address, where its name follows from it and one of the accounts can quote it: any post of Bluesky's, one of Mastodon's on the server of the account, one of LinkedIn's whose address names it as programs have to, any of Reddit's, any pin. null: none. */
export function quoteOfAddress(address: string, accounts: readonly Pick<Account, 'networkId' | 'serverUrl'>[]): Named | null {
  if (!URL.canParse(address)) return null
  const { protocol, host, origin, pathname } = new URL(address)
  if (protocol !== 'https:') return null
  if (host === 'bsky.app') return ofBluesky(pathname, accounts)
  if (/^(?:(?:www|old|new)\.)?reddit\.com$/.test(host)) return ofReddit(pathname, accounts)
  if (/^(?:www\.|[a-z]{2}\.)?pinterest\.(?:com|(?:com?\.)?[a-z]{2})$/.test(host)) return ofPinterest(pathname, accounts)
  return host === 'www.linkedin.com' ? ofLinkedin(pathname, accounts) : ofMastodon(origin, host, pathname, accounts)
}

/** By the author's name or DID; the adapter asks for the DID. */
function ofBluesky(path: string, accounts: readonly Pick<Account, 'networkId' | 'serverUrl'>[]): Named | null {
  const [, author, recordKey] = /^\/profile\/([A-Za-z0-9.:_-]{1,300})\/post\/([A-Za-z0-9]{1,64})\/?$/.exec(path) ?? []
  const by = accounts.find(({ networkId }) => networkId === 'bluesky')
  if (author === undefined || recordKey === undefined || by === undefined) return null
  return { networkId: 'bluesky', serverUrl: by.serverUrl, remoteId: `at://${author}/app.bsky.feed.post/${recordKey}`, handle: author.startsWith('did:') ? author : `@${author}` }
}

function ofReddit(path: string, accounts: readonly Pick<Account, 'networkId' | 'serverUrl'>[]): Named | null {
  const [, place, id] = /^\/((?:r|u|user)\/[\w-]{2,28})\/comments\/([a-z0-9]{1,15})(?:\/[^/]{0,300})?\/?$/.exec(path) ?? []
  const by = accounts.find(({ networkId }) => networkId === 'reddit')
  return place === undefined || id === undefined || by === undefined ? null : { networkId: 'reddit', serverUrl: by.serverUrl, remoteId: `t3_${id}`, handle: place }
}

/** By the number alone, or by words and the number: whatever country the address is for, the number is the same. */
function ofPinterest(path: string, accounts: readonly Pick<Account, 'networkId' | 'serverUrl'>[]): Named | null {
  const [, id] = /^\/pin\/(?:[^/]{1,300}--)?(\d{1,25})\/?$/.exec(path) ?? []
  const by = accounts.find(({ networkId }) => networkId === 'pinterest')
  return id === undefined || by === undefined ? null : { networkId: 'pinterest', serverUrl: by.serverUrl, remoteId: id, handle: 'pinterest.com' }
}

/** A share or a `ugcPost`. An activity, which most addresses on its pages name, is a number of another kind: what it stands for programs are not told. */
function ofLinkedin(path: string, accounts: readonly Pick<Account, 'networkId' | 'serverUrl'>[]): Named | null {
  const [, urn, member, kind, number] = /^\/(?:feed\/update\/(urn:li:(?:share|ugcPost):\d{1,20})|posts\/([\p{L}\p{N}-]{1,100})_[^/]{0,300}-(share|ugcPost)-(\d{1,20})(?:-[\w-]{1,20})?)\/?$/u.exec(decoded(path)) ?? []
  const by = accounts.find(({ networkId }) => networkId === 'linkedin' || networkId === 'linkedin_page')
  if ((urn === undefined && number === undefined) || by === undefined) return null
  return { networkId: by.networkId, serverUrl: by.serverUrl, remoteId: urn ?? `urn:li:${kind ?? ''}:${number ?? ''}`, handle: member ?? 'linkedin.com' }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    // No name that anybody wrote.
    return path
  }
}

function ofMastodon(origin: string, host: string, path: string, accounts: readonly Pick<Account, 'networkId' | 'serverUrl'>[]): Named | null {
  const [, author, id] = /^\/@(\w{1,100})\/(\d{1,25})\/?$/.exec(path) ?? []
  const isThere = accounts.some(({ networkId, serverUrl }) => networkId === 'mastodon' && serverUrl === origin)
  return author === undefined || id === undefined || !isThere ? null : { networkId: 'mastodon', serverUrl: origin, remoteId: id, handle: `@${author}@${host}` }
}
