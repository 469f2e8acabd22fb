import type { Leaving } from '../../../shared/outbox/undo-window.ts'
import type { Restored } from '../../../shared/safety/hold.ts'
import type { RequestHandlers } from '../rpc/request-handlers.ts'

/** Numbers for the rail and the tray; each feature gives those it knows. All are cheap at a hundred thousand rows: an index or a kept sum. */
export interface FeatureCounts {
  readonly unreadInbox?: number
  readonly unreadWatch?: number
  /** Jobs that wait for a decision by the user. */
  readonly needsAttention?: number
  /** Jobs that go out from here by themselves: queued, due or waiting for a connection. */
  readonly waiting?: number
  /** Of them, those that the missing yes of the client keeps, where posts need one: posts. */
  readonly withoutYes?: number
  /** Jobs whose network publishes them by itself at their time. */
  readonly atNetwork?: number
  /** Jobs that are only looked for there. */
  readonly soughtThere?: number
  /** Posts that may still go at an hour that is not wished any more, since their network has not confirmed another one. */
  readonly movingThere?: number
  /** Posts that went out so, until somebody has read it. */
  readonly outAtOldHour?: number
  /** ms since the epoch; null when nothing is due. */
  readonly nextDueAt?: number | null
}

export interface PendingWork {
  /** Jobs on their way to a network now. */
  readonly sending: number
  /** Jobs that leave within moments and can still be taken back. */
  readonly leaving: number
  /** Other jobs due within the workspace's day. */
  readonly dueToday: number
  /** ms since the epoch; null when nothing is due. */
  readonly nextDueAt: number | null
  /** A hold keeps what would be due: it counts neither as leaving nor as due. */
  readonly isHeld: boolean
}

/** One part of a workspace as the composition root sees it. Everything but `handlers` is optional. */
export interface Feature {
  readonly handlers: RequestHandlers
  counts?(): FeatureCounts
  pendingWork?(): PendingWork
  /** What became of things that came due in that span: out, or waiting for a decision. */
  whileAway?(since: number, until: number): { readonly out: number; readonly asking: number }
  /** What can still be taken back before it leaves. */
  leaving?(): readonly Leaving[]
  /** The computer woke up: timers may be late by hours. */
  systemResumed?(): void
  /** The user changed the workspace's name, colour, time zone or grace. */
  workspaceChanged?(): void
  /**
   * The database was put back to an earlier state. What it calls unsent may have been sent in the span that is lost: look first, or ask.
   * Called before any background work, and again at the next start if this one is cut short.
   */
  afterRestoration?(restored: Restored): void
  /** Starts timers and pollers; before it, the feature only answers requests. */
  startBackgroundWork?(): void
  /** Ends timers, aborts calls, and returns when nothing of it will touch the database again. */
  stop?(): Promise<void> | void
}
