import { createFakeDocuments } from './fake-linkedin-documents.ts'
import { ok, type FakeAnswer, type FakeNetwork, type FakeRequest } from './fake-network.ts'

interface Post {
  readonly id: string
  commentary: string
  readonly createdAt: number
  readonly content: unknown
  readonly isOld: boolean
  /** What it shares. */
  readonly parent?: string | undefined
}

interface Comment {
  readonly id: string
  readonly post: string
  readonly parent: string | null
  readonly actor: string
  readonly text: string
  readonly createdAt: number
}

export const fakeLinkedinPage = '1337'
export const fakeLinkedinMember = '782bbtaQ'
const them = 'urn:li:person:them0them0'
const refuse = (status: number, code: string, message: string): FakeAnswer => ({ status, json: { status, code, message } })
const gone = refuse(404, 'NOT_FOUND', 'Not Found')
const made = (urn: string, json: unknown = null): FakeAnswer => ({ status: 201, json, headers: { 'x-restli-id': urn } })
const nothing: FakeAnswer = { status: 200, json: {} }

/** As much of LinkedIn as a member or a page needs: https://learn.microsoft.com/linkedin/marketing/community-management/shares/posts-api */
export function createFakeLinkedin(kind: 'member' | 'page'): FakeNetwork {
  const us = kind === 'member' ? `urn:li:person:${fakeLinkedinMember}` : `urn:li:organization:${fakeLinkedinPage}`
  let last = 0n
  /** As LinkedIn makes them: the moment, and something below it. */
  const nextId = (at: number): string => String((BigInt(at) << 22n) + (last += 1n))
  const oldPost: Post = { id: `urn:li:share:${nextId(Date.now() - 86_400_000)}`, commentary: 'Un ancien post', createdAt: Date.now() - 86_400_000, content: undefined, isOld: true }
  const posts: Post[] = [oldPost]
  const comments: Comment[] = []
  const liked = new Set<string>()
  const urnOf = ({ post, id }: Comment): string => `urn:li:comment:(${post},${id})`
  const knownUrn = (urn: string): boolean => posts.some(({ id }) => id === urn) || comments.some((comment) => urnOf(comment) === urn)

  /** What others posted. */
  const theirs = new Set<string>()
  const knownPost = (urn: string): boolean => theirs.has(urn) || posts.some(({ id }) => id === urn)

  const page = <Item>(all: readonly Item[], { query }: FakeRequest, show: (item: Item) => object): FakeAnswer => {
    const start = Number(query.get('start') ?? 0)
    const count = Number(query.get('count') ?? 10)
    return ok({ paging: { start, count, links: [] }, elements: all.slice(start, start + count).map(show) })
  }
  const showPost = ({ id, commentary, createdAt, content, parent }: Post): object => ({ ...(parent === undefined ? {} : { reshareContext: { parent, root: parent } }), id, author: us, commentary, createdAt, publishedAt: createdAt, lifecycleState: 'PUBLISHED', visibility: 'PUBLIC', ...(content === undefined ? {} : { content }) })
  const showComment = (comment: Comment): object => ({
    id: comment.id, commentUrn: urnOf(comment), actor: comment.actor, object: comment.post, message: { attributes: [], text: comment.text }, created: { actor: comment.actor, time: comment.createdAt },
    ...(comment.parent === null ? {} : { parentComment: comment.parent }), likesSummary: { likedByCurrentUser: liked.has(urnOf(comment)), totalLikes: 0 },
    commentsSummary: { aggregatedTotalComments: comments.filter(({ parent }) => parent === urnOf(comment)).length }
  })

  const create = ({ json }: FakeRequest): FakeAnswer => {
    const { author, commentary, content, reshareContext } = json as { author: string; commentary: string; content?: unknown; reshareContext?: { parent: string } }
    const parent = reshareContext?.parent
    if (author !== us) return refuse(403, 'ACCESS_DENIED', 'Not enough permissions to access: posts.CREATE')
    if (documents.isUnusable(content)) return refuse(400, 'MEDIA_ASSET_WAITING_UPLOAD', 'Media is not ready')
    if (parent !== undefined && (content !== undefined || !knownPost(parent))) return content === undefined ? gone : refuse(400, 'INVALID', 'A reshare has no content')
    const same = posts.find((post) => !post.isOld && post.commentary === commentary && post.parent === parent)
    if (same !== undefined) return { status: 422, json: { status: 422, code: 'INVALID', message: 'Duplicate', errorDetails: { inputErrors: [{ code: 'DUPLICATE_POST', description: `Duplicate post is detected. Content is a duplicate of ${same.id}` }] } } }
    const now = Date.now()
    const post: Post = { id: `urn:li:share:${nextId(now)}`, commentary, createdAt: now, content, isOld: false, parent }
    posts.unshift(post)
    return made(post.id)
  }

  const comment = (on: string, { json }: FakeRequest): FakeAnswer => {
    if (!knownUrn(on)) return gone
    const written: Comment = { id: nextId(Date.now()), post: String(json['object']), parent: on.startsWith('urn:li:comment:') ? on : null, actor: String(json['actor']), text: (json['message'] as { text: string }).text, createdAt: Date.now() }
    comments.push(written)
    return made(written.id, showComment(written))
  }

  const react = (actor: string, request: FakeRequest): FakeAnswer => {
    const root = String(request.json['root'])
    if (actor !== us || !knownUrn(root)) return gone
    if (liked.has(root)) return refuse(409, 'CONFLICT', 'Reaction already exists')
    liked.add(root)
    return made(`(${actor},${root})`, {})
  }

  const unreact = (key: string): FakeAnswer => {
    const entity = /entity:(.*)\)$/.exec(key)?.[1] ?? ''
    return liked.delete(entity) ? { status: 204, json: undefined } : gone
  }

  const reactions = (request: FakeRequest): FakeAnswer => (request.path === '/rest/reactions' ? react(request.query.get('actor') ?? '', request) : unreact(request.path.slice('/rest/reactions/'.length)))
  const remove = (urn: string): FakeAnswer => {
    const place = posts.findIndex(({ id }) => id === urn)
    if (place < 0) return gone
    posts.splice(place, 1)
    return { status: 204, json: undefined }
  }

  const ofPost = (urn: string, { method, headers, json }: FakeRequest): FakeAnswer => {
    if (method === 'DELETE') return remove(urn)
    const post = posts.find(({ id }) => id === urn)
    if (post === undefined) return gone
    if (method === 'GET') return kind === 'member' ? refuse(403, 'ACCESS_DENIED', 'Not enough permissions') : ok(showPost(post))
    if (headers['x-restli-method'] !== 'PARTIAL_UPDATE') return refuse(400, 'ILLEGAL_ARGUMENT', 'no method')
    const { patch } = json as { patch: { $set: { commentary: string } } }
    post.commentary = patch.$set.commentary
    return { status: 204, json: undefined }
  }

  const socialActions = (urn: string, id: string | undefined, request: FakeRequest): FakeAnswer => {
    if (id !== undefined) {
      const place = comments.findIndex((each) => each.post === urn && each.id === id)
      if (place < 0) return gone
      comments.splice(place, 1)
      return { status: 204, json: undefined }
    }
    if (request.method === 'POST') return comment(urn, request)
    const under = comments.filter((each) => (urn.startsWith('urn:li:comment:') ? each.parent === urn : each.post === urn && each.parent === null))
    return knownUrn(urn) ? page(under, request, showComment) : gone
  }

  /** Parts by the names that they were given when they came. */
  const films = new Map<string, { readonly size: number; readonly parts: Map<string, number> }>()
  const partBytes = 1024 * 1024
  const video = ({ path, query, json }: FakeRequest, origin: string): FakeAnswer => {
    const named = path.slice('/rest/videos/'.length)
    if (named !== '') return films.has(named) ? ok({ id: named, owner: us, status: 'AVAILABLE', duration: 7000, aspectRatioWidth: 16, aspectRatioHeight: 9 }) : gone
    if (query.get('action') === 'initializeUpload') {
      const { fileSizeBytes: size, uploadThumbnail } = json['initializeUploadRequest'] as { fileSizeBytes: number; uploadThumbnail: boolean }
      const urn = `urn:li:video:C5F10AQ${String((last += 1n))}`
      films.set(urn, { size, parts: new Map() })
      const uploadInstructions = Array.from({ length: Math.ceil(size / partBytes) }, (_, at) => ({ uploadUrl: `${origin}/dms-uploads/${urn}/${at}`, firstByte: at * partBytes, lastByte: Math.min(size, (at + 1) * partBytes) - 1 }))
      return ok({ value: { uploadUrlsExpireAt: Date.now() + 86_400_000, video: urn, uploadInstructions, uploadToken: '', ...(uploadThumbnail ? { thumbnailUploadUrl: `${origin}/dms-uploads/${urn}/thumbnail/0` } : {}) } })
    }
    const { video: urn, uploadedPartIds } = json['finalizeUploadRequest'] as { video: string; uploadedPartIds: string[] }
    const film = films.get(urn)
    const arrived = uploadedPartIds.reduce((sum, name) => sum + (film?.parts.get(name) ?? 0), 0)
    return film?.size === arrived ? nothing : refuse(400, 'INVALID', 'Video is not whole')
  }
  const takePart = ({ path, bytes = 0, headers }: FakeRequest): FakeAnswer => {
    // The cover goes with the access, and says what it is.
    if (/^\/dms-uploads\/urn:li:video:\w+\/thumbnail\/0$/.test(path)) return headers['authorization'] === undefined || headers['media-type-family'] !== 'STILLIMAGE' ? refuse(403, 'FORBIDDEN', 'no') : { status: 201, json: {} }
    const [, urn = '', at = ''] = /^\/dms-uploads\/(urn:li:video:\w+)\/(\d+)$/.exec(path) ?? []
    const film = films.get(urn)
    // The address is signed: the access is not wanted here.
    if (film === undefined || headers['authorization'] !== undefined) return refuse(403, 'FORBIDDEN', 'no')
    film.parts.set(`"part-${at}"`, bytes)
    return { status: 200, json: {}, headers: { etag: `"part-${at}"` } }
  }

  const documents = createFakeDocuments(us, () => String((last += 1n)))

  const figures = ({ path, query }: FakeRequest): FakeAnswer | null => {
    if (path === '/rest/organizationalEntityShareStatistics') return query.get('organizationalEntity') === us && query.get('shares')?.startsWith('List(urn:li:share:') === true ? ok({ elements: [{ organizationalEntity: us, totalShareStatistics: { clickCount: 1, commentCount: 1, engagement: 0.1, impressionCount: 90, likeCount: 4, shareCount: 2 } }] }) : gone
    if (path.startsWith('/rest/networkSizes/')) return query.get('edgeType') === 'COMPANY_FOLLOWED_BY_MEMBER' ? ok({ firstDegreeSize: 340 }) : gone
    const urn = path.startsWith('/rest/socialActions/') ? path.slice('/rest/socialActions/'.length) : null
    if (urn === null) return null
    return posts.some(({ id }) => id === urn) ? ok({ target: urn, likesSummary: { likedByCurrentUser: false, totalLikes: 4, aggregatedTotalLikes: 4 }, commentsSummary: { totalFirstLevelComments: 1, aggregatedTotalComments: 1 } }) : gone
  }
  const listPosts = (request: FakeRequest): FakeAnswer => (kind === 'member' ? refuse(403, 'ACCESS_DENIED', 'Not enough permissions') : page(posts, request, showPost))
  const isVersioned = ({ headers }: FakeRequest): boolean => headers['linkedin-version'] !== undefined && headers['x-restli-protocol-version'] === '2.0.0'

  const rest = (request: FakeRequest, origin: string): FakeAnswer => {
    const { method, path } = request
    if (path === '/rest/images') return ok({ value: { uploadUrlExpiresAt: Date.now() + 86_400_000, uploadUrl: `${origin}/dms-uploads/D4E10AQ/uploaded-image/0`, image: `urn:li:image:C4E10AQ${String((last += 1n))}` } })
    if (path.startsWith('/rest/videos')) return video(request, origin)
    if (path.startsWith('/rest/documents')) return documents.answer(request, origin)
    if (path === '/rest/posts') return method === 'POST' ? create(request) : listPosts(request)
    if (path.startsWith('/rest/reactions')) return reactions(request)
    if (path.startsWith('/rest/organizations/')) return ok({ id: Number(fakeLinkedinPage), localizedName: 'Atelier', vanityName: 'atelier' })
    const [, of, id] = /^\/rest\/socialActions\/(.+?)\/comments(?:\/(\d+))?$/.exec(path) ?? []
    if (of !== undefined) return socialActions(of, id, request)
    return figures(request) ?? (path.startsWith('/rest/posts/') ? ofPost(path.slice('/rest/posts/'.length), request) : gone)
  }

  return {
    isUpload: ({ method }) => method === 'PUT',
    isCreate: ({ method, path }) => method === 'POST' && path === '/rest/posts',
    visible: () => posts.filter(({ isOld }) => !isOld).map(({ commentary }) => commentary),
    inForce: () => [],
    quoted: () => posts.flatMap(({ parent }) => parent ?? []),
    posts(_text) {
      const urn = `urn:li:share:${nextId(Date.now())}`
      theirs.add(urn)
      return urn
    },
    hear(text) {
      const heard: Comment = { id: nextId(Date.now()), post: oldPost.id, parent: null, actor: them, text, createdAt: Date.now() }
      comments.push(heard)
      return urnOf(heard)
    },
    answer(request, origin) {
      if (request.path === '/v2/userinfo') return ok({ sub: fakeLinkedinMember, name: 'Léa Martin', given_name: 'Léa', family_name: 'Martin', locale: 'fr-FR' })
      if (request.path.startsWith('/dms-uploads/')) return request.path.includes('urn:li:video:') ? takePart(request) : request.path.includes('urn:li:document:') ? documents.take(request) : nothing
      return isVersioned(request) ? rest(request, origin) : refuse(426, 'NONEXISTENT_VERSION', 'Requested version is not active')
    }
  }
}
