import { holdOf } from '../../shell/hold-actions.ts'
import { useStudio } from '../../shell/studio-store.ts'
import type { KeptBy } from './job-status.ts'

/** What keeps this client's posts and replies from leaving now. */
export function useKeptBy(workspaceId: string): KeptBy {
  const isOnHold = holdOf(useStudio((state) => state.holds), workspaceId) !== null
  const isWorkingOffline = useStudio(({ connectivity }) => connectivity.state === 'working_offline')
  if (isOnHold) return 'hold'
  return isWorkingOffline ? 'working_offline' : null
}
