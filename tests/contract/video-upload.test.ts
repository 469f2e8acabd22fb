import { describe, expect, it, onTestFinished } from 'vitest'
import { createHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { MediaToSend } from '../../electron/engine/networks/network-media.ts'
import { systemClock } from '../../electron/engine/time/system-clock.ts'
import { takesCover } from '../../shared/networks/video-rule.ts'
import { draftOf, failureKind, pictureOf, type publicMediaInMemory, valueOf } from '../support/adapter-session.ts'
import { hasSharedFolder } from '../support/shared-folder.ts'
import { adaptersUnderTest } from './adapters-under-test.ts'
import { createRequestLedger } from './descriptions/network-description.ts'
import { startHostileServer } from './hostile-server.ts'

const silent = { info: () => undefined, warning: () => undefined, error: () => undefined }
const film = Buffer.from(`....ftypisom${'a quay in the rain '.repeat(200_000)}`)

/** A film of nearly four megabytes that may only be read in parts; `mostAtOnce` tells how large the largest was. */
function filmOf(altText = 'Rain on the quay'): { readonly file: MediaToSend; mostAtOnce(): number } {
  let most = 0
  return {
    file: {
      mediaType: 'video/mp4', fileName: 'quay.mp4', altText, width: 1280, height: 720, byteLength: film.byteLength, durationMs: 7000,
      read: () => Promise.reject(new Error('a video is never read whole')),
      readPart(offset, length) {
        most = Math.max(most, length)
        return Promise.resolve(new Uint8Array(film.subarray(offset, offset + length)))
      }
    },
    mostAtOnce: () => most
  }
}

function withNeededCover(file: MediaToSend, { capabilities: { video } }: NetworkAdapter): MediaToSend {
  return video !== undefined && takesCover(video.cover) && video.cover.isNeeded === true ? { ...file, cover: { atMs: null, picture: pictureOf('', 'cover.png') } } : file
}

// YouTube and TikTok are held to this by suites of their own (youtube-life.test.ts, tiktok-life.test.ts), in pieces so small that they would take a minute here.
const takesVideos = adaptersUnderTest.filter(({ name }) => name !== 'YouTube' && name !== 'TikTok').filter(({ createAdapter }) => createAdapter({ http: { send: () => Promise.reject(new Error('nothing is asked')) }, clock: systemClock }).capabilities.video !== undefined)

describe.each(takesVideos.map((under) => [under.name, under] as const))('a video on %s', (_name, under) => {
  async function rig() {
    const network = under.createNetwork()
    const server = await startHostileServer(network)
    const http = createHttpClient({ log: silent, userAgent: 'Vigie/test' })
    onTestFinished(async () => {
      http.close()
      await server.stop()
    })
    const ledger = createRequestLedger()
    const adapter = under.createAdapter({ http: ledger.watch(http), clock: systemClock })
    const moved: number[] = []
    const session = { ...under.createSession(server.url, adapter), onUploaded: (sent: number, total: number) => void moved.push(sent / total) }
    const intent = { idempotencyKey: '0d4b4cf3-2a24-4f0e-9d57-6d5f6c1f0a11', intentAt: Date.now() }
    /** What arrived, here or at the place from which the network fetches it. */
    const arrived = (): readonly string[] => [...server.requests.map(({ text }) => text), ...('publicMedia' in session ? (session.publicMedia as ReturnType<typeof publicMediaInMemory>).received : [])]
    return { network, arrived, ledger, moved, publish: (file: MediaToSend) => adapter.publisher.publish(session, draftOf('Low tide', { title: 'Low tide', media: [withNeededCover(file, adapter)] }), intent) }
  }

  it('goes out in parts, all of it, and says how far it is', async () => {
    const { network, arrived, ledger, moved, publish } = await rig()
    const { file, mostAtOnce } = filmOf()
    valueOf(await publish(file))
    expect(network.visible()).toEqual([expect.stringContaining('Low tide')])
    // Every word of it arrived, in whatever pieces: there is one q in each.
    expect(arrived().reduce((sum, text) => sum + text.split('q').length - 1, 0)).toBeGreaterThanOrEqual(200_000)
    expect(mostAtOnce()).toBeLessThanOrEqual(8 * 1024 * 1024)
    expect(moved.at(-1)).toBeGreaterThan(0.99)
    expect(moved.toSorted((a, b) => a - b)).toEqual(moved)
    if (hasSharedFolder) expect(ledger.complaints(under.loadDescription())).toEqual([])
  })

  it('that cannot be read any more makes no post', async () => {
    const { network, publish } = await rig()
    const gone: MediaToSend = { ...filmOf().file, readPart: () => Promise.reject(new Error('ENOENT')) }
    const kind = await publish(gone).then(failureKind, () => 'thrown')
    expect(kind).not.toMatch(/^ok/)
    expect(network.visible()).toEqual([])
  })
})
