import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fingerprint } from '../../../build/source-stamp.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-stamp-'))
  mkdirSync(join(folder, 'src/deep'), { recursive: true })
  writeFileSync(join(folder, 'src/deep/a.ts'), 'a')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('changes with content, name and wish, and with nothing else', () => {
  const before = fingerprint(folder, ['src', 'absent'])
  writeFileSync(join(folder, 'src/deep/a.ts'), 'a')
  expect(fingerprint(folder, ['src', 'absent'])).toBe(before)
  expect(fingerprint(folder, ['src'], 'release')).not.toBe(before)
  writeFileSync(join(folder, 'src/b.ts'), '')
  const withEmptyFile = fingerprint(folder, ['src'])
  expect(withEmptyFile).not.toBe(before)
  writeFileSync(join(folder, 'src/deep/a.ts'), 'b')
  expect(fingerprint(folder, ['src'])).not.toBe(withEmptyFile)
})
