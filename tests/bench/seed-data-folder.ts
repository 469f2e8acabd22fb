import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { startTestEngine } from '../integration/support/start-test-engine.ts'
import { createSeededRandom } from '../integration/support/seeded-random.ts'
import { seedInbox } from '../support/seed-inbox.ts'

export interface SeededFolder {
  readonly folder: string
  readonly workspaceId: string
  readonly databaseFile: string
}

const accountId = '3f0c5f0e-6f0a-4c57-9d0a-0f8f6d1d2c11'

/**
 * A data folder as the studio leaves it, with one client and that many messages of the last two years in its inbox. Their account was
 * removed since, so that nothing is polled while something is measured.
 */
export async function seedDataFolder(items: number): Promise<SeededFolder> {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-bench-'))
  const engine = await startTestEngine({ folder, startBackgroundWork: false })
  const workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Les Amarres', colour: 'ocean', timeZone: 'Europe/Paris' })
  const until = engine.now()
  await engine.stop()
  const databaseFile = join(folder, 'workspaces', workspaceId, 'workspace.db')
  const database = new Database(databaseFile)
  database
    .prepare(
      `INSERT INTO accounts (id, network_id, handle, display_name, server_url, remote_id, state, server_limits, secret_reference, connected_at, removed_at)
       VALUES (?, 'mastodon', '@bench@example.invalid', 'Bench', 'https://example.invalid', '1', 'needs_login', '{"maxCharacters":null,"charactersPerUrl":null,"maxMedia":null}', 'bench', ?, ?)`
    )
    .run(accountId, until, until)
  seedInbox(database, { accountIds: [accountId], items, from: until - 730 * 86_400_000, until, random: createSeededRandom(7) })
  database.pragma('optimize')
  database.pragma('wal_checkpoint(TRUNCATE)')
  database.close()
  return { folder, workspaceId, databaseFile }
}
