import type { Account } from '../accounts/account.ts'
import { capabilitiesOf } from '../networks/capabilities-of.ts'
import { formatRuleOf } from '../networks/formats-of.ts'
import type { NetworkCapabilities } from '../networks/network-capabilities.ts'
import { besideFor, type BesideWords } from './beside-words.ts'
import { documentForAccount } from './document-for-account.ts'
import type { PostContent, PostMedia, PostPart, PostTarget } from './post.ts'
import { mediaOfPart, withOwnMediaOf } from './own-media.ts'
import { isCommentLeftOut } from './own-comment.ts'
import type { Poll } from './poll.ts'
import { whyNoQuote, withLinkTo, type Quote } from './quote.ts'
import type { PostFormat } from './post-format.ts'
import { tagsAsSent, tagsFor } from './tags.ts'
import { framingAsSent, framingBelow, type PostFraming } from './post-framing.ts'
import { openFilmTerms, type PostTerms } from './post-terms.ts'
import { emptyDocument, type RichDocument } from './rich-document.ts'

/** What one account gets as one post of its own: a part of the thread, or all parts in one where the network has no threads. */
export interface OutgoingPart {
  readonly document: RichDocument
  readonly media: readonly PostMedia[]
  /** The account's own comment under the post. */
  readonly isComment?: true
  /** Only where the network has polls. */
  readonly poll?: Poll
  /** Only where the account can quote it. */
  readonly quote?: Quote
  /** Only where the network has it. */
  readonly format?: PostFormat
  /** Only where the network asks for them, and somebody gave them or every post there has them. */
  readonly terms?: PostTerms
  /** Of each part, as it is sent; only where the network knows of that, and it is not as usual. */
  readonly framing?: PostFraming
  /** With the first part alone. */
  readonly beside?: BesideWords
}

export function partCount({ moreParts = [] }: Pick<PostContent, 'moreParts'>): number {
  return 1 + moreParts.length
}

/** The same content for these accounts; texts of their own for others are left behind. */
export function withTargets({ moreParts, ...content }: PostContent, targets: readonly PostTarget[]): PostContent {
  const chosen = new Set(targets.map(({ accountId }) => accountId))
  const parts = moreParts?.map((part) => withOwnMediaOf({ ...part, variants: part.variants.filter(({ accountId }) => chosen.has(accountId)) }, (part.ownMedia ?? []).filter(({ accountId }) => chosen.has(accountId)))) ?? []
  return { ...content, targets: [...targets], ...(parts.length === 0 ? {} : { moreParts: parts }) }
}

/** The images of all parts and all accounts, with their descriptions. */
export function mediaOf({ media, targets, moreParts = [] }: Pick<PostContent, 'media' | 'targets' | 'moreParts'>): readonly PostMedia[] {
  return [media, ...moreParts.map((part) => part.media), ...targets.map((target) => target.media ?? []), ...moreParts.flatMap(({ ownMedia = [] }) => ownMedia.map((own) => own.media))].flat()
}

/** The same by their names, each once. */
export function mediaIdsOf(content: Pick<PostContent, 'media' | 'targets' | 'moreParts'>): readonly string[] {
  return [...new Set(mediaOf(content).map(({ mediaId }) => mediaId))]
}

/** All files that the post needs: those, and the covers of its films. */
export function fileIdsOf(content: Pick<PostContent, 'media' | 'targets' | 'moreParts'>): readonly string[] {
  return [...new Set(mediaOf(content).flatMap(({ mediaId, cover }) => (cover === undefined ? [mediaId] : [mediaId, cover.mediaId])))]
}

/** All files of subtitles that the post needs, each once. */
export function captionsIdsOf(content: Pick<PostContent, 'media' | 'targets' | 'moreParts'>): readonly string[] {
  return [...new Set(mediaOf(content).flatMap(({ captions = [] }) => captions.map(({ captionsId }) => captionsId)))]
}

type Reader = Pick<Account, 'id' | 'networkId' | 'remoteId'> & Partial<Pick<Account, 'serverUrl' | 'serverLimits'>>
type PartRules = Pick<NetworkCapabilities, 'threads' | 'firstComment' | 'poll' | 'formats' | 'terms' | 'teaser' | 'link' | 'categories'> & Partial<Pick<NetworkCapabilities, 'quote' | 'framing'>>

