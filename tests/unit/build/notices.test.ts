import { expect, test } from 'vitest'
import { importedPackages, readNotices, writeNotices } from '../../../build/notices.ts'
import { root } from '../../../build/setup/commands.ts'

const notices = readNotices(root)
const named = new Map(notices.map((notice) => [notice.name, notice]))

test('every package that the sources import, and every file that is copied beside them, has its notice', () => {
  const imported = importedPackages(root)
  expect(imported).toEqual(expect.arrayContaining(['mediabunny', 'react', 'better-sqlite3', '@fontsource-variable/figtree', 'zod']))
  // An alias (keytar) stands under the name of the package that is there.
  for (const name of [...imported.filter((each) => each !== 'keytar'), 'wasm-vips', 'libheif-js', 'hunspell-wasm', 'dictionary-fr', 'dictionary-en', 'dictionary-en-gb']) expect(named.has(name), name).toBe(true)
  // What those need comes too, and nothing that only builds and tests Vigie.
  expect(named.has('prosemirror-model')).toBe(true)
  for (const name of ['vite', 'vitest', 'oxlint', 'electron-builder', '@playwright/test']) expect(named.has(name), name).toBe(false)
})

test('each names its licence and brings its words; licences that ask for the source say where it is', () => {
  expect(notices.filter(({ licence }) => licence === '').map(({ name }) => name)).toEqual([])
  // It names MIT and ships no file of it.
  expect(notices.filter(({ text }) => text === '').map(({ name }) => name)).toEqual(['@nodable/entities'])
  for (const name of ['mediabunny', 'hunspell-wasm', 'dictionary-fr']) expect(named.get(name)).toMatchObject({ licence: expect.stringContaining('MPL'), source: expect.stringMatching(/^https:\/\//), text: expect.stringContaining('Mozilla Public') })
  expect(named.get('wasm-vips')!.text).toContain('LGPL')
})

test('as one file, all of them', () => {
  const file = writeNotices(notices)
  for (const { name, version } of notices) expect(file).toContain(`${name} ${version} (`)
})
