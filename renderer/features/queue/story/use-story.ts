import { mayHaveArrived } from '../../../../shared/outbox/may-have-arrived.ts'
import type { Job, JobAttempt } from '../../../../shared/outbox/job.ts'
import { holdOf } from '../../../shell/hold-actions.ts'
import { useStudio } from '../../../shell/studio-store.ts'
import { outBeforeMove } from './hour-there.ts'
import type { Story } from './story.ts'
import { tellStory } from './tell-story.ts'

/** The story of a job as it is at this moment: a hold or working offline changes what there is to do. */
export function useStory(workspaceId: string, job: Job, attempts: readonly JobAttempt[], isByHand: boolean): Story {
  const isOnHold = holdOf(useStudio((state) => state.holds), workspaceId) !== null
  const isWorkingOffline = useStudio((state) => state.connectivity.state === 'working_offline')
  return tellStory(job, { isOnHold, isWorkingOffline, mayHaveArrived: mayHaveArrived(attempts), isByHand, outBeforeMove: outBeforeMove(job, attempts) })
}
