import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrate, readVersion } from '../../../electron/engine/database/migrate.ts'
import type { Migration } from '../../../electron/engine/database/migration.ts'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { studioMigrations } from '../../../electron/engine/database/studio-migrations.ts'
import { workspaceMigrations } from '../../../electron/engine/database/workspace-migrations.ts'

let folder: string
let database: Database.Database
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-migrate-'))
  database = openDatabase(join(folder, 'test.db'))
})
afterEach(() => {
  database.close()
  rmSync(folder, { recursive: true, force: true })
})

const step = (version: number, sql: string): Migration => ({ version, name: `step ${version}`, up: (each) => void each.exec(sql) })
const noBackup = (): Promise<void> => Promise.reject(new Error('no backup was expected'))
const tables = (): readonly string[] => database.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).pluck().all()

describe('opening a database', () => {
  it('sets the rules that everything relies on', () => {
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(database.pragma('synchronous', { simple: true })).toBe(2)
    expect(database.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(database.pragma('busy_timeout', { simple: true })).toBe(5000)
    expect(database.pragma('trusted_schema', { simple: true })).toBe(0)
  })
})

describe('migrating a database', () => {
  it('brings a new file to the newest shape without a backup', async () => {
    const result = await migrate(database, [step(1, 'CREATE TABLE a (x)'), step(2, 'CREATE TABLE b (x)')], noBackup)
    expect(result).toEqual({ ok: true, value: { from: 0, to: 2 } })
    expect(readVersion(database)).toBe(2)
    expect(tables()).toEqual(['a', 'b'])
  })

  it('does nothing, and makes no backup, when the shape is the newest', async () => {
    await migrate(database, [step(1, 'CREATE TABLE a (x)')], noBackup)
    expect(await migrate(database, [step(1, 'CREATE TABLE a (x)')], noBackup)).toEqual({ ok: true, value: { from: 1, to: 1 } })
  })

  it('backs up before it changes a file that has data', async () => {
    await migrate(database, [step(1, 'CREATE TABLE a (x)')], noBackup)
    const seen: unknown[] = []
    await migrate(database, [step(1, ''), step(2, 'CREATE TABLE b (x)')], async (from) => void seen.push(from, tables()))
    expect(seen).toEqual([1, ['a']])
    expect(tables()).toEqual(['a', 'b'])
  })

  it('changes nothing when the backup fails', async () => {
    await migrate(database, [step(1, 'CREATE TABLE a (x)')], noBackup)
    await expect(migrate(database, [step(1, ''), step(2, 'CREATE TABLE b (x)')], noBackup)).rejects.toThrow('no backup')
    expect([readVersion(database), tables()]).toEqual([1, ['a']])
  })

  it('leaves the file as it was when one of several steps fails', async () => {
    await migrate(database, [step(1, 'CREATE TABLE a (x); INSERT INTO a VALUES (1)')], noBackup)
    const broken = [step(1, ''), step(2, 'CREATE TABLE b (x); DELETE FROM a'), step(3, 'CREATE TABLE b (x)')]
    await expect(migrate(database, broken, async () => undefined)).rejects.toThrow('already exists')
    expect([readVersion(database), tables(), database.prepare('SELECT x FROM a').pluck().all()]).toEqual([1, ['a'], [1]])
  })

  it('refuses a step that leaves a row pointing nowhere', async () => {
    await migrate(database, [step(1, 'CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE TABLE b (a INTEGER REFERENCES a); INSERT INTO a VALUES (1); INSERT INTO b VALUES (1)')], noBackup)
    const orphaning = [step(1, ''), step(2, 'PRAGMA defer_foreign_keys = ON; DELETE FROM a')]
    await expect(migrate(database, orphaning, async () => undefined)).rejects.toThrow('points nowhere')
    expect([readVersion(database), database.prepare('SELECT count(*) FROM a').pluck().get()]).toEqual([1, 1])
  })

  it('refuses a database from the future and leaves it alone', async () => {
    database.pragma('user_version = 7')
    const result = await migrate(database, [step(1, 'CREATE TABLE a (x)')], noBackup)
    expect(result).toMatchObject({ ok: false, error: { code: 'database_from_the_future', details: { found: 7, known: 1 } } })
    expect([readVersion(database), tables()]).toEqual([7, []])
  })

  it.each([[[2, 1]], [[1, 1]], [[0]], [[1.5]]])('refuses steps numbered %j', async (versions) => {
    await expect(migrate(database, versions.map((version) => step(version, '')), noBackup)).rejects.toThrow('does not come after')
  })

  it.each([
    ['a workspace', workspaceMigrations],
    ['the studio', studioMigrations]
  ])('reaches the same shape of %s step by step as at once, with tables that check their types', async (_, migrations) => {
    await migrate(database, migrations, noBackup)
    const atOnce = shapeOf(database)
    const slow = openDatabase(join(folder, 'slow.db'))
    for (let count = 1; count <= migrations.length; count += 1) await migrate(slow, migrations.slice(0, count), async () => undefined)
    expect(shapeOf(slow)).toEqual(atOnce)
    slow.close()
    const loose = database.prepare<[], string>(`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'`).pluck().all()
    expect(loose).toEqual([])
  })
})

function shapeOf(each: Database.Database): readonly unknown[] {
  return each.prepare(`SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name`).all()
}
