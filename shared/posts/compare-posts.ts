import type { FilmCaptions } from '../captions/film-captions.ts'
import { countChangedWords, diffWords, type DiffPiece } from '../text/diff-words.ts'
import { documentToText } from '../text/document-to-text.ts'
import { linkFor, teaserFor } from './beside-words.ts'
import { focusOf, isSameFocus } from './focal-point.ts'
import { ownMediaIn } from './own-media.ts'
import { isSamePeople, peopleOf } from './people-shown.ts'
import { documentOfPart, mediaIdsOf, mediaOf, partCount, titleFor } from './post-parts.ts'
import { isCommentLeftOut } from './own-comment.ts'
import type { Poll } from './poll.ts'
import { isSameFraming, type PostFraming } from './post-framing.ts'
import { termsAsWord } from './post-terms.ts'
import type { PostContent } from './post.ts'
import { isSameQuote, type Quote } from './quote.ts'
import type { VersionChange } from './post-version.ts'
import { emptyDocument, type RichDocument } from './rich-document.ts'

/** One text of a post: its title, what stands for it in lists, where it leads, or what stands in a part (from 0), for all accounts or for one. */
export type TextPlace = { readonly kind: 'title'; readonly accountId: string | null } | { readonly kind: 'teaser'; readonly accountId: string | null } | { readonly kind: 'link'; readonly accountId: string | null } | { readonly kind: 'part'; readonly part: number; readonly accountId: string | null }

export interface TextComparison {
  readonly place: TextPlace
  /** Accounts that are kept together with that one, and of which the very same is to be said. Left out: there are none. */
  readonly alike?: readonly string[]
  readonly pieces: readonly DiffPiece[]
  /** What changed beside the words: links and emphasis, or whether the account has a text of its own. */
  readonly beside: 'nothing' | 'formatting' | 'own_text_began' | 'own_text_ended' | 'own_text_left_out' | 'own_text_taken_in'
}

/** Tags, or of an account the names of categories. */
export interface TagsComparison {
  readonly accountId: string | null
  /** The same. */
  readonly alike?: readonly string[]
  readonly before: readonly string[]
  readonly after: readonly string[]
}

export interface PostComparison {
  /** Every text that either of the two has, in the order in which people read them. */
  readonly texts: readonly TextComparison[]
  readonly accounts: { readonly removed: readonly string[]; readonly added: readonly string[] }
  /** Accounts that were given pictures of their own, or gave them up, or whose own ones are others now. */
  readonly ownImages: readonly string[]
  /** Accounts on which it is another kind of post now. */
  readonly formats: readonly string[]
  /** Of the post (`accountId` null), or of an account that has, or had, some of its own. */
  readonly tags: readonly TagsComparison[]
  /** Of accounts whose sites file it under others now, by their names. */
  readonly categories: readonly TagsComparison[]
  /** Accounts on which it goes out under other terms now. */
  readonly terms: readonly string[]
  /** Accounts on which it stands otherwise now: its warning, who sees it, its language. */
  readonly framings: readonly string[]
  /** Null: it says the same in both, or neither has one. */
  readonly poll: { readonly before: Poll | null; readonly after: Poll | null } | null
  /** The same. */
  readonly quote: { readonly before: Quote | null; readonly after: Quote | null } | null
  readonly images: { readonly removed: readonly string[]; readonly added: readonly string[]; readonly described: readonly string[]; readonly covered: readonly string[]; readonly captioned: readonly string[]; readonly focused: readonly string[]; readonly tagged: readonly string[]; readonly areMoved: boolean }
}

