import type { Connectivity, HeldScope, Recovery, Settings } from '../../shared/contract/studio.contract.ts'
import type { RequestOutput } from '../../shared/contract/request-map.ts'
import type { StudioError } from '../../shared/errors/studio-error.ts'
import type { RemovalNotice } from '../../shared/workspaces/client-removal.ts'
import type { Workspace } from '../../shared/workspaces/workspace.ts'

export type Environment = RequestOutput<'studio.environment'>
export type EngineState = Environment['engine']
export type SecretStoreState = Environment['secretStore']
export type WorkspaceCounts = RequestOutput<'studio.counts'>['workspaces'][number]
export type UnavailableWorkspace = RequestOutput<'studio.read'>['unavailable'][number]

/** A copy of what the studio knows, for the frame. The database is the truth; every event makes it ask again. */
export interface StudioState {
  /** `loading` until the first answer; `failed` when it was an error; `outside` when the page runs without Vigie. */
  readonly phase: 'loading' | 'ready' | 'failed' | 'outside'
  readonly loadError: StudioError | null
  readonly environment: Environment | null
  readonly engine: EngineState
  readonly secretStore: SecretStoreState
  readonly settings: Settings
  readonly workspaces: readonly Workspace[]
  readonly unavailable: readonly UnavailableWorkspace[]
  readonly connectivity: Connectivity
  readonly recoveries: readonly Recovery[]
  /** Clients that were removed while something of theirs was on its way. */
  readonly removals: readonly RemovalNotice[]
  /** What stands still now: all clients (`workspaceId` null) first, then each one's own hold. */
  readonly holds: readonly HeldScope[]
  readonly counts: ReadonlyMap<string, WorkspaceCounts>
  /** When something of each client's was last written to disk, told by the screens through `noteSaved`. */
  readonly lastSavedAt: ReadonlyMap<string, number>
}

export const initialStudioState: StudioState = {
  phase: 'loading',
  loadError: null,
  environment: null,
  engine: 'starting',
  secretStore: { state: 'unknown', backend: '' },
  settings: { language: 'system', theme: 'system', lastWorkspaceId: null, workOffline: false, notifications: true, singleKeyShortcuts: true, frenchTyping: true, confirmClientChange: true, lastPublishingWorkspaceId: null, recentEmoji: [], emojiTone: 0 },
  workspaces: [],
  unavailable: [],
  connectivity: { state: 'online', since: 0 },
  recoveries: [],
  removals: [],
  holds: [],
  counts: new Map(),
  lastSavedAt: new Map()
}

export const emptyCounts: Omit<WorkspaceCounts, 'workspaceId'> = { unreadInbox: 0, unreadWatch: 0, needsAttention: 0, waiting: 0, withoutYes: 0, atNetwork: 0, soughtThere: 0, movingThere: 0, outAtOldHour: 0, nextDueAt: null }
