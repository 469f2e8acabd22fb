import { afterEach, expect, test, vi } from 'vitest'
import type { FromFilmWorker, ToFilmWorker } from '../../../renderer/bridge/convert-film/film-messages.ts'
import { convertFilm } from '../../../renderer/bridge/convert-film/convert-film.ts'
import type { StudioBridge } from '../../../shared/contract/bridge.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { FilmTarget } from '../../../shared/media/fit-film.ts'
import type { VideoItem } from '../../../shared/media/media-item.ts'

vi.mock('../../../renderer/bridge/film-cover.ts', () => ({ coverFrom: () => Promise.resolve(null) }))

const film: VideoItem = { id: 'film', fileName: 'screen.webm', bytes: 1_000_000, width: 1280, height: 720, addedAt: 0, mediaType: 'video/webm', durationMs: 10_000, videoCodec: 'vp9', audioCodec: 'opus', frameRate: 30, hasCover: true }
const target: FilmTarget = { width: 1280, height: 720, frameRate: null, bitRate: 2_000_000, maxBytes: 2_500_000 }

/** The worker as a test has it: it answers each film with what is given, and knows what it was told. */
function withWorker(says: readonly FromFilmWorker[]) {
  const told: ToFilmWorker[] = []
  const ended: number[] = []
  class PaperWorker {
    readonly #hear: ((event: { data: FromFilmWorker }) => void)[] = []
    addEventListener(name: string, hear: (event: { data: FromFilmWorker }) => void): void {
      if (name === 'message') this.#hear.push(hear)
    }
    postMessage(message: ToFilmWorker): void {
      told.push(message)
      if (message.kind === 'convert') for (const data of says) for (const hear of this.#hear) hear({ data })
    }
    terminate(): void {
      ended.push(1)
    }
  }
  vi.stubGlobal('Worker', PaperWorker)
  return { told, ended }
}
function withBridge(answers: Readonly<Record<string, unknown[]>>) {
  const asked: string[] = []
  const bridge = {
    request: (name: string) => {
      asked.push(name)
      return Promise.resolve(answers[name]?.shift() ?? { ok: true, value: { bytes: new Uint8Array(3), received: 0 } })
    },
    on: () => () => undefined
  } as unknown as StudioBridge
  return { bridge, asked }
}
const start = (bridge: StudioBridge, signal = new AbortController().signal) =>
  convertFilm({ bridge, workspaceId: 'w', film, newMediaId: 'new', plan: { kind: 'convert', target }, signal, onProgress: () => undefined, addressOf: (id) => id })

afterEach(() => vi.unstubAllGlobals())

test('what came out too heavy is made again with fewer bits, until it fits', async () => {
  const { told, ended } = withWorker([{ kind: 'done' }])
  const heavy = { ok: false, error: studioError('media_too_large', 'heavy', { details: { what: 'bytes', found: 5_000_000, max: 2_500_000 } }) }
  const { bridge } = withBridge({ 'library.finishConversion': [heavy, heavy, { ok: true, value: film }] })
  expect(await start(bridge)).toEqual({ ok: true, value: film })
  const bits = told.flatMap((message) => (message.kind === 'convert' ? [message.target.bitRate] : []))
  expect(bits).toEqual([2_000_000, 900_000, 405_000])
  expect(ended.length).toBe(3)
})

test('an encoder that will not listen is not asked for ever', async () => {
  withWorker([{ kind: 'done' }])
  const heavy = { ok: false, error: studioError('media_too_large', 'heavy', { details: { what: 'bytes', found: 500_000_000, max: 2_500_000 } }) }
  const { bridge } = withBridge({ 'library.finishConversion': [heavy, heavy, heavy] })
  expect(await start(bridge)).toMatchObject({ ok: false, error: { code: 'media_too_large', details: { fileName: 'screen.webm' } } })
})

test('pieces go to the worker, parts to the engine; where one cannot be stored the work ends, and nothing is left', async () => {
  const { told, ended } = withWorker([{ kind: 'read', id: 7, offset: 0, length: 3 }, { kind: 'part', offset: 0, bytes: new Uint8Array(9) }])
  const { bridge, asked } = withBridge({ 'library.addConverted': [{ ok: false, error: studioError('disk_full', 'full') }] })
  expect(await start(bridge)).toMatchObject({ ok: false, error: { code: 'disk_full' } })
  expect(told).toContainEqual({ kind: 'bytes', id: 7, bytes: new Uint8Array(3) })
  expect(asked).toContain('library.cancelConversion')
  expect(asked).not.toContain('library.finishConversion')
  expect(ended.length).toBe(1)
})

test('a film that this computer cannot read is refused in words of its own', async () => {
  withWorker([{ kind: 'failed', fault: 'no_decoder', reason: 'hevc' }])
  expect(await start(withBridge({}).bridge)).toMatchObject({ ok: false, error: { code: 'video_unreadable', details: { reason: 'no_decoder', fileName: 'screen.webm' } } })
})

test('given up, the worker ends at once', async () => {
  const { told, ended } = withWorker([])
  const { bridge, asked } = withBridge({})
  const cancelling = new AbortController()
  const work = start(bridge, cancelling.signal)
  await vi.waitFor(() => expect(told.length).toBe(1))
  cancelling.abort()
  expect(await work).toMatchObject({ ok: false, error: { code: 'work_cancelled' } })
  expect(asked).toContain('library.cancelConversion')
  expect(asked).not.toContain('library.finishConversion')
  expect(ended.length).toBe(1)
})
