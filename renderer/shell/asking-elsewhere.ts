import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import type { Workspace } from '../../shared/workspaces/workspace.ts'
import type { WorkspaceCounts } from './studio-state.ts'
import { useStudio } from './studio-store.ts'

/** A client that is not on screen, and how many of its posts and answers wait for a decision. */
export interface AskingClient {
  readonly workspaceId: string
  readonly name: string
  readonly count: number
}

/** In the order of the list of clients. */
function askingElsewhere(workspaces: readonly Pick<Workspace, 'id' | 'name'>[], counts: ReadonlyMap<string, Pick<WorkspaceCounts, 'needsAttention'>>, onScreen: string): readonly AskingClient[] {
  return workspaces.flatMap(({ id, name }) => {
    const count = id === onScreen ? 0 : (counts.get(id)?.needsAttention ?? 0)
    return count > 0 ? [{ workspaceId: id, name, count }] : []
  })
}

/** What asks at other clients than this one. */
export function useAskingElsewhere(onScreen: string): readonly AskingClient[] {
  return askingElsewhere(useStudio((state) => state.workspaces), useStudio((state) => state.counts), onScreen)
}

export function totalOf(asking: readonly AskingClient[]): number {
  return asking.reduce((total, { count }) => total + count, 0)
}

/** How many asked at each client when the banner was put away; until the next start. */
const putAwayStore = createStore<{ readonly known: ReadonlyMap<string, number> }>(() => ({ known: new Map() }))

/** Of them, those that ask more than when they were put away. */
export function useNotPutAway(asking: readonly AskingClient[]): readonly AskingClient[] {
  const known = useStore(putAwayStore, (state) => state.known)
  return notPutAway(asking, known)
}

function notPutAway(asking: readonly AskingClient[], known: ReadonlyMap<string, number>): readonly AskingClient[] {
  return asking.filter(({ workspaceId, count }) => count > (known.get(workspaceId) ?? 0))
}

export function putAway(asking: readonly AskingClient[]): void {
  putAwayStore.setState(({ known }) => ({ known: new Map([...known, ...asking.map(({ workspaceId, count }) => [workspaceId, count] as const)]) }))
}
