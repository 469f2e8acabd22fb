import type { Migration } from '../../migration.ts'

/**
 * Which media a version of a post names, kept by the database itself: asked of the versions' text, each file that nothing uses any more would read all of it
 * (media/find-references.ts). A version is written once and never changed.
 */
export const migration0024: Migration = {
  version: 24,
  name: 'version media',
  up(database) {
    database.exec(`
      CREATE TABLE post_version_media (
        media_id TEXT NOT NULL,
        sequence INTEGER NOT NULL REFERENCES post_versions (sequence) ON DELETE CASCADE,
        PRIMARY KEY (media_id, sequence)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX post_version_media_by_version ON post_version_media (sequence);

      INSERT OR IGNORE INTO post_version_media (media_id, sequence)
      SELECT tree.atom, version.sequence
      FROM post_versions AS version, json_tree(CASE WHEN json_valid(version.content) THEN version.content ELSE '{}' END) AS tree
      WHERE tree.key = 'mediaId' AND tree.type = 'text';

      CREATE TRIGGER post_versions_name_media AFTER INSERT ON post_versions BEGIN
        INSERT OR IGNORE INTO post_version_media (media_id, sequence)
        SELECT tree.atom, NEW.sequence FROM json_tree(NEW.content) AS tree WHERE tree.key = 'mediaId' AND tree.type = 'text';
      END;
    `)
  }
}
