import { ok, type FakeAnswer, type FakeNetwork, type FakeRequest } from './fake-network.ts'

const us = 'did:plc:usususususususususususus'
const them = 'did:plc:themthemthemthemthemthem'
const post = 'app.bsky.feed.post'

interface Stored {
  readonly uri: string
  readonly cid: string
  readonly value: Readonly<Record<string, unknown>>
}

const error = (name: string, message = name): FakeAnswer => ({ status: 400, json: { error: name, message } })

const quotedIn = ({ embed }: Readonly<Record<string, unknown>>): string | readonly never[] => {
  const { $type, record } = (embed ?? {}) as { $type?: string; record?: { uri?: string; record?: { uri: string } } }
  if ($type === 'app.bsky.embed.record') return record?.uri ?? []
  return $type === 'app.bsky.embed.recordWithMedia' ? (record?.record?.uri ?? []) : []
}

/** As much of a PDS and an AppView as a client needs: https://docs.bsky.app/docs/api/ */
export function createFakeBluesky(): FakeNetwork {
  const records = new Map<string, Stored>()
  const notifications: Stored[] = []
  const muted = new Set<string>()
  let reports = 0
  let made = 0

  const store = (uri: string, value: Readonly<Record<string, unknown>>): Stored => {
    made += 1
    const stored = { uri, cid: `bafyreifake${made}`, value }
    records.set(uri, stored)
    return stored
  }

  /** Keys of records hold no 0, 1, 8 or 9. */
  const nextKey = (): string => (made += 1).toString(4).replaceAll(/\d/g, (digit) => 'abcd'[Number(digit)] ?? '').padStart(11, 'e')

  /** app.bsky.embed.record#view: without the post where its author has it shown there no more. */
  const embedOf = ({ uri, value }: Stored): object => {
    const [quoted] = [quotedIn(value)].flat().flatMap((address) => records.get(address) ?? [])
    if (quoted === undefined) return {}
    const gate = records.get(quoted.uri.replace(post, 'app.bsky.feed.postgate'))
    const isDetached = ((gate?.value['detachedEmbeddingUris'] ?? []) as string[]).includes(uri)
    const { cid, value: said } = quoted
    const author = { did: us, handle: 'lea.test' }
    return { embed: { $type: 'app.bsky.embed.record#view', record: isDetached ? { $type: 'app.bsky.embed.record#viewDetached', uri: quoted.uri, detached: true } : { $type: 'app.bsky.embed.record#viewRecord', uri: quoted.uri, cid, author, value: said, indexedAt: said['createdAt'] } } }
  }

  const put = ({ json }: FakeRequest): FakeAnswer => {
    const uri = `at://${String(json['repo'])}/${String(json['collection'])}/${String(json['rkey'])}`
    if (json['swapRecord'] === null && records.has(uri)) return error('InvalidSwap')
    if (typeof json['swapRecord'] === 'string' && records.get(uri)?.cid !== json['swapRecord']) return error('InvalidSwap')
    const { cid } = store(uri, json['record'] as Record<string, unknown>)
    return ok({ uri, cid, validationStatus: 'valid' })
  }

  const get = (query: URLSearchParams): FakeAnswer => {
    const found = records.get(`at://${query.get('repo')}/${query.get('collection')}/${query.get('rkey')}`)
    return found === undefined ? error('RecordNotFound') : ok(found)
  }

  const show = ({ uri, cid, value }: Stored): object => ({ uri, cid, record: value, author: { did: them, handle: 'tom.test' }, indexedAt: value['createdAt'], viewer: {}, likeCount: 3, repostCount: 1, quoteCount: 0, replyCount: 2, bookmarkCount: 0, ...embedOf({ uri, cid, value }) })

  return {
    isUpload: ({ path }) => path === '/xrpc/com.atproto.repo.uploadBlob',
    isCreate: ({ path, json }) => path === '/xrpc/com.atproto.repo.putRecord' && json['collection'] === post,
    visible: () => [...records.values()].filter(({ uri }) => uri.startsWith(`at://${us}/${post}/`)).map(({ value }) => String(value['text'])),
    quoted: () => [...records.values()].flatMap(({ uri, value }) => (uri.startsWith(`at://${us}/${post}/`) ? quotedIn(value) : [])),
    pinned: () => {
      const { pinnedPost } = (records.get(`at://${us}/app.bsky.actor.profile/self`)?.value ?? {}) as { pinnedPost?: { uri: string } }
      const text = pinnedPost === undefined ? undefined : records.get(pinnedPost.uri)?.value['text']
      return typeof text === 'string' ? [text] : []
    },
    inForce: () => [
      ...[...records.values()].flatMap(({ value }) => (value['$type'] === 'app.bsky.feed.repost' ? ['repost'] : value['$type'] === 'app.bsky.graph.block' ? ['block'] : [])),
      ...[...records.values()].flatMap(({ value }) => (value['$type'] === 'app.bsky.feed.threadgate' ? [...((value['hiddenReplies'] ?? []) as string[]).map(() => 'hide'), ...(Array.isArray(value['allow']) && value['allow'].length === 0 ? ['lock'] : [])] : [])),
      ...[...records.values()].flatMap(({ value }) => (value['$type'] === 'app.bsky.feed.postgate' ? ((value['detachedEmbeddingUris'] ?? []) as string[]).map(() => 'detach') : [])),
      ...[...muted].map(() => 'mute'),
      ...Array.from({ length: reports }, () => 'report')
    ],
    hear(text) {
      const stored = store(`at://${them}/${post}/3k${String(made).padStart(11, 'a')}`, { $type: post, text, createdAt: new Date(Date.now() + made).toISOString() })
      notifications.unshift(stored)
      return stored.uri
    },
    hearQuote(text) {
      const key = nextKey()
      const ours = [...records.values()].find(({ uri }) => uri.startsWith(`at://${us}/${post}/`)) ?? store(`at://${us}/${post}/3k${key}`, { $type: post, text: 'à nous', createdAt: new Date().toISOString() })
      const embed = { $type: 'app.bsky.embed.record', record: { uri: ours.uri, cid: ours.cid } }
      const stored = store(`at://${them}/${post}/3q${key}`, { $type: post, text, createdAt: new Date(Date.now() + made).toISOString(), embed })
      notifications.unshift(stored)
      return stored.uri
    },
    hearBelowOurs(text) {
      const key = nextKey()
      const root = { uri: `at://${us}/${post}/3k${key}`, cid: 'bafyreifakeroot' }
      return store(`at://${them}/${post}/3m${key}`, { $type: post, text, createdAt: new Date(Date.now() + made).toISOString(), reply: { root, parent: root } }).uri
    },
    answer(request) {
      const { path, query } = request
      const uris = query.getAll('uris')
      switch (path.replace('/xrpc/', '')) {
        case 'com.atproto.repo.putRecord':
          return put(request)
        case 'com.atproto.repo.deleteRecord':
          records.delete(`at://${us}/${String(request.json['collection'])}/${String(request.json['rkey'])}`)
          return ok({})
        case 'app.bsky.graph.muteActor':
          muted.add(String(request.json['actor']))
          return ok({})
        case 'app.bsky.graph.unmuteActor':
          muted.delete(String(request.json['actor']))
          return ok({})
        case 'com.atproto.moderation.createReport':
          reports += 1
          return ok({ id: reports })
        case 'com.atproto.repo.getRecord':
          return get(query)
        case 'com.atproto.repo.listRecords': {
          const of = [...records.values()].filter(({ uri }) => uri.startsWith(`at://${String(query.get('repo'))}/${String(query.get('collection'))}/`))
          return ok({ records: of.toReversed().slice(0, Number(query.get('limit'))) })
        }
        case 'com.atproto.repo.uploadBlob':
          return ok({ blob: { $type: 'blob', ref: { $link: 'bafkreifake' }, mimeType: request.headers['content-type'] === 'text/vtt' ? 'text/vtt' : 'image/png', size: 70 } })
        case 'com.atproto.server.getSession':
          return ok({ did: us, handle: 'lea.test' })
        case 'com.atproto.identity.resolveHandle':
          return query.get('handle') === 'tom.test' ? ok({ did: them }) : error('HandleNotFound')
        case 'app.bsky.feed.getPosts':
          return ok({ posts: uris.flatMap((uri) => records.get(uri) ?? []).map(show) })
        case 'app.bsky.actor.searchActorsTypeahead':
          return ok({ actors: 'tom.test'.startsWith(query.get('q') ?? '') ? [{ did: them, handle: 'tom.test', displayName: 'Tom' }] : [] })
        case 'app.bsky.actor.getProfile':
          return ok({ did: us, handle: 'lea.test', followersCount: 120, followsCount: 40, postsCount: records.size })
        case 'app.bsky.notification.listNotifications': {
          const from = Number(query.get('cursor') ?? 0)
          const limit = Number(query.get('limit') ?? 50)
          const page = notifications.slice(from, from + limit).map((stored) => ({ ...show(stored), reason: 'mention', isRead: false }))
          return ok({ notifications: page, ...(from + limit < notifications.length ? { cursor: String(from + limit) } : {}) })
        }
        default:
          return { status: 501, json: { error: 'MethodNotImplemented', message: 'Method Not Implemented' } }
      }
    }
  }
}

export const fakeBlueskyDid = us
