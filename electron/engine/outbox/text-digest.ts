import { sha256Of } from '../sha256.ts'
import { comparableText } from '../../../shared/posts/same-text.ts'

/** The same for texts that people would call the same; null when there is nothing to compare. Stored with the job, so it must not change its meaning. */
export function textDigest(text: string): string | null {
  const comparable = comparableText(text)
  return comparable === '' ? null : sha256Of(comparable).toString('hex').slice(0, 32)
}
