import { createHash } from 'node:crypto'
import { ok, type FakeAnswer, type FakeRequest } from '../../contract/fake-network.ts'
import { goneAtMeta, pageOf, refusedByMeta, writtenTime } from '../../contract/fake-meta.ts'
import { markOf } from '../marks.ts'
import { createFacebookFilms, dueAtOf, filmOf, soonestMs } from './facebook-films.ts'
import type { Publication, RequestMeaning, TortureNetwork } from './torture-network.ts'

/** A post shows in its Page's list a little later than it is taken, in ms. */
const listedAfterMs = 10_000
/** The same words are refused for so long: how long is told nowhere, and surely shorter than a series' day. */
const refusedAgainMs = 2 * 60_000

export interface PagePost {
  readonly id: string
  readonly page: string
  readonly text: string
  /** Of the film that it shows; null: it has none. */
  readonly filmId: string | null
  /** When it came out; of one that waits, when it was taken. */
  at: number
  listedAt: number
  /** ms since the epoch; null: it is out. */
  dueAt: number | null
  number: number
}

const success = ok({ success: true })
const tokenEnded = refusedByMeta(190, 'Error validating access token: The session has been invalidated', 460)
const pageIdOf = (name: string): string => String(createHash('sha256').update(name).digest().readUIntBE(0, 6))

