import { createFakeScheduled } from './fake-scheduled.ts'
import { notFound, ok, type FakeAnswer, type FakeNetwork, type FakeRequest } from './fake-network.ts'

interface Status {
  readonly id: string
  text: string
  readonly author: 'us' | 'them'
  readonly parent: string | null
  readonly createdAt: string
  readonly visibility: string
  readonly language?: string
  mediaIds: readonly string[]
  choices?: readonly string[] | undefined
  warning?: string
  readonly quotes?: string
  isRevoked?: boolean
  policy?: string
}

/** https://docs.joinmastodon.org/entities/Instance/#configuration */
const instanceConfiguration = {
  accounts: { max_featured_tags: 10, max_pinned_statuses: 5 },
  statuses: { max_characters: 600, max_media_attachments: 6, characters_reserved_per_url: 23 },
  media_attachments: { description_limit: 1200, image_matrix_limit: 33_177_600, image_size_limit: 10_485_760, supported_mime_types: ['image/jpeg', 'video/mp4'], video_frame_rate_limit: 120, video_matrix_limit: 8_294_400, video_size_limit: 41_943_040 },
  polls: { max_options: 6, max_characters_per_option: 80, min_expiration: 330, max_expiration: 2_629_746 }
}

/** As much of a Mastodon server as a client needs: https://docs.joinmastodon.org/methods/ */
export function createFakeMastodon(): FakeNetwork {
  const statuses: Status[] = []
  const notifications: { id: string; statusId: string; type: string }[] = []
  const keys = new Map<string, string>()
  const likes = new Set<string>()
  const inForce = new Set<string>()
  const pinned: string[] = []
  let lastId = 1000

  const add = (status: Omit<Status, 'id' | 'createdAt'>): Status => {
    lastId += 1
    const made = { ...status, id: String(lastId), createdAt: new Date().toISOString() }
    statuses.push(made)
    return made
  }
  const find = (id: string | undefined): Status | undefined => statuses.find((status) => status.id === id)

  const showQuote = ({ quotes, isRevoked }: Status): object | null => {
    if (quotes === undefined) return null
    return isRevoked === true ? { state: 'revoked', quoted_status: null } : { state: 'accepted', quoted_status: show(find(quotes)!) }
  }

  const show = (status: Status): Record<string, unknown> => ({
    id: status.id,
    created_at: status.createdAt,
    account: status.author === 'us' ? { id: '1', username: 'lea', acct: 'lea', display_name: 'Léa' } : { id: '2', username: 'tom', acct: 'tom@ailleurs.example', display_name: '' },
    content: `${status.quotes === undefined ? '' : `<p class="quote-inline">RE: <a href="https://mastodon.example/@x/${status.quotes}">https://mastodon.example/@x/${status.quotes}</a></p>`}<p>${status.text}</p>`,
    quote: showQuote(status),
    quote_approval: { automatic: status.policy === 'nobody' ? [] : [status.policy ?? 'public'], manual: [], current_user: 'automatic' },
    spoiler_text: status.warning ?? '',
    sensitive: false,
    language: status.language ?? 'fr',
    visibility: status.visibility,
    in_reply_to_id: status.parent,
    mentions: status.author === 'them' ? [{ id: '1', username: 'lea', acct: 'lea', url: 'x' }] : [],
    media_attachments: status.mediaIds.map((id) => ({ id })),
    poll: status.choices === undefined ? null : { id: status.id, expires_at: new Date(Date.parse(status.createdAt) + 86_400_000).toISOString(), expired: false, multiple: false, options: status.choices.map((title) => ({ title, votes_count: 0 })) },
    url: `https://mastodon.example/@x/${status.id}`,
    uri: `https://mastodon.example/users/x/statuses/${status.id}`,
    favourited: likes.has(status.id),
    ...(status.author === 'us' && status.visibility !== 'direct' ? { pinned: pinned.includes(status.id) } : {}),
    favourites_count: likes.has(status.id) ? 1 : 0,
    reblogs_count: 2,
    quotes_count: 0,
    replies_count: statuses.filter(({ parent }) => parent === status.id).length
  })

  const scheduled = createFakeScheduled()

  const framingIn = ({ spoiler_text: warning, language, quote_approval_policy: policy }: { readonly spoiler_text?: string; readonly language?: string; readonly quote_approval_policy?: string }): Pick<Status, 'warning' | 'language' | 'policy'> => ({ ...(warning === undefined ? {} : { warning }), ...(language === undefined ? {} : { language }), ...(policy === undefined ? {} : { policy }) })

  const create = (request: FakeRequest): FakeAnswer => {
    const { json, headers } = request
    if (typeof json['scheduled_at'] === 'string') return scheduled.create(request)
    const key = headers['idempotency-key'] ?? ''
    const known = find(keys.get(key))
    if (known !== undefined) return ok(show(known))
    const media = (json['media_ids'] ?? []) as string[]
    const quotes = json['quoted_status_id'] as string | undefined
    if (quotes !== undefined && find(quotes) === undefined) return notFound
    const made = add({ text: (json['status'] as string | undefined) ?? '', author: 'us', parent: (json['in_reply_to_id'] as string | undefined) ?? null, visibility: String(json['visibility']), ...framingIn(json), mediaIds: media, ...(quotes === undefined ? {} : { quotes }), ...(json['poll'] === undefined ? {} : { choices: (json['poll'] as { options: string[] }).options }) })
    if (key !== '') keys.set(key, made.id)
    return ok(show(made))
  }

  const ancestorsOf = (status: Status): Status[] => {
    const parent = find(status.parent ?? undefined)
    return parent === undefined ? [] : [...ancestorsOf(parent), parent]
  }

  const listNotifications = (query: URLSearchParams): FakeAnswer => {
    const limit = Number(query.get('limit') ?? 40)
    const minId = query.get('min_id')
    const maxId = query.get('max_id')
    const newestFirst = notifications.toReversed().filter(({ id }) => (minId === null || Number(id) > Number(minId)) && (maxId === null || Number(id) < Number(maxId)))
    const page = minId === null ? newestFirst.slice(0, limit) : newestFirst.slice(-limit)
    return ok(page.map(({ id, statusId, type }) => ({ id, type, created_at: new Date().toISOString(), account: { id: '2' }, status: show(find(statusId)!) })))
  }

  /** What is not sent again is taken away, as at Mastodon. */
  const edit = (status: Status, json: FakeRequest['json']): FakeAnswer => {
    if (status.author !== 'us') return notFound
    status.text = (json['status'] as string | undefined) ?? ''
    status.mediaIds = (json['media_ids'] ?? []) as string[]
    status.choices = (json['poll'] as { options: string[] } | undefined)?.options
    // As the account has it set, where nothing is said.
    status.policy = (json['quote_approval_policy'] as string | undefined) ?? 'public'
    status.warning = (json['spoiler_text'] as string | undefined) ?? ''
    return ok(show(status))
  }

  const pin = (status: Status, isPinned: boolean): FakeAnswer => {
    if (status.author !== 'us') return notFound
    if (isPinned && !pinned.includes(status.id)) {
      if (pinned.length >= instanceConfiguration.accounts.max_pinned_statuses) return { status: 422, json: { error: 'Validation failed: You have already pinned the maximum number of posts' } }
      pinned.unshift(status.id)
    }
    if (!isPinned && pinned.includes(status.id)) pinned.splice(pinned.indexOf(status.id), 1)
    return ok(show(status))
  }

  const ofStatus = (status: Status | undefined, rest: string | undefined, { method, json }: FakeRequest): FakeAnswer => {
    if (status === undefined) return notFound
    switch (`${method} ${rest ?? ''}`) {
      case 'GET ':
        return ok(show(status))
      case 'GET context':
        return ok({ ancestors: ancestorsOf(status).map(show), descendants: [] })
      case 'GET source':
        return ok({ id: status.id, text: status.text, spoiler_text: status.warning ?? '' })
      case 'PUT ':
        return edit(status, json)
      case 'POST favourite':
        likes.add(status.id)
        return ok(show(status))
      case 'POST pin':
      case 'POST unpin':
        return pin(status, rest === 'pin')
      case 'POST reblog':
        inForce.add(`repost ${status.id}`)
        return ok({ ...show(status), reblogged: true })
      case 'POST unreblog':
        inForce.delete(`repost ${status.id}`)
        return ok(show(status))
      case 'DELETE ':
        if (status.author !== 'us') return notFound
        statuses.splice(statuses.indexOf(status), 1)
        if (pinned.includes(status.id)) pinned.splice(pinned.indexOf(status.id), 1)
        return ok(show(status))
      case 'POST unfavourite':
        likes.delete(status.id)
        return ok(show(status))
      default:
        return notFound
    }
  }

  /** By whoever wrote the quoted one alone. */
  const revoke = (path: string): FakeAnswer | null => {
    const [, of, by] = /^\/api\/v1\/statuses\/(\w+)\/quotes\/(\w+)\/revoke$/.exec(path) ?? []
    if (by === undefined) return null
    const [ours, quoting] = [find(of), find(by)]
    if (ours === undefined || quoting?.quotes !== ours.id) return notFound
    if (ours.author !== 'us') return { status: 403, json: { error: 'This action is not allowed' } }
    quoting.isRevoked = true
    return ok(show(quoting))
  }

  const setAside = (path: string): FakeAnswer | null => {
    const [, person, act] = /^\/api\/v1\/accounts\/(\d+)\/(un)?(?:mute|block)$/.exec(path) ?? []
    if (person === undefined) return null
    const kind = path.endsWith('mute') ? 'mute' : 'block'
    if (act === undefined) inForce.add(`${kind} ${person}`)
    else inForce.delete(`${kind} ${person}`)
    return ok({ id: person })
  }

  return {
    isUpload: ({ method, path }) => method === 'POST' && path === '/api/v2/media',
    isCreate: ({ method, path }) => method === 'POST' && path === '/api/v1/statuses',
    isHandOver: ({ method, path }) => method === 'POST' && path === '/api/v1/statuses',
    waiting: scheduled.waiting,
    visible: () => statuses.filter(({ author }) => author === 'us').map(({ text }) => text),
    quoted: () => statuses.flatMap(({ author, quotes }) => (author === 'us' ? (quotes ?? []) : [])),
    pinned: () => pinned.flatMap((each) => find(each)?.text ?? []),
    inForce: () => [...[...inForce].map((each) => each.split(' ')[0] ?? ''), ...statuses.flatMap(({ isRevoked }) => (isRevoked === true ? ['detach'] : []))],
    hear(text) {
      const status = add({ text, author: 'them', parent: null, visibility: 'public', mediaIds: [] })
      notifications.push({ id: String(notifications.length + 1), statusId: status.id, type: 'mention' })
      return status.id
    },
    hearQuote(text) {
      const ours = statuses.find(({ author }) => author === 'us') ?? add({ text: 'à nous', author: 'us', parent: null, visibility: 'public', mediaIds: [] })
      const status = add({ text, author: 'them', parent: null, visibility: 'public', mediaIds: [], quotes: ours.id })
      notifications.push({ id: String(notifications.length + 1), statusId: status.id, type: 'quote' })
      return status.id
    },
    answer(request) {
      const { method, path, query } = request
      const [, id, rest] = /^\/api\/v1\/statuses\/([^/]+)(?:\/(\w+))?$/.exec(path) ?? []
      if (path.startsWith('/api/v1/scheduled_statuses')) return scheduled.answer(request)
      if (id !== undefined) return ofStatus(find(id), rest, request)
      const aside = method === 'POST' ? (setAside(path) ?? revoke(path)) : null
      if (aside !== null) return aside
      switch (`${method} ${path}`) {
        case 'POST /api/v1/reports':
          inForce.add(`report ${inForce.size}`)
          return ok({ id: '1', action_taken: false })
        case 'POST /api/v1/statuses':
          return create(request)
        case 'POST /api/v2/media':
          return ok({ id: String((lastId += 1)), type: 'image', url: 'https://mastodon.example/a.png' })
        case 'GET /api/v1/accounts/verify_credentials':
          return ok({ id: '1', username: 'lea', acct: 'lea', display_name: 'Léa', url: 'https://mastodon.example/@lea', followers_count: 120, statuses_count: statuses.length })
        case 'GET /api/v1/accounts/search':
          return ok('tom'.startsWith(query.get('q') ?? '') ? [{ id: '2', username: 'tom', acct: 'tom', display_name: 'Tom' }] : [])
        case 'GET /api/v2/instance':
          return ok({ domain: 'mastodon.example', configuration: instanceConfiguration })
        case 'GET /api/v1/accounts/1/statuses':
          if (query.get('pinned') === 'true') return ok(pinned.flatMap((each) => find(each) ?? []).map(show))
          return ok(statuses.filter(({ author }) => author === 'us').toReversed().slice(0, Number(query.get('limit') ?? 20)).map(show))
        case 'GET /api/v1/notifications':
          return listNotifications(query)
        default:
          return notFound
      }
    }
  }
}
