import { expect, it } from 'vitest'
import { importArchive, type ImportWish } from '../../../renderer/features/past-posts/import-archive.ts'
import type { ArchiveFile } from '../../../renderer/features/past-posts/archive-files.ts'
import { fail, succeed } from '../../../shared/contract/result.ts'
import { studioError, type StudioErrorCode } from '../../../shared/errors/studio-error.ts'
import { tinyGif } from '../../support/tiny-images.ts'

const at = (path: string, file: File): ArchiveFile => ({ path, size: file.size, open: () => Promise.resolve(file) })
const post = (number: number): ArchiveFile => at(`Posts/${number}.json`, new File(['{}'], `${number}.json`))
const picture = (name: string, bytes = tinyGif(4, 3)): ArchiveFile => at(`Photos/${name}`, new File([Uint8Array.from(bytes)], name))
const damaged = (path: string): ArchiveFile => ({ path, size: 10, open: () => Promise.reject(new Error('a wrong sum')) })

/** Every post wants the picture of its number. */
function rig(files: readonly ArchiveFile[], failing: Readonly<Record<string, StudioErrorCode>> = {}) {
  const asked: string[] = []
  const controller = new AbortController()
  let ids = 0
  const request = (name: string, input: { readonly files?: readonly { readonly path: string }[] }): Promise<unknown> => {
    asked.push(name)
    const code = failing[name]
    if (code !== undefined) return Promise.resolve(fail(studioError(code, name)))
    const results = (input.files ?? []).map(({ path }) => ({ path, outcome: 'added', pastPostId: path, wanted: [{ place: 0, fileName: path.replace('Posts/', '').replace('json', 'gif') }] }))
    return Promise.resolve(succeed({ results }))
  }
  const wish: ImportWish = { bridge: { request } as unknown as ImportWish['bridge'], workspaceId: 'w', importId: 'i', newId: () => String((ids += 1)), files, signal: controller.signal, onProgress: () => undefined }
  return { wish, asked, controller }
}

it('brings posts in batches, then their pictures; one that is missing or damaged leaves the others alone', async () => {
  const { wish, asked } = rig([...Array.from({ length: 21 }, (_each, number) => post(number)), picture('0.gif'), picture('1.gif', new Uint8Array([1, 2, 3])), picture('2.gif')])
  expect(await importArchive(wish)).toEqual({ added: 21, known: 0, unreadable: [], broughtFiles: 2, missingFiles: 19, end: 'whole' })
  expect(asked.filter((name) => name === 'pastPosts.take')).toHaveLength(2)
  expect(asked.filter((name) => name === 'media.add')).toHaveLength(2)
})

it('stops between two steps, and says what is in', async () => {
  const { wish, controller } = rig([...Array.from({ length: 50 }, (_each, number) => post(number)), picture('0.gif')])
  const stopped = await importArchive({ ...wish, onProgress: ({ done }) => done === 20 && controller.abort() })
  expect(stopped).toMatchObject({ added: 40, broughtFiles: 0, end: 'stopped' })
  const later = rig([post(0), post(1), post(2), picture('0.gif'), picture('1.gif'), picture('2.gif')])
  expect(await importArchive({ ...later.wish, onProgress: ({ step, done }) => step === 'files' && done === 1 && later.controller.abort() })).toMatchObject({ added: 3, broughtFiles: 2, missingFiles: 1, end: 'stopped' })
})

it('ends at a full disk and at an engine that is gone', async () => {
  expect(await importArchive(rig([post(0), picture('0.gif')], { 'media.add': 'disk_full' }).wish)).toMatchObject({ added: 1, broughtFiles: 0, missingFiles: 1, end: { code: 'disk_full' } })
  expect(await importArchive(rig([post(0)], { 'pastPosts.take': 'engine_stopped' }).wish)).toMatchObject({ added: 0, end: { code: 'engine_stopped' } })
})

it('names a damaged post of an archive, leaves a damaged picture out, and goes on', async () => {
  const { wish } = rig([post(0), damaged('Posts/1.json'), post(2), damaged('Photos/0.gif'), picture('2.gif')])
  expect(await importArchive(wish)).toEqual({ added: 2, known: 0, unreadable: ['Posts/1.json'], broughtFiles: 1, missingFiles: 1, end: 'whole' })
})

it('does not call damaged what a stop ended while it was unpacked', async () => {
  const { wish, controller } = rig([])
  const stopping = (path: string): ArchiveFile => ({ path, size: 10, open: () => (controller.abort(), Promise.reject(new Error('stopped'))) })
  expect(await importArchive({ ...wish, files: [stopping('Posts/0.json')] })).toMatchObject({ unreadable: [], end: 'stopped' })
  const later = rig([])
  const files = [post(0), { path: 'Photos/0.gif', size: 10, open: () => (later.controller.abort(), Promise.reject(new Error('stopped'))) }]
  expect(await importArchive({ ...later.wish, files })).toMatchObject({ added: 1, missingFiles: 1, end: 'stopped' })
})
