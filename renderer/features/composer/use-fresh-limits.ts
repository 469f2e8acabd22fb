import { useEffect, useState } from 'react'
import { studio } from '../../bridge/studio-client.ts'

/** As many as a post can have. */
const mostAccounts = 50
const none: readonly string[] = []

/**
 * Has the engine ask the servers of these accounts what they take, where that is old: when the composer opens, when an account comes to the post, and when somebody comes back to the window. What is
 * other than before comes with the accounts. Gives the accounts whose server did not tell it, as far as they are still among these: for them counts what was known.
 */
export function useFreshLimits(workspaceId: string, accountIds: readonly string[]): readonly string[] {
  const [notTold, setNotTold] = useState(none)
  const ids = accountIds.slice(0, mostAccounts).join(' ')
  useEffect(() => {
    if (ids === '') return
    let isHere = true
    const ask = async (): Promise<void> => {
      const answer = await studio.request('serverLimits.refresh', { workspaceId, accountIds: ids.split(' ') })
      if (isHere) setNotTold(answer.ok ? answer.value.notTold : none)
    }
    const askAgain = (): void => void ask()
    askAgain()
    window.addEventListener('focus', askAgain)
    return () => {
      isHere = false
      window.removeEventListener('focus', askAgain)
    }
  }, [workspaceId, ids])
  return notTold.filter((id) => accountIds.includes(id))
}
