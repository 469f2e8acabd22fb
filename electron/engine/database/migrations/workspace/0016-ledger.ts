import { textDigest } from '../../../outbox/text-digest.ts'
import type { Migration } from '../../migration.ts'

/**
 * `cancel_reason`: why a job was cancelled, or is to be once it is certain that nothing of it arrived. Rows of before keep null: nobody wrote it down.
 * `text_digest`: of the text of a post, to find the same text again by an index. `lease_until` was written and never read: no two engines share a database.
 */
export const migration0016: Migration = {
  version: 16,
  name: 'ledger',
  up(database) {
    database.function('text_digest_of', { deterministic: true }, (payload: unknown) => digestOf(payload))
    database.exec(`
      ALTER TABLE outbox_jobs DROP COLUMN lease_until;
      ALTER TABLE outbox_jobs ADD COLUMN cancel_reason TEXT;
      ALTER TABLE outbox_jobs ADD COLUMN text_digest TEXT;
      UPDATE outbox_jobs SET text_digest = text_digest_of(payload) WHERE kind = 'publish_post';
      CREATE INDEX outbox_by_text ON outbox_jobs (account_id, text_digest) WHERE text_digest IS NOT NULL;
    `)
  }
}

/** A payload that cannot be read has no text to compare. */
function digestOf(payload: unknown): string | null {
  try {
    const parsed: unknown = JSON.parse(String(payload))
    const text = typeof parsed === 'object' && parsed !== null && 'text' in parsed ? parsed.text : null
    return typeof text === 'string' ? textDigest(text) : null
  } catch {
    return null
  }
}
