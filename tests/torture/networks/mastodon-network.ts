import { notFound, ok, type FakeAnswer, type FakeRequest } from '../../contract/fake-network.ts'
import { markOf, type TortureNetwork } from './torture-network.ts'

/** A key is kept this long, in ms: https://github.com/mastodon/mastodon/blob/main/app/services/post_status_service.rb */
const keyLifeMs = 3_600_000

interface Status {
  readonly id: string
  readonly account: string
  readonly text: string
  readonly createdAt: number
  readonly mediaIds: readonly string[]
}

const unauthorised: FakeAnswer = { status: 401, json: { error: 'The access token is invalid' } }

/** An Idempotency-Key in a header: https://docs.joinmastodon.org/methods/. The code of a login is the name of the account. */
export function createMastodonNetwork(now: () => number): TortureNetwork {
  const statuses = new Map<string, Status>()
  const byAccount = new Map<string, string[]>()
  const keys = new Map<string, { readonly id: string; readonly at: number }>()
  const tokens = new Map<string, string>()
  let lastId = 100_000

  const accountOf = ({ headers }: FakeRequest): string | undefined => tokens.get(headers['authorization']?.replace('Bearer ', '') ?? '')
  const nextId = (): string => String((lastId += 1))
  const authorOf = (name: string): object => ({ id: `id-${name}`, username: name, acct: name, display_name: name })

  const show = ({ id, account, text, createdAt, mediaIds }: Status): object => ({
    id,
    created_at: new Date(createdAt).toISOString(),
    account: authorOf(account),
    content: `<p>${text}</p>`,
    spoiler_text: '',
    visibility: 'public',
    in_reply_to_id: null,
    mentions: [],
    media_attachments: mediaIds.map((mediaId) => ({ id: mediaId })),
    url: `https://torture.example/@${account}/${id}`,
    uri: `https://torture.example/users/${account}/statuses/${id}`,
    favourited: false
  })

  const create = (account: string, { json, headers }: FakeRequest): FakeAnswer => {
    const key = headers['idempotency-key'] === undefined ? null : `${account} ${headers['idempotency-key']}`
    const kept = key === null ? undefined : keys.get(key)
    const known = kept !== undefined && now() - kept.at < keyLifeMs ? statuses.get(kept.id) : undefined
    if (known !== undefined) return ok(show(known))
    const status = { id: nextId(), account, text: (json['status'] as string | undefined) ?? '', createdAt: now(), mediaIds: (json['media_ids'] ?? []) as string[] }
    statuses.set(status.id, status)
    byAccount.set(account, [...(byAccount.get(account) ?? []), status.id])
    if (key !== null) keys.set(key, { id: status.id, at: now() })
    return ok(show(status))
  }

  const list = (account: string, query: URLSearchParams): FakeAnswer => {
    const maxId = query.get('max_id')
    const ids = (byAccount.get(account) ?? []).filter((id) => maxId === null || Number(id) < Number(maxId)).slice(-Number(query.get('limit') ?? 20))
    return ok(ids.toReversed().flatMap((id) => statuses.get(id) ?? []).map(show))
  }

  const ofAccount = (account: string, request: FakeRequest): FakeAnswer => {
    const { method, path, query } = request
    const source = /^\/api\/v1\/statuses\/(\d+)\/source$/.exec(path)?.[1]
    if (source !== undefined) return statuses.has(source) ? ok({ id: source, text: statuses.get(source)?.text, spoiler_text: '' }) : notFound
    switch (`${method} ${path}`) {
      case 'POST /api/v1/statuses':
        return create(account, request)
      case 'POST /api/v2/media':
        return ok({ id: nextId(), type: 'image', url: 'https://torture.example/a.png' })
      case 'GET /api/v1/accounts/verify_credentials':
        return ok({ ...authorOf(account), url: `https://torture.example/@${account}` })
      case `GET /api/v1/accounts/id-${account}/statuses`:
        return list(account, query)
      case 'GET /api/v1/notifications':
        return ok([])
      default:
        return notFound
    }
  }

  const withoutAccount = ({ method, path, text }: FakeRequest): FakeAnswer | null => {
    switch (`${method} ${path}`) {
      case 'POST /api/v1/apps':
        return ok({ client_id: 'client', client_secret: 'secret' })
      case 'POST /oauth/token': {
        const token = `token-${nextId()}`
        tokens.set(token, new URLSearchParams(text).get('code') ?? '')
        return ok({ access_token: token })
      }
      case 'GET /api/v2/instance':
        return ok({ domain: 'torture.example' })
      default:
        return null
    }
  }

  return {
    kind: 'header_key',
    meaningOf(request) {
      const { method, path, json } = request
      if (method === 'POST' && path === '/api/v1/statuses') return { step: 'create', subject: `id-${accountOf(request) ?? ''} ${markOf(String(json['status']))}` }
      if (path.endsWith('/statuses') || path.endsWith('/source')) return { step: 'look', subject: path }
      return { step: path === '/api/v2/media' ? 'prepare' : 'session', subject: path }
    },
    answer(request) {
      const open = withoutAccount(request)
      if (open !== null) return open
      const account = accountOf(request)
      return account === undefined ? unauthorised : ofAccount(account, request)
    },
    publications: () => [...statuses.values()].map(({ account, text }) => ({ kind: 'header_key' as const, account: `id-${account}`, text })),
    revoke(account) {
      for (const [token, owner] of tokens) if (`id-${owner}` === account) tokens.delete(token)
    }
  }
}