/** What became of a post's content, from one state of it to another. */
export function comparePosts(before: PostContent, after: PostContent): PostComparison {
  const everybody = [null, ...accountIds(after), ...missingIn(accountIds(after), accountIds(before))]
  const compareFields = (kind: keyof typeof fieldFor): readonly TextComparison[] => everybody.flatMap((accountId) => compareField(before, after, kind, accountId))
  const parts = Array.from({ length: Math.max(partCount(before), partCount(after)) }, (_, part) => part)
  return {
    texts: oncePerGroup([...compareFields('title'), ...parts.flatMap((part) => [null, ...accountsWithOwnText(part, before, after)].map((accountId) => compareText(before, after, part, accountId))), ...compareFields('teaser'), ...compareFields('link')], ({ place, pieces, beside }) => [place.accountId, place.kind, place.kind === 'part' ? place.part : 0, pieces, beside], [after, before]),
    accounts: { removed: missingIn(accountIds(after), accountIds(before)), added: missingIn(accountIds(before), accountIds(after)) },
    images: compareImages(before, after),
    poll: samePoll(before.poll, after.poll) ? null : { before: before.poll ?? null, after: after.poll ?? null },
    quote: isSameQuote(before.quote, after.quote) ? null : { before: before.quote ?? null, after: after.quote ?? null },
    ownImages: [...new Set([...accountIds(before), ...accountIds(after)])].filter((accountId) => ownImages(before, accountId) !== ownImages(after, accountId)),
    tags: oncePerGroup([null, ...new Set([...accountIds(before), ...accountIds(after)])].flatMap((accountId) => compareTags(before, after, accountId)), ({ accountId, before: had, after: has }) => [accountId, had, has], [after, before]),
    categories: accountIds(after).filter((accountId) => accountIds(before).includes(accountId)).flatMap((accountId) => compareCategories(before, after, accountId)),
    formats: accountIds(after).filter((accountId) => accountIds(before).includes(accountId) && formatOf(before, accountId) !== formatOf(after, accountId)),
    terms: accountIds(after).filter((accountId) => accountIds(before).includes(accountId) && termsOf(before, accountId) !== termsOf(after, accountId)),
    framings: accountIds(after).filter((accountId) => accountIds(before).includes(accountId) && !isSameFraming(framingOf(before, accountId), framingOf(after, accountId)))
  }
}

/** What is to be said alike of accounts that are kept together is said once, of the first of them. `facts`: whose it is, and what is said. */
function oncePerGroup<Said extends { readonly alike?: readonly string[] }>(said: readonly Said[], facts: (one: Said) => readonly [string | null, ...unknown[]], contents: readonly PostContent[]): readonly Said[] {
  const groupOf = (id: string): string | undefined => contents.flatMap(({ targets }) => targets.find(({ accountId }) => accountId === id)?.together ?? [])[0]
  const once = new Map<unknown, Said>()
  for (const one of said) {
    const [id, ...words] = facts(one)
    const group = id === null ? undefined : groupOf(id)
    const key = group === undefined ? one : JSON.stringify([group, words])
    const first = once.get(key)
    once.set(key, first === undefined || id === null ? one : { ...first, alike: [...(first.alike ?? []), id] })
  }
  return [...once.values()]
}

/** The same in short, for a list. */
export function changeBetween(before: PostContent, after: PostContent): VersionChange {
  const comparison = comparePosts(before, after)
  const { texts, accounts, images, ownImages: ofAccounts, poll, quote } = comparison
  const counts = texts.map(({ pieces }) => countChangedWords(pieces))
  const sum = (key: 'added' | 'removed'): number => counts.reduce((total, count) => total + count[key], 0)
  return {
    added: sum('added'),
    removed: sum('removed'),
    others: [
      ...(texts.some(({ pieces }) => pieces.some(({ kind, text }) => kind !== 'same' && text.includes('\n'))) ? (['line_breaks'] as const) : []),
      ...(texts.some(({ beside }) => beside === 'formatting') ? (['formatting'] as const) : []),
      ...(texts.some(({ beside }) => beside.startsWith('own_text')) ? (['own_texts'] as const) : []),
      ...(partCount(before) === partCount(after) ? [] : (['parts'] as const)),
      ...(accounts.added.length + accounts.removed.length === 0 ? [] : (['accounts'] as const)),
      ...ofImages(images, ofAccounts),
      ...(poll === null ? [] : (['poll'] as const)),
      ...(quote === null ? [] : (['quote'] as const)),
      ...(['formats', 'tags', 'categories', 'terms', 'framings'] as const).filter((name) => comparison[name].length > 0)
    ]
  }
}

function ofImages({ added, removed, areMoved, described, covered, captioned, focused, tagged }: PostComparison['images'], ofAccounts: readonly string[]): VersionChange['others'] {
  return [
    ...(added.length + removed.length > 0 || areMoved ? (['images'] as const) : []),
    ...(ofAccounts.length === 0 ? [] : (['own_images'] as const)),
    ...(described.length === 0 ? [] : (['descriptions'] as const)),
    ...(covered.length === 0 ? [] : (['covers'] as const)),
    ...(captioned.length === 0 ? [] : (['captions'] as const)),
    ...(focused.length === 0 ? [] : (['focus'] as const)),
    ...(tagged.length === 0 ? [] : (['people'] as const))
  ]
}

