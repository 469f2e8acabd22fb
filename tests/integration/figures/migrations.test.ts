import { expect, it } from 'vitest'
import { migrate } from '../../../electron/engine/database/migrate.ts'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { workspaceMigrations } from '../../../electron/engine/database/workspace-migrations.ts'

it('a workspace from before reactions were told keeps its figures, and takes of each message the newest', async () => {
  const database = openDatabase(':memory:')
  const place = workspaceMigrations.findIndex(({ version }) => version === 113)
  await migrate(database, workspaceMigrations.slice(0, place), async () => undefined)
  database.exec(`INSERT INTO post_figures (job_id, read_at, figures) VALUES ('j', 5, '{"likes":3}')`)
  expect(await migrate(database, workspaceMigrations.slice(0, place + 1), async () => undefined)).toMatchObject({ ok: true, value: { to: 113 } })
  expect(database.prepare('SELECT figures FROM post_figures').pluck().all()).toEqual(['{"likes":3}'])
  database.exec(`INSERT INTO reactions_told VALUES ('a', '-100:11', 5, '[]')`)
  expect(() => database.exec(`INSERT INTO reactions_told VALUES ('a', '-100:11', 6, '[]')`)).toThrow(/UNIQUE/)
  database.close()
})
