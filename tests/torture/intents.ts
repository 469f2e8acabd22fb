import type { Standing } from './networks/torture-network.ts'

export const intentSorts = ['post', 'thread', 'reply', 'act', 'series'] as const
export type IntentSort = (typeof intentSorts)[number]

/** An intent that the engine acknowledged: from now on it may neither be lost nor go out twice. */
export interface Intent {
  readonly sort: Exclude<IntentSort, 'series'>
  readonly jobId: string
  readonly workspaceId: string
  readonly accountId: string
  /** Of its text; of an act, that of what it is about. */
  readonly mark: string
  /** The true time. */
  readonly acknowledgedAt: number
  /** Of a reply: the mark of what it answers. */
  readonly answers?: string
  /** Of a part of a thread: which post, and which part of how many. */
  readonly thread?: { readonly post: number; readonly part: number; readonly of: number }
  readonly act?: { readonly what: Standing['what']; readonly isOn: boolean }
}

/** A post for each account and each day. */
export interface SeriesIntent {
  readonly seriesId: string
  readonly workspaceId: string
  readonly accountIds: readonly string[]
  readonly mark: string
  readonly dates: readonly string[]
}

/** That something that is out be deleted. */
export interface RemovalIntent extends Pick<Intent, 'jobId' | 'workspaceId' | 'accountId' | 'mark' | 'acknowledgedAt'> {
  /** The job that published it. */
  readonly about: string
  /** What is deleted one after the other. */
  readonly chain: string
}

/** What was meant, and what was taken back since. */
export interface Intents {
  readonly all: readonly Intent[]
  readonly series: readonly SeriesIntent[]
  /** Not counted among the others. */
  readonly removals: readonly RemovalIntent[]
  add(intents: readonly Intent[]): void
  addSeries(intent: SeriesIntent): void
  addRemovals(intents: readonly RemovalIntent[]): void
  /** The engine said that they will not go out. */
  withdraw(jobIds: readonly string[]): void
  /** In their place stand others, which say something else. */
  replace(jobIds: readonly string[]): void
  /** Jobs and series that an older copy does not know: they may have gone out once, and nobody sees to them any more. */
  goWithCopy(ids: readonly string[]): void
  /** Open when their client was removed. `kept`: of these it was not said that they may be out. */
  goWithClient(workspaceId: string, jobIds: readonly string[], kept: readonly string[]): void
  isOfRemoved(workspaceId: string): boolean
  /** It went with its client, and is certainly not out. */
  isKeptBack(jobId: string): boolean
  /** Open in an older copy: they may be out since, whatever was said of them then. */
  doubt(jobIds: readonly string[]): void
  /** A copy of this client's file was put back. */
  noteRestored(workspaceId: string): void
  /** What cannot be done any more because what it began with is gone with a copy. */
  noteBaseless(): void
  readonly baseless: number
  isGone(id: string): boolean
  isDoubted(jobId: string): boolean
  isRestored(workspaceId: string): boolean
  isWithdrawn(jobId: string): boolean
  isReplaced(jobId: string): boolean
  count(): number
}

export function createIntents(): Intents {
  const all: Intent[] = []
  const series: SeriesIntent[] = []
  const removals: RemovalIntent[] = []
  const withdrawn = new Set<string>()
  const replaced = new Set<string>()
  const gone = new Set<string>()
  const doubted = new Set<string>()
  const restored = new Set<string>()
  const removed = new Set<string>()
  const keptBack = new Set<string>()
  let baseless = 0
  return {
    all,
    series,
    removals,
    add: (intents) => void all.push(...intents),
    addSeries: (intent) => void series.push(intent),
    addRemovals: (intents) => void removals.push(...intents),
    withdraw: (jobIds) => jobIds.forEach((id) => withdrawn.add(id)),
    replace: (jobIds) => jobIds.forEach((id) => replaced.add(id)),
    goWithCopy: (ids) => ids.forEach((id) => gone.add(id)),
    goWithClient(workspaceId, jobIds, kept) {
      removed.add(workspaceId)
      jobIds.forEach((id) => gone.add(id))
      kept.forEach((id) => keptBack.add(id))
    },
    isOfRemoved: (workspaceId) => removed.has(workspaceId),
    isKeptBack: (jobId) => keptBack.has(jobId),
    doubt: (jobIds) => jobIds.forEach((id) => doubted.add(id)),
    noteRestored: (workspaceId) => void restored.add(workspaceId),
    noteBaseless() {
      baseless += 1
    },
    get baseless() {
      return baseless
    },
    isGone: (id) => gone.has(id),
    isDoubted: (jobId) => doubted.has(jobId),
    isRestored: (workspaceId) => restored.has(workspaceId),
    isWithdrawn: (jobId) => withdrawn.has(jobId),
    isReplaced: (jobId) => replaced.has(jobId),
    count: () => all.length - replaced.size + series.reduce((sum, { accountIds, dates }) => sum + accountIds.length * dates.length, 0)
  }
}
