import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { FilePlace } from '../../electron/engine/media-host/file-place.ts'
import { createS3Place } from '../../electron/engine/media-host/s3-place.ts'
import { pieceBytes, streamedFile } from '../../electron/engine/networks/streamed-form.ts'
import { filmOf, pictureOf } from '../support/adapter-session.ts'
import { hasS3Server, s3ServerBucket, s3ServerKeys, startS3Server, type S3Server } from './start-s3-server.ts'

const http = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
const { signal } = new AbortController()

if (!hasS3Server) console.log('skipped: a storage on a real server (not laid out: VIGIE_TEST_S3_MODULES)')

/** It knows its keys and the shape of a signature, and does not work version 4 of them out: that is held against AWS's own vectors and a fake that does. */
describe.skipIf(!hasS3Server)('a real S3 server, as a place from which networks fetch pictures', () => {
  let server: S3Server
  const name = `vigie-${'0f'.repeat(16)}.png`

  beforeAll(async () => {
    server = await startS3Server()
  })
  afterAll(() => server?.stop())

  const placeWith = (changes: { bucket?: string; publicUrl?: string } = {}, keys = s3ServerKeys): FilePlace =>
    createS3Place({ http, clock: { now: () => Date.now(), after: () => () => undefined } }, { kind: 's3', endpoint: server.endpoint, region: 'eu-west-3', bucket: s3ServerBucket, publicUrl: '', ...changes }, keys)
  const put = async (place: FilePlace) => place.put({ name, mediaType: 'image/png', bytes: await pictureOf('').read() }, signal)

  it('takes a signed file, lends it to anybody, and gives it up again; twice is no trouble', async () => {
    const place = placeWith()
    const lent = await put(place)
    if (!lent.ok) throw new Error(lent.error.message)
    expect(lent.value).toEqual({ handle: name, url: `${server.endpoint}/${s3ServerBucket}/${name}` })
    const seen = await fetch(lent.value.url)
    expect([seen.status, seen.headers.get('content-type'), new Uint8Array(await seen.arrayBuffer())]).toEqual([200, 'image/png', await pictureOf('').read()])
    for (const handle of [name, null]) expect(await place.remove({ name, handle }, signal)).toEqual({ ok: true, value: null })
    expect((await fetch(lent.value.url)).status).toBe(404)
  })

  it('takes a video in pieces, of the length that was said, and lends it whole', async () => {
    const place = placeWith()
    const film = new Uint8Array(3 * pieceBytes + 17).map((_, at) => at % 251)
    const said: number[] = []
    const lent = await place.put({ name: 'vigie-film.mp4', mediaType: 'video/mp4', bytes: streamedFile(filmOf(film), (sent) => void said.push(sent)) }, signal)
    if (!lent.ok) throw new Error(lent.error.message)
    const seen = await fetch(lent.value.url)
    expect([seen.headers.get('content-type'), Buffer.from(await seen.arrayBuffer()).equals(film), said]).toEqual(['video/mp4', true, [pieceBytes, 2 * pieceBytes, 3 * pieceBytes, film.byteLength]])
    expect(await place.remove({ name: 'vigie-film.mp4', handle: null }, signal)).toEqual({ ok: true, value: null })
  })

  it.each([
    ['keys of nobody', {}, { accessKeyId: 'NOBODY', secretAccessKey: 'S3RVER' }, 'keys_refused'],
    ['a bucket that is not there', { bucket: 'nobodys' }, s3ServerKeys, 'no_bucket']
  ] as const)('refuses %s, and it is said', async (_, changes, keys, reason) => {
    expect(await put(placeWith(changes, keys))).toMatchObject({ ok: false, error: { code: 'media_host_failed', retryable: false, details: { reason } } })
  })
})
