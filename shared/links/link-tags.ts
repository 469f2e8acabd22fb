import { z } from 'zod'
import { assistedIdOf, type AssistedId } from '../networks/assisted-networks.ts'
import type { NetworkId } from '../networks/network-id.ts'

/** What a link says of where it was clicked, for the client's own statistics: the `utm_` words of its address. Empty: left out. */
export interface LinkTags {
  readonly source: string
  readonly medium: string
  readonly campaign: string
  readonly content: string
}

export const linkTagNames = ['source', 'medium', 'campaign', 'content'] as const satisfies readonly (keyof LinkTags)[]

/** Stands in a link's address for the network that a reader comes from: each account gets its own word in its place. */
export const networkInLink = '{network}'

const tagSchema = z.string().trim().max(100)

/** What a client's links say unless somebody writes something else. */
export const linkDefaultsSchema = z.object({
  medium: tagSchema.default('social'),
  campaign: tagSchema.default(''),
  /** Where the client's statistics call a network by another name: `x` → `twitter`. */
  sources: z.record(z.string().regex(/^[a-z_]{1,30}$/), tagSchema.min(1)).default({})
})
export type LinkDefaults = z.output<typeof linkDefaultsSchema>

export const defaultLinkDefaults: LinkDefaults = linkDefaultsSchema.parse({})

/** Networks by the names that stand in addresses, in the order in which they are offered. */
export const linkSources = ['facebook', 'instagram', 'threads', 'linkedin', 'x', 'bluesky', 'mastodon', 'tiktok', 'youtube', 'pinterest', 'google', 'snapchat', 'reddit', 'telegram', 'discord', 'discourse', 'wordpress', 'myspace', 'social', 'practice'] as const
export type LinkSource = (typeof linkSources)[number]

const byHandSources: Readonly<Record<AssistedId, LinkSource>> = {
  snapchat: 'snapchat', tiktok: 'tiktok', instagram: 'instagram', instagram_story: 'instagram', facebook_profile: 'facebook', threads: 'threads', x_by_hand: 'x',
  linkedin: 'linkedin', youtube: 'youtube', pinterest: 'pinterest', reddit: 'reddit', myspace: 'myspace', own: 'social'
}

/** How addresses name the network of an account; where somebody publishes by hand, the network they do it on. */
export function linkSourceOf(account: { readonly networkId: NetworkId; readonly remoteId: string }): LinkSource {
  if (account.networkId === 'assisted') return byHandSources[assistedIdOf(account)]
  if (account.networkId === 'google_business') return 'google'
  return account.networkId === 'linkedin_page' ? 'linkedin' : linkSources.find((source) => source === account.networkId) ?? 'social'
}

/** The tags of an address, read as people wrote them. */
export function readLinkTags(address: string): LinkTags {
  const pairs = parted(address).pairs
  const valueOf = (name: string): string => {
    const pair = pairs.findLast((candidate) => nameOf(candidate) === `utm_${name}`) ?? ''
    return readable(pair.slice(pair.indexOf('=') + 1))
  }
  return { source: valueOf('source'), medium: valueOf('medium'), campaign: valueOf('campaign'), content: valueOf('content') }
}

export function hasLinkTags(address: string): boolean {
  return Object.values(readLinkTags(address)).some((value) => value !== '')
}

/** Whether an address is one that statistics can follow: mail and telephone have none. */
export function canBeTagged(address: string): boolean {
  return /^https?:\/\//i.test(address)
}

/** The address with these tags in the place of any it has; everything else of it stays to the letter, the part behind `#` at its end. */
export function withLinkTags(address: string, tags: LinkTags): string {
  const { before, pairs, fragment } = parted(address)
  const others = pairs.filter((pair) => pair !== '' && !ownNames.has(nameOf(pair)))
  const own = linkTagNames.flatMap((name) => (tags[name].trim() === '' ? [] : [`utm_${name}=${written(tags[name].trim())}`]))
  const query = [...others, ...own].join('&')
  return `${before}${query === '' ? '' : `?${query}`}${fragment}`
}

export function withoutLinkTags(address: string): string {
  return hasLinkTags(address) ? withLinkTags(address, { source: '', medium: '', campaign: '', content: '' }) : address
}

/** A client's own names as they are kept beside a link, so that what was shown stays what is sent: `x=twitter&facebook=fb`. */
export function writeSources(sources: LinkDefaults['sources']): string | null {
  const pairs = Object.entries(sources).map(([source, name]) => `${source}=${encodeURIComponent(name)}`)
  return pairs.length === 0 ? null : pairs.join('&')
}

/** The word for one network among names that are kept beside a link. */
export function sourceAmong(kept: unknown, source: LinkSource): string {
  const pair = typeof kept === 'string' ? kept.split('&').find((candidate) => candidate.startsWith(`${source}=`)) : undefined
  const name = pair === undefined ? '' : readable(pair.slice(source.length + 1))
  return name === '' ? source : name
}

/** Every `{network}` that stands in a tag, replaced; elsewhere in a text the word is the author's own. */
export function nameNetwork(text: string, source: string): string {
  return text.replaceAll(/(?<=[?&]utm_[a-z]{1,20}=[^&#\s<>"]{0,300})(?:\{|%7B)network(?:\}|%7D)/giu, () => written(source))
}

export function namesNetwork(text: string): boolean {
  return /utm_[a-z]+=[^&#\s]*(?:\{|%7B)network(?:\}|%7D)/iu.test(text)
}

const ownNames: ReadonlySet<string> = new Set(linkTagNames.map((name) => `utm_${name}`))

function parted(address: string): { readonly before: string; readonly pairs: readonly string[]; readonly fragment: string } {
  const hash = address.indexOf('#')
  const whole = hash < 0 ? address : address.slice(0, hash)
  const mark = whole.indexOf('?')
  return { before: mark < 0 ? whole : whole.slice(0, mark), pairs: mark < 0 ? [] : whole.slice(mark + 1).split('&'), fragment: hash < 0 ? '' : address.slice(hash) }
}

function nameOf(pair: string): string {
  return (pair.split('=')[0] ?? '').toLowerCase()
}

function readable(value: string): string {
  try {
    return decodeURIComponent(value.replaceAll('+', ' '))
  } catch {
    return value
  }
}

/** As it stands in an address. What networks take for the end of a sentence at its end is written as a code, `{network}` stays legible. */
function written(value: string): string {
  const coded = value.split(networkInLink).map((piece) => encodeURIComponent(piece).replaceAll(/[!'()*]|[._~]$/gu, toCode)).join(networkInLink)
  return coded
}

function toCode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}
