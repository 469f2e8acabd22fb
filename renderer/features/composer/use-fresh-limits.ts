import { useEffect } from 'react'
import { studio } from '../../bridge/studio-client.ts'

/** As many as a post can have. */
const mostAccounts = 50

/**
 * Has the engine ask the servers of these accounts what they take, where that is old: when the composer opens, when an account comes to the post, and when somebody comes back to the window. What is
 * other than before comes with the accounts; where nothing can be asked, nothing is said and what was known counts.
 */
export function useFreshLimits(workspaceId: string, accountIds: readonly string[]): void {
  const ids = accountIds.slice(0, mostAccounts).join(' ')
  useEffect(() => {
    if (ids === '') return
    const ask = (): void => void studio.request('serverLimits.refresh', { workspaceId, accountIds: ids.split(' ') })
    ask()
    window.addEventListener('focus', ask)
    return () => window.removeEventListener('focus', ask)
  }, [workspaceId, ids])
}
