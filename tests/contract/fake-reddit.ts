import { ok, type FakeAnswer, type FakeNetwork, type FakeRequest } from './fake-network.ts'

interface Post {
  readonly name: string
  readonly title: string
  text: string
  readonly url: string | null
  readonly kind?: 'gallery' | 'film' | undefined
  /** What it passes on. */
  readonly parent?: string | undefined
  readonly createdAt: number
  readonly isOld: boolean
}

interface Comment {
  readonly name: string
  readonly author: string
  readonly body: string
  readonly parent: string
  readonly type: string | null
  readonly createdAt: number
}

export const fakeRedditUser = 'lea'
const them = 'tom'
const community = 'poterie'
/** Where Reddit keeps what it was handed. */
const kept: Readonly<Record<string, (name: string) => string>> = { image: (name) => `https://i.redd.it/${name}.png`, video: (name) => `https://v.redd.it/${name}` }
const seconds = (time: number): number => Math.floor(time / 1000)
const said = (data: object, errors: readonly unknown[] = []): FakeAnswer => ok({ json: { errors, data } })
const permalink = (name: string): string => `/r/${community}/comments/${name.slice(3)}/`

/** As much of Reddit as a member of a community needs: https://www.reddit.com/dev/api/ */
export function createFakeReddit(may: { readonly keepOut?: boolean } = {}): FakeNetwork {
  const posts: Post[] = [{ name: 't3_old', title: 'Un ancien', text: 'Un ancien post', url: null, createdAt: Date.now() - 86_400_000, isOld: true }]
  const comments: Comment[] = []
  const inForce: string[] = []
  /** They answer still, as nobody's. */
  const deleted = new Set<string>()
  const liked = new Set<string>()
  /** By a moderator, as the member is one. */
  const removed = new Set<string>()
  const locked = new Set<string>()
  const assets = new Set<string>()
  let last = 1000

  const nextName = (kind: string): string => `${kind}_${(last += 1).toString(36)}`
  const theirs = new Set<string>()
  const showPost = ({ name, title, text, url, kind, parent, createdAt }: Post): { kind: string; data: object } => ({
    kind: 't3', data: { name, id: name.slice(3), title, selftext: text, url: url ?? `https://www.reddit.com${permalink(name)}`, permalink: permalink(name), subreddit: community, is_self: url === null, is_video: kind === 'film', ...(parent === undefined ? {} : { crosspost_parent: parent }), ...(kind === 'gallery' ? { is_gallery: true } : {}), created_utc: seconds(createdAt) }
  })
  const showComment = ({ name, author, body, parent, type, createdAt }: Comment): object => ({
    kind: name.slice(0, 2), data: { name, id: name.slice(3), author, body, parent_id: parent, type: type ?? 'unknown', context: `${permalink('t3_old')}${name.slice(3)}/?context=3`, permalink: `${permalink('t3_old')}${name.slice(3)}/`, created_utc: seconds(createdAt), likes: liked.has(name) ? true : null, first_message_name: null, was_comment: true }
  })
  const showModerated = (comment: Comment): object => {
    const shown = showComment(comment) as { data: object }
    return { ...shown, data: { ...shown.data, subreddit: community, can_mod_post: true, removed: removed.has(comment.name), locked: locked.has(comment.name) } }
  }
  const listing = <Item extends { name: string }>(all: readonly Item[], { query }: FakeRequest, show: (item: Item) => object): FakeAnswer => {
    const limit = Number(query.get('limit') ?? 25)
    const start = query.get('after') === null ? 0 : all.findIndex(({ name }) => name === query.get('after')) + 1
    const shown = all.slice(start, start + limit)
    return ok({ kind: 'Listing', data: { after: start + limit < all.length ? (shown.at(-1)?.name ?? null) : null, children: shown.map(show) } })
  }

  const refusalOf = (kind: string, url: string, poster: string | undefined, parent: string | undefined): readonly string[] | null => {
    if (kind === 'crosspost' && !theirs.has(parent ?? '')) return ['INVALID_CROSSPOST_THING', 'that isn\'t a valid crosspost', 'crosspost_fullname']
    if (kind === 'link' && posts.some((post) => post.url === url)) return ['ALREADY_SUB', 'that link has already been submitted', 'url']
    return kind === 'video' && poster === undefined ? ['NO_URL', 'a video needs its poster', 'video_poster_url'] : null
  }
  const submit = (form: URLSearchParams): FakeAnswer => {
    const { kind = '', title = '', text = '', url = '', video_poster_url: poster, crosspost_fullname: parent } = Object.fromEntries(form) as Partial<Record<string, string>>
    const refusal = refusalOf(kind, url, poster, parent)
    if (refusal !== null) return said({}, [refusal])
    const name = nextName('t3')
    const place = kept[kind]?.(name.slice(3))
    const post: Post = { name, title, text, url: kind === 'self' ? null : (place ?? url), kind: kind === 'video' ? 'film' : undefined, parent, createdAt: Date.now(), isOld: false }
    posts.unshift(post)
    // Pictures and films are named by another way.
    if (place !== undefined) return said({ user_submitted_page: `https://www.reddit.com/user/${fakeRedditUser}/submitted/`, websocket_url: 'wss://ws.example/rte' })
    return said({ name: post.name, id: post.name.slice(3), url: `https://www.reddit.com${permalink(post.name)}` })
  }
  const gallery = ({ json }: FakeRequest): FakeAnswer => {
    const { title = '', text = '', items = [] } = json as { title?: string; text?: string; items?: readonly { media_id: string }[] }
    if (items.length < 2 || items.some(({ media_id }) => !assets.has(media_id))) return said({}, [['INVALID_MEDIA', 'no such pictures', 'items']])
    const name = nextName('t3')
    posts.unshift({ name, title, text, url: `https://www.reddit.com/gallery/${name.slice(3)}`, kind: 'gallery', createdAt: Date.now(), isOld: false })
    return said({ id: name, url: `https://www.reddit.com/gallery/${name.slice(3)}` })
  }
  const lease = (origin: string): FakeAnswer => {
    const id = `asset${(last += 1)}`
    assets.add(id)
    return ok({ args: { action: `${origin}/`, fields: [{ name: 'key', value: `rte_images/${id}` }, { name: 'acl', value: 'private' }] }, asset: { asset_id: id } })
  }
  const comment = (form: URLSearchParams): FakeAnswer => {
    const made: Comment = { name: nextName('t1'), author: fakeRedditUser, body: form.get('text') ?? '', parent: form.get('thing_id') ?? '', type: null, createdAt: Date.now() }
    comments.unshift(made)
    return said({ things: [showComment(made)] })
  }
  const remove = (id: string | null): FakeAnswer => {
    const place = posts.findIndex(({ name }) => name === id)
    if (place >= 0) posts.splice(place, 1)
    if (place >= 0) deleted.add(id ?? '')
    return ok({})
  }
  const editText = (form: URLSearchParams): FakeAnswer => {
    const post = posts.find(({ name, url }) => name === form.get('thing_id') && url === null)
    if (post === undefined) return said({}, [['NOT_AUTHOR', "you can't do that", null]])
    post.text = form.get('text') ?? ''
    return said({ things: [showPost(post)] })
  }
  const end = (what: string): FakeAnswer => {
    if (inForce.includes(what)) inForce.splice(inForce.indexOf(what), 1)
    return ok({})
  }
  const lock = (isLocked: boolean, name: string): FakeAnswer => {
    if (!isLocked) return locked.delete(name) ? end('lock') : ok({})
    if (!locked.has(name)) inForce.push('lock')
    locked.add(name)
    return ok({})
  }
  const vote = (form: URLSearchParams): FakeAnswer => {
    if (form.get('dir') === '1') liked.add(form.get('id') ?? '')
    else liked.delete(form.get('id') ?? '')
    return ok({})
  }
  /** The permission `access` is wanted; who is kept out once more is so with the new length: https://github.com/reddit-archive/reddit/blob/master/r2/r2/controllers/api.py, POST_friend and POST_unfriend */
  const relate = (form: URLSearchParams, isOut: boolean): FakeAnswer => {
    const what = form.get('type') === 'muted' ? 'mute' : form.get('type') === 'banned' ? 'ban' : null
    const days = Number(form.get('duration') ?? 1)
    if (may.keepOut === false || what === null) return { status: 403, json: { message: 'Forbidden', error: 403 } }
    if (form.get('name') !== them) return { status: 500, json: { message: 'Internal Server Error', error: 500 } }
    if (!Number.isInteger(days) || days < 1 || days > 999) return said({}, [['BAD_NUMBER', "that number isn't in the right range (1 to 999)", 'duration']])
    if (!isOut) return end(what)
    if (!inForce.includes(what)) inForce.push(what)
    return ok({ json: { errors: [] } })
  }
  const write = (path: string, form: URLSearchParams, origin: string): FakeAnswer => {
    switch (path) {
      case `/r/${community}/api/friend`:
      case `/r/${community}/api/unfriend`:
        return relate(form, path.endsWith('/friend'))
      case '/api/submit':
        return submit(form)
      case '/api/comment':
        return comment(form)
      case '/api/editusertext':
        return editText(form)
      case '/api/del':
        return remove(form.get('id'))
      case '/api/report':
        inForce.push('report')
        return said({})
      case '/api/block':
        if (!inForce.includes('block')) inForce.push('block')
        return ok({})
      case '/api/lock':
      case '/api/unlock':
        return lock(path === '/api/lock', form.get('id') ?? '')
      case '/api/remove':
        if (form.get('spam') !== 'false') return { status: 400, json: { message: 'Bad Request', error: 400 } }
        removed.add(form.get('id') ?? '')
        if (!inForce.includes('hide')) inForce.push('hide')
        return ok({})
      case '/api/approve':
        removed.delete(form.get('id') ?? '')
        return end('hide')
      case '/api/unfriend':
        return end('block')
      case '/api/vote':
        return vote(form)
      case '/api/media/asset.json':
        return lease(origin)
      default:
        return { status: 404, json: { message: 'Not Found', error: 404 } }
    }
  }
  const info = (request: FakeRequest): FakeAnswer => {
    const id = request.query.get('id') ?? ''
    const post = posts.find(({ name }) => name === id)
    const counted = (data: object): FakeAnswer => ok({ kind: 'Listing', data: { after: null, children: [{ kind: 't3', data: { num_comments: 3, removed_by_category: null, ...data } }] } })
    if (post !== undefined) return counted({ ...showPost(post).data, author: fakeRedditUser, score: 12 })
    return deleted.has(id) ? counted({ name: id, author: '[deleted]', score: 1 }) : listing(comments.filter(({ name }) => id.split(',').includes(name)), request, showModerated)
  }
  const read = (request: FakeRequest): FakeAnswer => {
    const { path } = request
    if (path === '/api/info') return info(request)
    if (path === `/r/${community}/about`) return ok({ kind: 't5', data: { display_name: community, subscribers: 340 } })
    if (path === `/r/${community}/about/moderators`) return ok({ kind: 'UserList', data: { children: [{ name: fakeRedditUser, mod_permissions: may.keepOut === false ? ['posts', 'wiki'] : ['posts', 'access'], date: 1_700_000_000, rel_id: 'rb_1', id: 't2_abc1' }] } })
    if (path === '/api/v1/me') return ok({ id: 'abc1', name: fakeRedditUser })
    if (path === `/api/v1/${community}/post_requirements`) return ok({ is_flair_required: false })
    if (path === `/user/${fakeRedditUser}/submitted`) return listing(posts, request, showPost)
    if (path === `/user/${fakeRedditUser}/comments`) return listing(comments.filter(({ author }) => author === fakeRedditUser), request, showComment)
    if (path === '/message/inbox') return listing(comments.filter(({ author }) => author !== fakeRedditUser), request, showComment)
    return { status: 404, json: { message: 'Not Found', error: 404 } }
  }

  return {
    isUpload: ({ method, path }) => method === 'POST' && path === '/',
    isCreate: ({ method, path }) => method === 'POST' && path.startsWith('/api/submit'),
    visible: () => posts.filter(({ isOld }) => !isOld).map(({ title }) => title),
    inForce: () => inForce,
    quoted: () => posts.flatMap(({ parent }) => parent ?? []),
    posts(_text) {
      const name = nextName('t3')
      theirs.add(name)
      return name
    },
    hear(text) {
      const heard: Comment = { name: nextName('t1'), author: them, body: text, parent: 't3_old', type: 'post_reply', createdAt: Date.now() }
      comments.unshift(heard)
      return heard.name
    },
    answer(request, origin) {
      // The store of files.
      if (request.path === '/') return { status: 201, json: 'stored' }
      if (request.path === '/api/submit_gallery_post.json') return gallery(request)
      return request.method === 'GET' ? read(request) : write(request.path, new URLSearchParams(request.text), origin)
    }
  }
}
