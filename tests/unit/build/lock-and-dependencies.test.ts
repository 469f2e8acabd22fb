import { describe, expect, test } from 'vitest'
import { complaintAboutElectron } from '../../../build/check-electron-age.ts'
import { complaintsAboutLock } from '../../../build/check-lock.ts'
import { isUpToDate } from '../../../build/setup/dependencies.ts'

const locked = { version: '1.0.0', integrity: 'sha512-a' }

describe('the lock file', () => {
  test('is whole when every optional package stands somewhere its parent would find it', () => {
    const packages = {
      '': {},
      'node_modules/a': { ...locked, optionalDependencies: { 'a-linux': '1', 'a-darwin': '1' } },
      'node_modules/a-linux': locked,
      'node_modules/a/node_modules/a-darwin': locked
    }
    expect(complaintsAboutLock(packages)).toEqual([])
  })

  test('has a hole when an optional package of a nested parent is nowhere', () => {
    const packages = { '': {}, 'node_modules/a/node_modules/b': { ...locked, optionalDependencies: { 'b-win32': '1' } } }
    expect(complaintsAboutLock(packages)).toEqual(['node_modules/a/node_modules/b: its optional b-win32 is missing'])
  })

  test('names contents, not places', () => {
    expect(complaintsAboutLock({ '': {}, 'node_modules/a': { ...locked, resolved: 'https://registry.example/a.tgz' } })).toEqual(['node_modules/a: names a download address'])
    expect(complaintsAboutLock({ '': {}, 'node_modules/a': { version: '1.0.0' } })).toEqual(['node_modules/a: no version or no integrity'])
  })
})

describe('node_modules', () => {
  test('is up to date when only packages of other systems are absent', () => {
    const wanted = { '': {}, 'node_modules/a': locked, 'node_modules/a-darwin': { ...locked, optional: true } }
    expect(isUpToDate(wanted, { 'node_modules/a': locked })).toBe(true)
  })

  test('is out of date when a package is absent or of another version', () => {
    const wanted = { '': {}, 'node_modules/a': locked }
    expect(isUpToDate(wanted, {})).toBe(false)
    expect(isUpToDate(wanted, { 'node_modules/a': { ...locked, version: '0.9.0' } })).toBe(false)
  })
})

test('an Electron out of support, or one whose support is not known, is refused', () => {
  expect(complaintAboutElectron('45.4.1', '2026-11-21')).toBeUndefined()
  expect(complaintAboutElectron('45.4.1', '2028-01-01')).toContain('out of support since')
  expect(complaintAboutElectron('33.2.1', '2026-11-21')).toContain('not in the table')
})
