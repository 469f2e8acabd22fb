import { digestOfIntent } from '../../../outbox/text-digest.ts'
import { jobPayloadSchema } from '../../../outbox/job-payload.ts'
import type { Migration } from '../../migration.ts'

/** `text_digest` of the words that were written over a post that is out: whether something was said already goes by what stands there. */
export const migration0068: Migration = {
  version: 68,
  name: 'words of edits',
  up(database) {
    database.function('words_digest_of', { deterministic: true }, (edit: unknown, about: unknown) => digestOf(edit, about))
    database.exec(`
      UPDATE outbox_jobs SET text_digest = words_digest_of(payload, (SELECT about.payload FROM outbox_jobs AS about WHERE about.id = outbox_jobs.about_job_id))
      WHERE kind = 'edit' AND about_job_id IS NOT NULL;
    `)
  }
}

/** A payload that cannot be read has no text to compare. */
function digestOf(edit: unknown, about: unknown): string | null {
  const payload = payloadOf(edit)
  return payload === null ? null : digestOfIntent({ kind: 'edit', payload }, { payload: payloadOf(about) })
}

function payloadOf(stored: unknown): ReturnType<typeof jobPayloadSchema.parse> | null {
  try {
    return jobPayloadSchema.parse(JSON.parse(String(stored)))
  } catch {
    return null
  }
}
