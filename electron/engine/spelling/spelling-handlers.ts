import { succeed } from '../../../shared/contract/result.ts'
import type { RequestHandlers } from '../rpc/request-handlers.ts'
import type { SpellingWork } from './spelling-work.ts'

/** Answers from the dictionaries, for all clients alike. */
export function createSpellingHandlers(spelling: SpellingWork): RequestHandlers {
  return {
    'spelling.check': async ({ words, languages }) => {
      const answer = await spelling.check(words, languages)
      return answer.ok ? succeed({ unknown: [...answer.value] }) : answer
    },
    'spelling.suggest': async ({ word, languages }) => {
      const answer = await spelling.suggest(word, languages)
      return answer.ok ? succeed({ suggestions: [...answer.value] }) : answer
    }
  }
}
