import { studioError } from '../../shared/errors/studio-error.ts'
import type { NetworkId } from '../../shared/networks/network-id.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { NativeScheduler, PublishedThere, ScheduledPlace, WaitingThere } from '../../electron/engine/networks/network-scheduler.ts'
import type { Draft } from '../../electron/engine/networks/network-draft.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import type { NetworkFailure, NetworkResult } from '../../electron/engine/networks/network-failure.ts'
import type { RemoteRecord, ScriptedServerOptions } from './scripted-adapter.ts'

/** What the next calls meet. Those that "accept" take effect on the network; the others do not. */
export type ScheduleMishap = 'fine' | 'accept_then_cut' | 'cut_before' | 'accept_late_then_cut' | 'unreachable' | 'rate_limited' | 'server_error' | 'rejected' | 'revoked' | 'unreadable_answer' | 'cannot_tell' | 'never_answers'

export interface ScheduledRecord {
  scheduledId: string
  handle: string
  text: string
  dueAt: number
  key: string
}

export interface ScriptedScheduler {
  readonly adapter: NativeScheduler
  /** What waits there now. */
  readonly waiting: ScheduledRecord[]
  readonly calls: Record<keyof NativeScheduler, number>
  next(...mishaps: readonly ScheduleMishap[]): void
  otherwise(choose: () => ScheduleMishap): void
  /** The network's own clock: publishes what is due. */
  publishDue(): void
  /** Its own scheduler stands still, or goes on. */
  stopPublishing(isStopped: boolean): void
  /** Its clock is this many ms ahead of ours: what it calls past comes out at once. */
  isAheadBy(ms: number): void
  nextDue(): number | null
}

export interface SchedulerOptions {
  readonly now: () => number
  readonly after?: ((delay: number, callback: () => void) => void) | undefined
  /** Makes it visible, as of its time. */
  publish(record: ScheduledRecord): void
  /** What is visible with this text since that moment, in order. */
  findVisible(handle: string, text: string, since: number): readonly { readonly remoteId: string; readonly at: number }[]
}

/** The part of an adapter that such a network has, and others leave out. */
export function partsOf({ nativeSchedule }: NetworkAdapter['capabilities'], { adapter }: ScriptedScheduler): Pick<NetworkAdapter, 'scheduler'> {
  return nativeSchedule === undefined ? {} : { scheduler: adapter }
}

/** What it publishes by itself joins what is visible already. */
export function schedulerOver(networkId: NetworkId, records: RemoteRecord[], { now, after }: ScriptedServerOptions): ScriptedScheduler {
  return createScriptedScheduler({
    now,
    after,
    publish({ handle, text, dueAt, key }) {
      records.push({ remoteId: `${networkId}-${records.length + 1}`, handle, idempotencyKey: key, text, mediaCount: 0, replyTo: null, at: dueAt })
    },
    findVisible: (handle, text, since) => records.filter((record) => record.handle === handle && record.text === text && record.at >= since)
  })
}

const keyLifeMs = 60 * 60_000
const lateMs = 3000
const mostLateMs = 12 * 60 * 60_000

