import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { migrate } from '../../../electron/engine/database/migrate.ts'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { workspaceMigrations } from '../../../electron/engine/database/workspace-migrations.ts'
import { createPostsRepository } from '../../../electron/engine/posts/posts-repository.ts'

test('a post from before there were tags has none, nor has its account, and takes some', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-test-'))
  const database = openDatabase(join(folder, 'workspace.db'))
  try {
    await migrate(database, workspaceMigrations.filter(({ version }) => version < 80), () => Promise.resolve())
    database.exec(`
      INSERT INTO accounts (id, network_id, handle, display_name, server_url, remote_id, state, server_limits, secret_reference, connected_at) VALUES ('a', 'wordpress', 'blog.example', 'Blog', 'https://blog.example', '1', 'connected', '{}', 'r', 0);
      INSERT INTO posts (id, revision, title, document, excerpt, origin, created_at, updated_at) VALUES ('p', 1, 'Le marché', '{"type":"doc","content":[{"type":"paragraph"}]}', '', '{"kind":"composer"}', 0, 0);
      INSERT INTO post_targets (post_id, position, account_id, variant, has_own_media, title) VALUES ('p', 0, 'a', NULL, 0, 'Samedi');`)
    await migrate(database, workspaceMigrations, () => Promise.resolve())
    const posts = createPostsRepository(database)
    const post = posts.read('p')!
    expect([Object.hasOwn(post, 'tags'), post.targets, posts.tagsUsed()]).toEqual([false, [{ accountId: 'a', variant: null, title: 'Samedi' }], []])
    posts.write({ ...post, tags: ['Noël'], targets: [{ ...post.targets[0]!, tags: ['noël', 'hiver'] }] })
    expect(posts.read('p')).toMatchObject({ tags: ['Noël'], targets: [{ tags: ['noël', 'hiver'] }] })
    expect(posts.tagsUsed()).toHaveLength(2)
  } finally {
    database.close()
    rmSync(folder, { recursive: true })
  }
})
