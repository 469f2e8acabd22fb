import type { Migration } from '../../migration.ts'

/**
 * How people keep their pictures: description, folder, tags; `is_kept`: it stays though no post has it; `removed_at`: taken out of the library, and collected once nothing needs it.
 * All of it belongs to the content, so rows with the same content say the same; a copy that is added takes over what is known. `origin_id`: the picture that this one was made of.
 */
export const migration0032: Migration = {
  version: 32,
  name: 'library',
  up(database) {
    database.exec(`
      ALTER TABLE media ADD COLUMN alt_text TEXT NOT NULL DEFAULT '';
      ALTER TABLE media ADD COLUMN folder TEXT NOT NULL DEFAULT '';
      ALTER TABLE media ADD COLUMN tags TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(tags));
      ALTER TABLE media ADD COLUMN is_kept INTEGER NOT NULL DEFAULT 0 CHECK (is_kept IN (0, 1));
      ALTER TABLE media ADD COLUMN removed_at INTEGER;
      ALTER TABLE media ADD COLUMN origin_id TEXT;
      CREATE INDEX media_by_origin ON media (origin_id) WHERE origin_id IS NOT NULL;

      CREATE TRIGGER media_known_already AFTER INSERT ON media
      WHEN EXISTS (SELECT 1 FROM media WHERE sha256 = NEW.sha256 AND id <> NEW.id) BEGIN
        UPDATE media SET removed_at = NULL WHERE sha256 = NEW.sha256;
        UPDATE media SET (alt_text, folder, tags, is_kept) =
          (SELECT alt_text, folder, tags, is_kept FROM media WHERE sha256 = NEW.sha256 AND id <> NEW.id ORDER BY added_at DESC LIMIT 1)
        WHERE id = NEW.id;
      END;
    `)
  }
}
