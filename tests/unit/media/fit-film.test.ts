import { expect, test } from 'vitest'
import { everywhere, lighter, noFilmLimits, planHere, planToFit, type FilmFacts, type FilmLimits, type FilmPlan } from '../../../shared/media/fit-film.ts'

const iphone: FilmFacts = { mediaType: 'video/quicktime', bytes: 400_000_000, width: 3840, height: 2160, durationMs: 60_000, videoCodec: 'hevc', audioCodec: 'aac', frameRate: 59.94 }
const screen: FilmFacts = { mediaType: 'video/webm', bytes: 5_000_000, width: 1280, height: 720, durationMs: 30_000, videoCodec: 'vp9', audioCodec: 'opus', frameRate: 30 }
const x: FilmLimits = { ...noFilmLimits, maxBytes: 512 * 1024 * 1024, mediaTypes: ['video/mp4', 'video/quicktime'], videoCodecs: ['avc'], minDurationMs: 500, maxDurationMs: 140_000, minRatio: 0.33, maxRatio: 3 }
const heavy = (maxBytes: number): FilmLimits => ({ ...everywhere, maxBytes })

function targetOf(plan: FilmPlan) {
  if (plan.kind !== 'convert') throw new Error(`planned: ${JSON.stringify(plan)}`)
  return plan.target
}

test('what all its networks take stays as it is', () => {
  expect(planToFit(iphone, noFilmLimits)).toEqual({ kind: 'fits' })
  expect(planToFit({ ...screen, mediaType: 'video/mp4', videoCodec: 'avc' }, x)).toEqual({ kind: 'fits' })
})

test('a 4K film of an iPhone becomes H.264 within Full HD, at the pace it was filmed', () => {
  const { width, height, frameRate, bitRate, maxBytes } = targetOf(planToFit(iphone, x))
  expect([width, height, frameRate, maxBytes]).toEqual([1920, 1080, null, 512 * 1024 * 1024])
  expect(bitRate).toBeGreaterThan(8_000_000)
})

test('upright stays upright, and nothing becomes larger than it was', () => {
  expect(targetOf(planToFit({ ...iphone, width: 2160, height: 3840 }, x))).toMatchObject({ width: 1080, height: 1920 })
  expect(targetOf(planToFit({ ...screen, width: 641, height: 359 }, x))).toMatchObject({ width: 642, height: 360 })
})

test('of 120 pictures in a second half remain', () => {
  expect(targetOf(planToFit({ ...iphone, frameRate: 120 }, x)).frameRate).toBe(60)
})

test('where only the wrapping is refused, nothing is encoded', () => {
  const quicktime: FilmFacts = { ...screen, mediaType: 'video/quicktime', videoCodec: 'avc' }
  for (const audioCodec of ['aac', 'pcm', null] as const) expect(planToFit({ ...quicktime, audioCodec }, everywhere)).toEqual({ kind: 'rewrap' })
  expect(planToFit({ ...quicktime, audioCodec: 'mp3' }, everywhere).kind).toBe('convert')
  expect(planToFit({ ...quicktime, audioCodec: 'aac' }, heavy(3_000_000)).kind).toBe('convert')
})

test('the limit of bytes decides first over the bits, then over the size of the picture', () => {
  const film: FilmFacts = { ...screen, width: 1920, height: 1080, durationMs: 60_000, bytes: 200_000_000 }
  const sizes = [60, 20, 12, 6, 4, 2.5].map((megabytes) => targetOf(planToFit(film, heavy(megabytes * 1_000_000))))
  for (const [index, { bitRate, maxBytes }] of sizes.entries()) {
    expect(((bitRate + 160_000) / 8) * 60).toBeLessThan(maxBytes ?? 0)
    if (index > 0) expect(bitRate).toBeLessThan(sizes[index - 1]?.bitRate ?? 0)
  }
  expect(sizes.map(({ height }) => height)).toEqual([1080, 1080, 720, 540, 360, 240])
})

test('too long, too short and of a shape that is not taken: converting does not help, and says so', () => {
  expect(planToFit({ ...screen, durationMs: 140_001 }, x)).toEqual({ kind: 'cannot', reason: 'too_long', maxMs: 140_000 })
  expect(planToFit({ ...screen, durationMs: 499 }, x)).toEqual({ kind: 'cannot', reason: 'too_short' })
  expect(planToFit({ ...screen, width: 4000, height: 1000 }, x)).toEqual({ kind: 'cannot', reason: 'shape' })
})

test('an hour that must be small is to be cut, to a length that then fits', () => {
  const film: FilmFacts = { ...screen, durationMs: 3_600_000, bytes: 900_000_000 }
  const plan = planToFit(film, heavy(10_000_000))
  if (plan.kind !== 'cannot' || plan.reason !== 'too_heavy') throw new Error(JSON.stringify(plan))
  expect(plan.maxMs).toBeGreaterThan(60_000)
  expect(planToFit({ ...film, durationMs: plan.maxMs - 500 }, heavy(10_000_000)).kind).toBe('convert')
})

