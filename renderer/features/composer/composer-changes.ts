import type { FilmCaptions } from '../../../shared/captions/film-captions.ts'
import { withCaptions } from '../../../shared/captions/with-captions.ts'
import type { PostFormat } from '../../../shared/posts/post-format.ts'
import { framingKept, type PostFraming } from '../../../shared/posts/post-framing.ts'
import type { PostTerms } from '../../../shared/posts/post-terms.ts'
import { mostCategories, type Category } from '../../../shared/posts/categories.ts'
import type { Poll } from '../../../shared/posts/poll.ts'
import type { Quote } from '../../../shared/posts/quote.ts'
import { mostFiles, type FilmCover, type FocalPoint, type PostContent, type PostTarget } from '../../../shared/posts/post.ts'
import { withPeople } from '../../../shared/posts/people-shown.ts'
import type { PersonTag } from '../../../shared/posts/person-tag.ts'
import { withFocus } from '../../../shared/posts/focal-point.ts'
import type { RichDocument } from '../../../shared/posts/rich-document.ts'
import { documentToText } from '../../../shared/text/document-to-text.ts'
import { withHandles } from '../../../shared/people/name-people.ts'
import type { Person } from '../../../shared/people/person.ts'
import { giveBack, keepTogether, putAccountBack, setApart, withAccount, withOwn, type OwnInPost } from '../../../shared/posts/kept-together.ts'
import { leaveCommentOut, takeCommentIn } from '../../../shared/posts/own-comment.ts'
import { isTarget } from './composer-state.ts'
import { followLink, setLink } from './variants/own-link.ts'
import { beginOwn, followBase, followTeaser, followTitle, noteBase, followTags, putBackOwn, retitle, setTags, setTeaser, writeOwn, type OwnThing } from './variants/own-text.ts'

/** `accountId`: of the pictures that this account has for itself; left out: of the post's. */
export type MediaChange = { readonly accountId?: string } & (
  | { readonly kind: 'attach'; readonly mediaId: string; readonly altText?: string }
  | { readonly kind: 'detach'; readonly mediaId: string }
  /** One that was removed, at its place. */
  | { readonly kind: 'put_media_back'; readonly item: PostContent['media'][number]; readonly place: number }
  | { readonly kind: 'describe'; readonly mediaId: string; readonly altText: string }
  /** null: each network's own choice. */
  | { readonly kind: 'cover_film'; readonly mediaId: string; readonly cover: FilmCover | null }
  /** None: it has no subtitles. */
  | { readonly kind: 'caption_film'; readonly mediaId: string; readonly captions: readonly FilmCaptions[] }
  /** Another picture in the place of one. */
  | { readonly kind: 'replace_media'; readonly mediaId: string; readonly by: PostContent['media'][number] }
  /** Among the others, counted from 0. */
  | { readonly kind: 'place_media'; readonly mediaId: string; readonly place: number }
)

