import type { HttpClient } from '../http/http-client.ts'
import type { Clock } from '../time/clock.ts'
import type { NativeScheduler, ScheduledPlace } from './network-scheduler.ts'
import type { Draft } from './network-draft.ts'
import type { AccountSession } from './network-session.ts'
import { done } from './network-results.ts'
import { watchClock } from './server-clock.ts'

interface Options {
  readonly http: HttpClient
  readonly clock: Clock
}

/** So long before its hour, in ms, a call that takes its time (half a minute, and what is read before it) may arrive when the post is out already. */
const before = 45_000
/** So long after it, a network that is punctual has not told yet that it is out. */
const after = 15_000

/**
 * For networks where a post keeps its name when it comes out: at its very hour nothing is called back or moved, because the call would take away what people
 * see already, and from here it would go a second time. A little later it is out, or the network is late and there is time again.
 */
export function sparingItsHour<More extends Options>(options: More, create: (watching: More) => NativeScheduler): NativeScheduler {
  const watched = watchClock(options.http, options.clock)
  const scheduler = create({ ...options, http: watched.http })

  /** By the network's own clock, as it told it last. */
  async function isItsHour(session: AccountSession, draft: Draft, place: ScheduledPlace & { scheduledId: string }): Promise<boolean> {
    const there = await scheduler.read(session, draft, place)
    const now = options.clock.now() + watched.offsetOf(session.account.serverUrl)
    return there.ok && there.value.kind === 'waiting' && there.value.dueAt - now < before && now - there.value.dueAt < after
  }

  return {
    ...scheduler,
    move: async (session, draft, there, dueAt) => ((await isItsHour(session, draft, there)) ? done({ kind: 'cannot_tell' }) : scheduler.move(session, draft, there, dueAt)),
    cancel: async (session, draft, there) => ((await isItsHour(session, draft, there)) ? done({ kind: 'cannot_tell' }) : scheduler.cancel(session, draft, there))
  }
}
