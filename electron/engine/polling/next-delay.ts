import { withJitter } from './backoff.ts'

/** `watched`: somebody looks at the screen that shows it. */
export type PollPace = 'background' | 'watched'

const usualMs: Readonly<Record<PollPace, number>> = { background: 5 * 60_000, watched: 45_000 }

/** How long to wait after a fetch that went well, in ms, spread by a tenth. What the server asked for is never undercut. */
export function nextDelay(input: { readonly pace: PollPace; readonly pollAgainAfterMs: number | null; readonly fraction: number }): number {
  return Math.max(withJitter(usualMs[input.pace], input.fraction, 0.1), input.pollAgainAfterMs ?? 0)
}
