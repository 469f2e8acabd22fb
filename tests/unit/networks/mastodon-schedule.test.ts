import { describe, expect, it } from 'vitest'
import type { HttpClient, HttpResponse } from '../../../electron/engine/http/http-client.ts'
import { createMastodonScheduler } from '../../../electron/engine/networks/mastodon/mastodon-schedule.ts'
import { writeMastodonSecret } from '../../../electron/engine/networks/mastodon/mastodon-secret.ts'
import { mastodonCapabilities } from '../../../shared/networks/mastodon-capabilities.ts'
import { createSession, draftOf, valueOf } from '../../support/adapter-session.ts'

const minute = 60_000
const dueAt = Date.UTC(2026, 10, 21, 12)
const there = { scheduledId: '1', dueAt }
const draft = draftOf('Bonjour')

/** A server that no longer has the scheduled post; `statuses` are visible, and its clock says `serverNow`. */
function schedulerAt({ ourNow, serverNow, statuses }: { ourNow: number; serverNow: number; statuses: readonly { id: string; at: number }[] }) {
  const show = ({ id, at }: { id: string; at: number }): object => ({ id, created_at: new Date(at).toISOString(), account: { id: '7', username: 'lune', acct: 'lune' }, content: '<p>Bonjour</p>', url: `https://network.example/${id}` })
  const answerTo = (path: string): HttpResponse | object | null => {
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
