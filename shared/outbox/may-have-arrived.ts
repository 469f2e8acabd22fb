import type { JobAttempt } from './job.ts'

/** So many looks, one after the other, have to say "not there" before it is certain. */
export const looksUntilSure = 4

/** Whether the network may have got it without telling, as far as the attempts say. Oldest first. */
export function mayHaveArrived(attempts: readonly Pick<JobAttempt, 'step' | 'outcome'>[]): boolean {
  let isInDoubt = false
  let nones = 0
  for (const { step, outcome } of attempts) {
    if (step === 'send' && (outcome === 'running' || outcome === 'unknown' || outcome === 'interrupted' || outcome === 'pending')) {
      isInDoubt = true
      nones = 0
    } else if (outcome === 'published') isInDoubt = false
    else if (outcome === 'not_found') {
      nones += 1
      if (nones >= looksUntilSure) isInDoubt = false
    } else if (outcome === 'unknown') nones = 0
  }
  return isInDoubt
}
