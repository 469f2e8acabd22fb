import { expect, test } from 'vitest'
import { createComingFiles } from '../../../electron/engine/media/coming-files.ts'
import type { UnfinishedFile } from '../../../electron/engine/media/unfinished-file.ts'
import { succeed } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'

const notBegun = studioError('not_found', 'no file of this id is coming')
const full = studioError('disk_full', 'no room', { retryable: true })

function rig(roomLeft: { bytes: number }) {
  const coming = createComingFiles<string>({
    clock: { after: () => () => undefined },
    notBegun,
    errorOf: () => notBegun,
    room: async (bytes) => (bytes <= roomLeft.bytes ? null : full)
  })
  const discarded: string[] = []
  const fileOf = (name: string): UnfinishedFile => ({
    path: name,
    append: async (bytes) => void (roomLeft.bytes -= bytes.byteLength),
    close: async () => undefined,
    settle: async () => undefined,
    discard: async () => void discarded.push(name)
  })
  return { coming, discarded, fileOf }
}
const part = (offset: number, length: number) => ({ offset, bytes: new Uint8Array(length) })
const endless = (): number => Infinity

test('a film that becomes larger than was said ends while the disk has room for everything else, and leaves nothing', async () => {
  const { coming, discarded, fileOf } = rig({ bytes: 25 })
  coming.begin('film', '', fileOf('one'))
  expect(await coming.addPart('film', part(0, 10), endless)).toMatchObject({ ok: true })
  expect(await coming.addPart('film', part(10, 10), endless)).toMatchObject({ ok: true })
  expect(await coming.addPart('film', part(20, 10), endless)).toMatchObject({ ok: false, error: { code: 'disk_full' } })
  expect(discarded).toEqual(['one'])
  expect(await coming.addPart('film', part(20, 1), endless)).toMatchObject({ ok: false, error: { code: 'not_found' } })
})

test('begun twice at once, the second counts and nothing of the first stays', async () => {
  const { coming, discarded, fileOf } = rig({ bytes: 100 })
  coming.begin('film', 'first', fileOf('one'))
  coming.begin('film', 'second', fileOf('two'))
  await coming.addPart('film', part(0, 10), endless)
  expect(await coming.finish('film', async (facts, { file }) => succeed([facts, file?.path]))).toEqual(succeed(['second', 'two']))
  expect(discarded).toEqual(['one', 'two'])
})
