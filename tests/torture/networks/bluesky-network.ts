import { notFound, ok, type FakeAnswer, type FakeRequest } from '../../contract/fake-network.ts'
import { markOf } from '../marks.ts'
import { createBlueskyActs, markOfRecord } from './bluesky-acts.ts'
import type { Publication, TortureNetwork } from './torture-network.ts'

const collection = 'app.bsky.feed.post'
/** Access tokens live this long, in ms; a refresh token works once. */
const accessLifeMs = 20 * 60_000

export interface Stored {
  readonly uri: string
  readonly cid: string
  readonly value: Readonly<Record<string, unknown>>
  readonly number: number
  readonly at: number
}

const refuse = (error: string, status = 400): FakeAnswer => ({ status, json: { error, message: error } })

/** Record keys chosen by the client: https://docs.bsky.app/docs/api/. Anybody may log in by the name of an account; its did follows from the name. */
export function createBlueskyNetwork(now: () => number): TortureNetwork {
  const records = new Map<string, Stored>()
  const buried = new Map<string, Stored>()
  /** Of each account, newest first. */
  const heard = new Map<string, Stored[]>()
  const accessTokens = new Map<string, { readonly did: string; readonly endsAt: number }>()
  const refreshTokens = new Map<string, string>()
  const acts = createBlueskyActs(records)
  let made = 0

  const openSession = (did: string): FakeAnswer => {
    made += 1
    accessTokens.set(`access-${made}`, { did, endsAt: now() + accessLifeMs })
    refreshTokens.set(`refresh-${made}`, did)
    return ok({ did, handle: handleOf(did), accessJwt: `access-${made}`, refreshJwt: `refresh-${made}` })
  }

  const refresh = (token: string): FakeAnswer => {
    const did = refreshTokens.get(token)
    refreshTokens.delete(token)
    return did === undefined ? refuse('ExpiredToken') : openSession(did)
  }

  const store = (uri: string, value: Stored['value']): Stored => {
    made += 1
    const stored = { uri, cid: `bafyreitorture${made}`, value, number: made, at: now() }
    records.set(uri, stored)
    return stored
  }

  const put = (json: FakeRequest['json']): FakeAnswer => {
    const uri = uriOf(json['repo'], json['collection'], json['rkey'])
    if (json['swapRecord'] === null && (records.has(uri) || buried.has(uri))) return refuse('InvalidSwap')
    const { cid } = store(uri, json['record'] as Stored['value'])
    return ok({ uri, cid })
  }

  const remove = (uri: string): FakeAnswer => {
    const stored = records.get(uri)
    if (stored !== undefined && uri.includes(`/${collection}/`)) buried.set(uri, stored)
    records.delete(uri)
    return ok({})
  }

  const show = ({ uri, cid, value, at }: Stored): object => {
    const did = uri.split('/')[2] ?? ''
    return { uri, cid, record: value, author: { did, handle: handleOf(did) }, indexedAt: new Date(at).toISOString(), viewer: {} }
  }

  const notifications = (did: string, query: URLSearchParams): FakeAnswer => {
    const from = Number(query.get('cursor') ?? 0)
    const limit = Number(query.get('limit') ?? 50)
    const all = heard.get(did) ?? []
    return ok({ notifications: all.slice(from, from + limit).map((stored) => ({ ...show(stored), reason: 'mention' })), ...(from + limit < all.length ? { cursor: String(from + limit) } : {}) })
  }

  const ofAccount = (did: string, { path, query, json }: FakeRequest): FakeAnswer => {
    const method = path.replace('/xrpc/', '')
    switch (method) {
      case 'com.atproto.repo.putRecord':
        return json['repo'] === did ? put(json) : refuse('InvalidRequest')
      case 'com.atproto.repo.deleteRecord':
        return json['repo'] === did ? remove(uriOf(did, json['collection'], json['rkey'])) : refuse('InvalidRequest')
      case 'com.atproto.repo.getRecord':
        return orMissing(records.get(uriOf(query.get('repo'), query.get('collection'), query.get('rkey'))))
      case 'com.atproto.repo.uploadBlob':
        return ok({ blob: { $type: 'blob', ref: { $link: `bafkrei${(made += 1)}` }, mimeType: 'image/png', size: 70 } })
      case 'com.atproto.server.getSession':
        return ok({ did, handle: handleOf(did) })
      case 'app.bsky.notification.listNotifications':
        return notifications(did, query)
      case 'app.bsky.feed.getPosts':
        return ok({ posts: query.getAll('uris').flatMap((uri) => records.get(uri) ?? []).map(show) })
      default:
        return acts.answer(did, method, json) ?? refuse('MethodNotImplemented', 501)
    }
  }

  const markAt = (uri: string): string => markOfRecord(records.get(uri) ?? buried.get(uri))

  const publicationOf = ({ uri, value, number }: Stored): readonly Publication[] => {
    const account = uri.split('/')[2] ?? ''
    if (!uri.includes(`/${collection}/`) || account.startsWith('did:plc:person')) return []
    const reply = value['reply'] as { parent: { uri: string }; root: { uri: string } } | undefined
    const place = reply === undefined ? { parent: null } : { parent: markAt(reply.parent.uri), root: markAt(reply.root.uri) }
    return [{ kind: 'client_id', account, text: String(value['text']), ...place, number }]
  }

  return {
    kind: 'client_id',
    meaningOf({ path, query, json }) {
      const method = path.replace('/xrpc/', '')
      const act = acts.subjectOf(method, json)
      if (act !== null) return { step: 'act', subject: act }
      if (method === 'com.atproto.repo.deleteRecord') return { step: 'remove', subject: `${String(json['repo'])} ${markAt(uriOf(json['repo'], json['collection'], json['rkey']))}` }
      if (method === 'com.atproto.repo.putRecord') return { step: 'create', subject: `${String(json['repo'])} ${markOf(JSON.stringify(json['record']))}` }
      if (method === 'com.atproto.repo.getRecord' && query.get('collection') === collection) return { step: 'look', subject: query.get('rkey') ?? '' }
      if (method === 'app.bsky.feed.getPosts') return { step: 'look', subject: query.getAll('uris').join(' ') }
      return { step: method === 'com.atproto.repo.uploadBlob' ? 'prepare' : 'session', subject: method }
    },
    answer(request) {
      const token = request.headers['authorization']?.replace('Bearer ', '') ?? ''
      const method = request.path.replace('/xrpc/', '')
      if (method === 'com.atproto.server.createSession') return openSession(didOf(String(request.json['identifier'])))
      if (method === 'com.atproto.server.refreshSession') return refresh(token)
      const access = accessTokens.get(token)
      if (!request.path.startsWith('/xrpc/')) return notFound
      if (access === undefined) return refuse('InvalidToken')
      return access.endsAt < now() ? refuse('ExpiredToken') : ofAccount(access.did, request)
    },
    hear(account, text) {
      const person = `did:plc:person${lettersOf(made + 1).padStart(18, 'a')}`
      const stored = store(uriOf(person, collection, `3k${lettersOf(made + 1).padStart(11, 'a')}`), { $type: collection, text, createdAt: new Date(now()).toISOString() })
      heard.set(account, [stored, ...(heard.get(account) ?? [])])
    },
    publications: () => [...records.values()].flatMap(publicationOf),
    removed: () => [...buried.values()].flatMap(publicationOf),
    standings: () => acts.standings()
  }
}

function uriOf(repo: unknown, name: unknown, key: unknown): string {
  return `at://${String(repo)}/${String(name)}/${String(key)}`
}

function orMissing(stored: Stored | undefined): FakeAnswer {
  return stored === undefined ? refuse('RecordNotFound') : ok(stored)
}

function lettersOf(number: number): string {
  return [...String(number)].map((digit) => 'bcdefghijk'[Number(digit)] ?? '').join('')
}

/** A login by did is one too: that is how a session is opened anew. */
export function didOf(identifier: string): string {
  const name = identifier.replace(/\.test$/, '')
  return name.startsWith('did:') ? name : `did:plc:${name.replaceAll(/[^a-z]/g, '').padEnd(24, 'x')}`
}

function handleOf(did: string): string {
  return `${did.replace('did:plc:', '').replaceAll('x', '')}.test`
}
