import { ok, type FakeAnswer, type FakeRequest } from '../../contract/fake-network.ts'
import { refusedByMeta } from '../../contract/fake-meta.ts'
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

type Store = (post: Pick<PagePost, 'page' | 'text' | 'films' | 'at' | 'dueAt'> & { readonly listedAfter: number }) => PagePost

export interface FacebookFilms {
  answer(page: string, request: FakeRequest): FakeAnswer
  /** null: there is no such film. */
  read(id: string): FakeAnswer | null
}

/** What a request about a film's upload is about. */
export function filmOf({ json, text }: FakeRequest): string {
  return typeof json['upload_phase'] === 'string' ? `film ${json['upload_phase']}` : `film piece ${/name="upload_session_id"\r\n\r\n(\d+)/.exec(text)?.[1] ?? ''}`
}

/** Begun, handed over in pieces, finished; only then it is a post: https://developers.facebook.com/docs/graph-api/reference/page/videos/ */
export function createFacebookFilms(now: () => number, nextId: () => number, store: Store): FacebookFilms {
  const films = new Map<string, Film>()
  const bySession = (session: unknown): Film | undefined => [...films.values()].find((film) => film.session === session)
  const refused = refusedByMeta(6000, 'There was a problem uploading your video file.')

  const take = (film: Film, text: string): FakeAnswer => {
    const from = Number(/name="start_offset"\r\n\r\n(\d+)/.exec(text)?.[1] ?? -1)
    if (film.post !== null || from !== film.taken) return refused
    film.taken = film.bytes
    return ok({ start_offset: String(film.taken), end_offset: String(film.bytes) })
  }

  const finish = (film: Film, description: unknown): FakeAnswer => {
    if (film.taken < film.bytes || film.post !== null) return refused
    film.post = store({ page: film.page, text: typeof description === 'string' ? description : '', films: 1, at: now(), dueAt: null, listedAfter: encodedAfterMs })
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
      return json['upload_phase'] === 'finish' ? finish(film, json['description']) : take(film, text)
    },
    read(id) {
      const film = films.get(id)
      if (film === undefined) return null
      const { post } = film
      if (post === null) return ok({ id, published: false, status: { video_status: film.taken < film.bytes ? 'uploading' : 'upload_complete', publishing_phase: { status: 'not_started' } } })
      return ok({ id, published: true, status: { video_status: now() < post.at + encodedAfterMs ? 'processing' : 'ready' }, ...(now() < post.at + namedAfterMs ? {} : { post_id: post.id }) })
    }
  }
}
