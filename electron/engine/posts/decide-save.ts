import { peopleAsWords } from '../../../shared/posts/people-shown.ts'
import { framingWords } from '../../../shared/posts/post-framing.ts'
import { termsAsWord } from '../../../shared/posts/post-terms.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import type { PostRecord } from './post-record.ts'

export interface SaveRequest {
  readonly revision: number
  readonly content: PostContent
  readonly editorId: string | null
  /** Whether the save brings another plan than the stored one. */
  readonly changesPlan: boolean
}

export type SaveDecision = 'create' | 'update' | 'unchanged' | 'conflict' | 'not_found' | 'not_editable'

/**
 * What a save does to what is stored. A save that brings what is there already has arrived before; a save that does not know the newest revision
 * would overwrite somebody's work, unless that somebody is the same editor, whose answer was lost (the engine died between writing and telling).
 */
export function decideSave(stored: PostRecord | null, request: SaveRequest, isEditable: boolean): SaveDecision {
  if (stored === null) return request.revision === 0 ? 'create' : 'not_found'
  if (!request.changesPlan && isSameContent(stored, request.content)) return 'unchanged'
  const isOwnNewest = request.editorId !== null && request.editorId === stored.editorId
  if (request.revision !== stored.revision && !isOwnNewest) return 'conflict'
  return isEditable ? 'update' : 'not_editable'
}

export function isSameContent(a: PostContent, b: PostContent): boolean {
  return canonical(a) === canonical(b)
}

/** Property order fixed where it is ours; documents keep the order the editor wrote them in, which parsing does not change. */
function canonical({ title, tags, teaser, link, linkSources, document, targets, media, moreParts = [], poll, quote }: PostContent): string {
  return JSON.stringify([
    title,
    document,
    targets.map((target) => [target.accountId, target.variant, target.format ?? null, target.begunFrom ?? null, target.title ?? null, target.tags ?? null, canonicalBeside(target), target.together ?? null, termsAsWord(target.terms), target.framing === undefined ? null : framingWords(target.framing), ...(target.media === undefined ? [] : [canonicalMedia(target.media)])]),
    canonicalMedia(media),
    moreParts.map((part) => [part.id, part.document, part.variants.map((variant) => [variant.accountId, variant.document, variant.begunFrom ?? null, variant.isLeftOut === true]), canonicalMedia(part.media), part.isComment === true, (part.ownMedia ?? []).map((own) => [own.accountId, canonicalMedia(own.media)])]),
    poll === undefined ? null : [poll.choices, poll.minutes, poll.isMultiple === true],
    quote === undefined ? null : [quote.networkId, quote.serverUrl, quote.remoteId, quote.text],
    tags ?? [],
    teaser ?? '',
    link ?? '',
    linkSources ?? ''
  ])
}

function canonicalBeside({ teaser, link, linkSources, categories = [] }: PostContent['targets'][number]): readonly unknown[] {
  return [teaser ?? null, link ?? null, linkSources ?? null, categories.map(({ id, name }) => [id, name])]
}

function canonicalMedia(media: PostContent['media']): readonly (readonly (string | number | null)[])[] {
  return media.map(({ mediaId, altText, cover, captions, focus, people }) => [mediaId, altText, focus?.x ?? null, focus?.y ?? null, ...(cover === undefined ? [] : [cover.mediaId, cover.atMs]), ...(captions ?? []).flatMap(({ captionsId, language }) => ['captions', captionsId, language]), ...(people === undefined ? [] : ['people', ...peopleAsWords(people)])])
}
