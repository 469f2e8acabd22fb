import { useEffect, useState } from 'react'
import { createTurns } from '../../bridge/create-turns.ts'
import { studio } from '../../bridge/studio-client.ts'
import { heldEntries, type HeldEntry } from './held-entries.ts'

/** What the hold stopped at these clients, earliest first; null while it is being read. */
export function useHeldEntries(workspaceIds: readonly string[]): readonly HeldEntry[] | null {
  const [entries, setEntries] = useState<readonly HeldEntry[] | null>(null)
  const key = workspaceIds.join(' ')
  useEffect(() => {
    const nextTurn = createTurns()
    const read = async (): Promise<void> => {
      const isNewest = nextTurn()
      const lists = await Promise.all(key.split(' ').filter(Boolean).map(readHeld))
      if (isNewest()) setEntries(lists.flat().toSorted((a, b) => a.dueAt - b.dueAt))
    }
    void read()
    const end = studio.on('outbox.changed', () => void read())
    return () => {
      nextTurn()
      end()
    }
  }, [key])
  return entries
}

async function readHeld(workspaceId: string): Promise<readonly HeldEntry[]> {
  const answer = await studio.request('outbox.list', { workspaceId, view: 'open', limit: 500 })
  return answer.ok ? heldEntries(workspaceId, answer.value.jobs) : []
}