/** Every change that the composer can make to a post's content. */
export type ContentChange =
  | { readonly kind: 'write'; readonly accountId: string | null; readonly document: RichDocument }
  | { readonly kind: 'retitle'; readonly title: string; readonly accountId?: string }
  | { readonly kind: 'follow_title'; readonly accountId: string }
  /** Of one account alone where it is named; else of the post. */
  | { readonly kind: 'set_tags'; readonly tags: readonly string[]; readonly accountId?: string }
  | { readonly kind: 'follow_tags'; readonly accountId: string }
  /** The same of the words that stand for the post in lists, and of where it leads. */
  | { readonly kind: 'set_teaser'; readonly text: string; readonly accountId?: string }
  /** `sources`: what a client calls the networks that it leaves open; left out: as before. */
  | { readonly kind: 'set_link'; readonly text: string; readonly accountId?: string; readonly sources?: string | null }
  | { readonly kind: 'follow_teaser' | 'follow_link'; readonly accountId: string }
  /** `group`: of its network; where others of it are kept together, one that is added has what they have. `terms`: what its part begins with. */
  | { readonly kind: 'toggle_target'; readonly accountId: string; readonly group?: string | null; readonly terms?: PostTerms }
  /** An account that was taken out, as it was. */
  | { readonly kind: 'put_target_back'; readonly owned: OwnInPost; readonly place: number }
  /** The others have what this account has in all parts, and go on having it. */
  | { readonly kind: 'keep_together'; readonly accountId: string; readonly others: readonly string[]; readonly group: string }
  | { readonly kind: 'set_apart'; readonly accountId: string }
  /** The post's first comment, for this account. */
  | { readonly kind: 'leave_comment'; readonly accountId: string }
  | { readonly kind: 'take_comment'; readonly accountId: string }
  /** What accounts had before they were kept together with another one. */
  | { readonly kind: 'give_back'; readonly owned: readonly OwnInPost[] }
  | { readonly kind: 'start_variant'; readonly accountId: string }
  | { readonly kind: 'follow_base'; readonly accountId: string }
  /** The base text has changed since the account's own was begun, and that is known: the own one stays. */
  | { readonly kind: 'note_base'; readonly accountId: string }
  /** What the account had for itself before it followed the others. */
  | { readonly kind: 'put_back'; readonly thing: OwnThing; readonly owned: PostTarget }
  | { readonly kind: 'start_own_media'; readonly accountId: string }
  | { readonly kind: 'follow_media'; readonly accountId: string }
  /** In all texts of the post. */
  | { readonly kind: 'name_person'; readonly person: Person }
  /** Of the post as a whole; null takes it away. */
  | { readonly kind: 'set_poll'; readonly poll: Poll | null }
  /** The same. `insteadOf`: paragraphs of the common text that are nothing but this address go. */
  | { readonly kind: 'set_quote'; readonly quote: Quote | null; readonly insteadOf?: string }
  /** What the post is on this account's network; null: an ordinary one. */
  | { readonly kind: 'set_format'; readonly accountId: string; readonly format: PostFormat | null }
  /** Under which terms it goes out at once on this account's network; null: it goes the network's other way. */
  | { readonly kind: 'set_terms'; readonly accountId: string; readonly terms: PostTerms | null }
  /** How it stands on this account's network. */
  | { readonly kind: 'set_framing'; readonly accountId: string; readonly framing: PostFraming }
  /** Under what this account's site files it; none: as it does whatever nobody filed. */
  | { readonly kind: 'set_categories'; readonly accountId: string; readonly categories: readonly Category[] }
  /** What of a picture has to be seen, wherever the post has it; null: nobody's choice any more. */
  | { readonly kind: 'focus_media'; readonly mediaId: string; readonly focus: FocalPoint | null }
  /** Who is told to be shown in a file, wherever the post has it; none of them: nobody is. */
  | { readonly kind: 'tag_people'; readonly mediaId: string; readonly people: readonly PersonTag[] }
  | MediaChange