/** A network that publishes by itself, with a record of what waits there. Keys protect for an hour, as Mastodon's do. */
export function createScriptedScheduler({ now, after, publish, findVisible }: SchedulerOptions): ScriptedScheduler {
  const waiting: ScheduledRecord[] = []
  const keys = new Map<string, { id: string; at: number }>()
  const mishaps: ScheduleMishap[] = []
  let choose: () => ScheduleMishap = () => 'fine'
  let made = 0
  let isStopped = false
  let ahead = 0
  const calls = { handOver: 0, find: 0, listWaiting: 0, read: 0, move: 0, cancel: 0 }

  function accept(draft: Draft, session: AccountSession, key: string, dueAt: number): void {
    const known = keys.get(key)
    if (known !== undefined && now() - known.at < keyLifeMs) return
    made += 1
    const scheduledId = `scheduled-${made}`
    keys.set(key, { id: scheduledId, at: now() })
    waiting.push({ scheduledId, handle: session.account.handle, text: draft.text, dueAt, key })
  }

  function published(session: AccountSession, draft: Draft, { dueAt, dueUntil = dueAt, isAnothers }: ScheduledPlace): PublishedThere | null {
    const found = findVisible(session.account.handle, draft.text, dueAt - 60_000).find(({ remoteId, at }) => at <= dueUntil + mostLateMs && isAnothers?.(remoteId, at) !== true)
    return found === undefined ? null : { kind: 'published', remoteId: found.remoteId, url: `https://network.example/${found.remoteId}` }
  }

  const there = ({ scheduledId, dueAt }: ScheduledRecord): WaitingThere => ({ kind: 'waiting', scheduledId, dueAt, isChanged: false })
  const byId = (scheduledId: string): ScheduledRecord | undefined => waiting.find((record) => record.scheduledId === scheduledId)

  /** `effect` is what the call does; `answer` what it says when nothing is in its way. */
  async function call<Value>(name: keyof NativeScheduler, effect: () => void, answer: () => Value): Promise<NetworkResult<Value>> {
    calls[name] += 1
    await Promise.resolve()
    const mishap = mishaps.shift() ?? choose()
    if (mishap === 'fine') {
      effect()
      return { ok: true, value: answer() }
    }
    if (mishap === 'accept_then_cut' || mishap === 'unreadable_answer') effect()
    // Not even when it is told to stop.
    if (mishap === 'never_answers') return new Promise<never>(() => undefined)
    if (mishap === 'accept_late_then_cut') after?.(lateMs, effect)
    return { ok: false, failure: failureOf(mishap, now()) }
  }

  return {
    waiting,
    calls,
    next: (...more) => void mishaps.push(...more),
    otherwise(next) {
      choose = next
    },
    stopPublishing(value) {
      isStopped = value
    },
    isAheadBy(ms) {
      ahead = ms
    },
    nextDue: () => (isStopped || waiting.length === 0 ? null : Math.min(...waiting.map(({ dueAt }) => dueAt)) - ahead),
    publishDue() {
      if (isStopped) return
      for (const record of waiting.filter(({ dueAt }) => dueAt <= now() + ahead)) {
        waiting.splice(waiting.indexOf(record), 1)
        publish(ahead === 0 ? record : { ...record, dueAt: now() + ahead })
      }
    },
    adapter: {
      handOver: (session, draft, { idempotencyKey, dueAt }) =>
        call('handOver', () => accept(draft, session, idempotencyKey, dueAt), () => {
          const record = byId(keys.get(idempotencyKey)?.id ?? '')
          if (record === undefined) throw new Error('a key that was used for something gone')
          return there(record)
        }),
      find: (session, draft, place) =>
        call('find', () => undefined, () => {
          const record = waiting.find((one) => one.handle === session.account.handle && one.text === draft.text && one.dueAt === place.dueAt && place.isAnothersThere?.(one.scheduledId) !== true)
          return record === undefined ? (published(session, draft, place) ?? { kind: 'gone' as const }) : there(record)
        }),
      listWaiting: ({ account }) =>
        call('listWaiting', () => undefined, () => ({ posts: waiting.filter(({ handle }) => handle === account.handle).map(({ scheduledId, text, dueAt }) => ({ scheduledId, text, dueAt, url: null })), isComplete: true })),
      read: (session, draft, place) =>
        call('read', () => undefined, () => {
          const record = byId(place.scheduledId)
          return record === undefined ? (published(session, draft, place) ?? { kind: 'gone' as const }) : there(record)
        }),
      move: (session, draft, place, dueAt) => {
        const { scheduledId } = place
        const set = (): void => {
          const record = byId(scheduledId)
          if (record !== undefined) record.dueAt = dueAt
        }
        return call('move', set, () => {
          const record = byId(scheduledId)
          return record === undefined ? (published(session, draft, place) ?? { kind: 'gone' as const }) : there(record)
        })
      },
      cancel: (session, draft, place) => {
        const remove = (): void => {
          const record = byId(place.scheduledId)
          if (record !== undefined) waiting.splice(waiting.indexOf(record), 1)
        }
        return call('cancel', remove, () => published(session, draft, place) ?? { kind: 'gone' as const })
      }
    }
  }
}

function failureOf(mishap: Exclude<ScheduleMishap, 'fine' | 'never_answers'>, now: number): NetworkFailure {
  const error = (code: Parameters<typeof studioError>[0]) => studioError(code, `scripted ${mishap}`, { retryable: true })
  switch (mishap) {
    case 'accept_then_cut':
    case 'accept_late_then_cut':
    case 'cut_before':
      return { kind: 'unknown_outcome', error: error('timeout') }
    case 'unreadable_answer':
    case 'cannot_tell':
      return { kind: 'bug', error: error('unexpected_answer') }
    case 'unreachable':
      return { kind: 'not_sent', error: error('unreachable') }
    case 'rate_limited':
      return { kind: 'rate_limited', until: now + 60_000, error: error('rate_limited') }
    case 'server_error':
      return { kind: 'server_error', error: error('server_error') }
    case 'rejected':
      return { kind: 'rejected', error: error('rejected') }
    case 'revoked':
      return { kind: 'auth_revoked', error: error('auth_revoked') }
  }
}
