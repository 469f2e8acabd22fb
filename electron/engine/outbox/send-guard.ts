import type { StudioError } from '../../../shared/errors/studio-error.ts'
import { onHold, type Hold } from '../../../shared/safety/hold.ts'
import type { JobRecord } from './job-record.ts'
import { doubtful } from './restored-doubt.ts'

/** What may keep a job that is due from leaving. Asked inside the transaction that claims it, so that nothing slips between. */
export interface SendGuard {
  /** Nothing at all leaves; null: no hold stands. */
  hold(): Hold | null
  /** Why this very job must not leave; null: it may. */
  objectionTo(job: JobRecord): StudioError | null
  /** What the client's answer alone has against it, as things stand now: no yes where one is needed, or a no. Asked also long before its time, and while it is being got ready. */
  answerAgainst(job: JobRecord): StudioError | null
}

/** Why the job must not be sent now, whatever the reason; null: it may. The doubt outlives a hold, and whoever lifts one has not answered it. */
export function objectionToSending(guard: SendGuard, job: JobRecord): StudioError | null {
  if (job.isDoubtful) return doubtful
  const hold = guard.hold()
  return hold === null ? guard.objectionTo(job) : onHold(hold)
}
