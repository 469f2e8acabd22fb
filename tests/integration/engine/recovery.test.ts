import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { damages, isSameFile, writeGarbageLog, type Damage } from '../support/damage-file.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

const hour = 3_600_000
const client = { name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' } as const

let folder: string
let engine: TestEngine
let id: string
let other: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-recovery-'))
  engine = await startTestEngine({ folder })
  id = engine.random.id()
  other = engine.random.id()
  await engine.ask('workspaces.create', { id, ...client })
  await engine.advance(1000)
  await engine.ask('workspaces.create', { id: other, ...client, name: 'Atelier Nord' })
  await engine.stop()
})
afterEach(async () => {
  await engine.stop()
  rmSync(folder, { recursive: true, force: true })
})

const databaseOf = (workspaceId: string): string => join(folder, 'workspaces', workspaceId, 'workspace.db')
const backupsOf = (workspaceId: string): readonly string[] => readdirSync(join(folder, 'workspaces', workspaceId, 'backups'))

/** Rows enough for a few hundred pages, as any client's history has; the marks tell what survived. */
/** More of it than of everything else, so that the middle of the file is its. */
function addHistory(path: string, mark: string, rows = 8000): void {
  const database = openDatabase(path)
  database.exec('CREATE TABLE IF NOT EXISTS history_of_test (mark TEXT NOT NULL, text TEXT NOT NULL) STRICT')
  const insert = database.prepare('INSERT INTO history_of_test VALUES (?, ?)')
  database.transaction(() => {
    for (let row = 0; row < rows; row += 1) insert.run(mark, `${mark} ${row} ${'what people said '.repeat(8)}`)
  })()
  database.pragma('wal_checkpoint(TRUNCATE)')
  database.close()
}