/** Whether nothing differs that anybody could see. */
export function isSameToTheEye(comparison: PostComparison): boolean {
  const { texts, accounts, images, ownImages: ofAccounts, poll, quote, formats, tags, categories, terms, framings } = comparison
  const areTextsSame = texts.every(({ pieces, beside }) => beside === 'nothing' && pieces.every(({ kind }) => kind === 'same'))
  return areTextsSame && [accounts.added, accounts.removed, images.added, images.removed, images.described, images.covered, images.captioned, images.focused, images.tagged, ofAccounts, formats, tags, categories, terms, framings].every((list) => list.length === 0) && !images.areMoved && poll === null && quote === null
}

/** Nothing where they are the same ones in the same order, and of accounts that neither had nor have some of their own. */
function compareTags(before: PostContent, after: PostContent, accountId: string | null): readonly TagsComparison[] {
  const [had, has] = [before, after].map(({ tags, targets }) => (accountId === null ? (tags ?? []) : targets.find((target) => target.accountId === accountId)?.tags))
  if (JSON.stringify(had) === JSON.stringify(has)) return []
  return [{ accountId, before: had ?? before.tags ?? [], after: has ?? after.tags ?? [] }]
}

function compareCategories(before: PostContent, after: PostContent, accountId: string): readonly TagsComparison[] {
  const [had = [], has = []] = [before, after].map(({ targets }) => targets.find((target) => target.accountId === accountId)?.categories ?? [])
  const [were, are] = [had, has].map((list) => list.map(({ id }) => id).toSorted().join(' '))
  return were === are ? [] : [{ accountId, before: had.map(({ name }) => name), after: has.map(({ name }) => name) }]
}

function formatOf({ targets }: PostContent, accountId: string): string | undefined {
  return targets.find((target) => target.accountId === accountId)?.format
}

function framingOf({ targets }: PostContent, accountId: string): PostFraming | undefined {
  return targets.find((target) => target.accountId === accountId)?.framing
}

/** As one word to compare. */
function termsOf({ targets }: PostContent, accountId: string): string {
  return termsAsWord(targets.find((target) => target.accountId === accountId)?.terms)
}

function samePoll(a: Poll | undefined, b: Poll | undefined): boolean {
  const words = (poll: Poll | undefined): string => JSON.stringify(poll === undefined ? null : [poll.choices, poll.minutes, poll.isMultiple === true])
  return words(a) === words(b)
}

const fieldFor = { title: titleFor, teaser: teaserFor, link: linkFor } as const

/** Nothing where neither has one, nor one of the account's own. */
function compareField(before: PostContent, after: PostContent, kind: keyof typeof fieldFor, accountId: string | null): readonly TextComparison[] {
  const [had, has] = [before, after].map((content) => (accountId === null ? content[kind] || undefined : content.targets.find((target) => target.accountId === accountId)?.[kind]))
  if (had === undefined && has === undefined) return []
  const textOf = (content: PostContent): string => (accountId === null ? (content[kind] ?? '') : fieldFor[kind](content, accountId))
  const pieces = diffWords(textOf(before), textOf(after))
  const isOther = accountId !== null && (had === undefined) !== (has === undefined)
  return [{ place: { kind, accountId }, pieces, beside: isOther ? (has === undefined ? 'own_text_ended' : 'own_text_began') : 'nothing' }]
}

function compareText(before: PostContent, after: PostContent, part: number, accountId: string | null): TextComparison {
  const [old, now] = [documentAt(before, part, accountId), documentAt(after, part, accountId)]
  const pieces = diffWords(documentToText(old), documentToText(now))
  return { place: { kind: 'part', part, accountId }, pieces, beside: besideWords() }

  function besideWords(): TextComparison['beside'] {
    const [wasOut, isOut] = [isLeftOut(before, part, accountId), isLeftOut(after, part, accountId)]
    if (wasOut !== isOut) return isOut ? 'own_text_left_out' : 'own_text_taken_in'
    const [had, has] = [hasOwnText(before, part, accountId), hasOwnText(after, part, accountId)]
    if (had !== has) return has ? 'own_text_began' : 'own_text_ended'
    const areWordsSame = pieces.every(({ kind }) => kind === 'same')
    return areWordsSame && JSON.stringify(withoutEnd(old)) !== JSON.stringify(withoutEnd(now)) ? 'formatting' : 'nothing'
  }
}

/** Without the empty lines below the text, which nobody sees and no network gets. */
function withoutEnd({ type, content }: RichDocument): RichDocument {
  const last = content.findLastIndex((node) => node.type !== 'paragraph' || (node.content ?? []).length > 0)
  return { type, content: content.slice(0, last + 1) }
}

