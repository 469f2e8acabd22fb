import type { Migration } from '../../migration.ts'

/**
 * What was said about a post stays when the post is deleted: deleting can be taken back, and series make the same posts again. `says_no`: as it was written down, a no to
 * what the post said then; what goes out is counted without going through every answer.
 */
export const migration0047: Migration = {
  version: 47,
  name: 'words outlive posts',
  up(database) {
    database.exec(`
      CREATE TABLE post_words (
        sequence INTEGER PRIMARY KEY,
        post_id TEXT NOT NULL,
        approval TEXT NOT NULL,
        at INTEGER NOT NULL,
        says_no INTEGER NOT NULL CHECK (says_no IN (0, 1))
      ) STRICT;
      INSERT INTO post_words (sequence, post_id, approval, at, says_no)
        SELECT sequence, post_id, approval, at,
          CASE WHEN json_valid(approval) THEN coalesce(approval ->> '$.kind' = 'refused' OR (approval ->> '$.kind' = 'asked' AND approval -> '$.no' IS NOT NULL), 0) ELSE 0 END
        FROM post_approvals;
      DROP TABLE post_approvals;
      ALTER TABLE post_words RENAME TO post_approvals;
      CREATE INDEX post_approvals_by_post ON post_approvals (post_id, sequence);
      CREATE INDEX post_approvals_that_say_no ON post_approvals (post_id, sequence) WHERE says_no = 1;
    `)
  }
}
