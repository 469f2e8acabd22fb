import { z } from 'zod'
import type { Account } from '../accounts/account.ts'
import { linkSourceOf, nameNetwork, sourceAmong } from '../links/link-tags.ts'
import type { NetworkCapabilities } from '../networks/network-capabilities.ts'
import { isLinkAddress } from './check-link.ts'
import { chosenCategoriesSchema, type Category } from './categories.ts'

/** Longer than any page shows one. */
export const longestTeaser = 3000

/** Longer than any network takes one. */
export const longestLink = 4000

export const linkSchema = z.string().max(longestLink)

/** What the client's statistics call the networks that the link leaves open, as `writeSources` writes it. */
export const linkSourcesSchema = z.string().max(5000)

export const teaserSchema = z.string().max(longestTeaser)

/** What goes out beside the words of an account's post: only what there is, and only where its network has a field for it. */
export const besideWordsSchema = z.object({
  /** The few words that stand for the post in lists and feeds. WordPress calls them its excerpt, which is in Vigie what lists show of a post. */
  teaser: z.string().optional(),
  /** Where the post leads, whatever addresses stand in its words. */
  link: z.string().optional(),
  /** Under what its site files it. */
  categories: chosenCategoriesSchema.optional()
})
export type BesideWords = z.infer<typeof besideWordsSchema>

/** What of it a post has for all accounts, or an account for itself. */
export interface OwnBeside {
  readonly teaser?: string | undefined
  readonly link?: string | undefined
  readonly linkSources?: string | undefined
  /** Of an account alone: no two sites have the same. */
  readonly categories?: Category[] | undefined
}

/** What a post has beside its words, and each account of its own. */
interface WithBeside extends Omit<OwnBeside, 'categories'> {
  readonly targets: readonly (OwnBeside & { readonly accountId: string })[]
}

/** Without what it has not. */
export function besideOf({ teaser, link, linkSources, categories }: OwnBeside): { teaser?: string; link?: string; linkSources?: string; categories?: Category[] } {
  return { ...(teaser === undefined ? {} : { teaser }), ...(link === undefined ? {} : { link }), ...(linkSources === undefined ? {} : { linkSources }), ...(categories === undefined ? {} : { categories }) }
}

/** Its own, none of it too, else the post's. */
export function teaserFor({ teaser = '', targets }: Pick<WithBeside, 'teaser' | 'targets'>, accountId: string): string {
  return targets.find((target) => target.accountId === accountId)?.teaser ?? teaser
}

/** The same of the address that stands beside the words; empty: the first one of the words, where the network takes that. */
export function linkFor({ link = '', targets }: Pick<WithBeside, 'link' | 'targets'>, accountId: string): string {
  return (targets.find((target) => target.accountId === accountId)?.link ?? link).trim()
}

/** The names that go with the link of an account, or of the post; undefined: the networks' own. */
export function linkSourcesFor({ linkSources, targets }: Pick<WithBeside, 'linkSources' | 'targets'>, accountId: string | undefined): string | undefined {
  const own = targets.find((target) => target.accountId === accountId)
  return own?.link === undefined ? linkSources : own.linkSources
}

/** The link as this account's readers get it: with the name of their network where it leaves that open. */
export function linkThere(content: Pick<WithBeside, 'link' | 'linkSources' | 'targets'>, account: Pick<Account, 'id' | 'networkId' | 'remoteId'>): string {
  return nameNetwork(linkFor(content, account.id), sourceAmong(linkSourcesFor(content, account.id), linkSourceOf(account)))
}

/** What the account gets with the post's first part; nothing where there is none, or no field for it. */
export function besideFor(content: WithBeside, account: Pick<Account, 'id' | 'networkId' | 'remoteId'>, network: Pick<NetworkCapabilities, 'teaser' | 'link' | 'categories'>): { readonly beside?: BesideWords } {
  const teaser = network.teaser === undefined ? '' : teaserFor(content, account.id).trim()
  const categories = network.categories === undefined ? undefined : content.targets.find((target) => target.accountId === account.id)?.categories
  const link = network.link === undefined ? '' : linkThere(content, account)
  // One that is no address yet leads nowhere; the checks stop it.
  const beside = besideOf({ teaser: teaser === '' ? undefined : teaser, link: isLinkAddress(link) ? link : undefined, categories })
  return Object.keys(beside).length === 0 ? {} : { beside }
}
