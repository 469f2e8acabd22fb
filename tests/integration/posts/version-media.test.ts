import type Database from 'better-sqlite3'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { workspaceMigrations } from '../../../electron/engine/database/workspace-migrations.ts'
import { createReferenceFinder } from '../../../electron/engine/media/find-references.ts'

const [picture, ofAPart, other] = ['7b0e3c2a-9a52-4c39-8f3d-0d7c55a1e001', '7b0e3c2a-9a52-4c39-8f3d-0d7c55a1e002', '7b0e3c2a-9a52-4c39-8f3d-0d7c55a1e003']
const content = JSON.stringify({ title: '', document: {}, targets: [], media: [{ mediaId: picture, altText: '' }], moreParts: [{ id: 'p', media: [{ mediaId: ofAPart, altText: other }] }] })

let folder: string
let database: Database.Database

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-version-media-'))
  database = openDatabase(join(folder, 'workspace.db'))
  for (const migration of workspaceMigrations.filter(({ version }) => version < 24)) migration.up(database)
})
afterEach(() => {
  database.close()
  rmSync(folder, { recursive: true, force: true })
})

const migrateOn = (): void => workspaceMigrations.filter(({ version }) => version >= 24).forEach((migration) => migration.up(database))
const keep = (text: string): void => void database.prepare("INSERT INTO post_versions (id, post_id, at, kept_at, reason, excerpt, content) VALUES (hex(randomblob(8)), 'post', 0, 0, 'schedule', '', ?)").run(text)
const referred = (): readonly boolean[] => [picture, ofAPart, other].map(createReferenceFinder(database))

test('versions from before keep their images, those of each part too; one that cannot be read is in nobody’s way', () => {
  keep('{ damaged')
  keep(content)
  migrateOn()
  expect(referred()).toEqual([true, true, false])
})

test('a new version names its images by itself, and lets them go with itself', () => {
  migrateOn()
  expect(referred()).toEqual([false, false, false])
  keep(content)
  expect(referred()).toEqual([true, true, false])
  database.prepare('DELETE FROM post_versions').run()
  expect(referred()).toEqual([false, false, false])
})

test('what versions say is not read for that, however many there are', () => {
  migrateOn()
  const statements: string[] = []
  const watched = new Proxy(database, { get: (target, name) => (name === 'prepare' ? (sql: string) => (statements.push(sql), target.prepare(sql)) : Reflect.get(target, name)) })
  createReferenceFinder(watched)(picture)
  expect(statements.filter((sql) => /\bfrom "?post_versions\b/i.test(sql))).toEqual([])
})
