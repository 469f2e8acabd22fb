import { describe, expect, it } from 'vitest'
import type { HttpClient } from '../../../electron/engine/http/http-client.ts'
import { createBlueskyAdapter } from '../../../electron/engine/networks/bluesky/bluesky-adapter.ts'
import { writeBlueskySecret } from '../../../electron/engine/networks/bluesky/bluesky-secret.ts'
import { systemRandom } from '../../../electron/engine/system-random.ts'
import { createSession, fetchAll, valueOf } from '../../support/adapter-session.ts'

const us = 'did:plc:us'
const start = Date.UTC(2026, 10, 21, 9)
const session = createSession('bluesky', { handle: '@lea.test', displayName: 'Léa', serverUrl: 'https://pds.example', remoteId: us, accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }, writeBlueskySecret({ did: us, accessJwt: 'a', refreshJwt: 'b', appPassword: 'c' }))

interface Heard {
  readonly uri: string
  readonly at: number
  readonly record?: object
  readonly reason?: string
  readonly handle?: string
}

interface Network {
  readonly http: HttpClient
  readonly asked: string[]
}

type CursorOf = (next: Heard, index: number) => string

/** Rows that the AppView looks through for one page. */
const rowsPerPage = 500

/**
 * An AppView with these notifications, newest first by their own time, whatever the order they came in. As the real one it passes over at most
 * some hundreds of rows for a page, and its cursor says where it stopped: a time there, or something that means nothing to us.
 */
function networkOf(heard: readonly Heard[], threads: Readonly<Record<string, unknown>> = {}, cursorOf: CursorOf = (_, index) => String(index)): Network {
  const asked: string[] = []
  const answer = (url: URL): { status: number; json: unknown } => {
    const method = url.pathname.replace('/xrpc/', '')
    asked.push(method)
    if (method.endsWith('listRecords')) return { status: 200, json: { records: [] } }
    if (method.endsWith('getPosts')) return { status: 200, json: { posts: [] } }
    if (method.endsWith('getPostThread')) {
      const thread = threads[url.searchParams.get('uri') ?? '']
      return thread === undefined ? { status: 400, json: { error: 'NotFound', message: 'Post not found' } } : { status: 200, json: { thread } }
    }
    if (!method.endsWith('listNotifications')) return { status: 400, json: { error: 'InvalidToken', message: 'Bad token method' } }
    return { status: 200, json: pageOf(heard, cursorOf, url.searchParams) }
  }
  return {
    asked,
    http: {
      send(request) {
        const { status, json } = answer(new URL(request.url))
        return Promise.resolve({ ok: true, response: { status, headers: {}, body: new TextEncoder().encode(JSON.stringify(json)), url: request.url } })
      }
    }
  }
}

function pageOf(heard: readonly Heard[], cursorOf: CursorOf, query: URLSearchParams): object {
  const limit = Number(query.get('limit'))
  const wanted = query.getAll('reasons')
  const sorted = heard.toSorted((a, b) => b.at - a.at)
  const from = query.has('cursor') ? sorted.findIndex((one, index) => cursorOf(one, index) === query.get('cursor')) : 0
  const page: Heard[] = []
  let to = from
  for (; to < Math.min(sorted.length, from + rowsPerPage) && page.length < limit; to += 1) if (wanted.length === 0 || wanted.includes(sorted[to]!.reason ?? 'mention')) page.push(sorted[to]!)
  const notifications = page.map(({ uri, at, record, reason = 'mention', handle = 'tom.test' }) => ({
    uri, reason, isRead: false, cid: 'c', indexedAt: new Date(at).toISOString(), author: { did: 'did:plc:tom', handle }, record: record ?? { text: uri }
  }))
  return { notifications, ...(to < sorted.length ? { cursor: cursorOf(sorted[to]!, to) } : {}) }
}

