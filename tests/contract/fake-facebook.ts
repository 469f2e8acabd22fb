import { createComments, fakePageId, page, project, themId, written, type Comment } from './fake-facebook-comments.ts'
import { createFilmCaptions } from './fake-facebook-captions.ts'
import { searchPlaces } from './fake-facebook-places.ts'
import { createFakeMessages, type FakeMessages } from './fake-meta-messages.ts'
import { ok, type FakeAnswer, type FakeNetwork, type FakeRequest } from './fake-network.ts'

interface Post {
  readonly id: string
  text: string
  readonly createdAt: number
  readonly photos: readonly string[]
  /** Stood there before, and is no matter of the test. */
  readonly isOld: boolean
  /** Seconds since the epoch; null: it is out. */
  dueAt: number | null
  readonly isFilm?: true
  /** Somebody else's: on the Page, or elsewhere with its name. */
  readonly visits?: 'visitor_posts' | 'tagged'
}

const oldPost = `${fakePageId}_1`
const refused = (code: number, message: string, subcode?: number): FakeAnswer => ({ status: 400, json: { error: { message, type: 'OAuthException', code, ...(subcode === undefined ? {} : { error_subcode: subcode }), fbtrace_id: 'AbC' } } })
const gone = refused(100, 'Unsupported get request. Object with ID does not exist, cannot be loaded due to missing permissions', 33)
const success = ok({ success: true })
const lists: ReadonlySet<string> = new Set(['published_posts', 'scheduled_posts', 'visitor_posts', 'tagged', 'comments'])

interface Story {
  readonly post: string
  readonly media: string
  readonly isFilm: boolean
  readonly createdAt: number
}

const showStory = ({ post, media, isFilm, createdAt }: Story, fields: string): object =>
  project(fields, { post_id: post, status: 'published', creation_time: String(Math.floor(createdAt / 1000)), media_type: isFilm ? 'video' : 'photo', media_id: media, url: `https://facebook.com/stories/${post}` })

/** What a film says of its post. */
function toldOf(post: Post | undefined): object {
  if (post === undefined) return { published: false }
  return { published: post.dueAt === null, description: post.text, post_id: post.id, ...(post.dueAt === null ? {} : { scheduled_publish_time: written(post.dueAt * 1000) }) }
}

/** As since the middle of 2026: one metric that there is not fails the whole call. */
function insightsOf(id: string, { query }: FakeRequest): FakeAnswer {
  const counts: Readonly<Record<string, number>> = id === fakePageId ? { page_media_view: 8400, page_total_media_view_unique: 2600 } : { post_media_view: 640, post_total_media_view_unique: 410 }
  const asked = (query.get('metric') ?? '').split(',')
  if (asked.some((name) => counts[name] === undefined) || query.get('period') !== (id === fakePageId ? 'days_28' : 'lifetime')) return refused(100, '(#100) The value must be a valid insights metric')
  return ok({ data: asked.map((name) => ({ name, period: query.get('period'), values: [{ value: 1 }, { value: counts[name] }], title: name, id: `${id}/insights/${name}` })) })
}

