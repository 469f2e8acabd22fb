import type { JobKind } from '../../../shared/outbox/job.ts'
import { comparableText } from '../../../shared/posts/same-text.ts'
import { textToCompare } from '../../../shared/posts/text-to-compare.ts'
import { sha256Of } from '../sha256.ts'
import type { JobPayload } from './job-payload.ts'
import type { JobRecord } from './job-record.ts'

/** The same for texts that people would call the same; null when there is nothing to compare. Stored with the job, so it must not change its meaning. */
export function textDigest(text: string): string | null {
  const comparable = comparableText(text)
  return comparable === '' ? null : sha256Of(comparable).toString('hex').slice(0, 32)
}

/** Of what the job lets people read: a post, or other words for one that is out, beside the poll and the quoted post that stay there (`about`: what published it). */
export function digestOfIntent({ kind, payload }: { readonly kind: JobKind; readonly payload: JobPayload }, about: Pick<JobRecord, 'payload'> | null): string | null {
  if (kind === 'publish_post' && payload.effect === 'create') return textDigest(textToCompare(payload.text, payload))
  if (payload.effect !== 'edit') return null
  const sent = about?.payload
  return textDigest(textToCompare(payload.text, sent?.effect === 'create' ? sent : {}))
}