/** The content after the change; the same object when nothing changed, so that nothing is saved for nothing. */
export function applyChange(content: PostContent, change: ContentChange): PostContent {
  switch (change.kind) {
    case 'write':
      return write(content, change.accountId, change.document)
    case 'retitle':
      return retitle(content, change.title, change.accountId)
    case 'set_tags':
    case 'set_teaser':
    case 'set_link':
      return withBeside(content, change)
    case 'toggle_target':
      return toggled(content, change)
    case 'put_target_back':
      return putAccountBack(content, change.owned, change.place)
    case 'keep_together':
      return keepTogether(content, change.accountId, change.others, change.group)
    case 'give_back':
      return giveBack(content, change.owned)
    case 'start_variant':
    case 'follow_base':
    case 'note_base':
    case 'set_apart':
    case 'leave_comment':
    case 'take_comment':
    case 'follow_title':
    case 'follow_tags':
    case 'follow_teaser':
    case 'follow_link':
      return ofOwn[change.kind](content, change.accountId)
    case 'put_back':
      return putBackOwn(content, change.thing, change.owned)
    case 'set_poll':
    case 'set_quote':
      return change.kind === 'set_poll' ? withPoll(content, change.poll) : withQuote(content, change)
    case 'attach':
    case 'detach':
    case 'put_media_back':
    case 'describe':
    case 'cover_film':
    case 'caption_film':
    case 'replace_media':
    case 'place_media':
      return change.accountId === undefined ? { ...content, media: changeMedia(content.media, change) } : withOwnMedia(content, change.accountId, (own) => changeMedia(own ?? content.media, change))
    case 'focus_media':
    case 'tag_people':
      return change.kind === 'focus_media' ? withFocus(content, change.mediaId, change.focus) : withPeople(content, change.mediaId, change.people)
    case 'name_person':
      return withPersonNamed(content, change.person)
    case 'start_own_media':
    case 'follow_media':
      return withOwnMedia(content, change.accountId, (own) => (change.kind === 'follow_media' ? undefined : (own ?? content.media)))
    case 'set_format':
      return withFormat(content, change.accountId, change.format)
    case 'set_categories':
    case 'set_terms':
      return change.kind === 'set_terms' ? withTerms(content, change.accountId, change.terms) : withCategories(content, change.accountId, change.categories)
    case 'set_framing':
      return withFraming(content, change.accountId, framingKept(change.framing))
  }
}

function withBeside(content: PostContent, change: Extract<ContentChange, { kind: 'set_tags' | 'set_teaser' | 'set_link' }>): PostContent {
  if (change.kind === 'set_tags') return setTags(content, change.tags, change.accountId)
  return change.kind === 'set_link' ? setLink(content, change.text, change) : setTeaser(content, change.text, change.accountId)
}

function toggled(content: PostContent, { accountId, group, terms }: Extract<ContentChange, { kind: 'toggle_target' }>): PostContent {
  return isTarget(content, accountId)
    ? { ...content, targets: content.targets.filter((target) => target.accountId !== accountId) }
    : withTerms(withAccount(content, accountId, group ?? null), accountId, terms ?? null)
}

const ofOwn = { start_variant: beginOwn, follow_base: followBase, note_base: noteBase, set_apart: setApart, leave_comment: leaveCommentOut, take_comment: takeCommentIn, follow_title: followTitle, follow_tags: followTags, follow_teaser: followTeaser, follow_link: followLink } as const

function withPoll({ poll: _before, ...content }: PostContent, poll: Poll | null): PostContent {
  return poll === null ? content : { ...content, poll }
}

function withQuote({ quote: _before, ...content }: PostContent, { quote, insteadOf }: Extract<ContentChange, { kind: 'set_quote' }>): PostContent {
  return { ...content, ...(quote === null ? {} : { quote }), ...(insteadOf === undefined ? {} : { document: withoutLine(content.document, insteadOf) }) }
}

/** Without the paragraphs that are nothing but that address; the same where there are none. */
function withoutLine(document: RichDocument, url: string): RichDocument {
  const content = document.content.filter((node) => documentToText({ type: 'doc', content: [node] }).trim() !== url)
  return content.length === document.content.length ? document : { ...document, content: content.length === 0 ? [{ type: 'paragraph' }] : content }
}

function changeMedia(media: PostContent['media'], change: MediaChange): PostContent['media'] {
  switch (change.kind) {
    case 'attach':
      // One too many would keep the whole post from being saved.
      return media.some((item) => item.mediaId === change.mediaId) || media.length >= mostFiles ? media : [...media, { mediaId: change.mediaId, altText: change.altText ?? '' }]
    case 'detach':
      return media.filter((item) => item.mediaId !== change.mediaId)
    case 'put_media_back':
      return media.some(({ mediaId }) => mediaId === change.item.mediaId) || media.length >= mostFiles ? media : media.toSpliced(change.place, 0, change.item)
    case 'describe':
      return media.map((item) => (item.mediaId === change.mediaId ? { ...item, altText: change.altText } : item))
    case 'cover_film':
      return media.map((item) => (item.mediaId === change.mediaId ? withCover(item, change.cover) : item))
    case 'caption_film':
      return media.map((item) => (item.mediaId === change.mediaId ? captioned(item, change.captions) : item))
    case 'replace_media':
      return media.map((item) => (item.mediaId === change.mediaId ? change.by : item))
    case 'place_media':
      return placed(media, change.mediaId, change.place)
  }
}