const adapterOver = (http: HttpClient): ReturnType<typeof createBlueskyAdapter> => createBlueskyAdapter({ http, clock: { now: () => start, after: () => () => undefined }, random: systemRandom, appViewDid: 'did:web:a#bsky_appview', chatDid: 'did:web:c#bsky_chat', plcUrl: 'https://plc.example' })
const uriOf = (index: number, did = 'did:plc:tom'): string => `at://${did}/app.bsky.feed.post/3k${String(index).padStart(11, 'a')}`
const many = (count: number): Heard[] => Array.from({ length: count }, (_, index) => ({ uri: uriOf(index), at: start - index * 1000 }))
/** Likes, a second apart, the first of them at this time. */
const likes = (count: number, from: number): Heard[] => Array.from({ length: count }, (_, index) => ({ uri: `at://did:plc:tom/app.bsky.feed.like/${from}-${index}`, at: from + index * 1000, reason: 'like' }))
const pagesOf = ({ asked }: Network): number => asked.filter((method) => method.endsWith('listNotifications')).length

describe('the Bluesky inbox', () => {
  it('takes a notification that turns up below what was read already', async () => {
    const heard = many(10)
    const { cursor } = await fetchAll(adapterOver(networkOf(heard).http), session, null)
    const late = { uri: uriOf(77), at: start - 5500 }
    const next = await fetchAll(adapterOver(networkOf([...heard, late]).http), session, cursor)
    expect(next.items.map(({ remoteId }) => remoteId)).toEqual([late.uri])
  })

  it('asks two questions when there is nothing new: notifications and messages', async () => {
    const heard = many(40)
    const { cursor } = await fetchAll(adapterOver(networkOf(heard).http), session, null)
    const quiet = networkOf(heard)
    expect((await fetchAll(adapterOver(quiet.http), session, cursor)).items).toEqual([])
    expect(quiet.asked).toEqual(['app.bsky.notification.listNotifications', 'chat.bsky.convo.listConvos'])
  })

  it('looks back two pages at first, one at a time', async () => {
    const network = networkOf(many(500))
    const first = valueOf(await adapterOver(network.http).inbox!.fetchSince(session, null))
    expect([first.items.length, first.more]).toEqual([100, true])
    expect((await fetchAll(adapterOver(network.http), session, null)).items).toHaveLength(200)
  })

  it.each([
    ['that mean nothing to us', (_: Heard, index: number) => String(index)],
    ['that are times', ({ at }: Heard) => new Date(at).toISOString()]
  ])('finds an answer under more likes than the network passes over for one page, by cursors %s', async (_, cursorOf) => {
    const heard = many(10)
    const { cursor } = await fetchAll(adapterOver(networkOf(heard, {}, cursorOf).http), session, null)
    const answer = { uri: uriOf(5001), at: start + 1000 }
    const crowded = networkOf([...heard, answer, ...likes(2000, start + 2000)], {}, cursorOf)
    const next = await fetchAll(adapterOver(crowded.http), session, cursor)
    expect(next.items.map(({ remoteId }) => remoteId)).toEqual([answer.uri])
    const quiet = networkOf([...heard, answer, ...likes(2000, start + 2000)], {}, cursorOf)
    expect((await fetchAll(adapterOver(quiet.http), session, next.cursor)).items).toEqual([])
  })

  it('goes no further down than where it has been, also when nothing but likes came in', async () => {
    const times = ({ at }: Heard): string => new Date(at).toISOString()
    const heard = [...many(10), ...likes(3000, start + 1000)]
    const { cursor } = await fetchAll(adapterOver(networkOf(heard, {}, times).http), session, null)
    const next = networkOf([...heard, ...likes(700, start + 3_100_000)], {}, times)
    const { cursor: after } = await fetchAll(adapterOver(next.http), session, cursor)
    expect(pagesOf(next)).toBe(4)
    const quiet = networkOf([...heard, ...likes(20, start + 6_000_000)], {}, times)
    await fetchAll(adapterOver(quiet.http), session, after)
    expect(pagesOf(quiet)).toBe(1)
  })

  it('reads on for as long as the network has more that was not read', async () => {
    const { cursor } = await fetchAll(adapterOver(networkOf(many(1)).http), session, null)
    const crowd = Array.from({ length: 4500 }, (_, index) => ({ uri: uriOf(index + 1), at: start + index * 1000 }))
    const came = new Set((await fetchAll(adapterOver(networkOf([...many(1), ...crowd]).http), session, cursor)).items.map(({ remoteId }) => remoteId))
    expect(crowd.filter(({ uri }) => !came.has(uri))).toEqual([])
  })

  it('ends when the network gives the same place again', async () => {
    const { cursor } = await fetchAll(adapterOver(networkOf(many(1)).http), session, null)
    const stuck = networkOf([...likes(5000, start + 1000)], {}, () => 'here')
    expect((await fetchAll(adapterOver(stuck.http), session, cursor)).items).toEqual([])
  })

  it('finds the beginning of a conversation through posts in between, and goes by what the post names when they are gone', async () => {
    const root = uriOf(1, us)
    const question = uriOf(2)
    const answer = uriOf(3, us)
    const reply = { root: { uri: root, cid: 'c' }, parent: { uri: answer, cid: 'c' } }
    const heard = { uri: uriOf(4), at: start, record: { text: 'et encore ?', reply } }
    const above = { post: { uri: answer, record: { reply } }, parent: { post: { uri: question, record: {} }, parent: { post: { uri: root, record: {} } } } }
    const whole = await fetchAll(adapterOver(networkOf([heard], { [heard.uri]: { post: { uri: heard.uri, record: heard.record }, parent: above } }).http), session, null)
    expect(whole.items).toMatchObject([{ kind: 'comment', conversationRemoteId: question, ourPostRemoteId: root }])
    const gone = await fetchAll(adapterOver(networkOf([heard]).http), session, null)
    expect(gone.items).toMatchObject([{ kind: 'comment', conversationRemoteId: heard.uri, ourPostRemoteId: root }])
  })

  it('lets a conversation begin where somebody quotes us, also with a picture', async () => {
    const quoting = { uri: uriOf(2), record: { text: 'voyez', reply: { root: { uri: uriOf(1) }, parent: { uri: uriOf(1) } }, embed: { record: { record: { uri: uriOf(9, us) } }, media: { images: [{}] } } } }
    const heard = { uri: uriOf(4), at: start, record: { text: 'merci', reply: { root: { uri: uriOf(1) }, parent: { uri: uriOf(3, us) } } } }
    const above = { post: { uri: uriOf(3, us), record: {} }, parent: { post: quoting, parent: { post: { uri: uriOf(1), record: {} } } } }
    const { items } = await fetchAll(adapterOver(networkOf([heard], { [heard.uri]: { post: { uri: heard.uri, record: heard.record }, parent: above } }).http), session, null)
    expect(items).toMatchObject([{ kind: 'mention', conversationRemoteId: quoting.uri }])
  })

  it('tells people apart whose handles no longer lead to them', async () => {
    const { items } = await fetchAll(adapterOver(networkOf([{ uri: uriOf(1), at: start, handle: 'handle.invalid' }, { uri: uriOf(2), at: start - 1 }]).http), session, null)
    expect(items.map(({ authorName, authorHandle }) => [authorName, authorHandle])).toEqual([['did:plc:tom', 'did:plc:tom'], ['tom.test', '@tom.test']])
  })

  it('takes records of any shape, since strangers write them', async () => {
    const records = [{}, { text: 7 }, { text: 'a', facets: 'no', reply: { root: 1 }, embed: [] }, { text: 'b', embed: { images: [{}, {}] } }, { text: 'c', embed: { media: { images: [{}] }, record: { record: { uri: 'at://did:plc:x/app.bsky.feed.post/3k' } } } }, { text: 'd', embed: { items: [{}, {}, {}] } }, { text: 'e', embed: { video: {}, images: 'no', record: 'no' } }]
    const { items } = await fetchAll(adapterOver(networkOf(records.map((record, index) => ({ uri: uriOf(index), at: start - index, record }))).http), session, null)
    expect(items.map(({ text, attachmentCount }) => [text, attachmentCount])).toEqual([['', 0], ['', 0], ['a', 0], ['b', 2], ['c', 1], ['d', 3], ['e', 1]])
  })
})
