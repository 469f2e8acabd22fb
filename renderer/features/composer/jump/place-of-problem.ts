import { capabilitiesOf } from '../../../../shared/networks/capabilities-of.ts'
import { teaserFor } from '../../../../shared/posts/beside-words.ts'
import { commentOf, documentOfPart, mediaFor, partCount, titleFor } from '../../../../shared/posts/post-parts.ts'
import { occasionTexts } from '../../../../shared/posts/occasion.ts'
import type { PostFraming } from '../../../../shared/posts/post-framing.ts'
import type { PostContent, PostMedia } from '../../../../shared/posts/post.ts'
import type { PostProblem, PostProblemCode } from '../../../../shared/posts/post-problem.ts'
import { findGaps } from '../../../../shared/snippets/variables.ts'
import { documentToText } from '../../../../shared/text/document-to-text.ts'
import type { ReadyState } from '../composer-state.ts'
import { partAsContent } from '../thread/thread-changes.ts'

/** Where on the writing side something is put right. */
export const jumpPlaces = ['text', 'title', 'tags', 'teaser', 'link', 'media', 'description', 'poll', 'quote', 'terms', 'framing', 'categories', 'targets', 'time', 'approval', 'thread'] as const
export type JumpPlace = (typeof jumpPlaces)[number]

/** `words`: in the text, or where else they stand · `file`: what goes out with it, or the way to add something · null: nothing on this screen puts it right. */
const kinds: Readonly<Record<PostProblemCode, JumpPlace | 'words' | null>> = {
  no_target: 'targets', account_missing: 'targets', account_needs_login: null,
  empty: 'text', warning_without_words: 'text', text_too_long: 'text', text_too_many_bytes: 'text', mention_unresolved: 'text', words_left_out: 'text', too_many_hashtags: 'text', many_hashtags: 'text', too_many_links: 'text', too_many_mentions: 'text', too_many_cashtags: 'text', disclosure_missing: 'text',
  repeated: 'text', repeated_before: 'text', repeats_planned: 'text', repeats_edited: 'text', repeats_edit: 'text', gap_left: 'words', forbidden_word: 'words', signs_refused: 'words',
  place_left_out: 'framing',
  title_missing: 'title', title_too_long: 'title',
  too_many_tags: 'tags', tag_too_long: 'tags', tags_too_long: 'tags', tag_one_word: 'tags', tag_signs: 'tags',
  link_not_address: 'link', link_too_long: 'link', link_left_out: 'link', link_beside_call: 'link', button_without_link: 'link',
  occasion_title_missing: 'framing', occasion_title_too_long: 'framing', occasion_hours_missing: 'framing', occasion_ends_first: 'framing', occasion_over: 'framing', occasion_over_by_client_clock: 'framing', occasion_link_not_address: 'framing',
  too_many_images: 'media', pictures_unsupported: 'media', picture_expected: 'media', picture_needed: 'media', no_pictures_in_comments: 'media', media_host_missing: null, image_missing: 'media', image_too_large: 'media', image_type_unsupported: 'media', image_converted: 'media', image_too_tall: 'media', image_too_wide: 'media', image_too_small: 'media', image_too_light: 'media', image_cut_by_hand: 'media', frame_differs: 'media', page_shape_differs: 'media', files_coming: 'media',
  videos_unsupported: 'media', videos_not_here: 'media', too_many_videos: 'media', video_with_images: 'media', video_expected: 'media', video_type_unsupported: 'media', video_codec_unsupported: 'media', video_too_large: 'media', video_too_short: 'media', video_too_long: 'media', video_too_tall: 'media', video_too_wide: 'media', video_frames_too_few: 'media', video_frames_too_many: 'media', video_bit_rate: 'media', video_sound_codec: 'media', video_sound_rate: 'media', video_sound_channels: 'media',
  cover_none_there: 'media', cover_not_by_interface: 'media', cover_not_yet: 'media', cover_alone: 'media', cover_needed: 'media', cover_in_app: 'media', cover_moment: 'media', cover_ratio: 'media', cover_too_small: 'media',
  captions_none_there: 'media', captions_not_by_interface: 'media', captions_not_yet: 'media', captions_too_many: 'media', captions_too_large: 'media', captions_alike: 'media', captions_language: 'media', captions_beyond_film: 'media', captions_other_film: 'media',
  people_too_many: 'media', people_in_film_among: 'media', people_left_out: 'media',
  alt_text_missing: 'description', video_alt_text_missing: 'description', alt_text_too_long: 'description', alt_texts_left_out: 'description',
  thread_joined: 'thread', comment_left_out: 'thread',
  poll_none_there: 'poll', poll_not_by_interface: 'poll', poll_not_yet: 'poll', poll_not_here: 'poll', poll_choice_empty: 'poll', poll_choice_twice: 'poll', poll_too_many_choices: 'poll', poll_choice_too_long: 'poll', poll_one_choice: 'poll', poll_beside_media: 'poll', poll_question_too_long: 'text', poll_text_too_long: 'text', poll_minutes: 'poll', poll_ends_otherwise: 'poll',
  quote_replies_only: 'quote', quote_none_there: 'quote', quote_not_by_interface: 'quote', quote_not_yet: 'quote', quote_elsewhere: 'quote', quote_beside_poll: 'quote', quote_beside_media: 'quote', quote_left_out: 'quote', quote_without_words: 'quote', quote_saved_alone: 'quote',
  terms_audience_missing: 'terms', terms_audience_gone: 'terms', terms_allowance_closed: 'terms', terms_disclosure_missing: 'terms', terms_partner_private: 'terms', terms_film_too_long: 'terms', terms_kids_missing: 'terms', terms_category_gone: 'terms', terms_playlist_gone: 'terms', terms_no_comments: 'terms',
  attached_text_too_long: 'framing', attached_text_beside_media: 'framing', attached_text_beside_poll: 'framing',
  category_gone: 'categories', section_gone: 'categories', label_gone: 'categories', label_missing: 'categories',
  approval_missing: 'approval', refused_by_client: 'approval', edited_since_no: 'approval',
  access_ended: null, access_ends_before: 'time', over_cap: null
}

