import { createContainers, goneAtMeta, pageOf, project, refusedByMeta, writtenTime } from './fake-meta.ts'
import { ok, type FakeAnswer, type FakeNetwork, type FakeRequest } from './fake-network.ts'

interface Post {
  readonly id: string
  readonly author: 'atelier' | 'tom'
  readonly text: string
  readonly createdAt: number
  readonly pictures: number
  readonly isFilm?: boolean
  readonly answers: string | null
  readonly quotes?: string | null
  readonly reposts?: string
  readonly longText?: string | undefined
  readonly isOld: boolean
}

export const fakeThreadsUserId = '17841000000000001'
const oldPost = '18000000000000001'

/** A file where the kind wants one, and nothing covered without any. */
function isOfItsKind({ media_type, image_url, video_url, is_spoiler_media }: FakeRequest['json']): boolean {
  return (media_type === 'IMAGE') === (image_url !== undefined) && (media_type === 'VIDEO') === (video_url !== undefined) && (is_spoiler_media !== true || media_type !== 'TEXT')
}

/** Below words alone, in one piece of JSON, so long at most, and with a link of its own only where the post has none. */
function isLongTextAllowed({ media_type, poll_attachment, link_attachment, text_attachment }: FakeRequest['json']): boolean {
  if (text_attachment === undefined) return true
  if (typeof text_attachment !== 'string') return false
  const { plaintext, link_attachment_url } = JSON.parse(text_attachment) as { plaintext?: string; link_attachment_url?: string }
  return media_type === 'TEXT' && poll_attachment === undefined && typeof plaintext === 'string' && plaintext !== '' && [...plaintext].length <= 10_000 && (link_attachment_url === undefined || link_attachment === undefined)
}

function longTextIn({ longText }: Pick<Post, 'longText'>): object | undefined {
  return longText === undefined ? undefined : { plaintext: longText }
}

function longTextOf({ text_attachment: attached }: FakeRequest['json']): string | undefined {
  return typeof attached === 'string' ? (JSON.parse(attached) as { plaintext: string }).plaintext : undefined
}

