import type Database from 'better-sqlite3'
import { onceNames } from '../../../shared/contract/once.ts'
import { fail, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { createNewestEntries } from '../newest-entries.ts'
import type { Clock } from '../time/clock.ts'
import type { RequestHandlers } from './request-handlers.ts'

/** Requests whose ids are kept, the newest: years of pressing buttons. */
const mostKept = 20_000
/** Answers of this run that a second delivery is given again. */
const mostAnswers = 50

type Handler = (input: never) => Promise<Result<unknown>> | Result<unknown>

/**
 * The same handlers, by which a request with an id takes effect once, however often and however late it is delivered, also after a restart. The id is committed before the handler
 * begins: an engine that dies between the two has done nothing and told nobody so, and whoever asked looks what happened and decides anew, under another id. What the handler threw is
 * an answer too: the second delivery is told the same.
 */
export function takeOnce({ database, clock }: { readonly database: Database.Database; readonly clock: Clock }, handlers: RequestHandlers): RequestHandlers {
  const insert = database.prepare<[string, string, number]>('INSERT INTO requests_taken (id, name, at) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING')
  const tidy = database.prepare<[number]>('DELETE FROM requests_taken WHERE sequence <= (SELECT max(sequence) FROM requests_taken) - ?')
  const take = database.transaction((id: string, name: string): boolean => {
    const isNew = insert.run(id, name, clock.now()).changes === 1
    if (isNew) tidy.run(mostKept)
    return isNew
  })
  const answers = createNewestEntries<{ readonly name: string; readonly given: ReturnType<Handler> }>(mostAnswers)

  function once(name: string, handler: Handler): Handler {
    return (input: { readonly requestId?: string | undefined }) => {
      const { requestId } = input
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The input is what the handler's own schema has parsed.
      const answer = (): ReturnType<Handler> => handler(input as never)
      if (requestId === undefined) return answer()
      if (!take.immediate(requestId, name)) {
        const before = answers.of(requestId)
        return before?.name === name ? before.given : fail(deliveredBefore)
      }
      const given = settled(answer)
      answers.note(requestId, { name, given })
      return given
    }
  }

  const guarded: Record<string, unknown> = { ...handlers }
  for (const name of onceNames) {
    const handler = handlers[name]
    if (handler !== undefined) guarded[name] = once(name, handler)
  }
  return guarded
}

/** A handler may throw before it gives a promise (a full disk); whoever asked hears it either way. */
function settled(answer: () => ReturnType<Handler>): ReturnType<Handler> {
  try {
    return answer()
  } catch (error) {
    return Promise.reject(error)
  }
}

/** Not that it took effect: its handler may have failed, or died on the way. */
const deliveredBefore = studioError('conflict', 'this very request was delivered before, and its answer is not known any more', { details: { reason: 'delivered_before' } })