/** Whether the list of checks can lead to where it is put right. */
export function hasPlace({ code }: Pick<PostProblem, 'code'>): boolean {
  return kinds[code] !== null
}

export interface JumpTarget {
  readonly place: JumpPlace
  /** Whose text, title, tags or pictures: an account's where it has its own; null: everybody's. */
  readonly whose: string | null
  /** Counted from 0. */
  readonly part: number
  /** The file that it is about. */
  readonly mediaId: string | null
}

/** Where a problem is put right: of an account without anything of its own there that is what everybody gets. null: nowhere on this screen. */
export function placeOfProblem({ post: { content } }: Pick<ReadyState, 'post'>, problem: PostProblem): JumpTarget | null {
  const kind = kinds[problem.code]
  if (kind === null) return null
  const { accountId } = problem
  const part = partOf(content, problem)
  if (kind === 'words') return placeOfWords(content, problem, part)
  if (kind === 'media' || kind === 'description') return placeOfFile(content, { accountId, place: kind, part, isSought: soughtFile(problem) })
  if (kind === 'text') return { place: 'text', whose: ownerOfText(content, accountId, part), part, mediaId: null }
  if (kind === 'thread') return { place: 'thread', whose: accountId, part, mediaId: null }
  const whose = kind === 'title' || kind === 'tags' || kind === 'link' ? ownerOf(content, accountId, kind) : null
  return { place: kind, whose, part: kind === 'poll' || kind === 'quote' ? 0 : part, mediaId: null }
}

/** A comment is the last part, however many a network makes of those before it. */
function partOf(content: PostContent, { details: { part, place } }: PostProblem): number {
  if (place === 'comment') return partCount(content) - 1
  return place === 'part' && typeof part === 'number' ? Math.min(part, partCount(content)) - 1 : 0
}

function ownerOfText(content: PostContent, accountId: string | null, part: number): string | null {
  return partAsContent(content, part).targets.some((target) => target.accountId === accountId && target.variant !== null) ? accountId : null
}

function ownerOf({ targets }: PostContent, accountId: string | null, thing: 'title' | 'tags' | 'teaser' | 'link'): string | null {
  return targets.some((target) => target.accountId === accountId && target[thing] !== undefined) ? accountId : null
}

