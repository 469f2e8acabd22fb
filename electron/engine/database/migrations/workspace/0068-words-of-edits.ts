import { textDigest } from '../../../outbox/text-digest.ts'
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

type Stored = Readonly<Record<string, unknown>>

/** With the choices and the quoted post of what published it, as they were stored then. A payload that cannot be read has no text to compare. */
function digestOf(edit: unknown, about: unknown): string | null {
  const { effect, text } = storedIn(edit)
  if (effect !== 'edit' || typeof text !== 'string') return null
  const sent = storedIn(about)
  const beside = sent['effect'] === 'create' ? [...choicesOf(asStored(sent['poll'])), ...addressOf(asStored(sent['quote']))] : []
  return textDigest([text, ...beside].join('\n'))
}

function choicesOf({ choices }: Stored): readonly string[] {
  return Array.isArray(choices) ? choices.filter((choice) => typeof choice === 'string') : []
}

function addressOf({ url, remoteId }: Stored): readonly string[] {
  return [url === '' ? remoteId : url].filter((address) => typeof address === 'string')
}

function storedIn(payload: unknown): Stored {
  try {
    return asStored(JSON.parse(String(payload)))
  } catch {
    return {}
  }
}

function asStored(value: unknown): Stored {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
