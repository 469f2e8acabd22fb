import { holdOf } from './hold-actions.ts'
import type { KeptBy } from './kept-by.ts'
import { useStudio } from './studio-store.ts'

/** What keeps this client's posts and replies from leaving now. A hold counts first: going back online would not let them go. */
export function useKeptBy(workspaceId: string): KeptBy {
  const isOnHold = holdOf(useStudio((state) => state.holds), workspaceId) !== null
  const isWorkingOffline = useStudio(({ connectivity }) => connectivity.state === 'working_offline')
  if (isOnHold) return 'hold'
  return isWorkingOffline ? 'working_offline' : null
}
