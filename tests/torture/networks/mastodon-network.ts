import { notFound, ok, type FakeAnswer, type FakeRequest } from '../../contract/fake-network.ts'
import { markOf } from '../marks.ts'
import { createMastodonActs } from './mastodon-acts.ts'
import { createMastodonScheduled } from './mastodon-scheduled.ts'
import type { Publication, TortureNetwork } from './torture-network.ts'

/** A key is kept this long, in ms: https://github.com/mastodon/mastodon/blob/main/app/services/post_status_service.rb */
const keyLifeMs = 3_600_000

export interface Status {
  readonly id: string
  /** The id of the account: `id-NAME`, `person-MARK` for a stranger. */
  readonly account: string
  readonly text: string
  readonly createdAt: number
  readonly mediaIds: readonly string[]
  readonly parentId: string | null
  /** Set for what a stranger says: whom it names. */
  readonly names: string | null
}

const unauthorised: FakeAnswer = { status: 401, json: { error: 'The access token is invalid' } }

/** An Idempotency-Key in a header: https://docs.joinmastodon.org/methods/. The code of a login is the name of the account. */
export function createMastodonNetwork(now: () => number): TortureNetwork {
  const statuses = new Map<string, Status>()
  const buried = new Map<string, Status>()
  const byAccount = new Map<string, string[]>()
  const keys = new Map<string, { readonly id: string; readonly at: number }>()
  const tokens = new Map<string, string>()
  const acts = createMastodonActs(statuses)
  let lastId = 100_000

  const accountOf = ({ headers }: FakeRequest): string | undefined => tokens.get(headers['authorization']?.replace('Bearer ', '') ?? '')
  const nextId = (): string => String((lastId += 1))
  const scheduled = createMastodonScheduled(now, nextId)
  const authorOf = (id: string): object => ({ id, username: nameOf(id), acct: nameOf(id), display_name: nameOf(id) })

  const show = ({ id, account, text, createdAt, mediaIds, parentId, names }: Status): object => ({
    id,
    created_at: new Date(createdAt).toISOString(),
    account: authorOf(account),
    content: `<p>${text}</p>`,
    spoiler_text: '',
    visibility: 'public',
    in_reply_to_id: parentId,
    mentions: names === null ? [] : [{ id: names }],
    media_attachments: mediaIds.map((mediaId) => ({ id: mediaId })),
    url: `https://torture.example/@${nameOf(account)}/${id}`,
    uri: `https://torture.example/users/${nameOf(account)}/statuses/${id}`,
    favourited: false
  })

  const store = (status: Omit<Status, 'id' | 'createdAt'>, createdAt = now()): Status => {
    const stored = { ...status, id: nextId(), createdAt }
    statuses.set(stored.id, stored)
    byAccount.set(stored.account, [...(byAccount.get(stored.account) ?? []), stored.id])
    return stored
  }

  const publishDue = (): void => scheduled.publishDue(({ account, text, dueAt }) => void store({ account, text, mediaIds: [], parentId: null, names: null }, dueAt))

  /** What was made with this key before; what waited once and does so no longer is not found by it. */
  const madeBefore = (key: string, isToWait: boolean): FakeAnswer | null => {
    const kept = keys.get(key)
    if (kept === undefined || now() - kept.at >= keyLifeMs) return null
    const known = statuses.get(kept.id)
    if (known !== undefined) return ok(show(known))
    if (buried.has(kept.id)) return notFound
    return isToWait ? scheduled.read(kept.id) : null
  }

  const create = (account: string, request: FakeRequest): FakeAnswer => {
    const { json, headers } = request
    const isToWait = json['scheduled_at'] !== undefined
    const key = `${account} ${headers['idempotency-key'] ?? nextId()}`
    const made = madeBefore(key, isToWait)
    if (made !== null) return made
    const waits = isToWait ? scheduled.create(account, request) : null
    if (waits !== null) {
      if (waits.id !== null) keys.set(key, { id: waits.id, at: now() })
      return waits.answer
    }
    const parentId = (json['in_reply_to_id'] as string | undefined) ?? null
    const status = store({ account, text: (json['status'] as string | undefined) ?? '', mediaIds: (json['media_ids'] ?? []) as string[], parentId, names: null })
    keys.set(key, { id: status.id, at: now() })
    return ok(show(status))
  }

  const list = (account: string, query: URLSearchParams): FakeAnswer => {
    const maxId = query.get('max_id')
    const ids = (byAccount.get(account) ?? []).filter((id) => maxId === null || Number(id) < Number(maxId)).slice(-Number(query.get('limit') ?? 20))
    return ok(ids.toReversed().flatMap((id) => statuses.get(id) ?? []).map(show))
  }

  /** Newest first; with `min_id` the next ones after it. */
  const notifications = (account: string, query: URLSearchParams): FakeAnswer => {
    const [minId, maxId] = [Number(query.get('min_id') ?? 0), Number(query.get('max_id') ?? Number.POSITIVE_INFINITY)]
    const ours = [...statuses.values()].filter(({ id, names }) => names === account && Number(id) > minId && Number(id) < maxId)
    const limit = Number(query.get('limit') ?? 40)
    const page = query.has('min_id') ? ours.slice(0, limit) : ours.slice(-limit)
    return ok(page.toReversed().map((status) => ({ id: status.id, type: 'mention', status: show(status) })))
  }

  const aboutStatus = (id: string, rest: string): FakeAnswer => {
    const status = statuses.get(id)
    if (status === undefined) return notFound
    if (rest === '/source') return ok({ id, text: status.text, spoiler_text: '' })
    return rest === '/context' ? ok({ ancestors: [], descendants: [] }) : ok(show(status))
  }

  const remove = (account: string, id: string): FakeAnswer => {
    const status = statuses.get(id)
    if (status?.account !== account) return notFound
    statuses.delete(id)
    buried.set(id, status)
    return ok(show(status))
  }

  const deletedBy = ({ method, path }: FakeRequest): Status | undefined => (method === 'DELETE' ? statuses.get(/^\/api\/v1\/statuses\/(\d+)$/.exec(path)?.[1] ?? '') : undefined)

  const ofAccount = (account: string, request: FakeRequest): FakeAnswer => {
    const { method, path, query } = request
    const done = acts.answer(account, request) ?? scheduled.answer(account, request)
    if (done !== null) return done
    const [, id, rest = ''] = /^\/api\/v1\/statuses\/(\d+)(\/source|\/context)?$/.exec(path) ?? []
    if (method === 'GET' && id !== undefined) return aboutStatus(id, rest)
    if (method === 'DELETE' && id !== undefined) return remove(account, id)
    switch (`${method} ${path}`) {
      case 'POST /api/v1/statuses':
        return create(account, request)
      case 'POST /api/v2/media':
        return ok({ id: nextId(), type: 'image', url: 'https://torture.example/a.png' })
      case 'GET /api/v1/accounts/verify_credentials':
        return ok({ ...authorOf(account), url: `https://torture.example/@${nameOf(account)}` })
      case `GET /api/v1/accounts/${account}/statuses`:
        return list(account, query)
      case 'GET /api/v1/notifications':
        return notifications(account, query)
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
        tokens.set(token, `id-${new URLSearchParams(text).get('code') ?? ''}`)
        return ok({ access_token: token })
      }
      case 'GET /api/v2/instance':
        return ok({ domain: 'torture.example' })
      default:
        return null
    }
  }

  const markOfStatus = (id: string | null): string | null => (id === null ? null : markOf((statuses.get(id) ?? buried.get(id))?.text ?? ''))
  const publicationOf = ({ id, account, text, parentId }: Status): Publication => ({ kind: 'header_key', account, text, parent: markOfStatus(parentId), number: Number(id) })

  return {
    kind: 'header_key',
    meaningOf(request) {
      const { method, path, json } = request
      const account = accountOf(request) ?? ''
      if (method === 'POST' && path === '/api/v1/statuses') return { step: json['scheduled_at'] === undefined ? 'create' : 'hand_over', subject: `${account} ${markOf(String(json['status']))}` }
      const own = deletedBy(request)
      if (own !== undefined) return { step: 'remove', subject: `${account} ${markOf(own.text)}` }
      const text = scheduled.textOf(request)
      if (text !== null && method !== 'GET') return { step: 'recall', subject: `${account} ${markOf(text)}` }
      const act = acts.subjectOf(request)
      if (act !== null) return { step: 'act', subject: `${account} ${act}` }
      if (/scheduled_statuses|\/(?:statuses|source|context)$|\/statuses\/\d+$/.test(path)) return { step: 'look', subject: path }
      return { step: path === '/api/v2/media' ? 'prepare' : 'session', subject: path }
    },
    answer(request) {
      publishDue()
      const open = withoutAccount(request)
      if (open !== null) return open
      const account = accountOf(request)
      return account === undefined ? unauthorised : ofAccount(account, request)
    },
    hear(account, text) {
      store({ account: `person-${lastId}`, text: `@${nameOf(account)} ${text}`, mediaIds: [], parentId: null, names: account })
    },
    publications() {
      publishDue()
      return [...statuses.values()].filter(({ names }) => names === null).map(publicationOf)
    },
    removed: () => [...buried.values()].map(publicationOf),
    standings: () => acts.standings(),
    revoke(account) {
      for (const [token, owner] of tokens) if (owner === account) tokens.delete(token)
    }
  }
}

function nameOf(id: string): string {
  return id.replace(/^id-/, '')
}
