import { isCommentLeftOut } from '../../../../shared/posts/own-comment.ts'
import { mediaOfPart, ownMediaIn, withOwnMediaOf } from '../../../../shared/posts/own-media.ts'
import { commentOf, documentOfPart, partCount } from '../../../../shared/posts/post-parts.ts'
import { mostFiles, type PostContent, type PostMedia, type PostPart, type PostTarget } from '../../../../shared/posts/post.ts'
import { emptyDocument, type RichDocument } from '../../../../shared/posts/rich-document.ts'
import { joinThread, numberThread, withoutNumbers } from '../../../../shared/posts/split-thread.ts'
import { applyChange, type ContentChange } from '../composer-changes.ts'

/** What changes the thread itself; places count from 0. */
export type ThreadChange =
  | { readonly kind: 'add_part'; readonly id: string; readonly after: number }
  | { readonly kind: 'add_comment'; readonly id: string }
  | { readonly kind: 'remove_part'; readonly place: number }
  /** A part that was removed, as it was, in what the post says by now. */
  | { readonly kind: 'put_back'; readonly place: number; readonly part: PostPart }
  /** Of one part several: the first text stays in its place, with its pictures. `numbersAll`: each part of the thread gets its number. */
  | { readonly kind: 'split_part'; readonly place: number; readonly documents: readonly RichDocument[]; readonly ids: readonly string[]; readonly numbersAll: boolean }
  /** All parts but the comment in one, with their pictures. */
  | { readonly kind: 'join_parts' }
  /** As it was before a change, as long as nothing else was changed since. */
  | { readonly kind: 'go_back'; readonly from: PostContent; readonly to: PostContent }
  | { readonly kind: 'move_part'; readonly place: number; readonly by: -1 | 1 }

/** One part as if it were a post of its own, so that everything that changes a post changes a part. */
export function partAsContent(content: PostContent, place: number): PostContent {
  const part = place === 0 ? undefined : content.moreParts?.[place - 1]
  if (part === undefined) return content
  const targets = content.targets.map((target) => targetInPart(part, target))
  return { title: content.title, document: part.document, media: part.media, targets }
}

/** What is about the post as a whole, whichever of its parts is in the editor. */
const ofWholePost: ReadonlySet<ContentChange['kind']> = new Set(['retitle', 'follow_title', 'set_tags', 'follow_tags', 'set_teaser', 'follow_teaser', 'set_link', 'follow_link', 'set_poll', 'set_quote', 'set_format', 'set_terms', 'set_categories', 'set_framing', 'toggle_target', 'put_target_back', 'name_person', 'focus_media', 'tag_people', 'keep_together', 'set_apart', 'give_back', 'leave_comment', 'take_comment'])

/** The content after a change to one of its parts. Title, accounts and people belong to the post as a whole. */
export function changePart(content: PostContent, place: number, change: ContentChange): PostContent {
  const part = place === 0 ? undefined : content.moreParts?.[place - 1]
  if (part === undefined || ofWholePost.has(change.kind)) return applyChange(content, change)
  const before = partAsContent(content, place)
  const after = applyChange(before, change)
  if (after === before) return content
  return withParts(content, content.moreParts?.map((other) => (other === part ? samePart(part, partOf(part.id, after)) : other)))
}

/** What is no text of it stays as it was. */
function samePart(before: PostPart, after: PostPart): PostPart {
  if (before.isComment !== true) return after
  return { ...after, isComment: true, variants: after.variants.map((variant) => (isCommentLeftOut(before, variant.accountId) ? { ...variant, isLeftOut: true as const } : variant)) }
}