/** As much of Facebook's Graph as a Page needs: https://developers.facebook.com/docs/graph-api */
export function createFakeFacebook(): FakeNetwork & { readonly messages: FakeMessages; captions(): readonly string[]; readonly stories: readonly { readonly post: string; readonly media: string }[]; visit(text: string, on: 'visitor_posts' | 'tagged'): string; saysUnder(id: string, text: string): string } {
  const messages = createFakeMessages({ id: fakePageId, name: 'Atelier' })
  const posts: Post[] = [{ id: oldPost, text: 'Un ancien post', createdAt: Date.now() - 86_400_000, photos: [], isOld: true, dueAt: null }]
  const comments = createComments()
  const inForce = new Set<string>()
  let lastId = 100
  const pieceBytes = 1_500_000
  let filmBytes = { asked: 0, all: 0 }
  let filmPost: string | null = null

  const nextId = (): number => (lastId += 1)
  const showPost = (post: Post, fields: string): object => {
    const [, limit = '25'] = /comments[^{]*\.limit\((\d+)\)/.exec(fields) ?? []
    const commentFields = /comments[^{]*\{(.*)\}/.exec(fields)?.[1] ?? ''
    const listed = comments.list(post.id, { limit: Number(limit), after: null }, commentFields)
    const photos = post.photos.map((id) => ({ media_type: post.isFilm === true ? 'video' : 'photo', target: { id } }))
    const attachments = photos.length === 0 ? undefined : { data: photos.length === 1 ? photos : [{ media_type: 'album', subattachments: { data: photos } }] }
    const summed = { data: [], summary: { total_count: 4, can_comment: true } }
    return project(fields, {
      reactions: summed, shares: { count: 2 }, from: post.visits === undefined ? undefined : { id: themId, name: 'Tom' },
      id: post.id, message: post.text, created_time: written(post.createdAt), is_published: post.dueAt === null, scheduled_publish_time: post.dueAt ?? undefined, attachments,
      permalink_url: `https://www.facebook.com/${post.id}`, comments: fields.includes('comments.limit(0)') ? summed : (listed as { data: unknown[] }).data.length === 0 ? undefined : listed
    })
  }

  const create = ({ json }: FakeRequest): FakeAnswer => {
    const { message = '', attached_media = [], published, scheduled_publish_time } = json as { message?: string; attached_media?: { media_fbid: string }[]; published?: boolean; scheduled_publish_time?: number }
    const dueAt = published === false ? (scheduled_publish_time ?? null) : null
    if (posts.some((post) => !post.isOld && post.text === message && post.dueAt === dueAt)) return refused(506, 'Duplicate status message')
    const made = { id: `${fakePageId}_${nextId()}`, text: message, createdAt: Date.now(), photos: attached_media.map(({ media_fbid }) => media_fbid), isOld: false, dueAt }
    posts.push(made)
    return ok({ id: made.id })
  }

  /** Three phases: begun, handed over in pieces as the network wants them, finished; only then it is a post. */
  const film = ({ json, text }: FakeRequest): FakeAnswer => {
    if (json['upload_phase'] === 'start') {
      filmBytes = { asked: 0, all: Number(json['file_size']) }
      filmPost = null
      return ok({ video_id: '900', upload_session_id: '901', start_offset: '0', end_offset: String(Math.min(pieceBytes, filmBytes.all)) })
    }
    // With a cover it comes as a form.
    const said = (name: string): string => (typeof json[name] === 'string' ? json[name] : undefined) ?? new RegExp(`name="${name}"\r\n\r\n([^\r]*)`).exec(text)?.[1] ?? ''
    if (said('upload_phase') === 'finish') {
      if (filmBytes.asked < filmBytes.all) return { status: 400, json: { error: { message: 'not all of it is here', code: 6000 } } }
      if (filmPost !== null) return { status: 400, json: { error: { message: 'this upload session is over', code: 6000 } } }
      filmPost = `${fakePageId}_${nextId()}`
      posts.push({ id: filmPost, text: said('description'), createdAt: Date.now(), photos: ['900'], isOld: false, dueAt: said('scheduled_publish_time') === '' ? (json['scheduled_publish_time'] as number | undefined) ?? null : Number(said('scheduled_publish_time')), isFilm: true })
      return success
    }
    if (!text.includes(`name="start_offset"\r\n\r\n${String(filmBytes.asked)}\r\n`)) return { status: 400, json: { error: { message: 'another piece is wanted', code: 6001 } } }
    filmBytes = { ...filmBytes, asked: Math.min(filmBytes.all, filmBytes.asked + pieceBytes) }
    return ok({ start_offset: String(filmBytes.asked), end_offset: String(Math.min(filmBytes.all, filmBytes.asked + pieceBytes)) })
  }

  const stories: Story[] = []
  const upright = new Map<string, { isThere: boolean; taken: number; post: string | null }>()
  const captions = createFilmCaptions((id) => id === '900' || upright.has(id), gone)
  const tell = (media: string, isFilm: boolean): FakeAnswer => {
    // A file that was a story already is refused.
    if (stories.some((story) => story.media === media)) return refused(100, 'Invalid parameter')
    stories.unshift({ post: String(nextId()), media, isFilm, createdAt: Date.now() })
    return ok({ success: true, post_id: stories[0]?.post })
  }
  /** Begun, handed over to another host, finished. */
  const uprightFilm = (name: 'video_reels' | 'video_stories', { json }: FakeRequest): FakeAnswer => {
    if (json['upload_phase'] === 'START') {
      const id = String(nextId())
      upright.set(id, { isThere: false, taken: 0, post: null })
      return ok({ video_id: id, upload_url: `https://rupload.facebook.com/video-upload/v26.0/${id}` })
    }
    const made = upright.get(String(json['video_id']))
    if (made?.isThere !== true || made.post !== null) return refused(6000, 'There was a problem uploading your video file.')
    if (name === 'video_stories') return tell(String(json['video_id']), true)
    made.post = `${fakePageId}_${nextId()}`
    const dueAt = json['video_state'] === 'SCHEDULED' ? Number(json['scheduled_publish_time']) : null
    posts.push({ id: made.post, text: typeof json['description'] === 'string' ? json['description'] : '', createdAt: Date.now(), photos: [String(json['video_id'])], isOld: false, dueAt, isFilm: true })
    return success
  }
  const takeFile = ({ path, headers, bytes = 0 }: FakeRequest): FakeAnswer => {
    const [, id = ''] = /^\/video-upload\/v\d+\.\d+\/(\d+)$/.exec(path) ?? []
    const made = upright.get(id)
    if (made === undefined) return gone
    if (Number(headers['offset']) !== made.taken) return { status: 400, json: { debug_info: { type: 'OffsetInvalidError', message: 'another offset is wanted' } } }
    made.taken += bytes
    made.isThere = made.taken >= Number(headers['file_size'])
    return success
  }
  const theUpright = (id: string, { method, json }: FakeRequest): FakeAnswer | null => {
    const made = upright.get(id)
    const post = posts.find((each) => each.id === made?.post)
    if (made === undefined) return null
    if (made.post !== null && post === undefined) return gone
    if (post !== undefined && method === 'DELETE') posts.splice(posts.indexOf(post), 1)
    if (post !== undefined && method === 'POST') post.dueAt = Number(json['scheduled_publish_time'])
    return method === 'GET' ? ok({ id, status: { video_status: post !== undefined ? 'ready' : made.isThere ? 'upload_complete' : 'uploading', uploading_phase: { status: made.isThere ? 'complete' : 'in_progress', bytes_transfered: made.taken } }, ...toldOf(post) }) : success
  }

  const block = ({ method, json, query }: FakeRequest): FakeAnswer => {
    const person = method === 'POST' ? String((json['psid'] as unknown[])[0]) : (query.get('psid') ?? '')
    if (method === 'POST') inForce.add(`block ${person}`)
    else inForce.delete(`block ${person}`)
    return method === 'POST' ? ok({ [person]: true }) : success
  }

  const comment = (id: string, { json }: FakeRequest): FakeAnswer => {
    const answered = comments.find(id)
    const under = answered?.under ?? id
    if (!posts.some((post) => post.id === under)) return gone
    return ok({ id: comments.add(under, String(json['message']), 'us', answered === undefined ? null : (answered.parent ?? answered.id)).id })
  }

  const changeComment = (found: Comment, { method, json, query }: FakeRequest): FakeAnswer => {
    if (method === 'DELETE') comments.remove(found)
    if (method !== 'POST') return method === 'DELETE' ? success : ok(comments.show(found, query.get('fields') ?? ''))
    if (json['is_hidden'] === true) inForce.add(`hide ${found.id}`)
    else inForce.delete(`hide ${found.id}`)
    return success
  }

  const showFilm = (post: Post | undefined): FakeAnswer => {
    if (post === undefined) return ok({ id: '900', published: false, status: { video_status: 'uploading' } })
    const { id, text, dueAt } = post
    return ok({ id: '900', description: text, published: dueAt === null, status: { video_status: 'processing' }, post_id: id, ...(dueAt === null ? {} : { scheduled_publish_time: written(dueAt * 1000) }) })
  }

  /** By its own number, waiting and out; deleted, its post goes with it. */
  const theFilm = ({ method, json }: FakeRequest): FakeAnswer => {
    const post = posts.find((each) => each.id === filmPost)
    if (filmPost !== null && post === undefined) return gone
    if (method === 'GET') return showFilm(post)
    if (post !== undefined && method === 'DELETE') posts.splice(posts.indexOf(post), 1)
    if (post !== undefined && method === 'POST') post.dueAt = Number(json['scheduled_publish_time'])
    return success
  }

  const one = (id: string, request: FakeRequest): FakeAnswer => {
    if (id === '900') return theFilm(request)
    const found = comments.find(id)
    if (found !== undefined) return changeComment(found, request)
    const post = posts.find((each) => each.id === id)
    if (post === undefined) return gone
    if (post.visits !== undefined && request.query.get('fields') === 'id,parent') return refused(100, '(#100) Tried accessing nonexisting field (parent) on node type (Post)')
    if (request.method === 'DELETE') posts.splice(posts.indexOf(post), 1)
    if (request.method === 'POST' && typeof request.json['message'] === 'string') post.text = request.json['message']
    else if (request.method === 'POST') post.dueAt = Number(request.json['scheduled_publish_time'])
    return request.method === 'GET' ? ok(showPost(post, request.query.get('fields') ?? '')) : success
  }

  const list = (edge: string, id: string, { query }: FakeRequest): FakeAnswer => {
    const place = { limit: Number(query.get('limit') ?? 25), after: query.get('after') }
    const fields = query.get('fields') ?? ''
    if (edge === 'comments') return ok(comments.list(id, place, fields))
    const since = Number(query.get('since') ?? 0) * 1000
    const until = Number(query.get('until') ?? Number.POSITIVE_INFINITY) * 1000
    const fitting = posts.toReversed().filter(({ dueAt, createdAt, visits }) => (visits ?? (dueAt === null ? 'published_posts' : 'scheduled_posts')) === edge && createdAt >= since && createdAt <= until)
    return ok(page(fitting, place, (post) => showPost(post, fields)))
  }

  const edge = (id: string, name: string, request: FakeRequest): FakeAnswer => {
    if (name === 'captions') return captions.answer(id, request)
    switch (`${request.method} ${name}`) {
      case 'GET search':
        return searchPlaces(request)
      case 'GET insights':
        return id === fakePageId || posts.some((post) => post.id === id) ? insightsOf(id, request) : gone
      case 'POST feed':
        return create(request)
      case 'POST videos':
        return film(request)
      case 'POST video_reels':
      case 'POST video_stories':
        return uprightFilm(name === 'video_reels' ? name : 'video_stories', request)
      case 'POST photo_stories':
        return tell(String(request.json['photo_id']), false)
      case 'GET stories':
        return ok(page(stories, { limit: Number(request.query.get('limit') ?? 25), after: request.query.get('after') }, (story) => showStory(story, request.query.get('fields') ?? '')))
      case 'POST photos':
        return ok({ id: String(nextId()) })
      case 'POST comments':
        return comment(id, request)
      case 'POST blocked':
      case 'DELETE blocked':
        return block(request)
      case 'POST likes':
      case 'DELETE likes':
        if (request.method === 'POST') comments.liked.add(id)
        else comments.liked.delete(id)
        return success
      default:
        return request.method === 'GET' && lists.has(name) ? list(name, id, request) : gone
    }
  }

  return {
    messages,
    captions: captions.held,
    stories,
    isUpload: ({ method, path }) => method === 'POST' && path.endsWith('/photos'),
    isCreate: ({ method, path, json }) => method === 'POST' && path.endsWith('/feed') && json['published'] !== false,
    isHandOver: ({ method, path, json }) => method === 'POST' && path.endsWith('/feed') && json['published'] === false,
    waiting: () => posts.filter(({ dueAt }) => dueAt !== null).map(({ text }) => text),
    visible: () => posts.filter(({ dueAt, isOld }) => dueAt === null && !isOld).map(({ text }) => text),
    inForce: () => [...inForce].map((each) => each.split(' ')[0] ?? ''),
    hear(text) {
      const { id } = comments.add(oldPost, text, 'them')
      messages.comments(id, { id: themId, name: 'Tom' })
      return id
    },
    visit: (text, visits) => posts[posts.push({ id: `${visits === 'tagged' ? '3003' : fakePageId}_${nextId()}`, text, createdAt: Date.now(), photos: [], isOld: true, dueAt: null, visits }) - 1]!.id,
    saysUnder: (id, text) => comments.add(id, text, 'them').id,
    answer(request) {
      const [, version, node = '', name] = /^\/(v\d+\.\d+)\/([\w.]+)(?:\/(\w+))?$/.exec(request.path) ?? []
      if (version === undefined) return takeFile(request)
      const message = messages.answer(node, name, request)
      if (message !== null) return message
      if (node === 'debug_token') return ok({ data: { is_valid: true, expires_at: 0, data_access_expires_at: Math.floor(Date.now() / 1000) + 90 * 86_400 } })
      if (node === 'me' && name === undefined) return ok({ id: fakePageId, name: 'Atelier', username: 'atelier' })
      if (node === fakePageId && name === undefined) return ok({ id: fakePageId, followers_count: 120 })
      return name === undefined ? (theUpright(node, request) ?? one(node, request)) : edge(node, name, request)
    }
  }
}
