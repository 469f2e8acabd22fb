import { ownMediaIn, withOwnMediaOf } from './own-media.ts'
import type { PostContent, PostMedia, PostPart, PostTarget } from './post.ts'

/** What one account has for itself in all parts of a post, to be given back. */
export interface OwnInPost {
  readonly target: PostTarget
  /** By part; only those in which it has something. */
  readonly inParts: readonly { readonly partId: string; readonly own: PostPart['variants'][number] }[]
  /** The same of pictures. */
  readonly media: readonly { readonly partId: string; readonly own: PostMedia[] }[]
}

type Targets = Pick<PostContent, 'targets'>

/** The accounts that have the same as this one and keep it, itself among them, in the order of the post; itself alone where it is kept with none. */
export function keptWith({ targets }: Targets, accountId: string): readonly string[] {
  const group = targets.find((target) => target.accountId === accountId)?.together
  return group === undefined ? [accountId] : targets.filter(({ together }) => together === group).map((target) => target.accountId)
}

/** The content after a change to what one account has for itself, and all that are kept with it. */
export function withOwn(content: PostContent, accountId: string, next: (target: PostTarget) => PostTarget): PostContent {
  const before = content.targets.find((target) => target.accountId === accountId)
  if (before === undefined) return content
  const after = next(before)
  const others = new Set(keptWith(content, accountId))
  return { ...content, targets: content.targets.map((target) => (target === before ? after : others.has(target.accountId) ? sharing(after, target) : target)) }
}

/** All that one account has for itself, for another one; what kind of post it is, under which terms it goes out, how it stands there, and under what its site files it stays the other's. */
function sharing({ format: _ofOther, terms: _chosen, framing: _stands, categories: _ofItsSite, ...own }: PostTarget, { accountId, format, terms, framing, categories }: PostTarget): PostTarget {
  return { ...own, accountId, ...(format === undefined ? {} : { format }), ...(terms === undefined ? {} : { terms }), ...(framing === undefined ? {} : { framing }), ...(categories === undefined ? {} : { categories }) }
}

export function ownInPost({ targets, moreParts = [] }: Pick<PostContent, 'targets' | 'moreParts'>, accountId: string): OwnInPost | null {
  const target = targets.find((one) => one.accountId === accountId)
  if (target === undefined) return null
  return {
    target,
    inParts: moreParts.flatMap(({ id, variants }) => variants.filter((own) => own.accountId === accountId).map((own) => ({ partId: id, own }))),
    media: moreParts.flatMap((part) => [ownMediaIn(part, accountId)].flatMap((own) => (own === undefined ? [] : [{ partId: part.id, own }])))
  }
}

/** Whether an account has anything for itself, in any part. */
export function hasOwnInPost({ targets, moreParts = [] }: Pick<PostContent, 'targets' | 'moreParts'>, accountId: string): boolean {
  const target = targets.find((one) => one.accountId === accountId)
  if (target === undefined) return false
  const { accountId: _account, together: _group, begunFrom: _note, format: _kind, terms: _terms, framing: _stands, categories: _filed, ...own } = target
  return Object.values(own).some((value) => value !== null) || moreParts.some((part) => part.variants.some((variant) => variant.accountId === accountId) || ownMediaIn(part, accountId) !== undefined)
}

/** Whether two accounts get the same, down to the last sign. */
export function isSameForBoth(content: Pick<PostContent, 'targets' | 'moreParts'>, one: string, other: string): boolean {
  return said(ownInPost(content, one)) === said(ownInPost(content, other))
}

/** Without whose it is and with whom it is kept; notes of the writer and the kind of post are nothing that an account has for itself. */
function said(own: OwnInPost | null): string {
  if (own === null) return ''
  const { accountId: _account, together: _group, begunFrom: _note, format: _kind, terms: _terms, framing: _stands, categories: _filed, ...target } = own.target
  const parts = own.inParts.map(({ partId, own: { accountId: _whose, begunFrom: _beginning, ...words } }) => [partId, sorted(words)])
  return JSON.stringify([sorted(target), parts, own.media.map(({ partId, own: media }) => [partId, media])])
}