/** What stands in a text, a title, a warning, the words for lists or the description of a picture: the check does not say which. */
function placeOfWords(content: PostContent, problem: PostProblem, part: number): JumpTarget {
  const { accountId } = problem
  const isIn = (text: string): boolean => holdsWords(text, problem)
  const isFramedBy = (framing: PostFraming | undefined): boolean => [framing?.warning ?? '', framing?.attachedText ?? '', ...occasionTexts(framing?.occasion)].some(isIn)
  const found = placesFrom(part, content).find((place) => isIn(documentToText(documentAt(content, accountId, place))))
  if (found !== undefined) return { place: 'text', whose: ownerOfText(content, accountId, found), part: found, mediaId: null }
  if (accountId !== null && isIn(titleFor(content, accountId))) return { place: 'title', whose: ownerOf(content, accountId, 'title'), part, mediaId: null }
  if (isFramedBy(content.targets.find((target) => target.accountId === accountId)?.framing)) return { place: 'framing', whose: null, part, mediaId: null }
  if (accountId !== null && isIn(teaserFor(content, accountId))) return { place: 'teaser', whose: ownerOf(content, accountId, 'teaser'), part, mediaId: null }
  const described = placeOfFile(content, { accountId, place: 'description', part, isSought: ({ altText }) => isIn(altText) })
  return described.mediaId === null ? { place: 'text', whose: ownerOfText(content, accountId, part), part, mediaId: null } : described
}

/** All parts, the likeliest first. */
function placesFrom(part: number, content: PostContent): readonly number[] {
  return [part, ...Array.from({ length: partCount(content) }, (_, place) => place)]
}

function documentAt(content: PostContent, accountId: string | null, place: number): PostContent['document'] {
  const part = content.moreParts?.[place - 1]
  if (part !== undefined) return accountId === null ? part.document : documentOfPart(part, accountId)
  return content.targets.find((target) => target.accountId === accountId)?.variant ?? content.document
}

/** Whether it is these words that the check is about. */
function holdsWords(text: string, { code, details }: PostProblem): boolean {
  if (code === 'gap_left') return findGaps(text).some(({ variable }) => variable === details['gap'])
  const sought = wordsOf(details)
  return code === 'signs_refused' ? sought.split(' ').some((sign) => text.includes(sign)) : sought !== '' && text.includes(sought)
}

/** The words that a check names. */
export function wordsOf({ words, signs, name }: PostProblem['details']): string {
  const [sought = ''] = [words, signs, name].flatMap((word) => (typeof word === 'string' ? [word] : []))
  return sought
}

interface SoughtFile {
  readonly accountId: string | null
  readonly place: 'media' | 'description'
  readonly part: number
  readonly isSought: (item: PostMedia) => boolean
}

function placeOfFile(content: PostContent, { accountId, place, part, isSought }: SoughtFile): JumpTarget {
  const ownAt = (at: number): readonly PostMedia[] | undefined => partAsContent(content, at).targets.find((target) => target.accountId === accountId)?.media
  const mediaAt = (at: number): readonly PostMedia[] => mediaFor(partAsContent(content, at), accountId)
  const found = placesFrom(part, content).find((at) => mediaAt(at).some(isSought)) ?? part
  return { place, whose: ownAt(found) === undefined ? null : accountId, part: found, mediaId: mediaAt(found).find(isSought)?.mediaId ?? null }
}

/** Where a network shows no descriptions, any that was written. */
function soughtFile({ code, details: { mediaId } }: PostProblem): SoughtFile['isSought'] {
  return code === 'alt_texts_left_out' ? ({ altText }) => altText.trim() !== '' : (item) => item.mediaId === mediaId
}

/** Whether the problem is with the comment below the post. */
export function isInComment(content: PostContent, part: number): boolean {
  return part > 0 && commentOf(content) !== null && part === partCount(content) - 1
}

/** Whether the network makes one text of all parts, so that none of them alone is too long. */
export function isJoined(networkId: Parameters<typeof capabilitiesOf>[0], content: PostContent): boolean {
  const parts = partCount(content) - (commentOf(content) === null ? 0 : 1)
  return parts > 1 && capabilitiesOf(networkId).threads === 'joined'
}