function marksIn(path: string): readonly string[] {
  const database = openDatabase(path, { readonly: true })
  try {
    const exists = database.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'history_of_test'`).get() !== undefined
    return exists ? database.prepare<[], string>('SELECT DISTINCT mark FROM history_of_test ORDER BY mark').pluck().all() : []
  } finally {
    database.close()
  }
}

/** One run of the studio: starts, waits, ends. Gives the time at its end. */
async function run(startAt: number, ms: number): Promise<number> {
  engine = await startTestEngine({ folder, startAt })
  await engine.advance(ms)
  const now = engine.now()
  await engine.stop()
  return now
}

const monday = Date.UTC(2026, 10, 23, 8)

describe('a damaged workspace', () => {
  it.each(Object.keys(damages) as Damage[])('is restored from the newest backup when %s', async (damage) => {
    addHistory(databaseOf(id), 'before the backup')
    const end = await run(monday, hour)
    const backupAt = monday + 2 * 60_000
    addHistory(databaseOf(id), 'after the backup')
    damages[damage](databaseOf(id))
    const damagedBytes = join(folder, 'kept-by-the-test')
    cpSync(databaseOf(id), damagedBytes)
    // A spoilt page in the middle shows when it is read; after an exit that was not clean everything is read at the start.
    writeGarbageLog(databaseOf(id))

    engine = await startTestEngine({ folder, startAt: end + hour })
    const { workspaces, unavailable, recoveries } = await engine.ask('studio.read', {})
    expect(unavailable).toEqual([])
    expect(workspaces.map((workspace) => workspace.name)).toEqual(['Maison Lune', 'Atelier Nord'])
    expect(recoveries).toEqual([{ id: expect.any(String), workspaceId: id, at: end + hour, restoredTo: backupAt, damagedFileName: expect.any(String) }])
    expect(marksIn(databaseOf(id))).toEqual(['before the backup'])

    const aside = join(folder, 'workspaces', id, 'damaged', recoveries[0]!.damagedFileName)
    expect(isSameFile(aside, damagedBytes)).toBe(true)
    expect(existsSync(`${aside}-wal`)).toBe(true)

    // Both clients can be worked with, and the recovery is told until it is read.
    expect(await engine.ask('accounts.list', { workspaceId: id })).toEqual({ accounts: [], removed: [], unserved: [], accessNotices: [] })
    expect(await engine.ask('accounts.list', { workspaceId: other })).toEqual({ accounts: [], removed: [], unserved: [], accessNotices: [] })
    await engine.restart({ crash: false })
    expect((await engine.ask('studio.read', {})).recoveries).toHaveLength(1)
    await engine.ask('studio.dismissRecovery', { recoveryId: recoveries[0]!.id })
    await engine.restart({ crash: false })
    expect((await engine.ask('studio.read', {})).recoveries).toEqual([])
  })

  it.each(['the file is cut in half', 'the file is cut to nothing', 'the header is zeroed'] as const)('is noticed also after a clean exit when %s', async (damage) => {
    addHistory(databaseOf(id), 'before')
    const end = await run(monday, hour)
    damages[damage](databaseOf(id))
    engine = await startTestEngine({ folder, startAt: end })
    expect((await engine.ask('studio.read', {})).recoveries).toHaveLength(1)
    expect(marksIn(databaseOf(id))).toEqual(['before'])
  })

  it('starts empty and says so when there is no backup', async () => {
    damages['the header is zeroed'](databaseOf(id))
    engine = await startTestEngine({ folder, startAt: monday })
    const { workspaces, unavailable, recoveries } = await engine.ask('studio.read', {})
    expect(unavailable).toEqual([])
    expect(workspaces).toHaveLength(2)
    expect(recoveries).toEqual([{ id: expect.any(String), workspaceId: id, at: monday, restoredTo: null, damagedFileName: expect.any(String) }])
    expect(await engine.ask('accounts.list', { workspaceId: id })).toEqual({ accounts: [], removed: [], unserved: [], accessNotices: [] })
  })

  it('passes over a backup that is damaged too', async () => {
    addHistory(databaseOf(id), 'first')
    let end = await run(monday, hour)
    addHistory(databaseOf(id), 'second')
    end = await run(end + 4 * hour, hour)
    const [older, newer] = backupsOf(id).toSorted()
    expect(newer).toBeDefined()
    damages['pages in the middle are overwritten'](join(folder, 'workspaces', id, 'backups', newer!))
    damages['the header is zeroed'](databaseOf(id))
    engine = await startTestEngine({ folder, startAt: end })
    expect((await engine.ask('studio.read', {})).recoveries[0]).toMatchObject({ restoredTo: monday + 2 * 60_000 })
    expect(older).toContain('2026-11-23T08-02')
    expect(marksIn(databaseOf(id))).toEqual(['first'])
  })

  it('is restored when its file is gone', async () => {
    addHistory(databaseOf(id), 'before')
    const end = await run(monday, hour)
    rmSync(databaseOf(id))
    engine = await startTestEngine({ folder, startAt: end })
    expect((await engine.ask('studio.read', {})).recoveries[0]).toMatchObject({ restoredTo: monday + 2 * 60_000, damagedFileName: '' })
    expect(marksIn(databaseOf(id))).toEqual(['before'])
  })

  it('is closed, restored and open again when the damage shows in use', async () => {
    addHistory(databaseOf(id), 'before')
    const end = await run(monday, hour)
    damages['all but the first pages are overwritten'](databaseOf(id))
    engine = await startTestEngine({ folder, startAt: end })
    // Nothing tells at the start: the last exit was clean and the file has its length.
    const first = await engine.request('accounts.list', { workspaceId: id })
    if (!first.ok) expect(first.error.code).toBe('database_damaged')
    await engine.until(async () => (await engine.ask('studio.read', {})).recoveries.length === 1)
    await engine.until(async () => (await engine.request('accounts.list', { workspaceId: id })).ok)
    expect(marksIn(databaseOf(id))).toEqual(['before'])
    expect(await engine.ask('accounts.list', { workspaceId: other })).toEqual({ accounts: [], removed: [], unserved: [], accessNotices: [] })
  })

  it('is found by the weekly check when nobody meets the damage', async () => {
    addHistory(databaseOf(id), 'before')
    const end = await run(monday, 2 * hour)
    damages['pages in the middle are overwritten'](databaseOf(id))
    engine = await startTestEngine({ folder, startAt: end })
    expect((await engine.ask('studio.read', {})).recoveries).toEqual([])
    await engine.advance(7 * 24 * hour)
    await engine.until(async () => (await engine.ask('studio.read', {})).recoveries.length === 1)
    expect(marksIn(databaseOf(id))).toEqual(['before'])
  })

  it('does not let a damaged file push out good backups', async () => {
    addHistory(databaseOf(id), 'before')
    const end = await run(monday, hour)
    const good = backupsOf(id)
    engine = await startTestEngine({ folder, startAt: end + 24 * hour })
    damages['pages in the middle are overwritten'](databaseOf(id))
    const change = openDatabase(databaseOf(id))
    change.prepare(`INSERT INTO maintenance VALUES ('of_test', 1)`).run()
    change.close()
    await engine.advance(hour)
    await engine.until(async () => (await engine.ask('studio.read', {})).recoveries.length === 1)
    expect(backupsOf(id)).toEqual(expect.arrayContaining([...good]))
    expect(marksIn(databaseOf(id))).toEqual(['before'])
  })

  it('goes on with what was committed before garbage in the write-ahead log', async () => {
    addHistory(databaseOf(id), 'before')
    writeGarbageLog(databaseOf(id))
    engine = await startTestEngine({ folder, startAt: monday })
    expect((await engine.ask('studio.read', {})).recoveries).toEqual([])
    expect(marksIn(databaseOf(id))).toEqual(['before'])
  })
})

describe('a workspace that cannot be opened', () => {
  it('from the future is left untouched, and the others work', async () => {
    const future = openDatabase(databaseOf(id))
    future.pragma('user_version = 9999')
    future.pragma('wal_checkpoint(TRUNCATE)')
    future.close()
    const before = join(folder, 'kept-by-the-test')
    cpSync(databaseOf(id), before)
    engine = await startTestEngine({ folder, startAt: monday })
    expect(await engine.ask('studio.read', {})).toMatchObject({ unavailable: [{ workspaceId: id, reason: 'database_from_the_future' }], recoveries: [] })
    expect(await engine.request('accounts.list', { workspaceId: id })).toMatchObject({ ok: false, error: { code: 'database_from_the_future' } })
    expect((await engine.request('accounts.list', { workspaceId: other })).ok).toBe(true)
    await engine.stop()
    expect(isSameFile(databaseOf(id), before)).toBe(true)
    expect(existsSync(join(folder, 'workspaces', id, 'damaged'))).toBe(false)
  })

  it('because its folder is missing is named, and comes back with the folder', async () => {
    const away = join(folder, 'away')
    cpSync(join(folder, 'workspaces', id), away, { recursive: true })
    rmSync(join(folder, 'workspaces', id), { recursive: true })
    engine = await startTestEngine({ folder, startAt: monday })
    expect((await engine.ask('studio.read', {})).unavailable).toEqual([{ workspaceId: id, reason: 'folder_missing' }])
    expect(await engine.request('accounts.list', { workspaceId: id })).toMatchObject({ ok: false, error: { code: 'not_found' } })
    mkdirSync(join(folder, 'workspaces'), { recursive: true })
    cpSync(away, join(folder, 'workspaces', id), { recursive: true })
    await engine.advance(60_000)
    expect((await engine.ask('studio.read', {})).unavailable).toEqual([])
    expect((await engine.request('accounts.list', { workspaceId: id })).ok).toBe(true)
  })

  it('can be removed all the same, with its secrets as far as its file names them', async () => {
    engine = await startTestEngine({ folder, startAt: monday })
    await engine.restart({
      crash: false,
      meanwhile() {
        const future = openDatabase(databaseOf(id))
        future.exec(`INSERT INTO accounts (id, network_id, handle, display_name, server_url, remote_id, state, access_ends_at, server_limits, secret_reference, last_checked_at, connected_at, removed_at) VALUES ('a', 'bluesky', '@a', 'a', 'https://s.example', 'did:plc:a', 'connected', NULL, '{}', '${id}:a', NULL, 1, NULL)`)
        future.pragma('user_version = 9999')
        future.close()
        rmSync(join(folder, 'workspaces', other), { recursive: true })
        engine.secrets.entries.set(`${id}:a`, 'secret')
      }
    })
    expect((await engine.ask('studio.read', {})).unavailable).toHaveLength(2)
    await engine.ask('workspaces.remove', { workspaceId: id })
    await engine.ask('workspaces.remove', { workspaceId: other })
    expect(await engine.ask('studio.read', {})).toMatchObject({ workspaces: [], unavailable: [] })
    expect([engine.secrets.entries.size, readdirSync(join(folder, 'bin')).length]).toEqual([0, 1])
  })
})

describe('a damaged list of workspaces', () => {
  it('is restored, and finds the workspaces that it does not know yet by their folders', async () => {
    const end = await run(monday, hour)
    engine = await startTestEngine({ folder, startAt: end, seed: 3 })
    const third = engine.random.id()
    const made = await engine.ask('workspaces.create', { id: third, ...client, name: 'Third' })
    await engine.stop()
    expect(made.name).toBe('Third')
    damages['the header is zeroed'](join(folder, 'studio.db'))
    engine = await startTestEngine({ folder, startAt: end + hour })
    const { workspaces, recoveries } = await engine.ask('studio.read', {})
    expect(workspaces.map((workspace) => workspace.name)).toEqual(['Maison Lune', 'Atelier Nord', 'Third'])
    expect(workspaces[2]).toEqual(made)
    expect(recoveries).toMatchObject([{ workspaceId: null, restoredTo: monday + 2 * 60_000 }])
  })

  it('is made anew from the folders when there is no backup', async () => {
    damages['the file holds something else'](join(folder, 'studio.db'))
    engine = await startTestEngine({ folder, startAt: monday })
    const { workspaces, recoveries } = await engine.ask('studio.read', {})
    expect(workspaces.map((workspace) => workspace.name)).toEqual(['Maison Lune', 'Atelier Nord'])
    expect(recoveries).toMatchObject([{ workspaceId: null, restoredTo: null }])
  })

  it('from the future stops the start, untouched', async () => {
    const future = openDatabase(join(folder, 'studio.db'))
    future.pragma('user_version = 9999')
    future.pragma('wal_checkpoint(TRUNCATE)')
    future.close()
    await expect(startTestEngine({ folder, startAt: monday })).rejects.toMatchObject({ error: { code: 'database_from_the_future' } })
  })
})
