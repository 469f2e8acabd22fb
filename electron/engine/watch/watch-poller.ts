import type { Connectivity } from '../http/connectivity.ts'
import type { Logger } from '../log/logger.ts'
import type { Clock } from '../time/clock.ts'
import type { FeedRecord } from './feed-record.ts'
import type { FeedsRepository } from './feeds-repository.ts'

/** Fetches at a time. */
const mostAtOnce = 6
/** Due feeds looked through for those that can be reached now. */
const lookedThrough = 500
/** A refresh waits for the feeds this long at most, ms; the rest goes on by itself. */
const longestRefreshMs = 20_000

export interface WatchPoller {
  start(): void
  /** Looks what is due: a feed was added, the network is back, the computer woke up. */
  check(): void
  /** Asks all feeds now, except where a server asked for patience; returns when they have answered, or after a while. */
  refresh(): Promise<void>
  /** Aborts what is under way and returns when nothing of it will touch the database again. */
  stop(): Promise<void>
}

export interface WatchPollerNeeds {
  readonly clock: Clock
  readonly log: Logger
  readonly feeds: Pick<FeedsRepository, 'due' | 'nextDueAfter' | 'hurry' | 'retryUnreached'>
  readonly connectivity: Pick<Connectivity, 'canReach' | 'onChange'>
  /** Fetches one feed and keeps what came of it. */
  update(feed: FeedRecord, signal: AbortSignal): Promise<void>
}

/** Fetches each feed when its time has come, a few at a time; rests while there is no network. */
export function createWatchPoller(needs: WatchPollerNeeds): WatchPoller {
  const { clock, feeds, connectivity } = needs
  const underWay = new Map<string, Promise<void>>()
  const idleListeners = new Set<() => void>()
  const ending = new AbortController()
  let cancelTimer: (() => void) | null = null
  let isStarted = false

  function check(): void {
    if (ending.signal.aborted) return
    cancelTimer?.()
    cancelTimer = null
    const isFull = fillSlots()
    if (underWay.size === 0) {
      for (const listener of idleListeners) listener()
      idleListeners.clear()
    }
    // When slots are full, the next fetch that ends looks again.
    const next = isStarted && !isFull ? feeds.nextDueAfter(clock.now()) : null
    if (next !== null) cancelTimer = clock.after(next - clock.now(), check)
  }

  /** True when feeds are due that have to wait for a slot. */
  function fillSlots(): boolean {
    if (underWay.size >= mostAtOnce) return true
    const due = feeds.due(clock.now(), lookedThrough).filter((feed) => !underWay.has(feed.id) && connectivity.canReach(feed.url))
    for (const feed of due.slice(0, mostAtOnce - underWay.size)) begin(feed)
    return underWay.size >= mostAtOnce
  }

  function begin(feed: FeedRecord): void {
    const run = needs
      .update(feed, ending.signal)
      .catch((error: unknown) => {
        if (!ending.signal.aborted) needs.log.error(`feed ${feed.url} could not be updated: ${error instanceof Error ? error.message : 'unknown'}`)
      })
      .finally(() => {
        underWay.delete(feed.id)
        check()
      })
    underWay.set(feed.id, run)
  }

  const endListening = connectivity.onChange(({ state }) => {
    if (state === 'online') feeds.retryUnreached(clock.now())
    if (isStarted) check()
  })

  return {
    start() {
      isStarted = true
      check()
    },
    check() {
      if (isStarted) check()
    },
    async refresh() {
      feeds.hurry(clock.now())
      let cancel = (): void => undefined
      const tooLong = new Promise<void>((resolve) => {
        cancel = clock.after(longestRefreshMs, resolve)
      })
      const idle = new Promise<void>((resolve) => void idleListeners.add(resolve))
      check()
      await Promise.race([idle, tooLong])
      cancel()
    },
    async stop() {
      ending.abort()
      endListening()
      cancelTimer?.()
      cancelTimer = null
      await Promise.all(underWay.values())
      for (const listener of idleListeners) listener()
    }
  }
}
