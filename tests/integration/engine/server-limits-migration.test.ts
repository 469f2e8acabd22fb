import { expect, it } from 'vitest'
import { createAccountsRepository } from '../../../electron/engine/accounts/accounts-repository.ts'
import { migrate } from '../../../electron/engine/database/migrate.ts'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { workspaceMigrations } from '../../../electron/engine/database/workspace-migrations.ts'

it('an account of before keeps its limits, as ones of which nobody knows how old they are', async () => {
  const database = openDatabase(':memory:')
  const place = workspaceMigrations.findIndex(({ version }) => version === 101)
  await migrate(database, workspaceMigrations.slice(0, place), async () => undefined)
  database.exec(`
    INSERT INTO accounts (id, network_id, handle, display_name, server_url, remote_id, state, server_limits, secret_reference, connected_at)
    VALUES ('00000000-0000-4000-8000-000000000001', 'mastodon', '@a@server.example', 'A', 'https://server.example', '1', 'connected', '{"maxCharacters":500,"charactersPerUrl":23,"maxMedia":4}', 'r', 1)`)
  await migrate(database, workspaceMigrations, async () => undefined)
  const repository = createAccountsRepository(database)
  const limits = { maxCharacters: 500, charactersPerUrl: 23, maxMedia: 4 }
  expect(repository.listAll()).toMatchObject([{ account: { serverLimits: limits }, limitsReadAt: null }])
  repository.setServerLimits('00000000-0000-4000-8000-000000000001', { ...limits, maxMedia: 6, media: { maxImageBytes: 1, maxVideoBytes: null, maxAltText: 2 } }, 7)
  expect(repository.listAll()).toMatchObject([{ account: { serverLimits: { ...limits, maxMedia: 6, media: { maxImageBytes: 1 } } }, limitsReadAt: 7 }])
  expect(database.prepare('SELECT count(*) AS count FROM limit_notices').get()).toEqual({ count: 0 })
  database.close()
})
