import { notFound, ok, type FakeAnswer, type FakeRequest } from '../../contract/fake-network.ts'
import { markOf, type TortureNetwork } from './torture-network.ts'

const collection = 'app.bsky.feed.post'
/** Access tokens live this long, in ms; a refresh token works once. */
const accessLifeMs = 20 * 60_000

interface Stored {
  readonly uri: string
  readonly cid: string
  readonly value: Readonly<Record<string, unknown>>
}

const refuse = (error: string, status = 400): FakeAnswer => ({ status, json: { error, message: error } })

/** Record keys chosen by the client: https://docs.bsky.app/docs/api/. Anybody may log in by the name of an account; its did follows from the name. */
export function createBlueskyNetwork(now: () => number): TortureNetwork {
  const records = new Map<string, Stored>()
  const accessTokens = new Map<string, { readonly did: string; readonly endsAt: number }>()
  const refreshTokens = new Map<string, string>()
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

  const put = (json: FakeRequest['json']): FakeAnswer => {
    const uri = `at://${String(json['repo'])}/${String(json['collection'])}/${String(json['rkey'])}`
    if (json['swapRecord'] === null && records.has(uri)) return refuse('InvalidSwap')
    made += 1
    const stored = { uri, cid: `bafyreitorture${made}`, value: json['record'] as Stored['value'] }
    records.set(uri, stored)
    return ok({ uri, cid: stored.cid })
  }

  const ofAccount = (did: string, { path, query, json }: FakeRequest): FakeAnswer => {
    switch (path.replace('/xrpc/', '')) {
      case 'com.atproto.repo.putRecord':
        return json['repo'] === did ? put(json) : refuse('InvalidRequest')
      case 'com.atproto.repo.getRecord': {
        const found = records.get(`at://${query.get('repo')}/${query.get('collection')}/${query.get('rkey')}`)
        return found === undefined ? refuse('RecordNotFound') : ok(found)
      }
      case 'com.atproto.repo.uploadBlob':
        return ok({ blob: { $type: 'blob', ref: { $link: `bafkrei${(made += 1)}` }, mimeType: 'image/png', size: 70 } })
      case 'com.atproto.server.getSession':
        return ok({ did, handle: handleOf(did) })
      case 'app.bsky.notification.listNotifications':
        return ok({ notifications: [] })
      default:
        return refuse('MethodNotImplemented', 501)
    }
  }

  return {
    kind: 'client_id',
    meaningOf({ path, query, json }) {
      const method = path.replace('/xrpc/', '')
      if (method === 'com.atproto.repo.putRecord') return { step: 'create', subject: `${String(json['repo'])} ${markOf(JSON.stringify(json['record']))}` }
      if (method === 'com.atproto.repo.getRecord' && query.get('collection') === collection) return { step: 'look', subject: query.get('rkey') ?? '' }
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
    publications: () =>
      [...records.values()].flatMap(({ uri, value }) => (uri.includes(`/${collection}/`) ? [{ kind: 'client_id' as const, account: uri.split('/')[2] ?? '', text: String(value['text']) }] : []))
  }
}

/** A login by did is one too: that is how a session is opened anew. */
function didOf(identifier: string): string {
  const name = identifier.replace(/\.test$/, '')
  return name.startsWith('did:') ? name : `did:plc:${name.replaceAll(/[^a-z]/g, '').padEnd(24, 'x')}`
}

function handleOf(did: string): string {
  return `${did.replace('did:plc:', '').replaceAll('x', '')}.test`
}
