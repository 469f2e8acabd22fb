import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createStoredCleaner } from '../../../electron/engine/media/clean-stored.ts'
import { createPictureKeeper } from '../../../electron/engine/media/keep-picture.ts'
import { createMediaFiles } from '../../../electron/engine/media/media-files.ts'
import { createMediaRepository } from '../../../electron/engine/media/media-repository.ts'
import { sha256Of } from '../../../electron/engine/sha256.ts'
import { startPhotographer } from '../../support/photos.ts'
import { createSeededRandom } from '../support/seeded-random.ts'
import { openRigDatabase } from '../support/feature-rig.ts'

test('one of two pictures with the same file is sent although the other one’s cleaning has replaced that file meanwhile', async () => {
  const { database, folder, closeAtEnd } = openRigDatabase('clean')
  closeAtEnd(() => undefined)
  const [files, repository] = [createMediaFiles(folder), createMediaRepository(database)]
  const photographer = await startPhotographer()
  const bytes = Uint8Array.from(photographer.take('jpg', { orientation: 1 }))
  photographer.close()
  const sha256 = sha256Of(bytes).toString('hex')
  const twins = [1, 2].map((number) => ({ item: { id: `0000000${number}-0000-4000-8000-000000000000`, fileName: 'a.jpg', mediaType: 'image/jpeg' as const, bytes: bytes.byteLength, width: 4, height: 3, addedAt: 0 }, sha256, isClean: false, coverSha256: null }))
  for (const twin of twins) repository.insert(twin)
  writeFileSync(join(folder, `${sha256}.jpg`), bytes)
  const images = { run: () => Promise.reject(new Error('nothing is to be turned')), decode: () => Promise.reject(new Error('nothing is added')), prepareFile: () => Promise.reject(new Error('no file comes')), stop: () => Promise.resolve() }
  const log = { info: () => undefined, warning: () => undefined, error: () => undefined }
  const cleaner = createStoredCleaner({ files, repository, keeper: createPictureKeeper(files, createSeededRandom(1)), images, log, signal: new AbortController().signal })

  // Both were looked up before either was cleaned, as an album's are.
  const [one, other] = [await cleaner.clean(twins[0]!), await cleaner.clean(twins[1]!)]
  expect([one.isClean, other.isClean, one.sha256 === other.sha256, one.sha256 === sha256]).toEqual([true, true, true, false])
  expect(readdirSync(folder).filter((name) => name.endsWith('.jpg'))).toEqual([`${one.sha256}.jpg`])
})
