import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { HttpClient, HttpRequest } from '../../electron/engine/http/http-client.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { NativeScheduler, WaitingThere } from '../../electron/engine/networks/network-scheduler.ts'
import type { Draft } from '../../electron/engine/networks/network-draft.ts'
import type { AppPasswordConnect } from '../../electron/engine/networks/network-connect.ts'
import { createWordpressAdapter } from '../../electron/engine/networks/wordpress/wordpress-adapter.ts'
import { createSession, draftOf, failureKind, pictureOf, valueOf, type TestSession } from '../support/adapter-session.ts'
import { hasWordpressServer, startWordpressServer, type SitePost, type WordpressServer } from './start-wordpress-server.ts'

const silent = { info: () => undefined, warning: () => undefined, error: () => undefined }
const http = createHttpClient({ log: silent, userAgent: 'Vigie/test' })
const day = 86_400_000
/** To the minute, as everywhere in Vigie. */
const inDays = (count: number): number => Math.floor((Date.now() + count * day) / 60_000) * 60_000

const adapterOver = (client: HttpClient, later = 0): NetworkAdapter => createWordpressAdapter({ http: client, clock: { now: () => Date.now() + later, after: () => () => undefined } })
const schedulerOf = (adapter: NetworkAdapter): NativeScheduler => adapter.scheduler!
const scheduler = schedulerOf(adapterOver(http))
/** A look a minute and a half later. */
const lookingBack = schedulerOf(adapterOver(http, 90_000))

const losing = (fits: (request: HttpRequest) => boolean, isDone: boolean): HttpClient => ({
  async send(request) {
    const lost = { ok: false, failure: { sent: 'maybe', error: { code: 'timeout', message: 'lost', retryable: true } } } as const
    if (!fits(request)) return http.send(request)
    if (isDone) await http.send(request)
    return lost
  }
})
const isScheduling = ({ method, body }: HttpRequest): boolean => method === 'POST' && typeof body === 'string' && body.includes('"future"')
const isDrafting = ({ method, body }: HttpRequest): boolean => method === 'POST' && typeof body === 'string' && body.includes('"draft"')

if (!hasWordpressServer) console.log('skipped: scheduled posts of WordPress on a real server (not laid out: VIGIE_TEST_WORDPRESS, php)')