function documentAt(content: PostContent, part: number, accountId: string | null): RichDocument {
  if (part === 0) return (accountId === null ? null : ownText(content, accountId)) ?? content.document
  const more = content.moreParts?.[part - 1]
  if (more === undefined) return emptyDocument
  return accountId === null ? more.document : documentOfPart(more, accountId)
}

function hasOwnText(content: PostContent, part: number, accountId: string | null): boolean {
  if (accountId === null) return false
  if (part === 0) return ownText(content, accountId) !== null
  return content.moreParts?.[part - 1]?.variants.some((variant) => variant.accountId === accountId) ?? false
}

function isLeftOut({ moreParts = [] }: PostContent, part: number, accountId: string | null): boolean {
  const more = moreParts[part - 1]
  return more !== undefined && accountId !== null && isCommentLeftOut(more, accountId)
}

function ownText(content: PostContent, accountId: string): RichDocument | null {
  return content.targets.find((target) => target.accountId === accountId)?.variant ?? null
}

function accountsWithOwnText(part: number, ...contents: readonly PostContent[]): readonly string[] {
  return [...new Set(contents.flatMap(accountIds))].filter((accountId) => contents.some((content) => hasOwnText(content, part, accountId)))
}

function accountIds({ targets }: PostContent): readonly string[] {
  return targets.map(({ accountId }) => accountId)
}

function missingIn(present: readonly string[], wanted: readonly string[]): readonly string[] {
  return [...new Set(wanted)].filter((id) => !present.includes(id))
}

function compareImages(before: PostContent, after: PostContent): PostComparison['images'] {
  const [old, now] = [mediaIdsOf(before), mediaIdsOf(after)]
  // A picture may stand in several parts, with other words in each.
  const wordsOf = (content: PostContent, id: string): string => JSON.stringify([...new Set(mediaOf(content).flatMap(({ mediaId, altText }) => (mediaId === id ? [altText] : [])))])
  const covers = new Map(mediaOf(before).map(({ mediaId, cover }) => [mediaId, cover?.mediaId]))
  const kept = now.filter((id) => old.includes(id))
  return {
    removed: missingIn(now, old),
    added: missingIn(old, now),
    described: kept.filter((id) => wordsOf(before, id) !== wordsOf(after, id)),
    covered: [...new Set(mediaOf(after).filter(({ mediaId, cover }) => covers.has(mediaId) && covers.get(mediaId) !== cover?.mediaId).map(({ mediaId }) => mediaId))],
    captioned: kept.filter((id) => captionsIn(before, id) !== captionsIn(after, id)),
    focused: kept.filter((id) => !isSameFocus(focusOf(before, id), focusOf(after, id))),
    tagged: kept.filter((id) => !isSamePeople(peopleOf(before, id), peopleOf(after, id))),
    areMoved: JSON.stringify(old.filter((id) => now.includes(id))) !== JSON.stringify(kept)
  }
}

/** Which pictures an account has for itself in all parts, as one word to compare; empty: none but the post's. */
function ownImages({ targets, moreParts = [] }: PostContent, accountId: string): string {
  const lists = [targets.find((target) => target.accountId === accountId)?.media, ...moreParts.map((part) => ownMediaIn(part, accountId))]
  if (lists.every((media) => media === undefined)) return ''
  return JSON.stringify(lists.map((media) => media?.map(({ mediaId, cover }) => (cover === undefined ? mediaId : [mediaId, cover.mediaId])) ?? null))
}

/** The subtitles of a film, as one word to compare. */
function captionsIn(content: PostContent, mediaId: string): string {
  return JSON.stringify(captionsOf(content, mediaId).map(({ captionsId, language }) => [captionsId, language]))
}

/** The subtitles of a film in a post. */
export function captionsOf(content: PostContent, mediaId: string): readonly FilmCaptions[] {
  return mediaOf(content).find((item) => item.mediaId === mediaId)?.captions ?? []
}

/** The picture that stands for a film in a post; null where its network chooses. */
export function coverIn(content: PostContent, mediaId: string): string | null {
  return mediaOf(content).find((item) => item.mediaId === mediaId)?.cover?.mediaId ?? null
}

/** How a picture is described in a post; empty where it is not. */
export function altTextIn(content: PostContent, mediaId: string): string {
  return mediaOf(content).find((image) => image.mediaId === mediaId)?.altText ?? ''
}
