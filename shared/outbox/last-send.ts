import type { JobAttempt } from './job.ts'

/** The last time that it left, or was given to its network's schedule: what the person looks for who looks for it there. null: it never did. */
export function lastSendOf(attempts: readonly Pick<JobAttempt, 'id' | 'step'>[]): string | null {
  return attempts.findLast(({ step }) => step === 'send' || step === 'hand_over')?.id ?? null
}
