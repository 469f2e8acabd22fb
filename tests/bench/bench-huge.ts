import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, open, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { pipeline } from 'node:stream/promises'
import { sniffedBytes } from '../../shared/media/sniff-media.ts'
import { plainRecipe } from '../../shared/media/picture-recipe.ts'
import { startTestEngine, type TestEngine } from '../integration/support/start-test-engine.ts'
import { startHugePictures, writeHugeFilm } from '../support/huge-files.ts'
import { cost, type BenchResult } from './bench-result.ts'

const filmBytes = 4.4e9
const mebibyte = 2 ** 20

/** Real sizes: pictures of 200 megapixels and a film of 4.4 GB on their whole way into the library; what they take, and how long the engine is deaf meanwhile. */
export async function benchHuge(): Promise<readonly BenchResult[]> {
  const place = await mkdtemp(join(tmpdir(), 'vigie-huge-'))
  const engine = await startTestEngine()
  const workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
  try {
    return [...(await benchPictures(engine, workspaceId, place)), ...(await benchFilm(engine, workspaceId, place))]
  } finally {
    await engine.stop()
    await rm(place, { recursive: true, force: true })
  }
}

async function benchPictures(engine: TestEngine, workspaceId: string, place: string): Promise<readonly BenchResult[]> {
  const results: BenchResult[] = []
  const kinds = [['JPEG, turned', 'jpg', { orientation: 6, isColoured: true, isNoisy: true }], ['JPEG, progressive', 'jpg', { isProgressive: true, isColoured: true }], ['PNG', 'png', { isColoured: true }]] as const
  for (const [name, kind, wish] of kinds) {
    const path = join(place, `huge.${kind}`)
    const camera = await startHugePictures()
    const file = await open(path, 'w')
    await file.writeFile(camera.take(kind, wish))
    await file.close()
    camera.close()
    const copied = await timed(() => copyAndHash(path))
    const taken = await watched(() => takeIn(engine, workspaceId, path))
    const cut = await watched(() => engine.ask('library.edit', { workspaceId, mediaId: taken.value, newMediaId: engine.random.id(), recipe: { ...plainRecipe, crop: { x: 0, y: 0, width: 1, height: 0.5 }, filter: 'warm' }, drawnText: null }))
    results.push(...figuresOf(`200 megapixels, ${name}, into the library`, taken, copied), ...figuresOf(`200 megapixels, ${name}, cut at full size`, cut, copied))
  }
  return results
}

async function benchFilm(engine: TestEngine, workspaceId: string, place: string): Promise<readonly BenchResult[]> {
  const path = join(place, 'huge.mp4')
  const seconds = await writeHugeFilm(path, filmBytes)
  const copied = await timed(() => copyAndHash(path))
  const taken = await watched(() => takeIn(engine, workspaceId, path))
  const cut = await watched(() => engine.ask('library.cutVideo', { workspaceId, mediaId: taken.value, newMediaId: engine.random.id(), startMs: 1000, endMs: seconds * 1000, isMuted: true }))
  return [...figuresOf('film of 4.4 GB into the library', taken, copied), ...figuresOf('film of 4.4 GB, all but its first second into another', cut, copied)]
}

/** As the page does: part by part. */
async function takeIn(engine: TestEngine, workspaceId: string, path: string): Promise<string> {
  const mediaId = engine.random.id()
  const { size } = await stat(path)
  await using file = await open(path, 'r')
  const read = async (offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> => {
    const bytes = new Uint8Array(Math.min(length, size - offset))
    await file.read(bytes, 0, bytes.byteLength, offset)
    return bytes
  }
  const { partBytes } = await engine.ask('media.beginFile', { workspaceId, mediaId, fileName: 'huge', bytes: size, beginning: await read(0, sniffedBytes) })
  for (let offset = 0; offset < size; offset += partBytes) await engine.ask('media.addFilePart', { workspaceId, mediaId, offset, bytes: await read(offset, partBytes) })
  await engine.ask('media.finishFile', { workspaceId, mediaId })
  await engine.askAsMain('media.locate', { workspaceId, mediaId, size: 'small' })
  return mediaId
}

async function copyAndHash(path: string): Promise<void> {
  await pipeline(createReadStream(path), createWriteStream(`${path}.copy`, { flush: true }))
  await pipeline(createReadStream(`${path}.copy`), createHash('sha256'))
  await rm(`${path}.copy`)
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

interface Watched<Value> {
  readonly value: Value
  readonly seconds: number
  /** MiB: of the whole process, before and at its highest. */
  readonly before: number
  readonly highest: number
  /** The longest time in which the engine's own thread answered nobody, ms. */
  readonly deaf: number
}

async function watched<Value>(work: () => Promise<Value>): Promise<Watched<Value>> {
  const delays = monitorEventLoopDelay({ resolution: 5 })
  const before = process.memoryUsage().rss / mebibyte
  let highest = before
  const looking = setInterval(() => (highest = Math.max(highest, process.memoryUsage().rss / mebibyte)), 20)
  delays.enable()
  const began = performance.now()
  try {
    const value = await work()
    return { value, seconds: (performance.now() - began) / 1000, before, highest, deaf: delays.max / 1e6 }
  } finally {
    delays.disable()
    clearInterval(looking)
  }
}

function figuresOf(name: string, { seconds, before, highest, deaf }: Watched<unknown>, copied: number): readonly BenchResult[] {
  return [
    cost(`${name} (floor: copied and hashed)`, seconds, copied / 1000, 's'),
    cost(`${name}: memory at its highest (floor: before)`, highest, before, 'MiB'),
    cost(`${name}: longest time the engine is deaf (floor: a picture of 60 a second)`, deaf, 1000 / 60, 'ms')
  ]
}
