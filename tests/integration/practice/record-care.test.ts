import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { damages, type Damage } from '../support/damage-file.ts'
import { startPracticeEngine, type PracticeEngine } from './practice-engine.ts'

let engine: PracticeEngine
afterEach(() => engine.stop())

const minute = 60_000
const folder = () => join(engine.folder, 'workspaces', engine.workspaceId)
const record = () => join(folder(), 'practice.db')
const backups = () => (existsSync(join(folder(), 'practice-backups')) ? readdirSync(join(folder(), 'practice-backups')) : [])
/** It is copied in slices, in real time. */
const finishedBackup = () => backups().some((name) => name.endsWith('Z.db'))
const recoveries = async () => (await engine.ask('studio.read', {})).recoveries
const members = async () => (await engine.ask('practice.read', { workspaceId: engine.workspaceId })).members
const newestNotification = () => engine.onTheNetwork<{ id: number }>('SELECT MAX(id) AS id FROM notifications')[0]!.id

it('backs the record up while Vigie runs', async () => {
  engine = await startPracticeEngine()
  expect(backups()).toEqual([])
  await engine.advance(3 * minute)
  await engine.until(finishedBackup)
})

it.each(Object.keys(damages) as Damage[])('restores the record when %s, and says so', async (damage) => {
  engine = await startPracticeEngine()
  await engine.advance(3 * minute)
  await engine.until(finishedBackup)
  const known = newestNotification()
  await engine.restart({
    crash: true,
    meanwhile: () => {
      // Else the log beside the file still holds everything, and heals it.
      const database = openDatabase(record())
      database.pragma('wal_checkpoint(TRUNCATE)')
      database.close()
      damages[damage](record())
    }
  })
  await engine.until(async () => (await members()) === 36)
  expect(await recoveries()).toMatchObject([{ workspaceId: engine.workspaceId, damagedFileName: expect.stringMatching(/practice\.db$/) }])
  expect(readdirSync(join(folder(), 'damaged')).some((name) => name.endsWith('practice.db'))).toBe(true)
  // What Vigie has seen already never hides what comes now.
  await engine.advance(60 * minute)
  expect(newestNotification()).toBeGreaterThanOrEqual(known)
  await engine.restart({ crash: false })
  expect(await recoveries()).toHaveLength(1)
})

it('moves a folder that lies in the record’s place aside, and restores the record', async () => {
  engine = await startPracticeEngine()
  await engine.advance(3 * minute)
  await engine.until(finishedBackup)
  await engine.restart({
    crash: false,
    meanwhile: () => {
      rmSync(record())
      mkdirSync(record())
    }
  })
  await engine.until(async () => (await members()) === 36)
  expect(await recoveries()).toMatchObject([{ workspaceId: engine.workspaceId, damagedFileName: expect.stringMatching(/practice\.db$/) }])
  expect(readdirSync(join(folder(), 'damaged')).some((name) => name.endsWith('practice.db'))).toBe(true)
})

it('goes on with a folder made before the record had this care', async () => {
  engine = await startPracticeEngine({ startBackgroundWork: false })
  const statuses = engine.onTheNetwork('SELECT id FROM statuses').length
  await engine.restart({
    crash: false,
    meanwhile: () => {
      const database = openDatabase(record())
      database.exec('DROP TABLE maintenance; DROP TABLE scheduled_statuses; DROP TABLE set_aside; DROP TABLE reports; ALTER TABLE statuses DROP COLUMN poll; DROP INDEX statuses_by_quoted; ALTER TABLE statuses DROP COLUMN quoted_id; ALTER TABLE statuses DROP COLUMN is_revoked; ALTER TABLE statuses DROP COLUMN quote_policy; ALTER TABLE media DROP COLUMN captions; DROP TABLE reviews; DROP INDEX statuses_pinned; ALTER TABLE statuses DROP COLUMN pinned_at')
      database.pragma('user_version = 1')
      database.close()
    }
  })
  await engine.until(async () => (await members()) === 36)
  expect(engine.onTheNetwork('SELECT id FROM statuses')).toHaveLength(statuses)
  expect(backups()).toHaveLength(1)
  expect(await recoveries()).toEqual([])
})

it('refuses a record written by a newer Vigie, untouched, and opens the client', async () => {
  engine = await startPracticeEngine({ startBackgroundWork: false })
  await engine.restart({
    crash: false,
    meanwhile: () => {
      const database = openDatabase(record())
      database.pragma('user_version = 99')
      database.close()
    }
  })
  expect(await engine.request('practice.read', { workspaceId: engine.workspaceId })).toMatchObject({ ok: false, error: { code: 'database_from_the_future' } })
  expect((await engine.ask('studio.read', {})).unavailable).toEqual([])
})