describe.skipIf(!hasWordpressServer)('WordPress, a real one, publishes by itself', () => {
  let server: WordpressServer
  let session: TestSession

  beforeAll(async () => {
    server = await startWordpressServer()
    const connect = adapterOver(http).connect as AppPasswordConnect
    const { identity, secret } = valueOf(await connect.connect({ serverUrl: server.url, identifier: 'admin', appPassword: server.password('admin'), signal: new AbortController().signal }))
    session = createSession('wordpress', identity, secret)
  })
  afterAll(() => server?.stop())

  const draftNamed = (title: string): Draft => draftOf('Le menu de la semaine', { title })
  const named = (title: string): SitePost[] => server.posts().filter((post) => post.title === title && post.status !== 'trash')

  async function handOver(draft: Draft, dueAt: number): Promise<WaitingThere> {
    const there = valueOf(await scheduler.handOver(session, draft, { idempotencyKey: randomUUID(), dueAt }))
    if (there.kind !== 'waiting') throw new Error(there.kind)
    return there
  }

  it.each(['UTC', 'America/New_York', 'Asia/Kathmandu'])('waits for its moment, whatever the site calls it (%s)', async (zone) => {
    server.act('timeZone', { zone })
    const dueAt = inDays(3)
    const draft = { ...draftNamed(`Menu ${zone}`), media: [pictureOf('un point')] }
    const there = await handOver(draft, dueAt)
    expect(there).toMatchObject({ dueAt, isChanged: false })
    expect(named(`Menu ${zone}`)).toMatchObject([{ status: 'future', dateGmt: new Date(dueAt).toISOString().slice(0, 19).replace('T', ' ') }])
    expect(valueOf(await scheduler.read(session, draft, there))).toEqual(there)
    server.act('timeZone', { zone: 'UTC' })
  })

  it('is found published, under the address that the site gave it', async () => {
    const draft = draftNamed('Publié par le site')
    const there = await handOver(draft, inDays(2))
    expect(server.act('publishScheduled', { id: Number(there.scheduledId) })).toBe('publish')
    expect(valueOf(await scheduler.read(session, draft, there))).toMatchObject({ kind: 'published', remoteId: `post:${there.scheduledId}`, url: expect.stringContaining('publie-par-le-site') })
    expect(valueOf(await scheduler.cancel(session, draft, there))).toMatchObject({ kind: 'published' })
    expect(named('Publié par le site')).toMatchObject([{ status: 'publish' }])
  })

  it('moves and is called back; both may be asked twice', async () => {
    const draft = draftNamed('Déplacé')
    const there = await handOver(draft, inDays(2))
    for (const time of [1, 2]) expect(valueOf(await scheduler.move(session, draft, there, inDays(5))), `${time}`).toMatchObject({ kind: 'waiting', dueAt: inDays(5) })
    expect(named('Déplacé')).toHaveLength(1)
    for (const time of [1, 2]) expect(valueOf(await scheduler.cancel(session, draft, there)), `${time}`).toEqual({ kind: 'gone' })
    expect(named('Déplacé')).toEqual([])
  })

  it('notices what was done on the site', async () => {
    const draft = draftNamed('Retouché')
    const there = await handOver(draft, inDays(2))
    const id = Number(there.scheduledId)
    server.act('change', { id, changes: { post_title: 'Autre titre' } })
    expect(valueOf(await scheduler.read(session, draft, there))).toMatchObject({ kind: 'waiting', isChanged: true })
    const moved = new Date(inDays(6)).toISOString().slice(0, 19).replace('T', ' ')
    server.act('change', { id, changes: { post_title: 'Retouché', post_date: moved, post_date_gmt: moved, edit_date: true } })
    expect(valueOf(await scheduler.read(session, draft, there))).toMatchObject({ kind: 'waiting', dueAt: inDays(6), isChanged: false })
    server.act('bin', { id })
    expect(valueOf(await scheduler.read(session, draft, there))).toEqual({ kind: 'gone' })
    server.act('deletePost', { id })
    expect(valueOf(await scheduler.read(session, draft, there))).toEqual({ kind: 'gone' })
  })

  it.each([
    ['the draft was made', isDrafting, true],
    ['the draft was not made', isDrafting, false],
    ['it was scheduled', isScheduling, true],
    ['it was not scheduled', isScheduling, false]
  ] as const)('an answer that is lost (%s): looked up, and there is one in the end', async (name, fits, isDone) => {
    const draft = draftNamed(`Perdu ${name}`)
    const intent = { idempotencyKey: randomUUID(), dueAt: inDays(4) }
    const sentAt = Date.now()
    const first = await schedulerOf(adapterOver(losing(fits, isDone))).handOver(session, draft, intent)
    expect(failureKind(first)).toMatch(/unknown_outcome|server_error/)
    const looked = valueOf(await lookingBack.find(session, draft, { ...intent, sentAt }))
    expect(looked.kind).toBe(fits === isScheduling && isDone ? 'waiting' : 'gone')
    if (looked.kind === 'gone') valueOf(await scheduler.handOver(session, draft, intent))
    expect(named(draft.title)).toMatchObject([{ status: 'future' }])
  })

  it('tells two of a series apart by their time', async () => {
    const draft = draftNamed('Chaque semaine')
    const first = { idempotencyKey: randomUUID(), dueAt: inDays(7) }
    valueOf(await scheduler.handOver(session, draft, first))
    const second = { idempotencyKey: randomUUID(), dueAt: inDays(14) }
    expect(valueOf(await lookingBack.find(session, draft, { ...second, sentAt: Date.now() }))).toEqual({ kind: 'gone' })
    expect(valueOf(await lookingBack.find(session, draft, { ...first, sentAt: Date.now() }))).toMatchObject({ kind: 'waiting', dueAt: first.dueAt })
  })
})
