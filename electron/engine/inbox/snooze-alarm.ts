import type { Clock } from '../time/clock.ts'
import type { Conversations } from './conversations.ts'

export interface SnoozeAlarm {
  /** Opens what is due and waits for the next; call it after every change of a snooze, and when the computer wakes up. */
  check(): void
  stop(): void
}

/** Brings snoozed conversations back when their time has come, also one that came while Vigie was closed. */
export function createSnoozeAlarm(needs: { clock: Clock; conversations: Conversations; onWoken(ids: readonly string[]): void }): SnoozeAlarm {
  const { clock, conversations } = needs
  let cancel: (() => void) | null = null
  let isStopped = false

  function check(): void {
    if (isStopped) return
    cancel?.()
    cancel = null
    const woken = conversations.wakeDue(clock.now())
    const next = conversations.nextWake()
    if (next !== null) cancel = clock.after(next - clock.now(), check)
    if (woken.length > 0) needs.onWoken(woken)
  }

  return {
    check,
    stop() {
      isStopped = true
      cancel?.()
      cancel = null
    }
  }
}
