import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createDragOut, safeFileName } from '../../../../electron/main/windows/drag-out.ts'
import { fail, succeed } from '../../../../shared/contract/result.ts'
import { studioError } from '../../../../shared/errors/studio-error.ts'

const which = { workspaceId: '0b7a2f9c-6a1e-4d1c-9f0a-0c1d2e3f4a5b', jobId: '1c8b3f0d-7b2f-4e2d-8a1b-1d2e3f4a5b6c', mediaId: '2d9c4a1e-8c3a-4f3e-9b2c-2e3f4a5b6c7d' }
const coverId = '3eac5b2f-9d4b-4a4f-8c3d-3f4a5b6c7d8e'
let data: string
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'vigie-drag-'))
})
afterEach(() => rmSync(data, { recursive: true, force: true }))

/** A card with a film of three parts, and the picture that stands for it. */
function rig({ isThere = true, fileName = 'quay.mp4' } = {}) {
  const carried: string[] = []
  const asked: string[] = []
  const film = Buffer.from('the film in three parts')
  const out = createDragOut({
    folder: join(data, 'dragged'),
    startDrag: (file) => (carried.push(file), true),
    askEngine: (name, input) => {
      asked.push(name)
      if (!isThere) return Promise.resolve(fail(studioError('not_found', 'no such job waits for the person')))
      if (name === 'outbox.readByHand') return Promise.resolve(succeed({ title: '', text: '', media: [{ mediaId: which.mediaId, altText: '', fileName, mediaType: 'video/mp4', cover: { mediaId: coverId, fileName: 'latte.png', mediaType: 'image/png' } }] }))
      const { offset = 0 } = input as { offset?: number }
      return Promise.resolve(succeed({ bytes: new Uint8Array(film.subarray(offset, offset + 10)), total: film.byteLength }))
    }
  })
  return { out, carried, asked }
}

test('a file of a card is laid out whole, under its own name, and carried by the mouse', async () => {
  const { out, carried, asked } = rig()
  expect(await out.layOut(which)).toEqual({ ok: true, value: {} })
  expect(carried).toEqual([])
  expect(await out.drag(which)).toEqual({ ok: true, value: {} })
  expect(carried).toHaveLength(1)
  expect(carried[0]!.endsWith('quay.mp4')).toBe(true)
  expect(readFileSync(carried[0]!, 'utf8')).toBe('the film in three parts')

  // Once more: nothing is asked anew, unless another program took it away.
  const before = asked.length
  await out.layOut(which)
  expect(asked).toHaveLength(before)
  rmSync(carried[0]!)
  await out.layOut(which)
  expect(existsSync(carried[0]!)).toBe(true)
})

test('a cover that was chosen goes under its own name', async () => {
  const { out, carried } = rig()
  await out.layOut({ ...which, mediaId: coverId })
  await out.drag({ ...which, mediaId: coverId })
  expect(carried[0]!.endsWith('latte.png')).toBe(true)
})

test('what was not laid out, is no file of the card, or of no card, is carried nowhere', async () => {
  const there = rig()
  expect(await there.out.drag(which)).toMatchObject({ ok: false, error: { code: 'not_found' } })
  expect(await there.out.layOut({ ...which, mediaId: which.jobId })).toMatchObject({ ok: false, error: { code: 'not_found' } })
  const gone = rig({ isThere: false })
  expect(await gone.out.layOut(which)).toMatchObject({ ok: false, error: { code: 'not_found' } })
  expect(await gone.out.drag(which)).toMatchObject({ ok: false })
  expect([...there.carried, ...gone.carried]).toEqual([])
})

test('nothing of it stays: not after the studio has ended, and not from one that was killed', async () => {
  const left = join(data, 'dragged', 'old', 'secret.png')
  mkdirSync(dirname(left), { recursive: true })
  writeFileSync(left, 'of yesterday')
  const { out, carried } = rig()
  await expect.poll(() => existsSync(left)).toBe(false)
  await out.layOut(which)
  await out.drag(which)
  await out.clean()
  expect(existsSync(carried[0]!)).toBe(false)
  expect(await out.drag(which)).toMatchObject({ ok: false })
})

test('a name leads to no other folder and means the same on every system', async () => {
  const { out, carried } = rig({ fileName: '../../..\\evil/quay.mp4' })
  await out.layOut(which)
  await out.drag(which)
  expect(carried[0]!.startsWith(join(data, 'dragged', which.jobId, which.mediaId))).toBe(true)
  expect(['a/b.png', 'con.png', '', '..', 'x'.repeat(500) + '.jpeg', 'été à la mer.jpg', 'gpj.\u202Eexe', ' .hidden.png'].map(safeFileName)).toEqual(['a-b.png', '_con.png', '_', '_', `${'x'.repeat(120)}.jpeg`, 'été à la mer.jpg', 'gpj.-exe', 'hidden.png'])
})

test('what could not be cleaned up once keeps nothing from being laid out later', async () => {
  const { out, carried } = rig()
  rmSync(data, { recursive: true })
  writeFileSync(data, 'no folder')
  expect(await out.layOut(which)).toMatchObject({ ok: false })
  rmSync(data)
  expect(await out.layOut(which)).toEqual({ ok: true, value: {} })
  await out.drag(which)
  expect(readFileSync(carried[0]!, 'utf8')).toBe('the film in three parts')
})
