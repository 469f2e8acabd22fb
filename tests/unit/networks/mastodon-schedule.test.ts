import { describe, expect, it } from 'vitest'
import type { HttpClient, HttpResponse } from '../../../electron/engine/http/http-client.ts'
import { createMastodonScheduler } from '../../../electron/engine/networks/mastodon/mastodon-schedule.ts'
import { writeMastodonSecret } from '../../../electron/engine/networks/mastodon/mastodon-secret.ts'
import { mastodonCapabilities } from '../../../shared/networks/mastodon-capabilities.ts'
import { createSession, draftOf, pictureOf, valueOf } from '../../support/adapter-session.ts'

const minute = 60_000
const dueAt = Date.UTC(2026, 10, 21, 12)
const there = { scheduledId: '1', dueAt }
const draft = draftOf('Bonjour')

interface Seen {
  readonly id: string
  readonly at: number
  /** What its pictures are described as. */
  readonly pictures?: readonly string[]
}

interface ServerNow {
  readonly ourNow: number
  readonly serverNow?: number
  readonly statuses?: readonly Seen[]
  readonly waiting?: readonly Seen[]
}

/** A server that no longer has the scheduled post; `statuses` are visible, and its clock says `serverNow`. */
function schedulerAt({ ourNow, serverNow = ourNow, statuses = [], waiting = [] }: ServerNow) {
  const shown = (pictures: readonly string[] = []): object[] => pictures.map((description) => ({ description }))
  const show = ({ id, at, pictures }: Seen): object => ({
    id, created_at: new Date(at).toISOString(), account: { id: '7', username: 'lune', acct: 'lune' }, content: '<p>Bonjour</p>', media_attachments: shown(pictures), url: `https://network.example/${id}`
  })
  const showWaiting = ({ id, at, pictures }: Seen): object => ({ id, scheduled_at: new Date(at).toISOString(), params: { text: 'Bonjour' }, media_attachments: shown(pictures) })
  const answerTo = (path: string): HttpResponse | object | null => {
    if (path.endsWith('/scheduled_statuses')) return waiting.map(showWaiting)
    if (path.endsWith('/accounts/7/statuses')) return statuses.map(show)
    return path.endsWith('/source') ? { text: 'Bonjour' } : null
  }
  const http: HttpClient = {
    send: async ({ url }) => {
      const { pathname, searchParams } = new URL(url)
      const answer = searchParams.has('max_id') ? [] : answerTo(pathname)
      const body = new TextEncoder().encode(JSON.stringify(answer ?? { error: 'Record not found' }))
      return { ok: true, response: { status: answer === null ? 404 : 200, headers: { 'content-type': 'application/json', date: new Date(serverNow).toUTCString() }, body, url } }
    }
  }
  const clock = { now: () => ourNow, after: () => () => undefined }
  return createMastodonScheduler({ capabilities: mastodonCapabilities, http, clock, random: { id: () => '', fraction: () => 0, bytes: () => new Uint8Array() } })
}

const session = createSession('mastodon', { serverUrl: 'https://network.example', remoteId: '7', handle: 'lune', displayName: 'Lune', accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }, writeMastodonSecret({ accessToken: 'token', clientId: 'client', clientSecret: 'secret' }))

describe('with our clock ten minutes behind the server’s', () => {
  const ourNow = dueAt - 9 * minute
  const scheduler = schedulerAt({ ourNow, serverNow: ourNow + 10 * minute, statuses: [{ id: 's1', at: dueAt }] })

  it.each([
    ['called back', () => scheduler.cancel(session, draft, there)],
    ['read', () => scheduler.read(session, draft, there)],
    ['moved', () => scheduler.move(session, draft, there, dueAt + 60 * minute)]
  ])('what went out at its time is found when it is %s: it is neither deleted nor to be sent again', async (_deed, call) => {
    expect(valueOf(await call())).toMatchObject({ kind: 'published', remoteId: 's1' })
  })
})

