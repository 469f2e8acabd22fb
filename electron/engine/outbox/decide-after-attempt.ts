import type { SendStep } from '../../../shared/outbox/job.ts'
import type { AttemptDecision, AttemptFacts } from './attempt-facts.ts'
import { decideAfterLookUp } from './decide-after-look-up.ts'
import { decideAfterResume } from './decide-after-resume.ts'
import { decideAfterSend } from './decide-after-send.ts'

/** The one place that says what follows from the answer to a call. Pure: the same facts, the same decision. */
export function decideAfterAttempt(step: SendStep, facts: AttemptFacts): AttemptDecision {
  switch (step) {
    case 'send':
      return decideAfterSend(facts)
    case 'look_up':
      return decideAfterLookUp(facts)
    case 'resume':
      return decideAfterResume(facts)
  }
}
