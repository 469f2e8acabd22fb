import { ok, type FakeAnswer, type FakeNetwork, type FakeRequest } from './fake-network.ts'
import { createFakeXMessages, type FakeXMessages } from './fake-x-messages.ts'

interface Post {
  readonly id: string
  readonly text: string
  readonly author: 'us' | 'them'
  readonly parent: string | null
  readonly createdAt: string
  readonly mediaIds: readonly string[]
  readonly settings?: string | undefined
  readonly isPaid?: boolean | undefined
  /** The number that it had first, where it was changed. */
  readonly first?: string
}

export const fakeXUserId = '1001'
const themId = '2002'
const gone: FakeAnswer = { status: 404, json: { title: 'Not Found Error', type: 'https://api.x.com/2/problems/resource-not-found', detail: 'Could not find it', status: 404 } }
const notEditable: FakeAnswer = { status: 403, json: { title: 'Forbidden', type: 'about:blank', detail: 'You are not permitted to edit this Post.', status: 403 } }
const duplicate: FakeAnswer = { status: 403, json: { title: 'Forbidden', type: 'about:blank', detail: 'You are not allowed to create a Tweet with duplicate content.', status: 403 } }

export interface FakeX extends FakeNetwork {
  /** Somebody answers that one. */
  reply(text: string, parent: string): string
  readonly messages: FakeXMessages
}

