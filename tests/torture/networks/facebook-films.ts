import { ok, type FakeAnswer, type FakeRequest } from '../../contract/fake-network.ts'
import { refusedByMeta, writtenTime } from '../../contract/fake-meta.ts'
import type { PagePost } from './facebook-network.ts'

/** After this, in ms, a film that was told to come out names its post, and after this it stands in the list of its Page. */
const namedAfterMs = 20_000
const encodedAfterMs = 20 * 60_000

interface Film {
  readonly id: string
  readonly session: string
  readonly page: string
  readonly bytes: number
  taken: number
  post: PagePost | null
}

/** Nothing is taken that is due sooner than this: https://developers.facebook.com/docs/pages-api/posts */
export const soonestMs = 10 * 60_000

interface FilmNeeds {
  now(): number
  nextId(): number
  store(post: Pick<PagePost, 'page' | 'text' | 'filmId' | 'at' | 'dueAt'> & { readonly listedAfter: number }): PagePost
  /** Whether nobody deleted it. */
  stands(post: PagePost): boolean
}

export interface FacebookFilms {
  answer(page: string, request: FakeRequest): FakeAnswer
  /** null: there is no such film. */
  read(id: string): FakeAnswer | null
  /** The post that shows it, or will; null: nobody told it to come out, or it was deleted. */
  postOf(id: string): PagePost | null
}

/** What a request about a film's upload is about. */
export function filmOf({ json, text }: FakeRequest): string {
  return typeof json['upload_phase'] === 'string' ? `film ${json['upload_phase']}` : `film piece ${/name="upload_session_id"\r\n\r\n(\d+)/.exec(text)?.[1] ?? ''}`
}

/** Begun, handed over in pieces, finished; only then it is a post: https://developers.facebook.com/docs/graph-api/reference/page/videos/ */
export function createFacebookFilms({ now, nextId, store, stands }: FilmNeeds): FacebookFilms {
  const films = new Map<string, Film>()
  const bySession = (session: unknown): Film | undefined => [...films.values()].find((film) => film.session === session)
  const refused = refusedByMeta(6000, 'There was a problem uploading your video file.')

  const take = (film: Film, text: string): FakeAnswer => {
    const from = Number(/name="start_offset"\r\n\r\n(\d+)/.exec(text)?.[1] ?? -1)
    if (film.post !== null || from !== film.taken) return refused
    film.taken = film.bytes
    return ok({ start_offset: String(film.taken), end_offset: String(film.bytes) })
  }

  const finish = (film: Film, { description, ...json }: FakeRequest['json']): FakeAnswer => {
    const dueAt = dueAtOf(json)
    if (film.taken < film.bytes || film.post !== null || (dueAt !== null && dueAt - now() < soonestMs)) return refused
    film.post = store({ page: film.page, text: typeof description === 'string' ? description : '', filmId: film.id, at: now(), dueAt, listedAfter: encodedAfterMs })
    return ok({ success: true })
  }

  return {
    answer(page, { json, text }) {
      if (json['upload_phase'] === 'start') {
        const film: Film = { id: String(nextId()), session: String(nextId()), page, bytes: Number(json['file_size']), taken: 0, post: null }
        films.set(film.id, film)
        return ok({ video_id: film.id, upload_session_id: film.session, start_offset: '0', end_offset: String(film.bytes) })
      }
      const film = bySession(json['upload_session_id'] ?? /name="upload_session_id"\r\n\r\n(\d+)/.exec(text)?.[1])
      if (film === undefined || film.page !== page) return refused
      return json['upload_phase'] === 'finish' ? finish(film, json) : take(film, text)
    },
    read(id) {
      const film = films.get(id)
      if (film === undefined || (film.post !== null && !stands(film.post))) return null
      const { post } = film
      if (post === null) return ok({ id, published: false, status: { video_status: film.taken < film.bytes ? 'uploading' : 'upload_complete', publishing_phase: { status: 'not_started' } } })
      if (post.dueAt !== null) return ok({ id, description: post.text, published: false, scheduled_publish_time: writtenTime(post.dueAt), status: { video_status: now() < post.at + encodedAfterMs ? 'processing' : 'ready' } })
      return ok({ id, published: true, status: { video_status: now() < post.at + encodedAfterMs ? 'processing' : 'ready' }, ...(now() < post.at + namedAfterMs ? {} : { post_id: post.id }) })
    },
    postOf(id) {
      const post = films.get(id)?.post ?? null
      return post !== null && stands(post) ? post : null
    }
  }
}

/** When what a request publishes is to come out; null: now. */
export function dueAtOf(json: FakeRequest['json']): number | null {
  return json['published'] === false ? Number(json['scheduled_publish_time']) * 1000 : null
}
