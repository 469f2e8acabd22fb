import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { startPracticeEngine, type PracticeEngine } from './practice-engine.ts'

let engine: PracticeEngine
afterEach(() => engine.stop())

const minute = 60_000

/** Beside the engine, as a fault of the disk: what needs the table throws from now on. */
function change(sql: string): void {
  const database = openDatabase(join(engine.folder, 'workspaces', engine.workspaceId, 'practice.db'))
  database.exec(sql)
  database.close()
}
const asOf = () => engine.onTheNetwork<{ value: string }>("SELECT value FROM facts WHERE key = 'community.asOf'")[0]!.value
const acts = () => engine.onTheNetwork<{ count: number }>('SELECT COUNT(*) AS count FROM statuses')[0]!.count
const errorsAbout = (words: string) => engine.logLines.filter((line) => line.startsWith('error') && line.includes(words)).length

it('keeps every other client at work while the people cannot be written down, and lets them go on afterwards', async () => {
  engine = await startPracticeEngine()
  const other = { workspaceId: randomUUID() }
  await engine.ask('workspaces.create', { id: other.workspaceId, name: 'Autre', colour: 'teal', timeZone: 'Europe/Paris' })
  await engine.ask('practice.setPace', { workspaceId: engine.workspaceId, pace: 'storm' })
  change('ALTER TABLE set_aside RENAME TO gone; ALTER TABLE scheduled_statuses RENAME TO gone_scheduled')
  const stoodAt = asOf()
  await engine.advance(20 * minute)
  expect(errorsAbout('the people of the practice network')).toBeGreaterThan(1)
  expect(errorsAbout('could not publish what is due')).toBeGreaterThan(1)
  expect(errorsAbout("a timer's work")).toBe(0)
  expect(asOf()).toBe(stoodAt)
  expect(await engine.request('snippets.list', other)).toMatchObject({ ok: true })
  const before = acts()
  change('ALTER TABLE gone RENAME TO set_aside; ALTER TABLE gone_scheduled RENAME TO scheduled_statuses')
  await engine.advance(30 * minute)
  expect(Number(asOf())).toBeGreaterThan(Number(stoodAt) + 20 * minute)
  expect(acts()).toBeGreaterThan(before)
})

it('opens the client, and ends with every file closed, although the people can neither begin nor end', async () => {
  engine = await startPracticeEngine()
  await engine.restart({ crash: false, meanwhile: () => change("CREATE TRIGGER full BEFORE UPDATE ON facts WHEN NEW.key = 'community.asOf' BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END") })
  expect(await engine.request('practice.read', { workspaceId: engine.workspaceId })).toMatchObject({ ok: true })
  expect((await engine.ask('studio.read', {})).unavailable).toEqual([])
  expect(errorsAbout('the people of the practice network')).toBeGreaterThan(0)
  await engine.restart({
    crash: false,
    meanwhile: () => {
      for (const file of ['studio.db', `workspaces/${engine.workspaceId}/practice.db`, `workspaces/${engine.workspaceId}/workspace.db`]) expect(existsSync(join(engine.folder, `${file}-wal`)), file).toBe(false)
      change('DROP TRIGGER full')
    }
  })
  // A calm hour may pass in silence.
  await engine.ask('practice.setPace', { workspaceId: engine.workspaceId, pace: 'storm' })
  const [before, stoodAt] = [acts(), Number(asOf())]
  await engine.advance(60 * minute)
  expect(acts()).toBeGreaterThan(before)
  expect(Number(asOf())).toBeGreaterThan(stoodAt + 50 * minute)
})