export function changeThread(content: PostContent, change: ThreadChange): PostContent {
  const { moreParts = [] } = content
  switch (change.kind) {
    case 'add_part':
      return withParts(content, moreParts.toSpliced(Math.min(change.after, threadLength(content) - 1), 0, { id: change.id, document: emptyDocument, variants: [], media: [] }))
    case 'add_comment':
      return commentOf(content) === null ? withParts(content, [...moreParts, { id: change.id, document: emptyDocument, variants: [], media: [], isComment: true }]) : content
    case 'remove_part':
      return removed(content, moreParts, change.place)
    case 'put_back':
      return putBack(content, change.place, change.part)
    case 'split_part':
      return split(content, change)
    case 'join_parts':
      return joinedParts(content)
    case 'go_back':
      return content === change.from ? change.to : content
    case 'move_part':
      return mayMove(threadLength(content), change.place, change.by) ? exchanged(content, Math.min(change.place, change.place + change.by)) : content
  }
}

/** The content as `numbersAll` finds it: numbers of before are written anew. */
export function withoutPartNumbers(content: PostContent): PostContent {
  return withTexts(content, withoutNumbers(textsOf(content)))
}

function split(before: PostContent, { place, documents: [first = emptyDocument, ...others], ids, numbersAll }: Extract<ThreadChange, { kind: 'split_part' }>): PostContent {
  const content = numbersAll ? withoutPartNumbers(before) : before
  const { moreParts = [] } = content
  const added = others.map((document, at) => ({ id: ids[at] ?? String(at), document, variants: [], media: [] }))
  const cut = place === 0 ? { ...content, document: first } : { ...content, moreParts: moreParts.map((part, at) => (at === place - 1 ? { ...part, document: first } : part)) }
  const longer = withParts(cut, (cut.moreParts ?? []).toSpliced(place, 0, ...added))
  return numbersAll ? withTexts(longer, numberThread(textsOf(longer))) : longer
}

/** Texts that an account has for itself are joined like those of all. */
function joinedParts(content: PostContent): PostContent {
  const comment = commentOf(content)
  const parts = (content.moreParts ?? []).filter((part) => part !== comment)
  if (parts.length === 0) return content
  const targets = content.targets.map((target) => joinedFor(target, content, parts))
  const once = eachOnce([content.media, ...parts.map((part) => part.media)])
  // More than a post holds could not be stored.
  if ([once, ...targets.map(({ media = [] }) => media)].some(({ length }) => length > mostFiles)) return content
  return withParts({ ...content, document: joinThread(textsOf(content)), media: once, targets }, comment === null ? [] : [comment])
}

function joinedFor(target: PostTarget, { document, media }: PostContent, parts: readonly PostPart[]): PostTarget {
  const { accountId } = target
  const hasWords = target.variant !== null || parts.some(({ variants }) => variants.some((variant) => variant.accountId === accountId))
  const hasMedia = target.media !== undefined || parts.some((part) => ownMediaIn(part, accountId) !== undefined)
  const worded = hasWords ? { ...target, variant: joinThread([target.variant ?? document, ...parts.map((part) => documentOfPart(part, accountId))]) } : target
  return hasMedia ? { ...worded, media: eachOnce([target.media ?? media, ...parts.map((part) => mediaOfPart(part, accountId))]) } : worded
}

function eachOnce(lists: readonly (readonly PostMedia[])[]): PostMedia[] {
  const media = lists.flat()
  return media.filter((item, at) => media.findIndex(({ mediaId }) => mediaId === item.mediaId) === at)
}

/** The common texts of the parts, without the comment. */
function textsOf({ document, moreParts = [] }: PostContent): readonly RichDocument[] {
  return [document, ...moreParts.filter(({ isComment }) => isComment !== true).map((part) => part.document)]
}

function withTexts(content: PostContent, [first = content.document, ...others]: readonly RichDocument[]): PostContent {
  return { ...content, document: first, ...(content.moreParts === undefined ? {} : { moreParts: content.moreParts.map((part, at) => ({ ...part, document: others[at] ?? part.document })) }) }
}

/** Parts without the comment, which stays the last. */
function threadLength(content: PostContent): number {
  return partCount(content) - (commentOf(content) === null ? 0 : 1)
}

