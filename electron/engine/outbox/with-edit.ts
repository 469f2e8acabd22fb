import type { CreatePayload } from './job-payload.ts'
import type { JobRecord } from './job-record.ts'

/** What was sent, in the words that stand there since. */
export function withEdit(sent: CreatePayload, edit: Pick<JobRecord, 'payload'> | null): CreatePayload {
  const payload = edit?.payload
  if (payload?.effect !== 'edit') return sent
  const { title, text, document } = payload
  return { ...sent, title, text, document }
}
