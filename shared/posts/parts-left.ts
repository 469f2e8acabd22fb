import type { Job } from '../outbox/job.ts'
import type { OutgoingPart } from './post-parts.ts'
import { lastOut, numberOf } from './thread-progress.ts'

/** What an account has not got yet, and the job that the first of it goes on from. */
export interface PartsLeft {
  readonly parts: readonly (OutgoingPart & { readonly number: number })[]
  readonly afterJobId: string | null
}

/**
 * A thread is taken up after its last confirmed part: what is out stays as it is and is never sent again. `jobs` are those of the post for this
 * account; none of them is open.
 */
export function partsLeft(parts: readonly OutgoingPart[], jobs: readonly Pick<Job, 'id' | 'state' | 'part'>[]): PartsLeft {
  const out = lastOut(jobs)
  // The whole post went out as one: parts that were written afterwards are another thread's.
  if (out !== null && (out.part === undefined || numberOf(out) >= out.part.of)) return { parts: [], afterJobId: null }
  const first = out === null ? 1 : numberOf(out) + 1
  const numbered = parts.map((part, place) => ({ ...part, number: place + 1 }))
  return { parts: numbered.filter(({ number }) => number >= first), afterJobId: out?.id ?? null }
}
