import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { migrate } from '../../../electron/engine/database/migrate.ts'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { workspaceMigrations } from '../../../electron/engine/database/workspace-migrations.ts'
import { createMediaRepository } from '../../../electron/engine/media/media-repository.ts'

test('posts keep their pictures when the table of media is made anew for videos, and what refers to nothing is still refused', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-test-'))
  const database = openDatabase(join(folder, 'workspace.db'))
  try {
    await migrate(database, workspaceMigrations.filter(({ version }) => version < 29), () => Promise.resolve())
    database.exec(`
      INSERT INTO media (id, file_name, media_type, bytes, width, height, sha256, added_at, is_clean, unused_since) VALUES ('m', 'x.jpg', 'image/jpeg', 7, 4, 3, 'abc', 5, 1, 9);
      INSERT INTO posts (id, revision, title, document, excerpt, origin, created_at, updated_at) VALUES ('p', 1, '', '{}', '', '{}', 0, 0);
      INSERT INTO post_media (post_id, position, part, media_id, alt_text) VALUES ('p', 0, 1, 'm', 'A quay');`)
    await migrate(database, workspaceMigrations, () => Promise.resolve())
    expect(database.prepare('SELECT file_name, bytes, is_clean, unused_since, duration_ms, post_media.alt_text FROM media JOIN post_media ON media_id = media.id').all()).toEqual([
      { file_name: 'x.jpg', bytes: 7, is_clean: 1, unused_since: 9, duration_ms: null, alt_text: 'A quay' }
    ])
    expect(() => database.exec(`DELETE FROM media WHERE id = 'm'`)).toThrow('FOREIGN KEY')
    const video = `INSERT INTO media (id, file_name, media_type, bytes, width, height, sha256, added_at, duration_ms, video_codec) VALUES ('v', 'x.mp4', 'video/mp4', 7, 4, 3, 'd', 5,`
    expect(() => database.exec(`${video} NULL, 'avc')`)).toThrow('CHECK')
    database.exec(`${video} 1000, 'avc')`)
  } finally {
    database.close()
    rmSync(folder, { recursive: true })
  }
})

test('of films that were added before their sound was read nothing is known of it, and nothing else changes', async () => {
  const id = '4f7f1d6e-7a42-4a53-8f0e-52b4b0a4c6a1'
  const folder = mkdtempSync(join(tmpdir(), 'vigie-test-'))
  const database = openDatabase(join(folder, 'workspace.db'))
  try {
    await migrate(database, workspaceMigrations.filter(({ version }) => version < 98), () => Promise.resolve())
    database.exec(`INSERT INTO media (id, file_name, media_type, bytes, width, height, sha256, added_at, duration_ms, video_codec, audio_codec, frame_rate) VALUES ('${id}', 'x.mp4', 'video/mp4', 7, 4, 3, 'd', 5, 1000, 'avc', 'aac', 25);`)
    await migrate(database, workspaceMigrations, () => Promise.resolve())
    expect(createMediaRepository(database).read(id)?.item).toEqual({ id, fileName: 'x.mp4', mediaType: 'video/mp4', bytes: 7, width: 4, height: 3, addedAt: 5, durationMs: 1000, videoCodec: 'avc', audioCodec: 'aac', frameRate: 25, hasCover: false })
  } finally {
    database.close()
    rmSync(folder, { recursive: true })
  }
})