/** Pages of the Graph: https://developers.facebook.com/docs/graph-api. No key and no id of ours; the same words once more are refused. The code of a login is the name of its Page. */
export function createFacebookNetwork(now: () => number): TortureNetwork {
  const posts = new Map<string, PagePost>()
  const buried = new Map<string, PagePost>()
  const tokens = new Map<string, string>()
  let lastId = 1000
  const nextId = (): number => (lastId += 1)

  const store = (post: Omit<PagePost, 'id' | 'number' | 'listedAt'> & { readonly listedAfter?: number }): PagePost => {
    const number = nextId()
    const stored: PagePost = { ...post, id: `${post.page}_${number}`, number, listedAt: post.at + (post.listedAfter ?? listedAfterMs) }
    posts.set(stored.id, stored)
    return stored
  }
  const films = createFacebookFilms({ now, nextId, store, stands: ({ id }) => posts.has(id) })

  function publishDue(): void {
    const due = [...posts.values()].filter(({ dueAt }) => dueAt !== null && dueAt <= now()).toSorted((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0))
    for (const post of due) Object.assign(post, { at: post.dueAt, listedAt: (post.dueAt ?? 0) + listedAfterMs, dueAt: null, number: nextId() })
  }

  const show = ({ id, text, filmId, at, dueAt }: PagePost): object => ({
    id, message: text, created_time: writtenTime(at), permalink_url: `https://www.facebook.com/${id}`, is_published: dueAt === null,
    ...(dueAt === null ? {} : { scheduled_publish_time: Math.floor(dueAt / 1000) }), ...(filmId === null ? {} : { attachments: { data: [{ media_type: 'video', target: { id: filmId } }] } })
  })

  const create = (page: string, { json }: FakeRequest): FakeAnswer => {
    const text = String(json['message'])
    const dueAt = dueAtOf(json)
    if (dueAt !== null && dueAt - now() < soonestMs) return refusedByMeta(100, 'The specified scheduled publish time is invalid.', 1_363_039)
    const isThere = [...posts.values(), ...buried.values()].some((post) => post.page === page && post.text === text && post.dueAt === dueAt && now() - post.at < refusedAgainMs)
    return isThere ? refusedByMeta(506, 'Duplicate status message') : ok({ id: store({ page, text, filmId: null, at: now(), dueAt }).id })
  }

  const list = (page: string, edge: string, { query }: FakeRequest): FakeAnswer => {
    const since = Number(query.get('since') ?? 0) * 1000
    const until = Number(query.get('until') ?? Number.POSITIVE_INFINITY) * 1000
    const isShown = ({ dueAt, filmId, listedAt, at }: PagePost): boolean => (edge === 'scheduled_posts' ? dueAt !== null && (filmId === null || listedAt <= now()) : dueAt === null && listedAt <= now() && at >= since && at <= until)
    const fitting = [...posts.values()].filter((post) => post.page === page && isShown(post)).toSorted((a, b) => b.at - a.at)
    return ok(pageOf(fitting, { limit: Number(query.get('limit') ?? 25), after: query.get('after'), namesNext: true }, show))
  }

  const change = (post: PagePost, { method, json }: FakeRequest): FakeAnswer => {
    if (method === 'GET') return ok(show(post))
    if (method === 'DELETE') {
      if (post.dueAt === null) buried.set(post.id, post)
      posts.delete(post.id)
      return success
    }
    const dueAt = Number(json['scheduled_publish_time']) * 1000
    if (post.dueAt === null || dueAt - now() < soonestMs) return refusedByMeta(100, 'The specified scheduled publish time is invalid.', 1_363_039)
    post.dueAt = dueAt
    return success
  }

  /** A film's post goes by the film's number too. */
  const postAt = (node: string): PagePost | undefined => posts.get(node) ?? films.postOf(node) ?? undefined

  const ofPage = (page: string, node: string, edge: string | undefined, request: FakeRequest): FakeAnswer => {
    if (edge === undefined) {
      if (request.method === 'GET' && !posts.has(node)) return films.read(node) ?? goneAtMeta
      const post = postAt(node)
      return post?.page === page ? change(post, request) : goneAtMeta
    }
    switch (`${request.method} ${edge}`) {
      case 'POST feed':
        return create(page, request)
      case 'POST videos':
        return films.answer(page, request)
      case 'GET published_posts':
      case 'GET scheduled_posts':
        return list(page, edge, request)
      // Nobody speaks here.
      default:
        return request.method === 'GET' ? ok({ data: [] }) : goneAtMeta
    }
  }

  const login = (form: URLSearchParams): FakeAnswer => {
    const token = `person-${nextId()}`
    tokens.set(token, form.get('code') ?? tokens.get(form.get('fb_exchange_token') ?? '') ?? '')
    return ok({ access_token: token, token_type: 'bearer' })
  }

  const managedBy = (name: string): FakeAnswer => {
    const token = `page-${nextId()}`
    tokens.set(token, name)
    return ok({ data: [{ id: pageIdOf(name), name, username: name, tasks: ['MANAGE'], access_token: token }] })
  }

  const partsOf = (path: string): { readonly node: string; readonly edge: string | undefined } => {
    const [, node = '', edge] = /^\/v\d+\.\d+\/([\w.]+)(?:\/(\w+))?$/.exec(path) ?? []
    return { node, edge }
  }
  const meaningOfFeed = (page: string, json: FakeRequest['json']): RequestMeaning => ({ step: dueAtOf(json) === null ? 'create' : 'hand_over', subject: `${page} ${markOf(String(json['message']))}` })

  /** Of a change to a post that waits, or of a deletion; null: it is another call. */
  const recallOf = ({ method }: FakeRequest, node: string, edge: string | undefined): RequestMeaning | null => {
    const post = edge === undefined && method !== 'GET' ? postAt(node) : undefined
    return post === undefined ? null : { step: post.dueAt === null ? 'remove' : 'recall', subject: `${post.page} ${markOf(post.text)}` }
  }

  return {
    kind: 'own_feed',
    meaningOf(request) {
      const { method, path, json, query } = request
      const { node, edge } = partsOf(path)
      if (method === 'POST' && edge === 'feed') return meaningOfFeed(node, json)
      if (method === 'POST' && edge === 'videos') return meaningOfFilm(node, request)
      const recall = recallOf(request, node, edge)
      if (recall !== null) return recall
      const isLook = method === 'GET' && isLookFor(node, edge, query)
      return { step: isLook ? 'look' : 'session', subject: isLook ? `${path} ${query.get('since') ?? ''}` : path }
    },
    answer(request) {
      publishDue()
      const { node, edge } = partsOf(request.path)
      if (node === 'oauth') return login(new URLSearchParams(request.text))
      if (node === 'debug_token') return ok({ data: { is_valid: true, expires_at: 0, data_access_expires_at: 0 } })
      const name = tokens.get(request.headers['authorization']?.replace('Bearer ', '') ?? '')
      if (name === undefined) return tokenEnded
      if (node === 'me') return edge === 'accounts' ? managedBy(name) : ok({ id: pageIdOf(name), name, username: name })
      return ofPage(pageIdOf(name), node, edge, request)
    },
    hear: () => undefined,
    publications() {
      publishDue()
      return [...posts.values()].filter(({ dueAt }) => dueAt === null).map(publicationOf)
    },
    removed: () => [...buried.values()].map(publicationOf),
    standings: () => [],
    revoke(account) {
      for (const [token, name] of tokens) if (pageIdOf(name) === account) tokens.delete(token)
    }
  }
}

function publicationOf({ page, text, number }: PagePost): Publication {
  return { kind: 'own_feed', account: page, text, parent: null, number }
}

function meaningOfFilm(page: string, request: FakeRequest): RequestMeaning {
  const { json } = request
  return json['upload_phase'] === 'finish' ? { step: dueAtOf(json) === null ? 'create' : 'hand_over', subject: `${page} ${markOf(String(json['description']))}` } : { step: 'prepare', subject: `${page} ${filmOf(request)}` }
}

function isLookFor(node: string, edge: string | undefined, query: URLSearchParams): boolean {
  if (edge === undefined) return node !== 'me'
  return edge === 'scheduled_posts' || (edge === 'published_posts' && query.has('since'))
}
