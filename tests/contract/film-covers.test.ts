import { describe, expect, it, onTestFinished } from 'vitest'
import { createHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { FilmCoverToSend, MediaToSend } from '../../electron/engine/networks/network-media.ts'
import { systemClock } from '../../electron/engine/time/system-clock.ts'
import { takesCover } from '../../shared/networks/video-rule.ts'
import { draftOf, pictureOf, valueOf, videoOf } from '../support/adapter-session.ts'
import { hasSharedFolder } from '../support/shared-folder.ts'
import { adaptersUnderTest } from './adapters-under-test.ts'
import { createRequestLedger } from './descriptions/network-description.ts'
import { startHostileServer, type HostileServer } from './hostile-server.ts'

const silent = { info: () => undefined, warning: () => undefined, error: () => undefined }
const bytes = new Uint8Array(Buffer.from('JFIF: a lighthouse at noon'))
const picture: MediaToSend = { ...pictureOf('', 'cover.jpg'), mediaType: 'image/jpeg', byteLength: bytes.byteLength, read: () => Promise.resolve(bytes), readPart: (offset, length) => Promise.resolve(bytes.slice(offset, offset + length)) }

/** What each network was told of the cover, in its own words. */
const seen: Readonly<Record<string, (server: HostileServer, cover: FilmCoverToSend) => boolean>> = {
  'Facebook': ({ requests }) => requests.some(({ text }) => text.includes('name="upload_phase"\r\n\r\nfinish') && text.includes('name="thumb"; filename="cover.jpg"') && text.includes('a lighthouse at noon')),
  'Instagram': ({ requests }, { atMs }) => requests.some(({ json }) => json['media_type'] === 'REELS' && (atMs === null ? String(json['cover_url']).endsWith('/cover.jpg') && json['thumb_offset'] === undefined : json['thumb_offset'] === String(atMs) && json['cover_url'] === undefined)),
  'Pinterest': ({ requests }) => requests.some(({ json }) => JSON.stringify(json['media_source'] ?? {}).includes(`"cover_image_content_type":"image/jpeg","cover_image_data":"${Buffer.from(bytes).toString('base64')}"`)),
  'LinkedIn': ({ requests }) => requests.some(({ method, path, text }) => method === 'PUT' && path.endsWith('/thumbnail/0') && text.includes('a lighthouse at noon')),
  'Reddit': ({ requests }) => requests.some(({ path, text }) => path === '/api/submit' && /video_poster_url=[^&]+rte_images/.test(text)) && requests.some(({ text }) => text.includes('name="file"; filename="cover.jpg"') && text.includes('a lighthouse at noon')),
  'Mastodon': ({ requests }) => requests.some(({ text }) => text.includes('name="thumbnail"; filename="cover.jpg"') && text.includes('a lighthouse at noon')),
  'Telegram': ({ requests }) => requests.some(({ text }) => text.includes('name="cover"\r\n\r\nattach://cover0') && text.includes('name="cover0"; filename="cover.jpg"')),
  'WordPress': ({ requests }) => requests.some(({ json }) => String(json['content']).includes('<video controls poster="'))
}

const withFilm = adaptersUnderTest.flatMap((under) => {
  const { capabilities } = under.createAdapter({ http: { send: () => Promise.reject(new Error('nothing is asked')) }, clock: systemClock })
  const cover = capabilities.video?.cover
  // Where it is a moment alone, no picture goes: tiktok-direct.test.ts.
  return cover !== undefined && takesCover(cover) && cover.sent === 'with_film' && cover.takes.value !== 'moment' ? [[under.name, under] as const] : []
})

describe.each(withFilm)('the cover of a film on %s', (name, under) => {
  const told = Object.entries(seen).find(([network]) => name.startsWith(network))?.[1]

  it.each([{ atMs: null }, { atMs: 4300 }])('goes with it ($atMs)', async ({ atMs }) => {
    const network = under.createNetwork()
    const server = await startHostileServer(network)
    const http = createHttpClient({ log: silent, userAgent: 'Vigie/test' })
    onTestFinished(async () => {
      http.close()
      await server.stop()
    })
    const ledger = createRequestLedger()
    const adapter = under.createAdapter({ http: ledger.watch(http), clock: systemClock })
    const session = under.createSession(server.url, adapter)
    const cover = { atMs, picture }
    valueOf(await adapter.publisher.publish(session, draftOf('Low tide', { title: 'Low tide', media: [{ ...videoOf('quay.mp4', 1500), cover }] }), { idempotencyKey: '0d4b4cf3-2a24-4f0e-9d57-6d5f6c1f0a12', intentAt: Date.now() }))
    expect(network.visible()).toEqual([expect.stringContaining('Low tide')])
    expect(told?.(server, cover), JSON.stringify(server.requests.map(({ method, path, text }) => [method, path, text.slice(0, 600)]))).toBe(true)
    if (hasSharedFolder) expect(ledger.complaints(under.loadDescription())).toEqual([])
  })
})