/** Exactly what goes out to this account, in order; at least one part. */
export function partsFor(content: PostContent, account: Reader, network: PartRules): readonly OutgoingPart[] {
  const accountId = account.id
  const target = content.targets.find((one) => one.accountId === accountId)
  const first = firstPart(content, target, account, network)
  const framing = framingBelow(framingFor(target, network).framing)
  const toSend = (part: PostPart): OutgoingPart => ({ document: documentForAccount(documentOfPart(part, accountId), account), media: mediaOfPart(part, accountId), ...(part.isComment === true ? { isComment: true } : {}), ...(framing === undefined ? {} : { framing }) })
  const comment = commentOf(content)
  const parts = [first, ...(content.moreParts ?? []).filter((part) => part !== comment).map(toSend)]
  const below = comment === null || !takesComment(network) || isCommentLeftOut(comment, accountId) ? [] : [toSend(comment)]
  const other = inFormat(joined(parts), target?.format, network)
  if (other !== null) return [other.part, ...(other.takesComment ? below : [])]
  return [...(network.threads === 'replies' ? parts : [joined(parts)]), ...below]
}

/** What the account gets as title: its own, else the post's. */
export function titleFor({ title, targets }: Pick<PostContent, 'title' | 'targets'>, id: string): string {
  return targets.find(({ accountId }) => accountId === id)?.title ?? title
}

/** The same as it goes out: none where nothing of ours stands beside the quoted post. */
export function titleAsSent(content: Pick<PostContent, 'title' | 'targets'>, id: string, quote: Quote | undefined, network: Pick<NetworkCapabilities, 'quote'>): string {
  return quote !== undefined && network.quote.wordless === 'wholly' ? '' : titleFor(content, id)
}

/** The pictures and videos that the account gets with the first part: its own, none of them too, else the post's. Nobody's account: the post's. */
export function mediaFor({ media, targets }: Pick<PostContent, 'media' | 'targets'>, id: string | null | undefined): PostMedia[] {
  return targets.find(({ accountId }) => accountId === id)?.media ?? media
}

/** What stands above one of the parts: where each is a post of its own, the title is the first one's. */
export function titleOfPart(content: Pick<PostContent, 'title' | 'targets'>, { id, networkId }: Pick<Account, 'id' | 'networkId'>, place: number): string {
  return place > 0 && capabilitiesOf(networkId).threads === 'replies' ? '' : titleFor(content, id)
}

/** The tags that stand with a part, counted from 0: those of the post with its first one, where the network has tags. */
export function tagsOfPart(content: Pick<PostContent, 'tags' | 'targets'>, { id, networkId }: Pick<Account, 'id' | 'networkId'>, place: number): readonly string[] {
  const { tags: rule } = capabilitiesOf(networkId)
  return rule === undefined || place > 0 ? noTags : tagsAsSent(tagsFor(content, id), rule)
}

const noTags: readonly string[] = []

/** What the post is for this account. */
export function formatFor({ targets }: Pick<PostContent, 'targets'>, { id }: Pick<Account, 'id'>): PostFormat | undefined {
  return targets.find(({ accountId }) => accountId === id)?.format
}

/** As a reel or a story, where the network has them; null: an ordinary post. */
function inFormat(post: OutgoingPart, format: PostFormat | undefined, network: Pick<NetworkCapabilities, 'formats'>): { readonly part: OutgoingPart; readonly takesComment: boolean } | null {
  const rule = formatRuleOf(network, format)
  if (rule === null || format === undefined) return null
  return rule.wordless === undefined ? { part: { ...post, format }, takesComment: true } : { part: { ...post, document: emptyDocument, format }, takesComment: false }
}

/** What goes out below the first part: nothing where the network, or the account's own server, has no polls. */
function pollFor({ poll }: Pick<PostContent, 'poll'>, { serverLimits }: Reader, network: Pick<NetworkCapabilities, 'poll'>): Pick<OutgoingPart, 'poll'> {
  return poll === undefined || typeof network.poll === 'string' || serverLimits?.poll?.isOff === true ? {} : { poll }
}

/** Under which terms the account's post goes out at once; nothing where the network asks for none, or has another way without them. */
export function termsFor(target: Pick<PostTarget, 'terms'> | undefined, { terms: rule }: Pick<NetworkCapabilities, 'terms'>): Pick<OutgoingPart, 'terms'> {
  if (rule === undefined) return {}
  if (target?.terms !== undefined) return { terms: target.terms }
  // What nobody has answered yet is said by the checks.
  return rule.isAlways === true && target !== undefined ? { terms: openFilmTerms } : {}
}

