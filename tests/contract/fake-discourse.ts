import { notFound, ok, type FakeAnswer, type FakeNetwork, type FakeRequest } from './fake-network.ts'

interface Post {
  readonly id: number
  readonly topicId: number
  readonly number: number
  readonly username: string
  raw: string
  readonly replyTo: number | null
  readonly createdAt: string
  isDeleted: boolean
  isLiked: boolean
}

/** Which only few may read. */
export const fakeStaffCategory = 9

const refused = (...errors: string[]): FakeAnswer => ({ status: 422, json: { action: 'create_post', errors } })

/** As much of a Discourse as a client needs: https://docs.discourse.org/ */
export function createFakeDiscourse(may: { readonly createTags?: boolean; readonly tag?: boolean; readonly moderate?: boolean } = {}): FakeNetwork {
  const posts: Post[] = []
  const topics: { id: number; title: string; externalId: string | null; tags?: readonly string[]; categoryId?: number; isClosed?: boolean; isPinned?: boolean }[] = []
  const knownTags = new Set(['jardin'])
  const rights = { can_create_tag: may.createTags !== false, can_tag_topics: may.tag !== false }
  const notices: { id: number; postId: number; topicId: number }[] = []
  const flags: string[] = []
  const keptOut = new Set<'mute' | 'block'>()
  let likes = 0

  const show = (post: Post): object => ({
    id: post.id, username: post.username, user_id: post.username === 'lea' ? 7 : 8, name: post.username, created_at: post.createdAt, cooked: `<p>${post.raw}</p>`, raw: post.raw, post_number: post.number, topic_id: post.topicId,
    topic_slug: 'sujet', user_deleted: post.isDeleted && post.username === 'lea', can_delete: post.username !== 'lea' || !post.isDeleted, reads: 41, reply_count: posts.filter((each) => each.topicId === post.topicId && each.replyTo === post.number).length, deleted_at: post.isDeleted && post.username !== 'lea' ? '2026-11-23T08:00:00.000Z' : null, actions_summary: post.isLiked ? [{ id: 2, acted: true, count: 1 }] : [{ id: 2, can_act: true }]
  })
  const add = (topicId: number, username: string, raw: string, replyTo: number | null = null): Post => {
    const post: Post = { id: 100 + posts.length, topicId, number: posts.filter((each) => each.topicId === topicId).length + 1, username, raw, replyTo, createdAt: new Date().toISOString(), isDeleted: false, isLiked: false }
    posts.push(post)
    return post
  }
  const begin = (title: string, externalId: string | null, tags: readonly string[] = [], categoryId = 4): number => {
    // What it does not know and may not make is left out, without a word.
    topics.push({ id: 10 + topics.length, title, externalId, tags: tags.filter((tag) => rights.can_create_tag || knownTags.has(tag)), categoryId })
    return 9 + topics.length
  }
  const ours = begin('Bienvenue sur le forum', null)
  add(ours, 'lea', 'Présentez-vous ici')

  const create = ({ json }: FakeRequest): FakeAnswer => {
    const raw = String(json['raw'])
    if (typeof json['topic_id'] === 'number') {
      if (posts.some((post) => post.topicId === json['topic_id'] && post.raw === raw && post.username === 'lea')) return refused('Body is too similar to what you recently posted')
      return ok(show(add(json['topic_id'], 'lea', raw, Number(json['reply_to_post_number']))))
    }
    const externalId = String(json['external_id'])
    if (topics.some((topic) => topic.externalId === externalId)) return refused('External has already been taken')
    return ok(show(add(begin(String(json['title']), externalId, (json['tags'] ?? []) as string[], Number(json['category'] ?? 4)), 'lea', raw)))
  }
  const showTopic = (id: number): FakeAnswer => {
    const of = posts.filter((post) => post.topicId === id && !post.isDeleted)
    return of.length === 0 ? notFound : ok({ id, slug: 'sujet', archetype: 'regular', closed: topics.find((topic) => topic.id === id)?.isClosed === true, pinned: topics.find((topic) => topic.id === id)?.isPinned === true, pinned_at: topics.find((topic) => topic.id === id)?.isPinned === true ? '2026-11-23T08:00:00.000Z' : null, pinned_globally: false, details: { can_close_topic: true, can_pin_unpin_topic: may.moderate !== false }, title: topics.find((topic) => topic.id === id)?.title, tags: topics.find((topic) => topic.id === id)?.tags ?? [], category_id: topics.find((topic) => topic.id === id)?.categoryId ?? null, post_stream: { posts: of.map(show), stream: of.map((post) => post.id) } })
  }
  const setStatus = (id: number, { json }: FakeRequest): FakeAnswer => {
    const topic = topics.find((each) => each.id === id)
    if (topic === undefined || (json['status'] !== 'closed' && json['status'] !== 'pinned')) return notFound
    if (json['status'] === 'closed') topic.isClosed = json['enabled'] === 'true'
    else topic.isPinned = json['enabled'] === 'true'
    return ok({ success: 'OK', topic_status_update: null })
  }
  const renameTopic = (id: number, { json }: FakeRequest): FakeAnswer => {
    const topic = topics.find((each) => each.id === id)
    if (topic === undefined) return notFound
    topic.title = String(json['title'])
    return ok({ basic_topic: { id, title: topic.title, fancy_title: topic.title, slug: 'sujet', posts_count: 1 } })
  }
  const aboutTopic = (id: number, request: FakeRequest, isStatus: boolean): FakeAnswer => {
    if (request.method !== 'PUT') return showTopic(id)
    return isStatus ? setStatus(id, request) : renameTopic(id, request)
  }
  const aboutPost = (id: number, { method, json }: FakeRequest, rest: string): FakeAnswer => {
    const post = posts.find((each) => each.id === id)
    if (post === undefined || (post.isDeleted && method === 'DELETE')) return notFound
    if (rest === '/recover') {
      post.isDeleted = false
      return ok(show(post))
    }
    if (rest === '/replies') return ok(posts.filter((each) => each.topicId === post.topicId && each.replyTo === post.number).map(show))
    if (method === 'DELETE') post.isDeleted = true
    if (method === 'PUT') ({ raw: post.raw } = json['post'] as { raw: string })
    if (method === 'PUT') return ok({ post: show(post) })
    return method === 'DELETE' ? ok({}) : ok(show(post))
  }
  const setLike = (id: number, liked: boolean): FakeAnswer => {
    const post = posts.find((each) => each.id === id)
    if (post === undefined) return notFound
    if (post.isLiked === liked) return { status: 403, json: { errors: ['You are not permitted to view the requested resource.'], error_type: 'invalid_access' } }
    post.isLiked = liked
    likes += 1
    return ok(show(post))
  }

  /** 409 for what is so already: https://github.com/discourse/discourse/blob/main/app/controllers/admin/users_controller.rb */
  const letIn = (what: 'mute' | 'block'): FakeAnswer => {
    if (may.moderate === false) return { status: 403, json: { errors: ['You are not permitted to view the requested resource.'], error_type: 'invalid_access' } }
    keptOut.delete(what)
    return ok(what === 'mute' ? { unsilence: { silenced: false, silence_reason: null, silenced_till: null, silenced_at: null } } : { suspension: { suspended_till: null, suspended_at: null } })
  }
  const keepOut = (what: 'mute' | 'block', json: FakeRequest['json']): FakeAnswer => {
    if (may.moderate === false) return { status: 403, json: { errors: ['You are not permitted to view the requested resource.'], error_type: 'invalid_access' } }
    const until = Date.parse(String(json[what === 'mute' ? 'silenced_till' : 'suspend_until']))
    if (Number.isNaN(until) || typeof json['reason'] !== 'string' || json['reason'].length > 300) return { status: 400, json: { failed: 'FAILED', errors: ['Reason or date is not right'] } }
    if (keptOut.has(what)) return { status: 409, json: { failed: 'FAILED', message: 'tom is so already' } }
    keptOut.add(what)
    const by = { id: 7, username: 'lea', name: 'Léa', avatar_template: '' }
    const [reason, at, till] = [json['reason'], new Date().toISOString(), new Date(until).toISOString()]
    return ok(what === 'mute' ? { silence: { silenced: true, silence_reason: reason, full_silence_reason: reason, silenced_till: till, silenced_at: at, silenced_by: by } } : { suspension: { suspend_reason: reason, full_suspend_reason: reason, suspended_till: till, suspended_at: at, suspended_by: by } })
  }

  /** 3, 4, 8 take no words; 7 is nothing without: https://github.com/discourse/discourse/blob/main/app/models/post_action_type.rb */
  const flag = (json: FakeRequest['json']): FakeAnswer => {
    const post = posts.find((each) => each.id === json['id'])
    if (post === undefined) return notFound
    const needsWords = json['post_action_type_id'] === 7
    if (needsWords !== (json['message'] !== undefined)) return { status: 422, json: { errors: ['Message is not right'] } }
    flags.push('report')
    return ok(show(post))
  }

  /** 4: topics begun here, 5: answers. A topic is told without its first post's number: https://github.com/discourse/discourse/blob/main/app/services/user_action_manager.rb */
  const listActions = (filter: string | null): FakeAnswer => {
    const begun = new Map(topics.flatMap(({ id, title, externalId }) => (externalId === null ? [] : [[id, title]])))
    const of = posts.toReversed().filter(({ username, number, topicId, isDeleted }) => username === 'lea' && !isDeleted && (filter === '5' ? number > 1 : number === 1 && begun.has(topicId)))
    return ok({ user_actions: of.map((post) => ({ excerpt: post.raw, title: begun.get(post.topicId) ?? 'Sujet', created_at: post.createdAt, slug: 'sujet', topic_id: post.topicId, post_number: post.number, post_id: post.number === 1 ? null : post.id })) })
  }

  const listNotices = (offset: number): FakeAnswer => {
    const page = notices.toReversed().slice(offset, offset + 60)
    return ok({ notifications: page.map(({ id, postId: original, topicId: of }) => ({ id, notification_type: 2, read: false, topic_id: of, post_number: 2, data: { original_post_id: original } })), total_rows_notifications: notices.length })
  }

  const answerOther = ({ method, path, query, json, ...rest }: FakeRequest): FakeAnswer => {
    const tag = /^\/tag\/(.+)\.json$/.exec(path)?.[1]
    if (tag !== undefined) return knownTags.has(decodeURIComponent(tag)) ? ok({ users: [], topic_list: {} }) : notFound
    const liked = /^\/post_actions\/(\d+)\.json$/.exec(path)?.[1]
    if (liked !== undefined && method === 'DELETE') return setLike(Number(liked), false)
    switch (`${method} ${path}`) {
      case 'POST /posts.json':
        return create({ method, path, query, json, ...rest })
      case 'POST /post_actions.json':
        return json['post_action_type_id'] === 2 ? setLike(Number(json['id']), true) : flag(json)
      case 'PUT /admin/users/8/silence.json':
        return keepOut('mute', json)
      case 'PUT /admin/users/8/suspend.json':
        return keepOut('block', json)
      case 'PUT /admin/users/8/unsilence.json':
        return letIn('mute')
      case 'PUT /admin/users/8/unsuspend.json':
        return letIn('block')
      case 'POST /uploads.json':
        return ok({ id: 1, short_url: 'upload://abc.png', url: '/uploads/abc.png', width: 1, height: 1, likes })
      case 'GET /u/lea.json':
        return ok({ user: { id: 7, username: 'lea', name: 'Léa', admin: false, moderator: may.moderate !== false }, user_badges: [] })
      case 'GET /u/search/users.json':
        return ok({ users: 'tom'.startsWith(query.get('term') ?? '') ? [{ username: 'tom', name: 'Tom' }] : [] })
      case 'GET /site/settings.json':
        return ok({ max_post_length: 32_000, tagging_enabled: true, max_tags_per_topic: 4, max_tag_length: 25, max_image_size_kb: 8192, max_attachment_size_kb: 20_480, authorized_extensions: 'jpg|png|mp4', authorized_extensions_for_staff: '', poll_maximum_options: 10 })
      case 'GET /site.json':
        return ok({ ...rights })
      case 'GET /user_actions.json':
        return listActions(query.get('filter'))
      case 'GET /notifications.json':
        return listNotices(Number(query.get('offset') ?? 0))
      default:
        return notFound
    }
  }

  return {
    isUpload: ({ method, path }) => method === 'POST' && path === '/uploads.json',
    isCreate: ({ method, path }) => method === 'POST' && path === '/posts.json',
    visible: () => topics.filter(({ id, externalId }) => externalId !== null && posts.some((post) => post.topicId === id && !post.isDeleted)).map(({ title }) => title),
    pinned: () => topics.filter(({ isPinned }) => isPinned === true).map(({ title }) => title),
    inForce: () => [...flags, ...keptOut, ...(posts.some(({ username, isDeleted }) => username !== 'lea' && isDeleted) ? ['hide'] : []), ...topics.flatMap(({ isClosed }) => (isClosed === true ? ['lock'] : []))],
    quoted: () => posts.flatMap(({ raw, isDeleted }) => {
      const [, who, number, topic] = /^\[quote="([^,"]+), post:(\d+), topic:(\d+)"\]\n/.exec(raw) ?? []
      const named = posts.find((post) => String(post.number) === number && String(post.topicId) === topic && post.username === who)
      return named === undefined || isDeleted ? [] : [String(named.id)]
    }),
    hear(text) {
      const post = add(ours, 'tom', text, 1)
      notices.push({ id: 1000 + notices.length, postId: post.id, topicId: ours })
      return String(post.id)
    },
    answer(request, origin) {
      const { path } = request
      const external = /^\/t\/external_id\/([\w-]+)\.json$/.exec(path)?.[1]
      if (external !== undefined) {
        const topic = topics.find((each) => each.externalId === external)
        return topic === undefined ? notFound : { status: 301, json: null, headers: { location: `${origin}/t/sujet/${topic.id}.json` } }
      }
      const category = /^\/c\/(\d+)\/show\.json$/.exec(path)?.[1]
      if (category !== undefined) return ok({ category: { id: Number(category), name: 'Salon', read_restricted: category === String(fakeStaffCategory) } })
      const [, topicId, status] = /^\/t\/(?:(?!external_id\/)[\w-]+\/)?(\d+)(\/status)?\.json$/.exec(path) ?? []
      if (topicId !== undefined) return aboutTopic(Number(topicId), request, status !== undefined)
      const [, postId, rest = ''] = /^\/posts\/(\d+)(\/replies|\/recover)?\.json$/.exec(path) ?? []
      if (postId !== undefined) return aboutPost(Number(postId), request, rest)
      return answerOther(request)
    }
  }
}
