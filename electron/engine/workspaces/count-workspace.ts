import type { RequestOutput } from '../../../shared/contract/request-map.ts'
import type { PendingWork } from './feature.ts'
import type { OpenWorkspace } from './open-workspace.ts'

type WorkspaceCounts = RequestOutput<'studio.counts'>['workspaces'][number]

/** Adds up what a workspace's features count. */
export function countWorkspace({ workspace, services }: OpenWorkspace): WorkspaceCounts {
  const parts = services.features.map((feature) => feature.counts?.() ?? {})
  const sum = (key: 'unreadInbox' | 'unreadWatch' | 'needsAttention' | 'waiting' | 'withoutYes' | 'atNetwork' | 'soughtThere' | 'movingThere' | 'outAtOldHour'): number => parts.reduce((total, part) => total + (part[key] ?? 0), 0)
  return {
    workspaceId: workspace.id,
    unreadInbox: sum('unreadInbox'),
    unreadWatch: sum('unreadWatch'),
    needsAttention: sum('needsAttention'),
    waiting: sum('waiting'),
    withoutYes: sum('withoutYes'),
    atNetwork: sum('atNetwork'),
    soughtThere: sum('soughtThere'),
    movingThere: sum('movingThere'),
    outAtOldHour: sum('outAtOldHour'),
    nextDueAt: earliest(parts.map((part) => part.nextDueAt ?? null))
  }
}

/** What is still due in all open workspaces together, for the question at quitting. */
export function sumPendingWork(open: readonly OpenWorkspace[]): PendingWork {
  const parts = open.flatMap(({ services }) => services.features.flatMap((feature) => feature.pendingWork?.() ?? []))
  return {
    sending: parts.reduce((total, part) => total + part.sending, 0),
    leaving: parts.reduce((total, part) => total + part.leaving, 0),
    dueToday: parts.reduce((total, part) => total + part.dueToday, 0),
    nextDueAt: earliest(parts.map((part) => part.nextDueAt)),
    isHeld: parts.some((part) => part.isHeld)
  }
}

function earliest(instants: readonly (number | null)[]): number | null {
  const known = instants.filter((instant) => instant !== null)
  return known.length === 0 ? null : Math.min(...known)
}
