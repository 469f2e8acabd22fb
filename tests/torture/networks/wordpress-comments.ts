import { notFound, ok, type FakeAnswer, type FakeRequest } from '../../contract/fake-network.ts'
import { markOf } from '../marks.ts'
import type { Publication, RequestMeaning, Standing } from './torture-network.ts'

interface Comment {
  readonly id: number
  readonly site: string
  readonly parent: number
  readonly author: number
  readonly text: string
  readonly at: number
  status: string
}

export interface WordpressComments {
  answer(site: string, path: string, request: FakeRequest, origin: string): FakeAnswer
  /** null: it is about something else. */
  meaningOf(site: string, path: string, request: Pick<FakeRequest, 'method' | 'json'>): RequestMeaning | null
  hear(site: string, text: string): void
  publications(): readonly Publication[]
  standings(): readonly Standing[]
}

const duplicate: FakeAnswer = { status: 409, json: { code: 'comment_duplicate', message: 'Duplicate comment detected; it looks as though you’ve already said that!' } }
const forbidden: FakeAnswer = { status: 403, json: { code: 'rest_forbidden_param', message: 'Query parameter not permitted: author' } }

/** https://developer.wordpress.org/rest-api/reference/comments/. `none`: a plug-in lets the same words stand twice, and nobody search by author. */
export function createWordpressComments(kind: 'look_up' | 'none', now: () => number, nextId: () => number): WordpressComments {
  const comments = new Map<number, Comment>()

  const show = (comment: Comment, origin: string): object => ({
    id: comment.id,
    post: 1,
    parent: comment.parent,
    author: comment.author,
    author_name: comment.author === 0 ? `Person ${comment.id}` : 'admin',
    date_gmt: new Date(comment.at).toISOString().slice(0, 19),
    content: { raw: comment.text, rendered: `<p>${comment.text}</p>` },
    link: `${origin}/#comment-${comment.id}`,
    status: comment.status
  })

  const store = (comment: Omit<Comment, 'id' | 'at' | 'status'>): Comment => {
    const stored = { ...comment, id: nextId(), at: now(), status: 'approved' }
    comments.set(stored.id, stored)
    return stored
  }

  const create = (site: string, { json }: FakeRequest, origin: string): FakeAnswer => {
    const wanted = { site, parent: Number(json['parent'] ?? 0), author: 1, text: String(json['content']) }
    const isThere = [...comments.values()].some((other) => other.site === site && other.parent === wanted.parent && other.author === 1 && other.text === wanted.text)
    return kind === 'look_up' && isThere ? duplicate : { status: 201, json: show(store(wanted), origin) }
  }

  const list = (site: string, query: URLSearchParams, origin: string): FakeAnswer => {
    if (kind === 'none' && query.has('author')) return forbidden
    const [parent, include] = [query.get('parent'), query.get('include')?.split(',').map(Number)]
    const fits = ({ id, author, ...comment }: Comment): boolean =>
      comment.site === site && (parent === null || comment.parent === Number(parent)) && (include === undefined || include.includes(id)) && (!query.has('author') || author === 1)
    const from = (Number(query.get('page') ?? 1) - 1) * Number(query.get('per_page') ?? 10)
    const found = [...comments.values()].filter(fits).toReversed()
    return ok(found.slice(from, from + Number(query.get('per_page') ?? 10)).map((comment) => show(comment, origin)))
  }

  const idIn = (path: string): number => Number(/^\/wp\/v2\/comments\/(\d+)$/.exec(path)?.[1] ?? 0)
  const markOfComment = (id: number): string => markOf(comments.get(id)?.text ?? '')

  return {
    answer(site, path, request, origin) {
      const comment = comments.get(idIn(path))
      if (comment === undefined && path !== '/wp/v2/comments') return notFound
      if (comment === undefined) return request.method === 'POST' ? create(site, request, origin) : list(site, request.query, origin)
      if (request.method === 'POST') comment.status = String(request.json['status'])
      return ok(show(comment, origin))
    },
    meaningOf(site, path, { method, json }) {
      if (!path.startsWith('/wp/v2/comments')) return null
      if (method !== 'POST') return path === '/wp/v2/comments' ? { step: 'session', subject: `${site} comments` } : { step: 'look', subject: `${site} ${path}` }
      if (path !== '/wp/v2/comments') return { step: 'act', subject: `${site} hide ${markOfComment(idIn(path))}` }
      return { step: 'create', subject: `${site} ${markOf(String(json['content']))}` }
    },
    hear: (site, text) => void store({ site, parent: 0, author: 0, text }),
    publications: () =>
      [...comments.values()].filter(({ author }) => author !== 0).map(({ id, site, parent, text }) => ({ kind, account: site, text, parent: markOfComment(parent), number: id })),
    standings: () =>
      [...comments.values()].filter(({ status }) => status === 'hold').map(({ id, site }) => ({ kind, account: site, what: 'hide' as const, about: markOfComment(id), times: 1 }))
  }
}
