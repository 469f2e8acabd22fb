import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { toStorageError, troubleOf } from '../../../electron/engine/database/storage-error.ts'

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'vigie-storage-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function errorOf(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

describe('sorting what storage throws', () => {
  it('knows a full disk by the error that SQLite itself gives', () => {
    const database = openDatabase(join(folder, 'full.db'))
    database.exec('CREATE TABLE t (text TEXT) STRICT')
    database.pragma('max_page_count = 3')
    const error = errorOf(() => database.prepare('INSERT INTO t VALUES (?)').run('x'.repeat(50_000)))
    expect(toStorageError(error)).toMatchObject({ code: 'disk_full', retryable: true })
    expect(database.prepare('SELECT count(*) FROM t').pluck().get()).toBe(0)
    database.close()
  })

  it('knows a file that is no database', () => {
    writeFileSync(join(folder, 'text.db'), 'no database at all, '.repeat(500))
    expect(toStorageError(errorOf(() => openDatabase(join(folder, 'text.db'))))).toMatchObject({ code: 'database_damaged', retryable: false })
  })

  it('knows a full disk by the error of the file system', () => {
    expect(toStorageError(Object.assign(new Error('no space'), { code: 'ENOSPC' }))).toMatchObject({ code: 'disk_full' })
  })

  it.each([
    ['not_writable', ['EROFS', 'EACCES', 'EPERM', 'SQLITE_READONLY', 'SQLITE_READONLY_DIRECTORY', 'SQLITE_READONLY_CANTINIT', 'SQLITE_CANTOPEN', 'SQLITE_PERM']],
    ['file_locked', ['SQLITE_BUSY', 'SQLITE_BUSY_RECOVERY', 'SQLITE_LOCKED_SHAREDCACHE', 'SQLITE_PROTOCOL', 'EBUSY']],
    ['disk_gone', ['SQLITE_IOERR', 'SQLITE_IOERR_READ', 'SQLITE_IOERR_FSYNC', 'SQLITE_READONLY_DBMOVED', 'EIO', 'ENODEV', 'ESTALE']]
  ])('does not call damaged what is %s, and says that it may pass', (code, codes) => {
    for (const of of codes) expect([of, toStorageError(Object.assign(new Error('x'), { code: of }))]).toMatchObject([of, { code, retryable: true }])
  })

  it('leaves bugs alone', () => {
    const database = openDatabase(join(folder, 'bug.db'))
    expect(toStorageError(errorOf(() => database.prepare('SELECT nonsense')))).toBeNull()
    expect(toStorageError(new TypeError('x'))).toBeNull()
    expect(toStorageError('text')).toBeNull()
    database.close()
  })
})

describe('what makes a client’s file unusable', () => {
  const thrown = (fields: Readonly<Record<string, string | number>>): Error => Object.assign(new Error(String(fields['code'])), fields)

  it.each([
    ['a socket that is not connected', { code: 'ENOTCONN', syscall: 'shutdown' }],
    ['a server that is not there', { code: 'EIO', syscall: 'connect', address: '127.0.0.1', port: 443 }],
    ['a name that no resolver answers', { code: 'EIO', syscall: 'getaddrinfo', hostname: 'example.org' }]
  ])('is not %s, which is no storage at all', (_, fields) => {
    expect(toStorageError(thrown(fields))).toBeNull()
    expect(troubleOf(thrown(fields), folder)).toBeNull()
  })

  it('is not the disk of another folder, though the work that needed it is told so', () => {
    for (const path of ['/media/stick/film.mp4', `${folder}-2/media/a.png`, join(folder, '..', 'b')]) {
      const error = thrown({ code: 'EIO', syscall: 'read', path })
      expect(toStorageError(error)).toMatchObject({ code: 'disk_gone' })
      expect(troubleOf(error, folder)).toBeNull()
    }
  })

  it('is a file of its folder, and whatever SQLite says of itself', () => {
    expect(troubleOf(thrown({ code: 'ENODEV', syscall: 'open', path: join(folder, 'media', '..a') }), folder)).toBe('disk_gone')
    expect(troubleOf(thrown({ code: 'SQLITE_IOERR_READ' }), folder)).toBe('disk_gone')
    expect(troubleOf(thrown({ code: 'SQLITE_CORRUPT' }), folder)).toBe('database_damaged')
    expect(troubleOf(thrown({ code: 'EACCES', path: join(folder, 'a') }), folder)).toBeNull()
  })
})
