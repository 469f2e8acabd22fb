import { notFound, ok, type FakeAnswer, type FakeRequest } from '../../contract/fake-network.ts'
import { markOf } from '../marks.ts'
import type { TortureNetwork } from './torture-network.ts'
import { createWordpressComments } from './wordpress-comments.ts'

interface Post {
  readonly id: number
  readonly site: string
  readonly title: string
  readonly content: string
  slug: string
  status: string
  modifiedAt: number
  /** Of its publication, also of one to come. */
  date: number
  /** Of its publication; 0 before. */
  number: number
}

const isAboutPosts = /\/wp\/v2\/posts\b/
const unauthorised: FakeAnswer = { status: 401, json: { code: 'incorrect_password', message: 'The provided password is an invalid application password.' } }
const forbidden: FakeAnswer = { status: 403, json: { code: 'rest_forbidden', message: 'A security plug-in does not allow this.' } }

/**
 * Sites of one account each, under a path: https://developer.wordpress.org/rest-api/reference/. `look_up`: a plain WordPress, which knows no key
 * and lets us look. `none`: one with plug-ins that give every draft a name of their own and refuse every list, so that nobody can look either.
 */
export function createWordpressNetwork(kind: 'look_up' | 'none', now: () => number): TortureNetwork {
  const posts = new Map<number, Post>()
  const drafts = new Map<string, Post>()
  const newest = new Map<string, Post[]>()
  const future = new Set<Post>()
  const buried = new Set<Post>()
  const revoked = new Set<string>()
  let lastId = 10
  const isBlind = kind === 'none'
  const comments = createWordpressComments(kind, now, () => (lastId += 1))
  /** The password seen last at each site, so that it can be revoked. */
  const passwords = new Map<string, string>()

  const show = (post: Post, origin: string): object => ({
    id: post.id,
    slug: post.slug,
    status: post.status,
    link: `${origin}/${post.site}/?p=${post.id}`,
    modified_gmt: gmt(post.modifiedAt),
    date_gmt: gmt(post.date),
    title: { raw: post.title, rendered: post.title },
    content: { raw: post.content, rendered: post.content }
  })

  const create = (site: string, { json }: FakeRequest, origin: string): FakeAnswer => {
    lastId += 1
    const slug = isBlind ? `renamed-${lastId}` : String(json['slug'])
    const post: Post = { id: lastId, site, title: String(json['title']), content: String(json['content']), slug, status: String(json['status']), modifiedAt: now(), date: now(), number: 0 }
    posts.set(post.id, post)
    drafts.set(`${site} ${slug}`, post)
    return { status: 201, json: show(post, origin) }
  }

  const publish = (post: Post): void => {
    post.status = 'publish'
    post.number = lastId += 1
    future.delete(post)
    newest.set(post.site, [post, ...(newest.get(post.site) ?? [])])
  }

  /** At their date, whoever visits. */
  const publishDue = (): void => [...future].filter(({ date }) => date <= now()).toSorted((a, b) => a.date - b.date).forEach(publish)

  const update = (post: Post, { json }: FakeRequest, origin: string): FakeAnswer => {
    if (buried.has(post)) return { status: 404, json: { code: 'rest_post_invalid_id', message: 'Invalid post ID.' } }
    const wanted = (json['status'] as string | undefined) ?? post.status
    if (json['slug'] === '') {
      drafts.delete(`${post.site} ${post.slug}`)
      post.slug = `post-${post.id}`
    }
    if (typeof json['date_gmt'] === 'string') post.date = Date.parse(`${json['date_gmt']}Z`)
    else if (wanted === 'publish' && post.status !== 'publish') post.date = now()
    post.modifiedAt = now()
    if (wanted === 'publish' || wanted === 'future') {
      if (post.status !== 'publish') future.add(post)
      post.status = post.status === 'publish' ? 'publish' : 'future'
      publishDue()
    } else {
      future.delete(post)
      post.status = wanted
    }
    return ok(show(post, origin))
  }

  /** Into the bin. */
  const remove = (post: Post, origin: string): FakeAnswer => {
    if (buried.has(post)) return { status: 410, json: { code: 'rest_already_trashed', message: 'The post has already been deleted.' } }
    if (post.status === 'publish') buried.add(post)
    future.delete(post)
    post.status = 'trash'
    return ok(show(post, origin))
  }

  const list = (site: string, query: URLSearchParams, origin: string): FakeAnswer => {
    const slug = query.get('slug')
    if (slug !== null) return ok([drafts.get(`${site} ${slug}`)].flatMap((post) => (post === undefined ? [] : [show(post, origin)])))
    if (isBlind) return forbidden
    const [after, before] = [Date.parse(query.get('after') ?? ''), Date.parse(query.get('before') ?? '')]
    const statuses = (query.get('status') ?? 'publish').split(',')
    const recent = [...future, ...(newest.get(site) ?? [])]
      .filter((post) => post.site === site && statuses.includes(post.status) && !(post.date <= after) && !(post.date >= before))
      .toSorted(query.get('orderby') === 'date' ? (a, b) => b.date - a.date : (a, b) => b.modifiedAt - a.modifiedAt)
    const perPage = Number(query.get('per_page') ?? 10)
    const from = (Number(query.get('page') ?? 1) - 1) * perPage
    if (from > 0 && from >= recent.length) return { status: 400, json: { code: 'rest_post_invalid_page_number', message: 'The page number requested is larger than the number of pages available.' } }
    return ok(recent.slice(from, from + perPage).map((post) => show(post, origin)))
  }

  const ofSite = (site: string, path: string, request: FakeRequest, origin: string): FakeAnswer => {
    const id = /^\/wp\/v2\/posts\/(\d+)$/.exec(path)?.[1]
    const post = id === undefined ? undefined : posts.get(Number(id))
    if (post !== undefined) return request.method === 'POST' ? update(post, request, origin) : request.method === 'DELETE' ? remove(post, origin) : ok(show(post, origin))
    if (path.startsWith('/wp/v2/comments')) return comments.answer(site, path, request, origin)
    switch (`${request.method} ${path}`) {
      case 'GET /wp/v2/users/me':
        return ok({ id: 1, name: 'admin' })
      case 'GET /wp/v2/posts':
        return list(site, request.query, origin)
      case 'POST /wp/v2/posts':
        return create(site, request, origin)
      default:
        return notFound
    }
  }

  const splitPath = (path: string): { readonly site: string; readonly route: string | null } => {
    const [, site = '', route] = /^\/([^/]+)(?:\/wp-json(\/.*))?/.exec(path) ?? []
    return { site, route: route ?? null }
  }

  return {
    kind,
    meaningOf({ method, path, json }) {
      const { site, route } = splitPath(path)
      const id = /^\/wp\/v2\/posts\/(\d+)$/.exec(route ?? '')?.[1]
      if (id !== undefined && method !== 'GET') return { step: stepOf(method, json, posts.get(Number(id))), subject: `${site} ${markOf(posts.get(Number(id))?.title ?? '')}` }
      if (method === 'POST' && route === '/wp/v2/posts') return { step: 'prepare', subject: `${site} ${markOf(String(json['title']))}` }
      return comments.meaningOf(site, route ?? '', { method, json }) ?? { step: isAboutPosts.test(path) ? 'look' : 'session', subject: path }
    },
    answer(request, origin) {
      publishDue()
      const { site, route } = splitPath(request.path)
      const home = `${origin}/${site}`
      if (route === null) return { ...ok('<h1>A site</h1>'), headers: { link: `<${home}/wp-json/>; rel="https://api.w.org/"` } }
      if (route === '/') return ok({ name: site, home, namespaces: ['wp/v2'], authentication: { 'application-passwords': {} } })
      const password = request.headers['authorization'] ?? ''
      if (revoked.has(`${home} ${password}`)) return unauthorised
      passwords.set(home, password)
      return ofSite(site, route, request, origin)
    },
    hear: (site, text) => comments.hear(site, text),
    publications() {
      publishDue()
      const out = [...posts.values()].flatMap(({ site, content, status, number }) => (status === 'publish' ? [{ kind, account: site, text: content, parent: null, number }] : []))
      return [...out, ...comments.publications()]
    },
    removed: () => [...buried].map(({ site, content, number }) => ({ kind, account: site, text: content, parent: null, number })),
    standings: () => comments.standings(),
    revoke(account) {
      for (const [home, password] of passwords) if (home.endsWith(`/${account}`)) revoked.add(`${home} ${password}`)
    }
  }
}

function gmt(instant: number): string {
  return new Date(instant).toISOString().slice(0, 19)
}

/** Of a change to a post that is there already: made public, given a date at which it will be, or another date, or taken from there, or deleted. */
function stepOf(method: string, json: FakeRequest['json'], post: Post | undefined): 'create' | 'hand_over' | 'recall' | 'remove' {
  if (method === 'DELETE' && post !== undefined && post.number > 0) return 'remove'
  if (method === 'POST' && json['status'] === 'publish') return 'create'
  return method === 'POST' && json['status'] === 'future' && json['slug'] === '' ? 'hand_over' : 'recall'
}
