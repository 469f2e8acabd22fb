import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import type { RequestOutput } from '../../../shared/contract/request-map.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { isPracticeAddress } from '../../../shared/networks/practice-address.ts'
import { isVideoType } from '../../../shared/media/media-item.ts'
import type { PracticeMessage } from '../../../shared/contract/accounts.contract.ts'
import { practiceCaptionsSchema } from './record/media-record.ts'
import type { PracticeRecord } from './record/practice-record.ts'
import type { StatusRow } from './record/statuses-record.ts'

type PracticePage = RequestOutput<'practice.readPage'>

/** Bytes; what is larger is described only. */
const longestPicture = 2_000_000

/** What a person would see at an address of the network: a post with what was said before and after it, or an article. */
export function readPracticePage(record: PracticeRecord, url: string, now: number): Result<PracticePage> {
  const [first = '', second = '', third = ''] = isPracticeAddress(url) ? new URL(url).pathname.split('/').slice(1) : []
  const page = first.startsWith('@') ? postPage(record, second) : first === 'news' ? articlePage(record, second, Number(third), now) : null
  return page === null ? fail(studioError('not_found', 'nothing lies at this address of the practice network', { details: { what: 'page' } })) : succeed(page)
}

/** The content of a film that was published there. */
export function readPracticeFilm({ media }: PracticeRecord, mediaId: number): Result<RequestOutput<'practice.readFilm'>> {
  const film = media.read(mediaId)
  const bytes = film !== null && film.statusId !== null && isVideoType(film.mediaType) ? media.readBytes(mediaId) : null
  return bytes === null ? fail(studioError('not_found', 'no such film was published on the practice network', { details: { what: 'media' } })) : succeed({ bytes: new Uint8Array(bytes) })
}

function postPage(record: PracticeRecord, id: string): PracticePage | null {
  const status = record.statuses.read(id)
  if (status === null) return null
  const messages = (rows: readonly StatusRow[]): PracticeMessage[] => rows.map((row) => messageOf(record, row))
  return { kind: 'post', before: messages(record.statuses.ancestors(id)), post: messageOf(record, status), answers: messages(record.statuses.descendants(id)) }
}

function messageOf({ members, statuses, media }: PracticeRecord, { id, authorId, text, createdAt }: StatusRow): PracticeMessage {
  const author = members.read(authorId)
  const counts = statuses.counts(id)
  return {
    id,
    authorName: author?.name ?? '',
    handle: author === null ? '' : `@${author.handle}`,
    isOwn: author?.isOwn ?? false,
    text,
    createdAt,
    likes: counts.favourites,
    boosts: counts.reblogs,
    media: media.ofStatus(id).map(({ id: mediaId, mediaType, description, captions }) =>
      isVideoType(mediaType)
        ? { kind: 'film', description, mediaId, mediaType, captions: captions === null ? [] : practiceCaptionsSchema.parse(JSON.parse(captions)) }
        : { kind: 'picture', description, picture: pictureOf(mediaType, media.readBytes(mediaId)) }
    )
  }
}

function pictureOf(mediaType: string, bytes: Uint8Array | null): string | null {
  return bytes === null || bytes.length > longestPicture ? null : `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`
}

function articlePage({ feeds }: PracticeRecord, slug: string, number: number, now: number): PracticePage | null {
  const feed = feeds.read(slug)
  const item = feed === null ? undefined : feeds.items(slug, now).find((candidate) => candidate.number === number)
  if (feed === null || item === undefined) return null
  return { kind: 'article', title: item.title, source: feed.title, author: item.author, text: item.summary, publishedAt: item.publishedAt }
}