/** As much of X as a client needs: https://docs.x.com/x-api */
export function createFakeX(): FakeX {
  const posts: Post[] = []
  /** How many segments of each film are here. */
  const films = new Map<string, number>()
  /** Films of which all is here. */
  const closed = new Set<string>()
  const captions = new Map<string, readonly object[]>()
  const inForce = new Set<string>()
  let lastId = 1_990_000_000_000_000_000n

  const nextId = (): string => String((lastId += 1n))
  const add = (post: Omit<Post, 'id' | 'createdAt'>): Post => {
    const made = { ...post, id: nextId(), createdAt: new Date().toISOString() }
    posts.push(made)
    return made
  }
  const messages = createFakeXMessages({ id: fakeXUserId, name: 'Léa', username: 'lea' }, nextId)
  const find = (id: string | undefined): Post | undefined => posts.find((post) => post.id === id)
  const rootOf = (post: Post): Post => {
    const parent = find(post.parent ?? undefined)
    return parent === undefined ? post : rootOf(parent)
  }

  /** Addresses are written as X does: one of t.co for each, and one more for pictures. Author and references are told only where they are expanded. */
  const show = (post: Post, expands: string, fields = ''): object => {
    const urls = [...post.text.matchAll(/https?:\/\/\S+/g)].map(([address], index) => ({ start: 0, end: 1, url: `https://t.co/abcdef${index}`, expanded_url: address, display_url: address }))
    const picture = post.mediaIds.length === 0 ? [] : [{ start: 0, end: 1, url: 'https://t.co/picture', expanded_url: `https://x.com/lea/status/${post.id}/photo/1`, media_key: '3_1', display_url: 'pic.x.com/x' }]
    const text = [urls.reduce((written, { url, expanded_url }) => written.replace(expanded_url, url), post.text), ...picture.map(({ url }) => url)].join(' ')
    return {
      id: post.id,
      text: text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
      ...(expands.includes('author_id') ? { author_id: post.author === 'us' ? fakeXUserId : themId } : {}),
      created_at: post.createdAt.replace(/\.\d+Z$/, '.000Z'),
      conversation_id: rootOf(post).id,
      edit_history_post_ids: versionsOf(post).map(({ id }) => id),
      ...(fields.includes('edit_controls') ? { edit_controls: controlsOf(post) } : {}),
      ...framingIn(post, fields),
      ...(fields.includes('public_metrics') ? { public_metrics: { impression_count: 900, like_count: 12, repost_count: 3, quote_count: 1, reply_count: 2, bookmark_count: 0 } } : {}),
      entities: { urls: [...urls, ...picture], ...(post.author === 'them' ? { mentions: [{ start: 0, end: 1, id: fakeXUserId, username: 'lea' }] } : {}) },
      ...(post.mediaIds.length === 0 ? {} : { attachments: { media_keys: post.mediaIds.map((id) => `3_${id}`) } }),
      ...(post.parent === null || !expands.includes('referenced_posts') ? {} : { referenced_posts: [{ type: 'replied_to', id: post.parent }] })
    }
  }

  const framingIn = ({ settings = 'everyone', isPaid = false }: Post, fields: string): object => ({ ...(fields.includes('reply_settings') ? { reply_settings: settings } : {}), ...(fields.includes('paid_partnership') ? { paid_partnership: isPaid } : {}) })
  const versionsOf = (post: Post): readonly Post[] => posts.filter(({ id, first }) => id === (post.first ?? post.id) || first === (post.first ?? post.id))
  const controlsOf = (post: Post): object => {
    const [first = post, ...others] = versionsOf(post)
    return { is_edit_eligible: true, editable_until: new Date(Date.parse(first.createdAt) + 30 * 60_000).toISOString(), edits_remaining: 5 - others.length }
  }
  const isNewest = (post: Post): boolean => versionsOf(post).at(-1) === post
  const mayBeChanged = (post: Post | undefined): boolean => post !== undefined && isNewest(post) && versionsOf(post).length <= 5
  const firstOf = (post: Post | undefined): Pick<Post, 'first'> => (post === undefined ? {} : { first: post.first ?? post.id })

  const page = (all: readonly Post[], query: URLSearchParams): FakeAnswer => {
    const since = query.get('since_id')
    const from = query.get('start_time')
    const fitting = all.toReversed().filter(isNewest).filter(({ id, createdAt }) => (since === null || BigInt(id) > BigInt(since)) && (from === null || createdAt >= from))
    const start = Number(query.get('pagination_token')?.slice(1) ?? 0)
    const size = Number(query.get('max_results') ?? 10)
    const shown = fitting.slice(start, start + size)
    const meta = { result_count: shown.length, ...(start + size < fitting.length ? { next_token: `t${start + size}` } : {}) }
    if (shown.length === 0) return ok({ meta })
    return ok({ data: shown.map((post) => show(post, query.get('expansions') ?? '')), includes: { users: [{ id: themId, name: 'Tom', username: 'tom' }, { id: fakeXUserId, name: 'Léa', username: 'lea' }] }, meta })
  }

  const create = ({ json }: FakeRequest): FakeAnswer => {
    const { text = '', media, reply, edit_options: edit, reply_settings: settings, paid_partnership: isPaid } = json as { text?: string; reply_settings?: string; paid_partnership?: boolean; media?: { media_ids: string[] }; reply?: { in_reply_to_tweet_id: string }; edit_options?: { previous_post_id: string } }
    const old = find(edit?.previous_post_id)
    if (edit !== undefined && !mayBeChanged(old)) return notEditable
    if (media?.media_ids.some((id) => films.has(id) && !closed.has(id)) === true) return { status: 400, json: { title: 'Invalid Request', detail: 'Your media IDs are invalid.' } }
    if (posts.some((post) => post.author === 'us' && post.text === text && post.parent === (reply?.in_reply_to_tweet_id ?? null))) return duplicate
    const made = add({ text, author: 'us', parent: reply?.in_reply_to_tweet_id ?? null, mediaIds: media?.media_ids ?? [], settings, isPaid, ...firstOf(old) })
    return { status: 201, json: { data: { id: made.id, text } } }
  }

  const force = (what: string, isOn: boolean): void => void (isOn ? inForce.add(what) : inForce.delete(what))

  const act = ({ method, path, json }: FakeRequest): FakeAnswer | null => {
    const [, reposted] = /^\/2\/users\/1001\/retweets(?:\/(\d+))?$/.exec(path) ?? []
    if (path.startsWith('/2/users/1001/retweets')) {
      force(`repost ${reposted ?? String(json['tweet_id'])}`, method === 'POST')
      return ok({ data: { retweeted: method === 'POST', rest_id: '1' } })
    }
    if (path.startsWith('/2/users/1001/muting')) {
      force(`mute ${method === 'POST' ? String(json['target_user_id']) : (path.split('/').at(-1) ?? '')}`, method === 'POST')
      return ok({ data: { muting: method === 'POST' } })
    }
    const [, hidden] = /^\/2\/tweets\/(\d+)\/hidden$/.exec(path) ?? []
    if (hidden === undefined) return null
    force(`hide ${hidden}`, json['hidden'] === true)
    return ok({ data: { hidden: json['hidden'] } })
  }

  const one = (method: string, id: string, query: URLSearchParams): FakeAnswer => {
    const post = find(id)
    if (post === undefined || (method === 'DELETE' && post.author !== 'us')) return gone
    // Any version takes all of them along.
    if (method === 'DELETE') for (const version of versionsOf(post)) posts.splice(posts.indexOf(version), 1)
    return ok({ data: method === 'DELETE' ? { deleted: true } : show(post, query.get('expansions') ?? '', query.get('post.fields') ?? '') })
  }

  /** To a film that is there, by a file that is. */
  const joinSubtitles = (json: FakeRequest['json']): FakeAnswer => {
    const { id, subtitles } = json as { id: string; subtitles: { id: string; language_code: string; display_name: string } }
    if (!films.has(id) || !films.has(subtitles.id) || posts.some(({ mediaIds }) => mediaIds.includes(id))) return { status: 404, json: { title: 'Not Found', detail: 'no such media' } }
    captions.set(id, [...(captions.get(id) ?? []), subtitles])
    return ok({ data: { id, media_category: 'TweetVideo', associated_subtitles: captions.get(id) } })
  }

  const stateOf = (id: string): FakeAnswer => {
    if (!films.has(id)) return gone
    return ok({ data: { id, media_key: '7_1', ...(closed.has(id) ? { processing_info: { state: 'succeeded', progress_percent: 100 } } : {}) } })
  }

  /** Of a film that was announced: segments come in their order, or it is another one; and none once it is closed. */
  const bringOn = (film: string, step: string | undefined, text: string): FakeAnswer => {
    if (closed.has(film)) return { status: 400, json: { title: 'Invalid Request', detail: 'the upload is closed' } }
    if (step === 'finalize') {
      closed.add(film)
      return ok({ data: { id: film, media_key: '7_1', expires_after_secs: 86_400, processing_info: { state: 'pending', check_after_secs: 0 } } })
    }
    if (!text.includes(`name="segment_index"\r\n\r\n${String(films.get(film))}\r\n`)) return { status: 400, json: { title: 'Invalid Request', detail: 'segments out of order' } }
    films.set(film, (films.get(film) ?? 0) + 1)
    return ok({ data: { expires_at: 1 } })
  }

  /** Pictures come whole; films are announced, handed over in segments and closed. */
  const handOver = ({ method, path, query, text }: FakeRequest): FakeAnswer | null => {
    if (method === 'GET' && path === '/2/media/upload') return stateOf(query.get('media_id') ?? '')
    if (method !== 'POST') return null
    if (path === '/2/media/upload') return ok({ data: { id: nextId(), media_key: '3_1', expires_after_secs: 86_400 } })
    if (path === '/2/media/upload/initialize') {
      films.set(nextId(), 0)
      return ok({ data: { id: [...films.keys()].at(-1), media_key: '7_1', expires_after_secs: 86_400 } })
    }
    const [, film = '', step] = /^\/2\/media\/upload\/(\d+)\/(append|finalize)$/.exec(path) ?? []
    return films.has(film) ? bringOn(film, step, text) : null
  }

  return {
    messages,
    writesPrivately: () => {
      const tom = { id: themId, name: 'Tom', username: 'tom' }
      messages.write(tom, 'Bonjour')
      return messages.conversationWith(tom)
    },
    isUpload: ({ method, path }) => method === 'POST' && path === '/2/media/upload',
    isCreate: ({ method, path }) => method === 'POST' && path === '/2/tweets',
    visible: () => posts.filter((post) => post.author === 'us' && isNewest(post)).map(({ text }) => text),
    inForce: () => [...inForce].map((each) => each.split(' ')[0] ?? ''),
    reply: (text, parent) => add({ text, author: 'them', parent, mediaIds: [] }).id,
    hear: (text) => add({ text, author: 'them', parent: null, mediaIds: [] }).id,
    answer(request) {
      const { method, path, query } = request
      const acted = act(request)
      if (acted !== null) return acted
      const inPrivate = messages.answer(request)
      if (inPrivate !== null) return inPrivate
      const handed = handOver(request)
      if (handed !== null) return handed
      const [, id] = /^\/2\/tweets\/(\d+)$/.exec(path) ?? []
      if (id !== undefined) return one(method, id, query)
      switch (`${method} ${path}`) {
        case 'GET /2/users/me':
          return ok({ data: { id: fakeXUserId, name: 'Léa', username: 'lea', ...((query.get('user.fields') ?? '').includes('public_metrics') ? { public_metrics: { followers_count: 120, following_count: 40, post_count: posts.length, listed_count: 0 } } : {}) } })
        case 'GET /2/users/by/username/tom':
          return ok({ data: { id: '2002', name: 'Tom', username: 'tom' } })
        case 'GET /2/tweets':
          return ok({ data: (query.get('ids') ?? '').split(',').flatMap((each) => find(each) ?? []).map((post) => show(post, '', query.get('post.fields') ?? '')) })
        case 'POST /2/tweets':
          return create(request)
        case 'POST /2/media/subtitles':
          return joinSubtitles(request.json)
        case 'POST /2/media/metadata':
          return ok({ data: { id: String(request.json['id']) } })
        case 'GET /2/users/1001/tweets':
          return page(posts.filter(({ author, parent }) => author === 'us' && (parent === null || !(query.get('exclude') ?? '').includes('replies'))), query)
        case 'GET /2/users/1001/mentions':
          return page(posts.filter(({ author }) => author === 'them'), query)
        default:
          return gone
      }
    }
  }
}