/** How the account's post stands there, in each of its parts but for what belongs to the first (`framingBelow`); nothing where the network knows of no such thing. */
export function framingFor(target: Pick<PostTarget, 'framing'> | undefined, { framing: rule }: Partial<Pick<NetworkCapabilities, 'framing'>>): Pick<OutgoingPart, 'framing'> {
  const framing = rule === undefined ? undefined : framingAsSent(target?.framing)
  return framing === undefined ? {} : { framing }
}

/** With the poll and the quoted post in it, else with the address of the latter. */
function firstPart(content: PostContent, target: PostTarget | undefined, account: Reader, network: PartRules): OutgoingPart {
  const part: OutgoingPart = { document: documentForAccount(target?.variant ?? content.document, account), media: target?.media ?? content.media, ...pollFor(content, account, network), ...termsFor(target, network), ...framingFor(target, network), ...besideFor(content, account, network) }
  const { quote } = content
  if (quote === undefined) return part
  if (whyNoQuote(quote, { poll: part.poll, media: mediaBesideQuote(content, account.id, network) }, account, network) !== null) return { ...part, document: withLinkTo(quote, part.document) }
  return wordlessPart({ ...part, quote }, network)
}

/** Without what of ours does not go with the quoted post; where it is filed is said all the same. */
function wordlessPart({ beside, ...part }: OutgoingPart, { quote: rule }: Partial<Pick<NetworkCapabilities, 'quote'>>): OutgoingPart {
  if (rule?.wordless === undefined) return { ...part, ...(beside === undefined ? {} : { beside }) }
  const kept = rule.wordless === 'wholly' ? (beside?.categories === undefined ? undefined : { categories: beside.categories }) : beside
  return { ...part, document: emptyDocument, ...(kept === undefined ? {} : { beside: kept }) }
}

/** Of the post that quotes: where a thread is one post, all that stands in it. */
export function mediaBesideQuote(content: PostContent, accountId: string, { threads }: Pick<NetworkCapabilities, 'threads'>): readonly PostMedia[] {
  const more = threads === 'joined' ? (content.moreParts ?? []).filter(({ isComment }) => isComment !== true) : []
  return [...mediaFor(content, accountId), ...more.flatMap((part) => mediaOfPart(part, accountId))]
}

/** What the account writes under its own post; null: nothing. */
export function commentOf({ moreParts = [] }: Pick<PostContent, 'moreParts'>): PostPart | null {
  return moreParts.find(({ isComment }) => isComment === true) ?? null
}

/** Where a thread is made of answers, a comment is one more of them. */
export function takesComment({ threads, firstComment }: Pick<NetworkCapabilities, 'threads' | 'firstComment'>): boolean {
  return threads === 'replies' || firstComment === true
}

/** The text of one of the parts after the first for one account: its own, else the common one. */
export function documentOfPart(part: Pick<PostPart, 'document' | 'variants'>, accountId: string): RichDocument {
  return part.variants.find((variant) => variant.accountId === accountId)?.document ?? part.document
}

/** Texts one below the other, images in order, each once. */
function joined(parts: readonly OutgoingPart[]): OutgoingPart {
  const [first] = parts
  // The very same document and images: whoever has looked at them before need not look again.
  if (parts.length === 1 && first !== undefined) return first
  const media = parts.flatMap((part) => part.media)
  return {
    document: { type: 'doc', content: parts.flatMap(({ document }) => document.content) },
    media: media.filter((item, place) => media.findIndex(({ mediaId }) => mediaId === item.mediaId) === place),
    ...(first === undefined ? {} : besideWordsOf(first))
  }
}

/** What stands beside the words and pictures of the first part stands beside those of all. */
function besideWordsOf({ poll, quote, terms, framing, beside }: OutgoingPart): Pick<OutgoingPart, 'poll' | 'quote' | 'terms' | 'framing' | 'beside'> {
  return { ...(poll === undefined ? {} : { poll }), ...(quote === undefined ? {} : { quote }), ...(terms === undefined ? {} : { terms }), ...(framing === undefined ? {} : { framing }), ...(beside === undefined ? {} : { beside }) }
}