function sorted(fields: object): readonly (readonly [string, unknown])[] {
  return Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1))
}

/** Whom `keepTogether` gives something else: the others, and with them those of the group that is there already. */
export function takersOf(content: Targets, accountId: string, others: readonly string[], group: string): readonly string[] {
  const kept = keptWith(content, accountId)
  return content.targets.filter((target) => !kept.includes(target.accountId) && (others.includes(target.accountId) || target.together === group)).map((target) => target.accountId)
}

/** From here on these accounts have what this one has, and a change in one is a change in all. */
export function keepTogether(content: PostContent, accountId: string, others: readonly string[], group: string): PostContent {
  const own = ownInPost(content, accountId)
  if (own === null) return content
  const shared = { ...own, target: { ...own.target, together: group } }
  return [...keptWith(content, accountId), ...takersOf(content, accountId, others, group)].reduce((after, id) => withAll(after, id, shared), content)
}

/** It goes on with what it has, alone. Of two neither is kept with anybody any more. */
export function setApart(content: PostContent, accountId: string): PostContent {
  if (content.targets.every((target) => target.accountId !== accountId || target.together === undefined)) return content
  const kept = keptWith(content, accountId)
  const alone = new Set(kept.length <= 2 ? kept : [accountId])
  return { ...content, targets: content.targets.map((target) => (alone.has(target.accountId) ? loose(target) : target)) }
}

function loose({ together: _group, ...target }: PostTarget): PostTarget {
  return target
}

/** What accounts had before they took what another one has, over what they have by now; those that are not in the post any more stay out of it. */
export function giveBack(content: PostContent, owned: readonly OwnInPost[]): PostContent {
  return owned.reduce((after, own) => withAll(after, own.target.accountId, own), content)
}

function withAll(content: PostContent, accountId: string, { target: own, inParts, media }: OwnInPost): PostContent {
  if (!content.targets.some((target) => target.accountId === accountId)) return content
  const targets = content.targets.map((target) => (target.accountId === accountId ? sharing(own, target) : target))
  if (content.moreParts === undefined) return { ...content, targets }
  const moreParts = content.moreParts.map((part) => {
    const ofPart = inParts.filter(({ partId }) => partId === part.id).map(({ own: words }) => ({ ...words, accountId }))
    const others = part.variants.filter((variant) => variant.accountId !== accountId)
    const pictures = media.filter(({ partId }) => partId === part.id).map((one) => ({ accountId, media: one.own }))
    const worded = ofPart.length + others.length === 0 && part.variants.length === 0 ? part : { ...part, variants: [...others, ...ofPart] }
    return withOwnMediaOf(worded, [...(part.ownMedia ?? []).filter((one) => one.accountId !== accountId), ...pictures])
  })
  return { ...content, targets, moreParts }
}

/** One more account for the post: where others of its group are kept together it has what they have. */
export function withAccount(content: PostContent, accountId: string, group: string | null): PostContent {
  const added: PostContent = { ...content, targets: [...content.targets, { accountId, variant: null }] }
  const member = content.targets.find(({ together }) => group !== null && together === group)
  return member === undefined || group === null ? added : keepTogether(added, member.accountId, [accountId], group)
}

/** An account that was taken out, with what it had, at its place. Where the others of its group are still kept together it has what they have by now; one that is in the post already stays as it is. */
export function putAccountBack(content: PostContent, owned: OwnInPost, place: number): PostContent {
  const { accountId, together } = owned.target
  if (content.targets.some((target) => target.accountId === accountId)) return content
  const back: PostContent = { ...content, targets: content.targets.toSpliced(place, 0, loose(owned.target)) }
  const member = together === undefined ? undefined : content.targets.find((target) => target.together === together)
  return member === undefined || together === undefined ? giveBack(back, [{ ...owned, target: loose(owned.target) }]) : keepTogether(back, member.accountId, [accountId], together)
}
