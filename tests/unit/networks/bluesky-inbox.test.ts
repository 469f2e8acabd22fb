import { describe, expect, it } from 'vitest'
import type { HttpClient } from '../../../electron/engine/http/http-client.ts'
import { createBlueskyAdapter } from '../../../electron/engine/networks/bluesky/bluesky-adapter.ts'
import { writeBlueskySecret } from '../../../electron/engine/networks/bluesky/bluesky-secret.ts'
import { createSession, fetchAll, valueOf } from '../../support/adapter-session.ts'

const us = 'did:plc:us'
const start = Date.UTC(2026, 10, 21, 9)
const session = createSession('bluesky', { handle: '@lea.test', displayName: 'Léa', serverUrl: 'https://pds.example', remoteId: us, accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }, writeBlueskySecret({ did: us, accessJwt: 'a', refreshJwt: 'b', appPassword: 'c' }))

interface Heard {
  readonly uri: string
  readonly at: number
  readonly record?: object
}

/** An AppView with these notifications, newest first by their own time, whatever the order they came in. */
function networkOf(heard: readonly Heard[], threads: Readonly<Record<string, unknown>> = {}): { http: HttpClient; asked: string[] } {
  const asked: string[] = []
  const answer = (url: URL): { status: number; json: unknown } => {
    const method = url.pathname.replace('/xrpc/', '')
    asked.push(method)
    if (method.endsWith('getPosts')) return { status: 200, json: { posts: [] } }
    if (method.endsWith('getPostThread')) {
      const thread = threads[url.searchParams.get('uri') ?? '']
      return thread === undefined ? { status: 400, json: { error: 'NotFound', message: 'Post not found' } } : { status: 200, json: { thread } }
    }
    if (!method.endsWith('listNotifications')) return { status: 400, json: { error: 'InvalidToken', message: 'Bad token method' } }
    const limit = Number(url.searchParams.get('limit'))
    const from = Number(url.searchParams.get('cursor') ?? 0)
    const sorted = heard.toSorted((a, b) => b.at - a.at)
    const notifications = sorted.slice(from, from + limit).map(({ uri, at, record }) => ({
      uri, reason: 'mention', isRead: false, cid: 'c', indexedAt: new Date(at).toISOString(), author: { did: 'did:plc:tom', handle: 'tom.test' }, record: record ?? { text: uri }
    }))
    return { status: 200, json: { notifications, ...(from + limit < sorted.length ? { cursor: String(from + limit) } : {}) } }
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

const adapterOver = (http: HttpClient): ReturnType<typeof createBlueskyAdapter> => createBlueskyAdapter({ http, clock: { now: () => start, after: () => () => undefined }, appViewDid: 'did:web:a#bsky_appview', chatDid: 'did:web:c#bsky_chat' })
const uriOf = (index: number, did = 'did:plc:tom'): string => `at://${did}/app.bsky.feed.post/3k${String(index).padStart(11, '2')}`
const many = (count: number): Heard[] => Array.from({ length: count }, (_, index) => ({ uri: uriOf(index), at: start - index * 1000 }))

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

  it('looks back three pages at first, one at a time', async () => {
    const network = networkOf(many(500))
    const first = valueOf(await adapterOver(network.http).inbox!.fetchSince(session, null))
    expect([first.items.length, first.more]).toEqual([50, true])
    expect((await fetchAll(adapterOver(network.http), session, null)).items).toHaveLength(150)
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

  it('takes records of any shape, since strangers write them', async () => {
    const records = [{}, { text: 7 }, { text: 'a', facets: 'no', reply: { root: 1 }, embed: [] }, { text: 'b', embed: { images: [{}, {}] } }]
    const { items } = await fetchAll(adapterOver(networkOf(records.map((record, index) => ({ uri: uriOf(index), at: start - index, record }))).http), session, null)
    expect(items.map(({ text, attachmentCount }) => [text, attachmentCount])).toEqual([['', 0], ['', 0], ['a', 0], ['b', 2]])
  })
})
