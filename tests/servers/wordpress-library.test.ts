import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { AppPasswordConnect } from '../../electron/engine/networks/network-connect.ts'
import type { MediaLibrary } from '../../electron/engine/networks/network-media-library.ts'
import { createWordpressAdapter } from '../../electron/engine/networks/wordpress/wordpress-adapter.ts'
import { pieceBytes, streamedFile } from '../../electron/engine/networks/streamed-form.ts'
import { createSession, failureKind, filmOf, pictureOf, valueOf, type TestSession } from '../support/adapter-session.ts'
import { tinyMp4 } from '../support/tiny-videos.ts'
import { hasWordpressServer, startWordpressServer, type WordpressServer } from './start-wordpress-server.ts'

const http = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
const adapter = createWordpressAdapter({ http, clock: { now: () => Date.now(), after: () => () => undefined } })

if (!hasWordpressServer) console.log('skipped: a media library on a real server (not laid out: VIGIE_TEST_WORDPRESS, php)')

describe.skipIf(!hasWordpressServer)('the media library of a real WordPress, as a place from which networks fetch pictures', () => {
  let server: WordpressServer
  let session: TestSession
  let library: MediaLibrary
  const name = `vigie-${'0f'.repeat(16)}.png`

  beforeAll(async () => {
    server = await startWordpressServer()
    const { identity, secret } = valueOf(await (adapter.connect as AppPasswordConnect).connect({ serverUrl: server.url, identifier: 'admin', appPassword: server.password('admin'), signal: new AbortController().signal }))
    session = createSession('wordpress', identity, secret)
    library = adapter.library!
  })
  afterAll(() => server?.stop())

  it('lends a file to anybody, finds it by its name alone, and takes it away for good', async () => {
    const bytes = await pictureOf('').read()
    expect(valueOf(await library.find(session, name))).toBeNull()
    const { handle, url } = valueOf(await library.put(session, { name, mediaType: 'image/png', bytes }))
    const seen = await fetch(url)
    expect([seen.status, seen.headers.get('content-type'), new Uint8Array(await seen.arrayBuffer())]).toEqual([200, 'image/png', bytes])
    expect(valueOf(await library.find(session, name))).toBe(handle)
    expect(valueOf(await library.remove(session, handle))).toBeNull()
    expect([(await fetch(url)).status, server.media()]).toEqual([404, []])
    expect(valueOf(await library.find(session, name))).toBeNull()
    // The same again is a success.
    expect(valueOf(await library.remove(session, handle))).toBeNull()
  })

  it('takes a video in pieces and lends it whole', async () => {
    const film = await tinyMp4({ seconds: 20, frameBytes: 9_000 })
    const { handle, url } = valueOf(await library.put(session, { name: 'vigie-film.mp4', mediaType: 'video/mp4', bytes: streamedFile(filmOf(film)) }))
    const seen = await fetch(url)
    expect([seen.headers.get('content-type'), Buffer.from(await seen.arrayBuffer()).equals(film), film.byteLength > pieceBytes]).toEqual(['video/mp4', true, true])
    expect(valueOf(await library.remove(session, handle))).toBeNull()
  })

  it('says when the site does not let us in', async () => {
    const stranger = createSession('wordpress', { ...session.account, displayName: '', accessEndsAt: null }, session.secret.replace(/"appPassword":"[^"]*"/, '"appPassword":"abcd abcd abcd abcd abcd abcd"'))
    expect(failureKind(await library.put(stranger, { name, mediaType: 'image/png', bytes: await pictureOf('').read() }))).toBe('auth_revoked')
  })
})
