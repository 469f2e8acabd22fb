import type { Job } from '../../../shared/outbox/job.ts'
import { isOfWords } from '../../../shared/outbox/job-nature.ts'
import type { HeldDecision, HeldFate } from '../../../shared/safety/hold.ts'

/** Something whose time came during the hold: a post on all its accounts, or a reply, a like, a deletion, a film's cover. */
export interface HeldEntry {
  readonly key: string
  readonly workspaceId: string
  readonly kind: Job['kind']
  readonly excerpt: string
  readonly dueAt: number
  readonly subject: HeldDecision['subject']
  /** Where it would go; a post to all of them at once. */
  readonly accountIds: readonly string[]
  /** What the client's answer has against it, hold or no hold; null: nothing. */
  readonly stop: HeldStop | null
}

/** `refused`: the client's no (`needsYes`: nobody here can send it all the same); `lacks_yes`: posts need a yes, and there is none. */
export type HeldStop = { readonly kind: 'refused'; readonly needsYes: boolean; readonly by: string; readonly words: string } | { readonly kind: 'lacks_yes' }

/** Only what a hold stopped: what waits for an approval has its own way on. */
export function heldEntries(workspaceId: string, jobs: readonly Job[]): readonly HeldEntry[] {
  const entries = new Map<string, HeldEntry>()
  for (const { id, kind, state, failure, postId, excerpt, dueAt, stop, accountId } of jobs) {
    // A film's cover has its post's name too, and is a matter of its own: the post is out.
    const ofPost = kind === 'publish_post' ? postId : null
    const key = `${workspaceId} ${ofPost ?? id}`
    if (state !== 'held' || failure?.code !== 'on_hold') continue
    const known = entries.get(key)
    if (known !== undefined) {
      if (!known.accountIds.includes(accountId)) entries.set(key, { ...known, accountIds: [...known.accountIds, accountId] })
      continue
    }
    entries.set(key, { key, workspaceId, kind, excerpt, dueAt, accountIds: [accountId], subject: ofPost === null ? { kind: 'job', jobId: id } : { kind: 'post', postId: ofPost }, stop: stopOf(stop) })
  }
  return [...entries.values()]
}

function stopOf(stop: Job['stop']): HeldStop | null {
  if (stop === undefined) return null
  const { needsYes, by, comment } = stop.details ?? {}
  return stop.code === 'refused_by_client' ? { kind: 'refused', needsYes: needsYes === true, by: String(by ?? ''), words: String(comment ?? '') } : { kind: 'lacks_yes' }
}

/** What can become of it, the most likely first. What the client's answer keeps would not leave by “publish now”. */
export function fatesOf({ subject, stop }: Pick<HeldEntry, 'subject' | 'stop'>): readonly HeldFate['kind'][] {
  if (subject.kind === 'job') return ['publish_now', 'drop']
  if (stop === null) return ['publish_now', 'move', 'drop']
  if (stop.kind === 'lacks_yes') return ['ask', 'move', 'edit', 'drop']
  return stop.needsYes ? ['edit', 'ask', 'drop'] : ['edit', 'ask', 'send_all_the_same', 'drop']
}

/** The clients as which something leaves at once by these decisions; an answer in a conversation is asked about nowhere. */
export function clientsSending(entries: readonly HeldEntry[], fates: ReadonlyMap<string, HeldFate>): readonly string[] {
  const sending = entries.filter(({ key, subject }) => subject.kind === 'post' && ['publish_now', 'send_all_the_same'].includes(fates.get(key)?.kind ?? ''))
  return [...new Set(sending.map(({ workspaceId }) => workspaceId))]
}

/** The decisions of each client, in one call for each. */
export function decisionsByClient(entries: readonly HeldEntry[], fates: ReadonlyMap<string, HeldFate>): ReadonlyMap<string, readonly HeldDecision[]> {
  const decisions = new Map<string, readonly HeldDecision[]>()
  for (const { key, workspaceId, subject } of entries) {
    const fate = fates.get(key)
    if (fate !== undefined) decisions.set(workspaceId, [...(decisions.get(workspaceId) ?? []), { subject, fate }])
  }
  return decisions
}

/** Where several of one kind wait: the keys of each. What deletes or rewrites something that is out is decided one by one. */
export function actsOfOneKind(entries: readonly HeldEntry[]): ReadonlyMap<Job['kind'], readonly string[]> {
  const keys = new Map<Job['kind'], readonly string[]>()
  for (const { key, kind } of entries) {
    if (!isOfWords(kind) && kind !== 'delete' && kind !== 'edit') keys.set(kind, [...(keys.get(kind) ?? []), key])
  }
  return new Map([...keys].filter(([, of]) => of.length > 1))
}
