import { useEffect, useState } from 'react'
import { studio } from '../../bridge/studio-client.ts'

/** What one account's network last told; null: nothing yet, or it could not be read. The same function each time: another one asks anew. */
export type ReadTold<Told> = (workspaceId: string, accountId: string) => Promise<Told | null>

/** What the networks of these accounts last told, read again whenever one of them tells something new. Accounts without are left out. */
export function useToldByAccounts<Told>(workspaceId: string, accountIds: readonly string[], event: 'terms.changed' | 'categories.changed', readTold: ReadTold<Told>): ReadonlyMap<string, Told> {
  const [told, setTold] = useState<ReadonlyMap<string, Told>>(new Map())
  const ids = accountIds.join(' ')
  useEffect(() => {
    let isOver = false
    const read = async (): Promise<void> => {
      const found = await Promise.all(ids.split(' ').filter((id) => id !== '').map(async (accountId) => [accountId, await readTold(workspaceId, accountId)] as const))
      if (!isOver) setTold(new Map(found.flatMap(([id, answer]) => (answer === null ? [] : [[id, answer]]))))
    }
    if (ids !== '') void read()
    const end = studio.on(event, (happened) => void (happened.workspaceId === workspaceId && ids !== '' && read()))
    return () => {
      isOver = true
      end()
    }
  }, [workspaceId, ids, event, readTold])
  return told
}
