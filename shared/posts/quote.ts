import { z } from 'zod'
import type { Account } from '../accounts/account.ts'
import { instantSchema } from '../contract/identifiers.ts'
import { networkIdSchema } from '../networks/network-id.ts'
import type { NetworkCapabilities } from '../networks/network-capabilities.ts'
import type { QuoteOffer } from '../networks/quote-rule.ts'
import { documentToText } from '../text/document-to-text.ts'
import type { Poll } from './poll.ts'
import type { RichDocument } from './rich-document.ts'

/** A post of somebody else's that this one speaks about, as it was read: kept with the post, also when the other is gone. */
export const quoteSchema = z.object({
  networkId: networkIdSchema,
  /** Origin of the server of the account that read it. */
  serverUrl: z.string().max(2048),
  /** Its name there. */
  remoteId: z.string().min(1).max(2048),
  author: z.string().max(300),
  handle: z.string().max(300),
  text: z.string().max(5000),
  /** Empty where it has no address. */
  url: z.string().max(2048),
  /** null: nobody told. */
  writtenAt: instantSchema.nullable()
})
export type Quote = z.infer<typeof quoteSchema>

/** Why an account gets a link instead: the network's own reason, or it is a post of another network or server, or it stands beside a poll, a picture or a video. */
export type NoQuote = Exclude<QuoteOffer, 'yes'> | 'elsewhere' | 'beside_poll' | 'beside_media'

/** What else the account's post holds. */
interface Beside {
  readonly poll?: Poll | undefined
  readonly media: readonly unknown[]
}

type QuotingAccount = Pick<Account, 'networkId'> & Partial<Pick<Account, 'serverUrl'>>

/** null: the account quotes it. */
export function whyNoQuote(quote: Quote, { poll, media }: Beside, account: QuotingAccount, { quote: rule }: Partial<Pick<NetworkCapabilities, 'quote'>>): NoQuote | null {
  if (rule === undefined) return 'none_there'
  if (rule.offer.value !== 'yes') return rule.offer.value
  const isOfNetwork = account.networkId === quote.networkId || rule.namedAlikeOn?.includes(quote.networkId) === true
  if (!isOfNetwork || (rule.isNamedEverywhere !== true && account.serverUrl !== quote.serverUrl)) return 'elsewhere'
  if (poll !== undefined && rule.notWithPoll === true) return 'beside_poll'
  return media.length > 0 && rule.notWithMedia === true ? 'beside_media' : null
}

/** The words with the address of the quoted post below them, unless they have it already. */
export function withLinkTo({ url }: Quote, document: RichDocument): RichDocument {
  if (url === '' || documentToText(document).includes(url)) return document
  const last = document.content.findLastIndex((node) => documentToText({ type: 'doc', content: [node] }) !== '')
  return { type: 'doc', content: [...document.content.slice(0, last + 1), { type: 'paragraph', content: [{ type: 'text', text: url, marks: [{ type: 'link', attrs: { href: url } }] }] }] }
}

export function isSameQuote(a: Quote | undefined, b: Quote | undefined): boolean {
  return a?.networkId === b?.networkId && a?.serverUrl === b?.serverUrl && a?.remoteId === b?.remoteId
}
