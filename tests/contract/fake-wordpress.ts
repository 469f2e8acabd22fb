import { notFound, ok, type FakeAnswer, type FakeNetwork, type FakeRequest } from './fake-network.ts'

interface Post {
  readonly id: number
  slug: string
  status: string
  title: string
  content: string
  excerpt: string
  modified: string
  dateGmt: string
  readonly tags: readonly number[]
  categories: readonly number[]
  isSticky: boolean
}

/** As a site gives them; a test takes some away and puts some in. */
export interface FakeCategory {
  readonly id: number
  readonly name: string
  readonly parent: number
}

const gmt = (): string => new Date().toISOString().slice(0, 19)

/** As much of a WordPress as a client needs: https://developer.wordpress.org/rest-api/reference/ */
export function createFakeWordpress(may: { readonly createTags?: boolean; readonly categories?: FakeCategory[] } = {}): FakeNetwork {
  const terms: { id: number; name: string; slug: string }[] = [{ id: 7, name: 'Pain &amp; beurre', slug: 'pain-beurre' }]
  const plain = (name: string): string => name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const categories = may.categories ?? [{ id: 1, name: 'Non classé', parent: 0 }, { id: 4, name: 'Fêtes &amp; marchés', parent: 0 }, { id: 5, name: 'Noël', parent: 4 }]
  const posts: Post[] = []
  const comments: { id: number; text: string; date: string }[] = []
  const media: { id: number; slug: string; ending: string }[] = []

  const show = (post: Post, origin: string): object => ({
    id: post.id,
    slug: post.slug,
    status: post.status,
    link: `${origin}/?p=${post.id}`,
    modified_gmt: post.modified,
    date_gmt: post.dateGmt,
    tags: post.tags,
    categories: post.categories,
    sticky: post.isSticky,
    _links: { self: [{ href: `${origin}/wp-json/wp/v2/posts/${post.id}` }], 'wp:action-sticky': [{ href: `${origin}/wp-json/wp/v2/posts/${post.id}` }] },
    title: { raw: post.title, rendered: post.title },
    content: { raw: post.content, rendered: post.content },
    // Where nobody wrote one, a site shows the beginning of the article.
    excerpt: { raw: post.excerpt, rendered: post.excerpt === '' ? post.content : post.excerpt, protected: false }
  })

  const createPost = ({ json }: FakeRequest, origin: string): FakeAnswer => {
    const post = { id: posts.length + 10, slug: String(json['slug']), status: String(json['status']), title: String(json['title']), content: String(json['content']), excerpt: (json['excerpt'] ?? '') as string, modified: gmt(), dateGmt: gmt(), tags: (json['tags'] ?? []) as number[], categories: filed(json['categories']) ?? [1], isSticky: false }
    posts.push(post)
    return { status: 201, json: show(post, origin) }
  }

  const stick = (post: Post, { sticky }: FakeRequest['json']): void => {
    if (typeof sticky === 'boolean') post.isSticky = sticky
  }

  const updatePost = (id: number, { method, json }: FakeRequest, origin: string): FakeAnswer => {
    const post = posts.find((candidate) => candidate.id === id)
    if (post === undefined) return notFound
    if (method === 'GET') return ok(show(post, origin))
    if (method === 'DELETE') post.status = 'trash'
    if (typeof json['date_gmt'] === 'string') post.dateGmt = json['date_gmt']
    stick(post, json)
    if (typeof json['status'] === 'string') ({ status: post.status } = json as { status: string })
    if (method === 'DELETE') return ok(show(post, origin))
    if (typeof json['title'] === 'string') ({ title: post.title } = json as { title: string })
    if (typeof json['content'] === 'string') ({ content: post.content } = json as { content: string })
    post.categories = filed(json['categories']) ?? post.categories
    if (typeof json['excerpt'] === 'string') ({ excerpt: post.excerpt } = json as { excerpt: string })
    if (json['slug'] === '') post.slug = post.title.toLowerCase().replaceAll(' ', '-')
    post.modified = gmt()
    return ok(show(post, origin))
  }

  /** https://developer.wordpress.org/reference/functions/wp_insert_term/: a name whose short name is there already is another's. */
  const createTag = ({ json }: FakeRequest): FakeAnswer => {
    if (may.createTags === false) return { status: 403, json: { code: 'rest_cannot_create', message: 'Sorry, you are not allowed to create terms in this taxonomy.', data: { status: 403 } } }
    const name = String(json['name'])
    const same = terms.find(({ slug }) => slug === plain(name).replaceAll(/[^a-z0-9]+/gu, '-'))
    if (same !== undefined) return { status: 400, json: { code: 'term_exists', message: 'A term with the name provided already exists in this taxonomy.', data: { status: 400, term_id: same.id } } }
    terms.push({ id: 20 + terms.length, name, slug: plain(name).replaceAll(/[^a-z0-9]+/gu, '-') })
    return { status: 201, json: terms.at(-1) }
  }

  /** https://developer.wordpress.org/reference/functions/wp_set_object_terms/: one that is not there is left out without a word. */
  const filed = (ids: unknown): readonly number[] | null => (Array.isArray(ids) ? ids.filter((id: number) => categories.some((one) => one.id === id)) : null)

  const listCategories = (query: URLSearchParams): FakeAnswer => {
    const [size, page, include] = [Number(query.get('per_page') ?? 10), Number(query.get('page') ?? 1), query.get('include')?.split(',').map(Number)]
    return ok(categories.filter(({ id }) => include === undefined || include.includes(id)).slice((page - 1) * size, page * size))
  }

  const showFile = ({ id, slug, ending }: (typeof media)[number], origin: string): object => ({ id, slug, source_url: `${origin}/${ending === 'png' ? 'a' : slug}.${ending}` })
  const addFile = ({ query, headers }: FakeRequest, origin: string): FakeAnswer => {
    const file = { id: media.length + 500, slug: query.get('slug') ?? '', ending: headers['content-type'] === 'text/vtt' ? 'vtt' : 'png' }
    media.push(file)
    return { status: 201, json: showFile(file, origin) }
  }

  const hidden = new Set<number>()
  /** The article that was there before, under which people comment. */
  const article = { id: 1, isClosed: false }
  const answerArticle = ({ method, json }: FakeRequest, origin: string): FakeAnswer => {
    if (method === 'POST') article.isClosed = json['comment_status'] === 'closed'
    return ok(showArticle(origin))
  }
  const showArticle = (origin: string): object => ({ ...show({ id: article.id, slug: 'bonjour', status: 'publish', title: 'Bonjour', content: '<p>Bonjour</p>', excerpt: '', modified: gmt(), dateGmt: gmt(), tags: [], categories: [1], isSticky: false }, origin), comment_status: article.isClosed ? 'closed' : 'open' })
  const answerComment = (comment: (typeof comments)[number], { json }: FakeRequest): FakeAnswer => {
    if (json['status'] === 'hold') hidden.add(comment.id)
    if (json['status'] === 'approved') hidden.delete(comment.id)
    return ok(showComment(comment))
  }

  const removePost = (id: number, origin: string): FakeAnswer => {
    const post = posts.find((candidate) => candidate.id === id)
    if (post === undefined) return notFound
    if (post.status === 'trash') return { status: 410, json: { code: 'rest_already_trashed', message: 'The post has already been deleted.' } }
    post.status = 'trash'
    return ok(show(post, origin))
  }

  const listPosts = ({ query }: FakeRequest, origin: string): FakeAnswer => {
    if (query.get('include') === String(article.id)) return ok([showArticle(origin)])
    const slug = query.get('slug')
    const statuses = (query.get('status') ?? 'publish').split(',')
    const found = posts.filter((post) => (slug === null || post.slug === slug) && (statuses.includes('any') || statuses.includes(post.status)))
    return { ...ok(found.toReversed().map((post) => show(post, origin))), headers: { 'x-wp-total': String(found.length) } }
  }

  const showComment = ({ id, text, date }: (typeof comments)[number]): object => ({
    id, post: 1, parent: 0, author: 0, author_name: 'Tom', date_gmt: date, content: { raw: text, rendered: `<p>${text}</p>` }, link: `https://blog.example/#${id}`, status: 'approved'
  })

  const addComment = (text: string): (typeof comments)[number] => {
    const comment = { id: comments.length + 1, text, date: gmt() }
    comments.push(comment)
    return comment
  }

  const listComments = (query: URLSearchParams): FakeAnswer => {
    const size = Number(query.get('per_page') ?? 10)
    const from = (Number(query.get('page') ?? 1) - 1) * size
    const page = comments.toReversed().slice(from, from + size)
    return { ...ok(page.map(showComment)), headers: { 'x-wp-total': String(comments.length) } }
  }

  return {
    isUpload: ({ method, path, query }) => method === 'POST' && `${path}${query.get('rest_route') ?? ''}`.endsWith('/wp/v2/media'),
    isCreate: ({ method, json }) => method === 'POST' && json['status'] === 'publish',
    isHandOver: ({ method, json }) => method === 'POST' && json['status'] === 'future',
    waiting: () => posts.filter(({ status }) => status === 'future').map(({ title }) => title),
    visible: () => posts.filter(({ status }) => status === 'publish').map(({ title }) => title),
    pinned: () => posts.filter(({ isSticky, status }) => isSticky && status === 'publish').map(({ title }) => title),
    inForce: () => [...[...hidden].map(() => 'hide'), ...(article.isClosed ? ['lock'] : [])],
    hear(text) {
      return `comment:${addComment(text).id}`
    },
    answer(request, origin) {
      const { method, path, query } = request
      const id = /^\/wp-json\/wp\/v2\/posts\/(\d+)$/.exec(path)?.[1]
      if (id === String(article.id)) return answerArticle(request, origin)
      if (id !== undefined && method === 'DELETE') return removePost(Number(id), origin)
      if (id !== undefined) return updatePost(Number(id), request, origin)
      const commentId = /^\/wp-json\/wp\/v2\/comments\/(\d+)$/.exec(path)?.[1]
      const comment = comments.find((candidate) => String(candidate.id) === commentId)
      if (comment !== undefined) return answerComment(comment, request)
      switch (`${method} ${path}`) {
        case 'GET /wp-json/':
          return ok({ name: 'Le blog', home: origin, namespaces: ['wp/v2'], authentication: { 'application-passwords': {} } })
        case 'GET /wp-json/wp/v2/users/me':
          return ok({ id: 1, name: 'Léa' })
        case 'POST /wp-json/wp/v2/posts':
          return createPost(request, origin)
        case 'GET /wp-json/wp/v2/posts':
          return listPosts(request, origin)
        case 'GET /wp-json/wp/v2/tags':
          return ok(terms.filter(({ name }) => name.toLowerCase().includes((query.get('search') ?? '').toLowerCase().replaceAll('&', '&amp;'))))
        case 'GET /wp-json/wp/v2/categories':
          return listCategories(query)
        case 'POST /wp-json/wp/v2/tags':
          return createTag(request)
        case 'GET /wp-json/wp/v2/media':
          return ok(media.filter(({ slug }) => slug === query.get('slug')).map((item) => showFile(item, origin)))
        case 'POST /wp-json/wp/v2/media':
          return addFile(request, origin)
        case 'POST /wp-json/wp/v2/comments':
          return { status: 201, json: showComment(addComment(String(request.json['content']))) }
        case 'GET /wp-json/wp/v2/comments':
          return listComments(query)
        default:
          return notFound
      }
    }
  }
}
