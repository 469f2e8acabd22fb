import type { StudioBridge } from '../../shared/contract/bridge.ts'
import type { EventName, EventPayload } from '../../shared/contract/event-map.ts'
import type { RequestInput, RequestName, RequestOutput } from '../../shared/contract/request-map.ts'
import { fail, succeed, type Result } from '../../shared/contract/result.ts'
import { studioError } from '../../shared/errors/studio-error.ts'

/** Answers of a fake studio, by request name; whatever is not named fails with `not_found`. */
export type FakeAnswers = { readonly [Name in RequestName]?: (input: RequestInput<Name>) => RequestOutput<Name> | Result<RequestOutput<Name>> }

export interface FakeStudio extends StudioBridge {
  /** Everything that was asked, oldest first. */
  readonly requests: readonly { readonly name: RequestName; readonly input: unknown }[]
  emit<Name extends EventName>(name: Name, payload: EventPayload<Name>): void
}

/** A bridge without a studio behind it, for tests of components and of the frame. */
export function createFakeStudio(answers: FakeAnswers): FakeStudio {
  const requests: { name: RequestName; input: unknown }[] = []
  const listeners: { [Name in EventName]?: Set<(payload: EventPayload<Name>) => void> } = {}

  function listenersOf<Name extends EventName>(name: Name): Set<(payload: EventPayload<Name>) => void> {
    const known: Set<(payload: EventPayload<Name>) => void> = listeners[name] ?? new Set()
    Object.assign(listeners, { [name]: known })
    return known
  }

  return {
    requests,
    request<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<Result<RequestOutput<Name>>> {
      requests.push({ name, input })
      const answer = answers[name]?.(input)
      if (answer === undefined) return Promise.resolve(fail(studioError('not_found', `the fake studio has no answer for ${name}`)))
      return Promise.resolve(isResult(answer) ? answer : succeed(answer))
    },
    on<Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void) {
      const known: Set<typeof listener> = listenersOf(name)
      known.add(listener)
      return () => known.delete(listener)
    },
    emit<Name extends EventName>(name: Name, payload: EventPayload<Name>) {
      for (const listener of listenersOf(name)) listener(payload)
    }
  }
}

function isResult<Value>(answer: Value | Result<Value>): answer is Result<Value> {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && typeof answer.ok === 'boolean'
}
