import { t } from 'i18next'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Leaving } from '../../shared/outbox/undo-window.ts'
import type { StudioError } from '../../shared/errors/studio-error.ts'
import { studio } from '../bridge/studio-client.ts'
import { studioStore } from './studio-store.ts'
import { offerUndo, type OfferedUndo } from './undo-store.ts'

/** What leaves within moments at all clients, the next first. The engine keeps it; this is what was last read. */
export const leavingStore = createStore<{ readonly leaving: readonly Leaving[] }>(() => ({ leaving: [] }))

/** Each entry's way back, under the key of Ctrl/⌘ Z too as long as it can be taken. */
const ways = new Map<string, OfferedUndo>()

export function useLeaving(): readonly Leaving[] {
  return useStore(leavingStore, ({ leaving }) => leaving)
}

export const keyOf = ({ postId, jobIds }: Leaving): string => postId ?? jobIds.join(' ')

/** Reads anew whenever something in an outbox moves; returns the function that stops it. */
export function followLeaving(): () => void {
  const ends = [
    studio.on('outbox.changed', () => void refresh()),
    studio.on('studio.changed', () => void refresh()),
    studio.on('engine.changed', ({ state }) => state === 'ready' && void refresh())
  ]
  void refresh()
  return () => {
    for (const end of ends) end()
    show([])
  }
}

/** Takes the entry back, as its button does. */
export async function takeBack(leaving: Leaving): Promise<void> {
  await ways.get(keyOf(leaving))?.take()
}

async function refresh(): Promise<void> {
  const answer = await studio.request('studio.leaving', {})
  if (answer.ok) show(answer.value.leaving)
}

function show(leaving: readonly Leaving[]): void {
  const keys = new Set(leaving.map(keyOf))
  for (const [key, way] of ways) {
    if (keys.has(key)) continue
    way.forget()
    ways.delete(key)
  }
  for (const entry of leaving) {
    if (!ways.has(keyOf(entry))) ways.set(keyOf(entry), offerUndo({ workspaceId: entry.workspaceId, label: labelOf(entry), undo: () => withdraw(entry) }))
  }
  leavingStore.setState({ leaving })
}

function labelOf({ kind, workspaceId }: Leaving): string {
  const client = studioStore.getState().workspaces.find(({ id }) => id === workspaceId)?.name ?? '—'
  return t(`safety:leaving.step.${kind}`, { client })
}

/** A post becomes a draft again, a reply goes back into its field, a heart is as it was. */
async function withdraw({ workspaceId, postId, jobIds }: Leaving): Promise<StudioError | null> {
  if (postId !== null) {
    const answer = await studio.request('posts.unschedule', { workspaceId, postId })
    return answer.ok ? null : tooLate(answer.error)
  }
  for (const jobId of jobIds) {
    const answer = await studio.request('outbox.decide', { workspaceId, jobId, decision: 'drop' })
    if (!answer.ok) return tooLate(answer.error)
  }
  return null
}

/** What has left meanwhile cannot be called back; that is said in its own words. */
function tooLate(error: StudioError): StudioError {
  return error.code === 'post_not_editable' || error.code === 'conflict' ? { ...error, code: 'already_left' } : error
}
