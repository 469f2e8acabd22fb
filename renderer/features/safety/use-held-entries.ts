import { useEffect, useState } from 'react'
import type { Account } from '../../../shared/accounts/account.ts'
import { createTurns } from '../../bridge/create-turns.ts'
import { studio } from '../../bridge/studio-client.ts'
import { heldEntries, type HeldEntry } from './held-entries.ts'

export interface Held {
  readonly entries: readonly HeldEntry[]
  readonly accounts: readonly Account[]
}

/** What the hold stopped at these clients, earliest first, and their accounts; null while it is being read. */
export function useHeldEntries(workspaceIds: readonly string[]): Held | null {
  const [held, setHeld] = useState<Held | null>(null)
  const key = workspaceIds.join(' ')
  useEffect(() => {
    const nextTurn = createTurns()
    const read = async (): Promise<void> => {
      const isNewest = nextTurn()
      const ofClients = await Promise.all(key.split(' ').filter(Boolean).map(readHeld))
      if (isNewest()) setHeld({ entries: ofClients.flatMap(({ entries }) => entries).toSorted((a, b) => a.dueAt - b.dueAt), accounts: ofClients.flatMap(({ accounts }) => accounts) })
    }
    void read()
    const end = studio.on('outbox.changed', () => void read())
    return () => {
      nextTurn()
      end()
    }
  }, [key])
  return held
}

async function readHeld(workspaceId: string): Promise<Held> {
  const [jobs, accounts] = await Promise.all([studio.request('outbox.list', { workspaceId, view: 'open', limit: 500 }), studio.request('accounts.list', { workspaceId })])
  return { entries: jobs.ok ? heldEntries(workspaceId, jobs.value.jobs) : [], accounts: accounts.ok ? accounts.value.accounts : [] }
}
