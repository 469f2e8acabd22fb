import type { NetworkId } from '../../networks/network-id.ts'
import { plainHandle, type Handles } from '../person.ts'

interface Network {
  readonly networkId: NetworkId
  /** What people are called there. */
  readonly handle: RegExp
  /** Where their pages stand: the server's name and the path, without its last stroke. */
  readonly page?: RegExp
}

/** Names and pages as the networks give them; what an assistant or a company's page is called is no name to be mentioned by. */
const networks: readonly Network[] = [
  { networkId: 'instagram', handle: /^[\w.]{1,30}$/, page: /^instagram\.com\/@?([\w.]{1,30})$/ },
  { networkId: 'x', handle: /^\w{1,15}$/, page: /^(?:x|twitter)\.com\/@?(\w{1,15})$/ },
  { networkId: 'threads', handle: /^[\w.]{1,30}$/, page: /^threads\.(?:net|com)\/@([\w.]{1,30})$/ },
  { networkId: 'bluesky', handle: /^[a-z\d][a-z\d-]*(?:\.[a-z\d][a-z\d-]*)+$/i, page: /^bsky\.app\/profile\/([\w.-]+\.[\w-]+)$/ },
  { networkId: 'mastodon', handle: /^\w[\w.-]*@[\w-]+(?:\.[\w-]+)+$/ },
  { networkId: 'tiktok', handle: /^[\w.]{2,24}$/, page: /^tiktok\.com\/@([\w.]{2,24})$/ },
  { networkId: 'youtube', handle: /^[\p{L}\p{N}_.·-]{3,30}$/u, page: /^youtube\.com\/@([\p{L}\p{N}_.·-]{3,30})$/u },
  { networkId: 'telegram', handle: /^\w{4,32}$/, page: /^(?:t\.me|telegram\.me)\/(\w{4,32})$/ },
  { networkId: 'discourse', handle: /^\w[\w.-]{0,59}$/ }
]

/** Parts of those sites that are nobody's page. */
const nobody: ReadonlySet<string> = new Set(['about', 'accounts', 'addstickers', 'explore', 'hashtag', 'home', 'intent', 'joinchat', 'login', 'proxy', 'search', 'settings', 'share', 'signup', 'stories'])

/** Any other server with such a page speaks Mastodon's kind of names, perhaps of somebody on another server still. */
const fediverse = /^([\w-]+(?:\.[\w-]+)*\.[a-z]{2,})\/(?:web\/)?(?:@|users\/)(\w[\w.-]*)(?:@([\w-]+(?:\.[\w-]+)+))?$/i
/** Sites that write names like that, and are not of that kind. */
const otherSites = /(?:^|\.)(?:instagram|x|twitter|facebook|threads|tiktok|youtube|medium|substack|snapchat|pinterest|linkedin|odysee|rumble|steemit|vk|dailymotion|linktr|patreon|tumblr|twitch|telegram|t)\.(?:com|net|ee|me)$/i

/** Whom the address of a page names, and where; null: none that is known. */
export function handleFromAddress(address: string): Handles | null {
  const plain = decoded(address.trim()).replace(/^https?:\/\//i, '').replace(/^(?:www|m|mobile)\./i, '').replace(/[?#].*$/, '').replace(/\/+$/, '')
  const at = plain.indexOf('/')
  if (at < 1 || plain.length > 500) return null
  const written = `${plain.slice(0, at).toLowerCase()}${plain.slice(at)}`
  for (const { networkId, page } of networks) {
    const handle = page?.exec(written)?.[1]
    if (handle !== undefined) return nobody.has(handle.toLowerCase()) ? null : { [networkId]: handle }
  }
  return fromFediverse(written)
}

function fromFediverse(written: string): Handles | null {
  const [, server, name, elsewhere] = fediverse.exec(written) ?? []
  return server === undefined || name === undefined || otherSites.test(server) ? null : { mastodon: `${name}@${elsewhere ?? server}` }
}

const names: Readonly<Record<string, NetworkId>> = { instagram: 'instagram', insta: 'instagram', x: 'x', twitter: 'x', 'x (twitter)': 'x', 'x / twitter': 'x', 'twitter / x': 'x', threads: 'threads', bluesky: 'bluesky', bsky: 'bluesky', mastodon: 'mastodon', fediverse: 'mastodon', tiktok: 'tiktok', youtube: 'youtube', telegram: 'telegram', discourse: 'discourse' }

/** The network that a heading or a label names, perhaps with a word beside it: `Twitter handle`, `Compte Instagram`, `X (Twitter)`. */
export function networkNamed(label: string): NetworkId | null {
  const plain = label.trim().toLowerCase()
  const bare = plain.replace(/^(?:compte|profil|pseudo|nom|identifiant|page|lien)(?: sur)? /, '').replace(/ (?:handle|account|username|user name|name|profile|page|url|link|id)$/, '')
  return names[plain] ?? names[bare] ?? null
}

/** Written with nothing but the name, the name behind a program's own sign (`x-apple:tom`), or the address of a page; null: not readable there. */
export function handleOn(networkId: NetworkId, value: string): Handles | null {
  const byAddress = handleFromAddress(value)
  if (byAddress !== null) return byAddress
  const handle = plainHandle(decoded(value).trim().replace(/^(?:x-apple|acct|[a-z]+):(?!\/)/i, ''))
  const rule = networks.find((network) => network.networkId === networkId)
  return rule?.handle.test(handle) === true ? { [networkId]: handle } : null
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    // A per cent sign that means itself.
    return address
  }
}
