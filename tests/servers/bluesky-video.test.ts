import { randomUUID } from 'node:crypto'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createHttpClient } from '../../electron/engine/http/create-http-client.ts'
import { createBlueskyAdapter } from '../../electron/engine/networks/bluesky/bluesky-adapter.ts'
import type { AppPasswordConnect } from '../../electron/engine/networks/network-connect.ts'
import { systemRandom } from '../../electron/engine/system-random.ts'
import { createSession, draftOf, filmOf, valueOf } from '../support/adapter-session.ts'
import { tinyMp4 } from '../support/tiny-videos.ts'
import { hasBlueskyServer, startBlueskyServer } from './start-bluesky-server.ts'
import { startVideoService } from './start-video-service.ts'

const silent = { info: () => undefined, warning: () => undefined, error: () => undefined }
const clock = { now: () => Date.now(), after: () => () => undefined }

describe.skipIf(!hasBlueskyServer)('a video on a real PDS', () => {
  it.each(['from here', 'by the video service'] as const)('lies there as long as it was, brought %s, and the post names it', async (way) => {
    const server = await startBlueskyServer()
    const service = await startVideoService(server.url)
    onTestFinished(async () => {
      await service.stop()
      await server.stop()
    })
    const http = createHttpClient({ log: silent, userAgent: 'Vigie/test' })
    const videoUrl = way === 'from here' ? {} : { videoUrl: service.url }
    const adapter = createBlueskyAdapter({ http, clock, random: systemRandom, appViewDid: server.appViewDid, chatDid: server.chatDid, plcUrl: server.plcUrl, ...videoUrl })
    const lea = await server.createPerson('lea')
    const login = { serverUrl: server.url, identifier: lea.handle, appPassword: await lea.makeAppPassword('films'), signal: new AbortController().signal }
    const { identity, secret } = valueOf(await (adapter.connect as AppPasswordConnect).connect(login))
    const moved: number[] = []
    const session = { ...createSession('bluesky', identity, secret), secret, onUploaded: (sent: number, total: number) => void moved.push(sent / total) }
    const film = await tinyMp4({ frameBytes: 40_000 })
    const intent = { idempotencyKey: randomUUID(), intentAt: Date.now() }
    const published = valueOf(await adapter.publisher.publish(session, draftOf('Une vidéo', { media: [filmOf(film, 'Le quai sous la pluie')] }), intent))
    const record = (await lea.records('app.bsky.feed.post')).find(({ uri }) => uri === published.remoteId)!.value
    expect(record['embed']).toMatchObject({ $type: 'app.bsky.embed.video', alt: 'Le quai sous la pluie', aspectRatio: { width: 64, height: 48 }, video: { mimeType: 'video/mp4', size: film.byteLength } })
    expect(moved.at(-1)).toBe(1)
    // The token that the server signed opens it for the service, for this one thing.
    expect(service.brought.map(({ status }) => status)).toEqual(way === 'from here' ? [] : [200])
    expect(service.asked.filter((each) => each === 'uploadPart').length).toBe(way === 'from here' ? 0 : Math.ceil(film.byteLength / 16_000))
  })
})