function placed(media: PostContent['media'], mediaId: string, place: number): PostContent['media'] {
  const item = media.find((one) => one.mediaId === mediaId)
  return item === undefined ? media : media.filter((one) => one !== item).toSpliced(place, 0, item)
}

function withCover({ cover: _before, ...item }: PostContent['media'][number], cover: FilmCover | null): PostContent['media'][number] {
  return cover === null ? item : { ...item, cover }
}

function captioned({ captions: _before, ...item }: PostContent['media'][number], captions: readonly FilmCaptions[]): PostContent['media'][number] {
  return { ...item, ...withCaptions(captions) }
}

function write(content: PostContent, accountId: string | null, document: RichDocument): PostContent {
  return accountId === null ? { ...content, document } : writeOwn(content, accountId, document)
}

function withOwnMedia(content: PostContent, accountId: string, next: (own: PostContent['media'] | undefined) => PostContent['media'] | undefined): PostContent {
  return withOwn(content, accountId, ({ media: own, ...rest }) => {
    const media = next(own)
    return media === undefined ? rest : { ...rest, media }
  })
}

function withFormat(content: PostContent, accountId: string, format: PostFormat | null): PostContent {
  return {
    ...content,
    targets: content.targets.map((target) => {
      if (target.accountId !== accountId) return target
      const { format: _before, ...rest } = target
      return format === null ? rest : { ...rest, format }
    })
  }
}

function withTerms(content: PostContent, accountId: string, terms: PostTerms | null): PostContent {
  return {
    ...content,
    targets: content.targets.map((target) => {
      if (target.accountId !== accountId) return target
      const { terms: _before, ...rest } = target
      return terms === null ? rest : { ...rest, terms }
    })
  }
}

function withFraming(content: PostContent, accountId: string, framing: PostFraming | undefined): PostContent {
  return {
    ...content,
    targets: content.targets.map((target) => {
      if (target.accountId !== accountId) return target
      const { framing: _before, ...rest } = target
      return framing === undefined ? rest : { ...rest, framing }
    })
  }
}

/** Of this account's site alone: those that are kept together with it have sites of their own. */
function withCategories(content: PostContent, accountId: string, categories: readonly Category[]): PostContent {
  return {
    ...content,
    targets: content.targets.map((target) => {
      if (target.accountId !== accountId) return target
      const { categories: _before, ...rest } = target
      return categories.length === 0 ? rest : { ...rest, categories: categories.slice(0, mostCategories) }
    })
  }
}

function withPersonNamed(content: PostContent, person: Person): PostContent {
  const { moreParts, ...rest } = content
  return {
    ...rest,
    document: withHandles(content.document, person),
    targets: content.targets.map((target) => (target.variant === null ? target : { ...target, variant: withHandles(target.variant, person), ...begunNaming(target.begunFrom, person) })),
    ...(moreParts === undefined ? {} : { moreParts: moreParts.map((part) => ({ ...part, document: withHandles(part.document, person), variants: part.variants.map((variant) => ({ ...variant, document: withHandles(variant.document, person), ...begunNaming(variant.begunFrom, person) })) })) })
  }
}

function begunNaming(begunFrom: RichDocument | undefined, person: Person): { begunFrom?: RichDocument } {
  return begunFrom === undefined ? {} : { begunFrom: withHandles(begunFrom, person) }
}