describe('before its time', () => {
  const ourNow = dueAt - 60 * minute

  it('what is not there any more was deleted, also when the same words went out before', async () => {
    const scheduler = schedulerAt({ ourNow, serverNow: ourNow, statuses: [{ id: 's0', at: dueAt - 70 * minute }] })
    expect(valueOf(await scheduler.read(session, draft, there))).toEqual({ kind: 'gone' })
    expect(valueOf(await scheduler.cancel(session, draft, there))).toEqual({ kind: 'gone' })
  })
})

describe('days of a series that say the same', () => {
  const day = 24 * 60 * minute
  const nextDay: Seen = { id: 's2', at: dueAt + day }

  it('the one of the next day is not taken for this one, which was deleted there', async () => {
    const scheduler = schedulerAt({ ourNow: dueAt + 2 * day, statuses: [nextDay] })
    expect(valueOf(await scheduler.read(session, draft, there))).toEqual({ kind: 'gone' })
    expect(valueOf(await scheduler.cancel(session, draft, there))).toEqual({ kind: 'gone' })
    expect(valueOf(await scheduler.find(session, draft, { ...there, idempotencyKey: 'k', sentAt: dueAt - day }))).toEqual({ kind: 'gone' })
  })

  it('published late by a server whose workers stood still, it is found', async () => {
    const scheduler = schedulerAt({ ourNow: dueAt + 2 * day, statuses: [nextDay, { id: 's1', at: dueAt + 6 * 60 * minute }] })
    expect(valueOf(await scheduler.read(session, draft, there))).toMatchObject({ kind: 'published', remoteId: 's1' })
  })

  it('moved by a call that was cut off, it is found at either time', async () => {
    const scheduler = schedulerAt({ ourNow: dueAt + 2 * day, statuses: [nextDay] })
    expect(valueOf(await scheduler.read(session, draft, { ...there, dueUntil: dueAt + day }))).toMatchObject({ kind: 'published', remoteId: 's2' })
  })

  it('what is known as another job’s, out or still waiting, is not this one', async () => {
    const scheduler = schedulerAt({ ourNow: dueAt + day, statuses: [{ id: 's1', at: dueAt }], waiting: [{ id: '9', at: dueAt }] })
    const asked: [string, number][] = []
    const isAnothers = (id: string, at: number): boolean => asked.push([id, at]) > 0
    expect(valueOf(await scheduler.read(session, draft, { ...there, isAnothers }))).toEqual({ kind: 'gone' })
    expect(asked).toEqual([['s1', dueAt]])
    const sought = { ...there, idempotencyKey: 'k', sentAt: dueAt - day, isAnothers }
    expect(valueOf(await scheduler.find(session, draft, { ...sought, isAnothersThere: (id) => id === '9' }))).toEqual({ kind: 'gone' })
    expect(valueOf(await scheduler.find(session, draft, { ...sought, isAnothersThere: () => false }))).toMatchObject({ kind: 'waiting', scheduledId: '9' })
  })
})

describe('pictures', () => {
  const withPicture = { ...draft, media: [pictureOf('Un phare\n la nuit')] }
  const sought = { ...there, idempotencyKey: 'k', sentAt: dueAt - 60 * minute }

  it.each([
    ['the same words', ['Un phare la nuit'], 'published', 'waiting'],
    ['other words: left to a person', ['Un chat'], 'cannot_tell', 'cannot_tell'],
    ['one more', ['Un phare la nuit', ''], 'gone', 'gone']
  ] as const)('%s', async (_name, pictures, out, waits) => {
    const published = schedulerAt({ ourNow: dueAt + minute, statuses: [{ id: 's1', at: dueAt, pictures }] })
    expect(valueOf(await published.read(session, withPicture, there)).kind).toBe(out)
    const waiting = schedulerAt({ ourNow: dueAt - 30 * minute, waiting: [{ id: '9', at: dueAt, pictures }] })
    expect(valueOf(await waiting.find(session, withPicture, sought)).kind).toBe(waits)
  })
})
