import type { Migration } from '../../migration.ts'

/**
 * `post_texts`: everything that people read in a post, as plain text: title, all parts, texts for single accounts, descriptions of images. Written with
 * the post (`posts-repository.ts`). Posts of before are taken from their documents here; a word that is half bold stays in two pieces until the
 * post is saved again.
 */
export const migration0021: Migration = {
  version: 21,
  name: 'post search',
  up(database) {
    database.exec(`
      CREATE TABLE post_texts (
        number INTEGER PRIMARY KEY,
        post_id TEXT NOT NULL UNIQUE REFERENCES posts (id) ON DELETE CASCADE,
        text TEXT NOT NULL
      ) STRICT;

      -- As for messages (0004): the text stays in its table, accents do not matter, nothing is ranked.
      CREATE VIRTUAL TABLE post_search USING fts5 (
        text, content = 'post_texts', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3', columnsize = 0
      );
      CREATE TRIGGER post_texts_added AFTER INSERT ON post_texts BEGIN
        INSERT INTO post_search (rowid, text) VALUES (new.number, new.text);
      END;
      CREATE TRIGGER post_texts_removed AFTER DELETE ON post_texts BEGIN
        INSERT INTO post_search (post_search, rowid, text) VALUES ('delete', old.number, old.text);
      END;
      CREATE TRIGGER post_texts_changed AFTER UPDATE OF text ON post_texts BEGIN
        INSERT INTO post_search (post_search, rowid, text) VALUES ('delete', old.number, old.text);
        INSERT INTO post_search (rowid, text) VALUES (new.number, new.text);
      END;

      INSERT INTO post_texts (post_id, text)
      SELECT id, title || char(10) || coalesce((
        SELECT group_concat(words, char(10)) FROM (
          SELECT group_concat(atom, ' ') AS words FROM json_tree(posts.document) WHERE key = 'text' AND type = 'text'
          UNION ALL SELECT (SELECT group_concat(atom, ' ') FROM json_tree(post_targets.variant) WHERE key = 'text' AND type = 'text') FROM post_targets WHERE post_id = posts.id
          UNION ALL SELECT (SELECT group_concat(atom, ' ') FROM json_tree(post_parts.document) WHERE key = 'text' AND type = 'text') FROM post_parts WHERE post_id = posts.id
          UNION ALL SELECT (SELECT group_concat(atom, ' ') FROM json_tree(post_parts.variants) WHERE key = 'text' AND type = 'text') FROM post_parts WHERE post_id = posts.id
          UNION ALL SELECT alt_text FROM post_media WHERE post_id = posts.id
        )
      ), '') FROM posts;
    `)
  }
}
