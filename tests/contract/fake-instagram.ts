import { createContainers, goneAtMeta, pageOf, project, refusedByMeta, writtenTime } from './fake-meta.ts'
import { createFakeMessages, type FakeMessages } from './fake-meta-messages.ts'
import { ok, type FakeAnswer, type FakeNetwork, type FakeRequest } from './fake-network.ts'

interface Post {
  readonly id: string
  readonly caption: string
  readonly createdAt: number
  readonly pictures: number
  readonly isFilm?: boolean
  readonly isStory?: boolean
  readonly isOld: boolean
}

interface Comment {
  readonly id: string
  readonly under: string
  readonly parent: string | null
  readonly author: 'atelier' | 'tom'
  readonly text: string
  readonly createdAt: number
}

export const fakeInstagramId = '17841400000000001'
/** No more come at once, and there is no next page. */
const mostComments = 50

/** As much of Instagram's interface as a professional account needs: https://developers.facebook.com/docs/instagram-platform */
export function createFakeInstagram(): FakeNetwork & { readonly messages: FakeMessages; /** Somebody else's post tags the account. */ tag(caption: string, daysAgo?: number): string } {
  const messages = createFakeMessages({ id: '1789', username: 'atelier' })
  let lastId = 1_800_000_000_001_000
  const nextId = (): number => (lastId += 1)
  const containers = createContainers(nextId)
  const posts: Post[] = [1, 2, 3, 4].map((at) => ({ id: `1790000000000000${at}`, caption: 'Une ancienne photo', createdAt: Date.now() - at * 86_400_000, pictures: 1, isOld: true }))
  const comments: Comment[] = []
  const hidden = new Set<string>()
  /** Posts that take no comments. */
  const closed = new Set<string>()
  const tagged: (Post & { readonly author: string })[] = []
  let heard = 0

  const comment = (made: Omit<Comment, 'id' | 'createdAt'>): Comment => {
    const added = { ...made, id: String(nextId()), createdAt: Date.now() }
    comments.push(added)
    return added
  }
  const showComment = (of: Comment, fields: string): object => {
    const inner = /replies[^{]*\{([^{}]*)\}/.exec(fields)?.[1] ?? 'id'
    const replies = comments.filter(({ parent }) => parent === of.id)
    return project(fields, {
      id: of.id, text: of.text, timestamp: writtenTime(of.createdAt), username: of.author, from: { id: of.author === 'tom' ? '2002' : fakeInstagramId, username: of.author }, parent_id: of.parent ?? undefined, media: { id: of.under },
      replies: replies.length === 0 ? undefined : { data: replies.map((reply) => showComment(reply, inner)) }
    })
  }
  const listComments = (id: string, fields: string): object => ({ data: comments.filter(({ under, parent }) => under === id && parent === null).toReversed().slice(0, mostComments).map((each) => showComment(each, fields)) })
  const showPost = (post: Post, fields: string): object => {
    const inner = /comments[^{]*\{(.*)\}/.exec(fields)?.[1] ?? ''
    const listed = listComments(post.id, inner) as { data: unknown[] }
    return project(fields, {
      id: post.id, caption: post.caption === '' ? undefined : post.caption, timestamp: writtenTime(post.createdAt), permalink: `https://www.instagram.com/p/${post.id}/`,
      media_type: post.pictures > 1 ? 'CAROUSEL_ALBUM' : post.isFilm === true ? 'VIDEO' : 'IMAGE', children: post.pictures > 1 ? { data: Array.from({ length: post.pictures }, (_, at) => ({ id: String(at + 1) })) } : undefined,
      comments: listed.data.length === 0 ? undefined : listed, like_count: 5, comments_count: listed.data.length, is_comment_enabled: !closed.has(post.id)
    })
  }

  /** https://developers.facebook.com/documentation/instagram-platform/instagram-graph-api/reference/ig-user/media, `user_tags`. `personne` is nobody's name, `privee` a private account's. */
  const refusedTags = ({ json: { user_tags, image_url, media_type, is_carousel_item } }: FakeRequest): FakeAnswer | null => {
    if (user_tags === undefined) return null
    const list = user_tags as readonly Readonly<Record<string, unknown>>[]
    if (!Array.isArray(user_tags) || list.length === 0 || media_type === 'CAROUSEL' || (is_carousel_item === true && image_url === undefined)) return refusedByMeta(100, 'Invalid parameter')
    const isPart = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 1
    const needsPlace = image_url !== undefined && media_type !== 'STORIES'
    const isWrong = (tag: Readonly<Record<string, unknown>>): boolean => typeof tag['username'] !== 'string' || (needsPlace ? !isPart(tag['x']) || !isPart(tag['y']) : image_url === undefined && ('x' in tag || 'y' in tag))
    if (list.some(isWrong)) return refusedByMeta(100, "(#100) Param user_tags[0]['x'] must be a number less than or equal to 1")
    if (list.length > 20) return refusedByMeta(100, 'Cannot use more than 20 tags per created media', 2_207_040)
    return list.some(({ username }) => username === 'personne' || username === 'privee') ? refusedByMeta(110, 'Invalid user id', 2_207_018) : null
  }
  /** https://developers.facebook.com/documentation/instagram-platform/instagram-graph-api/reference/ig-user/media, `location_id`. 999999 is the Page of no place. */
  const refusedPlace = ({ json: { location_id, media_type, is_carousel_item } }: FakeRequest): FakeAnswer | null => {
    if (location_id === undefined) return null
    if (is_carousel_item === true || media_type === 'STORIES' || typeof location_id !== 'string' || !/^\d+$/.test(location_id)) return refusedByMeta(100, 'Invalid parameter')
    return location_id === '999999' ? refusedByMeta(100, 'INSTAGRAM_PLATFORM_API__INVALID_LOCATION_ID') : null
  }
  const storyIds = new Set<string>()
  const prepareStory = ({ json: { image_url, video_url, caption } }: FakeRequest): FakeAnswer => {
    if (caption !== undefined || (image_url ?? video_url) === undefined) return refusedByMeta(100, 'Invalid parameter', 2_207_000)
    const { id } = containers.make('', 1, null, video_url !== undefined)
    storyIds.add(id)
    return ok({ id })
  }
  const prepare = ({ json }: FakeRequest): FakeAnswer => {
    const { media_type, caption = '', children = [], image_url, video_url, is_carousel_item = false } = json as { media_type?: string; caption?: string; children?: string[]; image_url?: string; video_url?: string; is_carousel_item?: boolean }
    if (media_type === 'CAROUSEL' ? children.length < 2 || children.some((id) => containers.find(id) === undefined) : (media_type === undefined ? image_url : video_url) === undefined) return refusedByMeta(100, 'The parameter image_url is required')
    // A reel stands in no carousel, and a video by itself is a reel: https://developers.facebook.com/docs/instagram-platform/content-publishing
    if (video_url !== undefined && media_type !== (is_carousel_item ? 'VIDEO' : 'REELS')) return refusedByMeta(100, 'Invalid parameter', 2_207_000)
    return ok({ id: containers.make(caption, media_type === 'CAROUSEL' ? children.length : 1, null, video_url !== undefined).id })
  }
  const publish = ({ json }: FakeRequest): FakeAnswer => {
    const made = containers.publish(String(json['creation_id']))
    if (made === null) return refusedByMeta(9007, 'The media is not ready for publishing', 2_207_027)
    const post: Post = { id: String(nextId()), caption: made.text, createdAt: Date.now(), pictures: made.pictures, isFilm: made.isFilm, isOld: false, isStory: storyIds.has(String(json['creation_id'])) }
    posts.unshift(post)
    return ok({ id: post.id })
  }
  const answer = (id: string, name: string, { json }: FakeRequest): FakeAnswer => {
    const parent = comments.find((each) => each.id === id)
    if (name === 'replies' && (parent === undefined || parent.parent !== null)) return goneAtMeta
    if (name === 'comments' && !posts.some((post) => post.id === id)) return goneAtMeta
    return ok({ id: comment({ under: parent?.under ?? id, parent: parent?.id ?? null, author: 'atelier', text: String(json['message']) }).id })
  }

  /** A story is not kept: https://developers.facebook.com/docs/instagram-platform/reference/instagram-media/insights */
  const insights = (id: string, asked: readonly string[]): FakeAnswer => {
    if (id === fakeInstagramId) return ok({ data: asked.map((name) => ({ name, period: 'day', total_value: { value: name === 'views' ? 5200 : 1900 }, id: `${id}/insights/${name}/day` })) })
    const post = posts.find((each) => each.id === id)
    if (post === undefined) return goneAtMeta
    if (post.isStory === true && asked.includes('saved')) return refusedByMeta(100, 'The Media Insights API does not support the saved metric for this media product type.')
    const counts: Readonly<Record<string, number>> = { views: 410, reach: 300, saved: 6, shares: 2 }
    return ok({ data: asked.map((name) => ({ name, period: 'lifetime', values: [{ value: counts[name] }], id: `${id}/insights/${name}/lifetime` })) })
  }

  const edge = (id: string, name: string, request: FakeRequest): FakeAnswer => {
    const { query } = request
    const fields = query.get('fields') ?? ''
    switch (`${request.method} ${name}`) {
      case 'POST media':
        return refusedTags(request) ?? refusedPlace(request) ?? (request.json['media_type'] === 'STORIES' ? prepareStory(request) : prepare(request))
      case 'POST media_publish':
        return publish(request)
      case 'POST replies':
      case 'POST comments':
        return answer(id, name, request)
      case 'GET content_publishing_limit':
        return ok({ data: [{ quota_usage: 1, config: { quota_total: 50, quota_duration: 86_400 } }] })
      // No next page is named: only its place.
      case 'GET tags':
        return ok(pageOf(tagged.toSorted((one, other) => other.createdAt - one.createdAt), { limit: Number(query.get('limit') ?? 25), after: query.get('after'), namesNext: false }, (post) => ({ ...showPost(post, fields), ...(fields.includes('username') ? { username: post.author } : {}) })))
      case 'GET stories':
        return ok(pageOf(posts.filter(({ isStory }) => isStory === true), { limit: Number(query.get('limit') ?? 25), after: query.get('after'), namesNext: true }, (post) => showPost(post, fields)))
      case 'GET media':
        return ok(pageOf(posts.filter(({ isStory }) => isStory !== true), { limit: Number(query.get('limit') ?? 25), after: query.get('after'), namesNext: true }, (post) => showPost(post, fields)))
      case 'GET insights':
        return insights(id, (query.get('metric') ?? '').split(','))
      case 'GET comments':
        return ok(listComments(id, fields))
      case 'GET replies':
        return ok({ data: comments.filter(({ parent }) => parent === id).map((each) => showComment(each, fields)) })
      default:
        return goneAtMeta
    }
  }

  /** null: it is taken away. */
  const change = (found: Comment, isHidden: boolean | null): FakeAnswer => {
    if (isHidden === null) comments.splice(comments.indexOf(found), 1)
    if (isHidden === true) hidden.add(found.id)
    else hidden.delete(found.id)
    return ok({ success: true })
  }

  const close = (id: string, isClosed: boolean): FakeAnswer => {
    if (isClosed) closed.add(id)
    else closed.delete(id)
    return ok({ success: true })
  }

  const one = (id: string, { method, query, json }: FakeRequest): FakeAnswer => {
    const container = containers.find(id)
    if (container !== undefined) return ok({ id, status_code: containers.stateOf(container) })
    const fields = query.get('fields') ?? ''
    const post = posts.find((each) => each.id === id)
    if (post !== undefined) {
      // Only a login by Facebook may do that.
      if (method === 'POST' && typeof json['comment_enabled'] === 'boolean') return close(id, !json['comment_enabled'])
      if (method === 'DELETE') return refusedByMeta(10, 'Application does not have permission for this action')
      return fields.includes('parent_id') ? refusedByMeta(100, 'Tried accessing nonexisting field (parent_id)') : ok(showPost(post, fields))
    }
    const found = comments.find((each) => each.id === id)
    if (found === undefined) return goneAtMeta
    return method === 'GET' ? ok(showComment(found, fields)) : change(found, method === 'POST' ? json['hide'] === true : null)
  }

  return {
    messages,
    isUpload: ({ method, path, json }) => method === 'POST' && path.endsWith('/media') && (json['image_url'] ?? json['video_url']) !== undefined,
    isCreate: ({ method, path }) => method === 'POST' && path.endsWith('/media_publish'),
    visible: () => [...posts.filter(({ isOld }) => !isOld).map(({ caption }) => caption), ...comments.filter(({ author }) => author === 'atelier').map(({ text }) => text)],
    inForce: () => [...[...hidden].map(() => 'hide'), ...[...closed].map(() => 'lock')],
    hear(text) {
      const { id } = comment({ under: posts.filter(({ isOld }) => isOld)[(heard += 1) % 4]?.id ?? '', parent: null, author: 'tom', text })
      messages.comments(id, { id: '2002', username: 'tom' })
      return id
    },
    tag(caption, daysAgo = 0) {
      const id = String(nextId())
      tagged.push({ id, caption, createdAt: Date.now() - daysAgo * 86_400_000, pictures: 1, isOld: true, author: 'tom' })
      return id
    },
    answer(request) {
      const [, version, node = '', name] = /^\/(v\d+\.\d+)\/([\w.]+)(?:\/(\w+))?$/.exec(request.path) ?? []
      if (version === undefined) return goneAtMeta
      const message = messages.answer(node, name, request)
      if (message !== null) return message
      if (node === 'me' && name === undefined) return ok({ id: '555', user_id: fakeInstagramId, username: 'atelier', name: 'Atelier', followers_count: 340, media_count: posts.length })
      return name === undefined ? one(node, request) : edge(node, name, request)
    }
  }
}
