import type Database from 'better-sqlite3'
import type { Workspace } from '../../../shared/workspaces/workspace.ts'
import type { EventName, EventPayload } from '../../../shared/contract/event-map.ts'
import type { Clock } from '../time/clock.ts'
import type { Logger } from '../log/logger.ts'
import type { Random } from '../random.ts'

/**
 * The wall around one client: its own database connection, its own folder, and nothing of any other. Features get exactly one context and
 * cannot name another workspace.
 */
export interface WorkspaceContext {
  /** As it is now; changes with the settings. */
  workspace(): Workspace
  readonly database: Database.Database
  /** Absolute path; `media/` lies in it. */
  readonly folder: string
  readonly clock: Clock
  readonly random: Random
  readonly log: Logger
  /** Tells the page; call it after the commit, never inside a transaction. */
  emit<Name extends EventName>(name: Name, payload: EventPayload<Name>): void
}
