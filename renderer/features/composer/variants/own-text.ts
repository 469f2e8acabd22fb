import { besideOf } from '../../../../shared/posts/beside-words.ts'
import { withOwn } from '../../../../shared/posts/kept-together.ts'
import type { PostContent, PostTarget } from '../../../../shared/posts/post.ts'
import type { RichDocument } from '../../../../shared/posts/rich-document.ts'

/** What an account can have for itself, and give up for what everybody gets. */
export type OwnThing = 'text' | 'title' | 'tags' | 'teaser' | 'link' | 'media'

/** The account's own text begins as the base text, and remembers which. */
export function beginOwn(content: PostContent, accountId: string): PostContent {
  return withOwn(content, accountId, (target) => (target.variant === null ? { ...target, variant: content.document, begunFrom: content.document } : target))
}

export function writeOwn(content: PostContent, accountId: string, document: RichDocument): PostContent {
  return withOwn(content, accountId, (target) => ({ ...target, variant: document, ...(target.variant === null ? { begunFrom: content.document } : {}) }))
}

export function followBase(content: PostContent, accountId: string): PostContent {
  return withOwn(content, accountId, ({ begunFrom: _before, ...target }) => ({ ...target, variant: null }))
}

export function noteBase(content: PostContent, accountId: string): PostContent {
  return withOwn(content, accountId, (target) => (target.variant === null ? target : { ...target, begunFrom: content.document }))
}

/** Of one account alone where it is named; else of the post. */
export function retitle(content: PostContent, title: string, accountId?: string): PostContent {
  if (accountId !== undefined) return withOwn(content, accountId, (target) => ({ ...target, title }))
  return title === content.title ? content : { ...content, title }
}

export function followTitle(content: PostContent, accountId: string): PostContent {
  return withOwn(content, accountId, ({ title: _own, ...target }) => target)
}

/** Of one account alone where it is named, none of them too; else of the post. */
export function setTags({ tags: before = [], ...content }: PostContent, tags: readonly string[], accountId?: string): PostContent {
  const common = before.length === 0 ? {} : { tags: before }
  if (accountId !== undefined) return withOwn({ ...content, ...common }, accountId, (target) => ({ ...target, tags: [...tags] }))
  return tags.length === 0 ? content : { ...content, tags: [...tags] }
}

export function followTags(content: PostContent, accountId: string): PostContent {
  return withOwn(content, accountId, ({ tags: _own, ...target }) => target)
}

/** What stands beside the words in a field of its own. */
export type BesideField = 'teaser' | 'link'

/** Of one account alone where it is named, empty too; else of the post. */
export function setTeaser(content: PostContent, teaser: string, accountId?: string): PostContent {
  if (accountId !== undefined) return withOwn(content, accountId, (target) => ({ ...target, teaser }))
  const { teaser: before = '', ...rest } = content
  if (teaser === before) return content
  return teaser === '' ? rest : { ...rest, teaser }
}

export function followTeaser(content: PostContent, accountId: string): PostContent {
  return withOwn(content, accountId, ({ teaser: _own, ...target }) => target)
}

/** As it was before it was given up, over what the account has by now. */
export function putBackOwn(content: PostContent, thing: OwnThing, owned: PostTarget): PostContent {
  return withOwn(content, owned.accountId, (target) => ({ ...target, ...whatItWas(thing, owned) }))
}

function whatItWas(thing: OwnThing, { variant, begunFrom, media, title, tags, teaser, link, linkSources }: PostTarget): Partial<PostTarget> {
  if (thing === 'title') return title === undefined ? {} : { title }
  if (thing === 'tags') return tags === undefined ? {} : { tags }
  if (thing === 'teaser') return besideOf({ teaser })
  if (thing === 'link') return besideOf({ link, linkSources })
  if (thing === 'media') return media === undefined ? {} : { media }
  return { variant, ...(begunFrom === undefined ? {} : { begunFrom }) }
}

/** `target`: as it is in the part at hand. */
export function ownThingsOf({ variant, ...own }: PostTarget): readonly OwnThing[] {
  return [...(variant === null ? [] : (['text'] as const)), ...(['title', 'tags', 'teaser', 'link', 'media'] as const).filter((thing) => own[thing] !== undefined)]
}

/** Whether the base text is another one since the account's own was begun. */
export function hasBaseChanged({ document }: Pick<PostContent, 'document'>, { variant, begunFrom }: Pick<PostTarget, 'variant' | 'begunFrom'>): boolean {
  return variant !== null && begunFrom !== undefined && begunFrom !== document && said(begunFrom) !== said(document)
}

/** What a document says, read once as long as it is the same one. */
const known = new WeakMap<RichDocument, string>()

/** Without the empty lines below it, which nobody sees. */
function said(document: RichDocument): string {
  const before = known.get(document)
  if (before !== undefined) return before
  const last = document.content.findLastIndex((node) => node.type !== 'paragraph' || (node.content ?? []).length > 0)
  const words = JSON.stringify(document.content.slice(0, last + 1))
  known.set(document, words)
  return words
}
