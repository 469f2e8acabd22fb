import type { EngineOnlyRequests } from '../../../shared/contract/engine-link.ts'
import { describeMoment } from '../language/describe-moment.ts'
import type { Texts } from '../language/en.ts'
import { counted } from '../language/texts.ts'

export type PendingWork = Omit<EngineOnlyRequests['engine.pendingWork']['output'], 'isHeld'>

export interface QuitQuestion {
  readonly message: string
  readonly detail: string
}

/** What to ask before quitting; null when nothing is on its way and nothing is due today. `now` in ms since the epoch. */
export function quitQuestion(pending: PendingWork, texts: Texts, now: number): QuitQuestion | null {
  const { quitting, language } = texts
  const titles = [
    ...(pending.sending > 0 ? [counted(language, pending.sending, quitting.titleSending_one, quitting.titleSending_other)] : []),
    ...(pending.leaving > 0 ? [counted(language, pending.leaving, quitting.titleLeaving_one, quitting.titleLeaving_other)] : []),
    ...(pending.dueToday > 0 ? [counted(language, pending.dueToday, quitting.titleDue_one, quitting.titleDue_other)] : [])
  ]
  if (titles.length === 0) return null
  const next = pending.nextDueAt === null || pending.dueToday + pending.leaving === 0 ? [] : [quitting.next.replace('{when}', describeMoment(language, pending.nextDueAt, now))]
  return { message: titles.join(' · '), detail: [...next, quitting.consequence].join('\n\n') }
}
