import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient, type ClosableHttpClient } from '../../electron/engine/http/create-http-client.ts'
import { createBlueskyAdapter } from '../../electron/engine/networks/bluesky/bluesky-adapter.ts'
import { systemRandom } from '../../electron/engine/system-random.ts'
import { createSession } from '../support/adapter-session.ts'
import { createFakeBluesky } from './fake-bluesky.ts'
import { startHostileServer, type Fault, type HostileServer } from './hostile-server.ts'

const answer = (json: unknown): Fault => ({ name: 'an answer', isDone: false, spoil: (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(json)) })

describe('the renewal of a Bluesky access', () => {
  let server: HostileServer
  let http: ClosableHttpClient

  beforeEach(async () => {
    server = await startHostileServer(createFakeBluesky())
    http = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
  })
  afterEach(async () => {
    http.close()
    await server.stop()
  })

  it.each([
    ['without a refresh token', { accessJwt: 'new' }],
    ['with an empty refresh token', { accessJwt: 'new', refreshJwt: '' }],
    ['with null', { accessJwt: 'new', refreshJwt: null }],
    ['of nothing at all', {}]
  ])('an answer %s renews nothing and leaves what is there', async (_name, json) => {
    const adapter = createBlueskyAdapter({ http, clock: { now: () => Date.now(), after: () => () => undefined }, random: systemRandom, appViewDid: 'did:web:appview.test#bsky_appview', chatDid: 'did:web:chat.test#bsky_chat', plcUrl: 'http://127.0.0.1:1' })
    const secret = JSON.stringify({ did: 'did:plc:me', accessJwt: 'old', refreshJwt: 'kept', appPassword: 'p' })
    const session = createSession('bluesky', { handle: '@me', displayName: 'Me', serverUrl: server.url, remoteId: 'did:plc:me', accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }, secret)
    server.spoil(({ path }) => path.endsWith('refreshSession'), answer(json))
    const renewed = await adapter.connect.renew!(session)
    expect(renewed.ok).toBe(false)
    expect(session.secrets).toEqual([secret])
  })
})