/** `length`: of the thread without its comment. */
export function mayMove(length: number, place: number, by: -1 | 1): boolean {
  return place < length && place + by >= 0 && place + by < length
}

/** A part as it goes back into its place when its removal was not meant. */
export function partToPutBack(content: PostContent, place: number): PostPart {
  const { moreParts = [] } = content
  // The first part has no name: it takes that of the one that came after it.
  return place === 0 ? partOf(moreParts[0]?.id ?? '', content) : (moreParts[place - 1] ?? partOf('', content))
}

function putBack(content: PostContent, place: number, part: PostPart): PostContent {
  const { moreParts = [] } = content
  const isHere = ({ accountId }: { readonly accountId: string }): boolean => content.targets.some((target) => target.accountId === accountId)
  const ofAccounts = withOwnMediaOf({ ...part, variants: part.variants.filter(isHere) }, (part.ownMedia ?? []).filter(isHere))
  if (part.isComment === true) return commentOf(content) === null ? withParts(content, [...moreParts, ofAccounts]) : content
  const at = Math.min(Math.max(place - 1, 0), threadLength(content) - 1)
  const longer = withParts(content, moreParts.toSpliced(at, 0, ofAccounts))
  return place === 0 ? exchanged(longer, 0) : longer
}

function removed(content: PostContent, moreParts: readonly PostPart[], place: number): PostContent {
  if (partCount(content) === 1) return content
  // Without its first part, the thread begins with the second.
  const rest = place === 0 ? exchanged(content, 0).moreParts ?? [] : moreParts
  const kept = place === 0 ? exchanged(content, 0) : content
  return withParts(kept, rest.toSpliced(Math.max(place - 1, 0), 1))
}

/** The parts at this place and the next one change their places. */
function exchanged(content: PostContent, place: number): PostContent {
  const { moreParts = [] } = content
  const second = moreParts[place]
  if (second === undefined || place < 0) return content
  if (place > 0) return withParts(content, moreParts.with(place - 1, second).with(place, moreParts[place - 1] ?? second))
  const { document, media, targets } = partAsContent(content, 1)
  // Words and pictures go with their part; all else is the whole post's.
  const withOwn = targets.map((target, index) => ({ ...besideWords(content.targets[index]), ...target }))
  return withParts({ ...content, document, media: [...media], targets: withOwn }, moreParts.with(0, partOf(second.id, content)))
}

function besideWords(target: PostTarget | undefined): Omit<PostTarget, 'accountId' | 'variant' | 'begunFrom' | 'media'> {
  const { accountId: _account, variant: _text, begunFrom: _beginning, media: _pictures, ...rest } = target ?? { accountId: '', variant: null }
  return rest
}

function targetInPart(part: PostPart, { accountId, together }: PostTarget): PostTarget {
  const own = part.variants.find((variant) => variant.accountId === accountId)
  const media = ownMediaIn(part, accountId)
  return { accountId, variant: own?.document ?? null, ...(media === undefined ? {} : { media }), ...(own?.begunFrom === undefined ? {} : { begunFrom: own.begunFrom }), ...(together === undefined ? {} : { together }) }
}

function partOf(id: string, { document, media, targets }: PostContent): PostPart {
  const variants = targets.flatMap(({ accountId, variant, begunFrom }) => (variant === null ? [] : [{ accountId, document: variant, ...(begunFrom === undefined ? {} : { begunFrom }) }]))
  return withOwnMediaOf({ id, document, media, variants }, targets.flatMap((target) => (target.media === undefined ? [] : [{ accountId: target.accountId, media: target.media }])))
}

function withParts({ moreParts: _before, ...content }: PostContent, moreParts: readonly PostPart[] | undefined): PostContent {
  return moreParts === undefined || moreParts.length === 0 ? content : { ...content, moreParts: [...moreParts] }
}