/** As much of Threads' interface as an account needs: https://developers.facebook.com/docs/threads */
export function createFakeThreads(): FakeNetwork & { mention(text: string): string } {
  let lastId = 1_800_000_000_001_000
  const nextId = (): number => (lastId += 1)
  const containers = createContainers(nextId)
  const posts: Post[] = [{ id: oldPost, author: 'atelier', text: 'Un ancien post', createdAt: Date.now() - 86_400_000, pictures: 0, answers: null, isOld: true }]
  const mentions: Post[] = []
  const hidden = new Set<string>()
  const longTexts = new Map<string, string | undefined>()

  const add = (post: Omit<Post, 'id' | 'createdAt' | 'isOld'>): Post => {
    const made = { ...post, id: String(nextId()), createdAt: Date.now(), isOld: false }
    posts.push(made)
    return made
  }
  const rootOf = ({ id, answers }: Post): string => {
    const above = posts.find((post) => post.id === answers)
    return above === undefined ? (answers ?? id) : rootOf(above)
  }
  const show = (post: Post, fields: string): object =>
    project(fields, {
      id: post.id, text: post.text, timestamp: writtenTime(post.createdAt), permalink: `https://www.threads.com/@${post.author}/post/${post.id}`, username: post.author,
      media_type: post.reposts !== undefined ? 'REPOST_FACADE' : post.pictures === 0 ? 'TEXT_POST' : post.pictures === 1 ? (post.isFilm === true ? 'VIDEO' : 'IMAGE') : 'CAROUSEL_ALBUM', children: post.pictures > 1 ? { data: Array.from({ length: post.pictures }, (_, at) => ({ id: String(at + 1) })) } : undefined,
      text_attachment: longTextIn(post),
      reposted_post: post.reposts === undefined ? undefined : { id: post.reposts },
      is_quote_post: (post.quotes ?? null) !== null, quoted_post: (post.quotes ?? null) === null ? undefined : { id: post.quotes },
      has_replies: posts.some(({ answers }) => answers === post.id), is_reply_owned_by_me: post.author === 'atelier',
      root_post: post.answers === null ? undefined : { id: rootOf(post) }, replied_to: post.answers === null ? undefined : { id: post.answers }
    })

  const toldOf = (metric: string): object => ({ name: metric, period: 'lifetime', values: [{ value: 3 }], title: metric })
  /** Day by day, as long as the range is. */
  const viewsOf = (id: string, query: URLSearchParams): object => {
    const days = Math.round((Number(query.get('until')) - Number(query.get('since'))) / 86_400)
    return { name: 'views', period: 'day', values: Array.from({ length: days }, (_, at) => ({ value: 10, end_time: writtenTime((Number(query.get('since')) + at * 86_400) * 1000) })), title: 'views', id: `${id}/insights/views/day` }
  }
  const isThere = (quoted: string | null): boolean => quoted === null || [...posts, ...mentions].some(({ id }) => id === quoted)
  const prepare = ({ json }: FakeRequest): FakeAnswer => {
    const { media_type, text = '', children = '', reply_to_id = null, quote_post_id = null } = json as { quote_post_id?: string | null; media_type: string; text?: string; children?: string; reply_to_id?: string | null }
    if (!isOfItsKind(json) || !isLongTextAllowed(json)) return refusedByMeta(100, 'Invalid parameter')
    if (!isThere(quote_post_id) || children.split(',').some((id) => id !== '' && containers.find(id) === undefined)) return refusedByMeta(100, 'Invalid parameter')
    const { id } = containers.make(text, media_type === 'CAROUSEL' ? children.split(',').length : media_type === 'IMAGE' || media_type === 'VIDEO' ? 1 : 0, reply_to_id, media_type === 'VIDEO', quote_post_id)
    longTexts.set(id, longTextOf(json))
    return ok({ id })
  }
  const publish = ({ json }: FakeRequest): FakeAnswer => {
    const made = containers.publish(String(json['creation_id']))
    if (made === null) return refusedByMeta(24, 'The requested resource does not exist', 4_279_009)
    return ok({ id: add({ author: 'atelier', text: made.text, pictures: made.pictures, isFilm: made.isFilm, answers: made.answers, quotes: made.quotes, longText: longTexts.get(made.id) }).id })
  }
  const listed = (edge: string, id: string): readonly Post[] => {
    const own = posts.toReversed().filter(({ author }) => author === 'atelier')
    if (edge === 'threads') return own.filter(({ answers }) => answers === null)
    if (edge === 'replies') return own.filter(({ answers }) => answers !== null)
    if (edge === 'mentions') return mentions.toReversed()
    return posts.toReversed().filter((post) => post.answers !== null && rootOf(post) === id)
  }

  const edge = (id: string, name: string, request: FakeRequest): FakeAnswer => {
    const { query, json } = request
    switch (`${request.method} ${name}`) {
      case 'POST threads':
        return prepare(request)
      case 'POST threads_publish':
        return publish(request)
      case 'POST manage_reply':
        if (!posts.some((post) => post.id === id)) return goneAtMeta
        if (json['hide'] === true) hidden.add(id)
        else hidden.delete(id)
        return ok({ success: true })
      // What a second one does nobody says: here it makes another.
      case 'POST repost':
        return posts.some((post) => post.id === id) ? ok({ id: add({ author: 'atelier', text: '', pictures: 0, answers: null, reposts: id }).id }) : goneAtMeta
      case 'GET threads_insights':
        return ok({ data: [query.get('metric') === 'views' ? viewsOf(id, query) : { name: 'followers_count', period: 'day', total_value: { value: 340 }, title: 'followers_count', id: `${id}/insights/followers_count/day` }] })
      case 'GET insights':
        return posts.some((post) => post.id === id) ? ok({ data: (query.get('metric') ?? '').split(',').map(toldOf) }) : goneAtMeta
      case 'GET threads_publishing_limit':
        return ok({ data: [{ quota_usage: 1, config: { quota_total: 250, quota_duration: 86_400 }, reply_quota_usage: 0, reply_config: { quota_total: 1000, quota_duration: 86_400 } }] })
      case 'GET threads':
      case 'GET replies':
      case 'GET mentions':
      case 'GET conversation':
        return ok(pageOf(listed(name, id), { limit: Number(query.get('limit') ?? 25), after: query.get('after'), namesNext: false }, (post) => show(post, query.get('fields') ?? '')))
      default:
        return goneAtMeta
    }
  }

  const one = (id: string, { method, query }: FakeRequest): FakeAnswer => {
    const container = containers.find(id)
    if (container !== undefined) return ok({ id, status: containers.stateOf(container) })
    const post = posts.find((each) => each.id === id)
    if (post === undefined) return goneAtMeta
    if (method === 'DELETE') posts.splice(posts.indexOf(post), 1)
    return method === 'DELETE' ? ok({ success: true, deleted_id: id }) : ok(show(post, query.get('fields') ?? ''))
  }

  return {
    isUpload: ({ method, path, json }) => method === 'POST' && path.endsWith('/threads') && (json['image_url'] ?? json['video_url']) !== undefined,
    isCreate: ({ method, path }) => method === 'POST' && path.endsWith('/threads_publish'),
    visible: () => posts.filter(({ author, isOld, reposts }) => author === 'atelier' && !isOld && reposts === undefined).map(({ text }) => text),
    quoted: () => posts.flatMap(({ author, isOld, quotes }) => (author === 'atelier' && !isOld ? (quotes ?? []) : [])),
    inForce: () => [...[...hidden].map(() => 'hide'), ...posts.flatMap(({ reposts }) => (reposts === undefined ? [] : ['repost']))],
    hear: (text) => add({ author: 'tom', text, pictures: 0, answers: oldPost }).id,
    mention(text) {
      const made: Post = { id: String(nextId()), author: 'tom', text, createdAt: Date.now(), pictures: 0, answers: null, isOld: false }
      mentions.push(made)
      return made.id
    },
    answer(request) {
      const [, node = '', name] = /^\/v1\.0\/([\w.]+)(?:\/(\w+))?$/.exec(request.path) ?? []
      if (node === 'debug_token') return ok({ data: { type: 'USER', application: 'Atelier', is_valid: true, scopes: ['threads_basic', 'threads_content_publish'], user_id: fakeThreadsUserId } })
      if (node === 'me' && name === undefined) return ok({ id: fakeThreadsUserId, username: 'atelier', name: 'Atelier' })
      return name === undefined ? one(node, request) : edge(node, name, request)
    }
  }
}