test('networks that agree on no kind of film are not promised one', () => {
  expect(planToFit(screen, { ...noFilmLimits, mediaTypes: ['video/quicktime'] })).toEqual({ kind: 'cannot', reason: 'kind' })
  expect(planToFit(screen, { ...noFilmLimits, videoCodecs: ['hevc'] })).toEqual({ kind: 'cannot', reason: 'kind' })
})

test('nothing is offered that this computer cannot do; what needs no encoder it can always do', () => {
  const plan = planToFit(iphone, x)
  expect(planHere(plan, iphone, { encodesH264: true, decodes: ['avc', 'hevc'] })).toBe(plan)
  expect(planHere(plan, iphone, { encodesH264: true, decodes: ['avc'] })).toEqual({ kind: 'cannot', reason: 'no_decoder' })
  expect(planHere(plan, iphone, { encodesH264: false, decodes: ['avc', 'hevc'] })).toEqual({ kind: 'cannot', reason: 'no_encoder' })
  expect(planHere({ kind: 'rewrap' }, iphone, { encodesH264: false, decodes: [] })).toEqual({ kind: 'rewrap' })
})

test('what came out too heavy is made lighter by what it was over, and given up in the end', () => {
  const target = targetOf(planToFit(screen, heavy(4_000_000)))
  const next = lighter(target, 8_000_000)
  expect(next?.bitRate).toBeLessThanOrEqual(target.bitRate * 0.45)
  expect(lighter(target, 400_000_000)).toBeNull()
  expect(lighter({ ...target, maxBytes: null }, 8_000_000)).toBeNull()
})

const reels: FilmLimits = { ...noFilmLimits, mediaTypes: ['video/mp4', 'video/quicktime'], videoCodecs: ['avc', 'hevc'], minFrameRate: 23, maxFrameRate: 60, maxBitRate: 25_000_000, sound: { codecs: ['aac'], maxSampleRate: 48_000, maxChannels: 2 } }
const plain: FilmFacts = { ...screen, mediaType: 'video/mp4', videoCodec: 'avc', audioCodec: 'aac', audioSampleRate: 48_000, audioChannels: 2 }

test('too few or too many pictures in a second: it is made anew at a pace that is taken, as even as can be', () => {
  expect(planToFit(plain, reels)).toEqual({ kind: 'fits' })
  expect(planToFit({ ...plain, frameRate: 22.6 }, reels)).toEqual({ kind: 'fits' })
  expect(planToFit({ ...plain, frameRate: null }, reels)).toEqual({ kind: 'fits' })
  const paceOf = (frameRate: number, limits = reels) => targetOf(planToFit({ ...plain, frameRate }, limits)).frameRate
  expect([10, 12, 12.5, 15, 18, 120, 90].map((frameRate) => paceOf(frameRate))).toEqual([30, 24, 25, 30, 30, 60, 60])
  expect(paceOf(60, { ...reels, maxFrameRate: 30 })).toBe(30)
  expect(paceOf(10, { ...reels, minFrameRate: 50 })).toBe(60)
})

test('more bits in a second than are taken: it is made anew below them, also where its file would be light enough', () => {
  const thick: FilmFacts = { ...plain, width: 1920, height: 1080, durationMs: 10_000, bytes: 50_000_000 }
  const { bitRate, frameRate } = targetOf(planToFit(thick, reels))
  expect([bitRate < 25_000_000, frameRate]).toEqual([true, null])
  expect(targetOf(planToFit(thick, { ...reels, maxBitRate: 5_000_000 })).bitRate).toBeLessThan(4_500_000)
  expect(planToFit(thick, { ...reels, maxBitRate: 40_000_000 })).toEqual({ kind: 'fits' })
})

test('sound that is not taken: AAC as it should be is made of it, by encoding only where it is AAC already', () => {
  expect(planToFit({ ...plain, audioCodec: null }, reels)).toEqual({ kind: 'fits' })
  expect(planToFit({ ...plain, audioSampleRate: undefined, audioChannels: undefined }, reels)).toEqual({ kind: 'fits' })
  expect(planToFit({ ...plain, audioCodec: 'pcm', audioChannels: 6 }, reels)).toEqual({ kind: 'rewrap' })
  for (const sound of [{ audioChannels: 6 }, { audioSampleRate: 96_000 }, { audioCodec: 'opus' as const }]) expect(planToFit({ ...plain, ...sound }, reels).kind).toBe('convert')
  expect(planToFit({ ...plain, audioCodec: 'opus' }, { ...reels, sound: { codecs: [], maxSampleRate: null, maxChannels: 2 } })).toEqual({ kind: 'cannot', reason: 'kind' })
})
