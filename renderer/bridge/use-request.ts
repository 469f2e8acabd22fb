import { useCallback, useEffect, useRef, useState } from 'react'
import type { EventName } from '../../shared/contract/event-map.ts'
import type { RequestInput, RequestName, RequestOutput } from '../../shared/contract/request-map.ts'
import type { StudioError } from '../../shared/errors/studio-error.ts'
import { studio } from './studio-client.ts'

/** What a screen knows of something it reads. */
export type Loaded<Value> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly value: Value }
  | { readonly kind: 'failed'; readonly error: StudioError }

/**
 * Asks once, and again on each of the named events (of this workspace when both name one). Answers that come late, after a newer question,
 * are dropped. While it asks again the last value stays in sight, unless it was another workspace's: that is never shown, not for a moment.
 * The third result, `isOlder`, says that what is in sight answers an earlier question: nothing may be done with it. Without input nothing is asked.
 */
export function useRequest<Name extends RequestName>(
  name: Name,
  input: RequestInput<Name> | null,
  refreshOn: readonly EventName[]
): readonly [Loaded<RequestOutput<Name>>, () => void, boolean] {
  const workspaceId = input !== null && 'workspaceId' in input && typeof input.workspaceId === 'string' ? input.workspaceId : null
  const [held, setHeld] = useState<Held<RequestOutput<Name>>>({ workspaceId, key: null, loaded: { kind: 'loading' } })
  const latest = useRef(0)
  const question = useRef(input)
  // The input in a form that can be compared: a new object with the same values is no new question.
  const key = JSON.stringify(input)

  const ask = useCallback(async () => {
    const turn = ++latest.current
    const asked = question.current
    if (asked === null) return
    const answer = await studio.request(name, asked)
    if (turn !== latest.current) return
    setHeld({ workspaceId, key: JSON.stringify(asked), loaded: answer.ok ? { kind: 'ready', value: answer.value } : { kind: 'failed', error: answer.error } })
  }, [name, workspaceId])

  useEffect(() => {
    question.current = input
    void ask()
    return () => {
      latest.current += 1
    }
    // The key stands for the input.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [ask, key])

  const events = refreshOn.join(' ')
  useEffect(() => {
    const ends = refreshOn.map((event) =>
      studio.on(event, (payload) => {
        const isOurs = workspaceId === null || !('workspaceId' in payload) || payload.workspaceId === workspaceId
        if (isOurs) void ask()
      })
    )
    return () => {
      for (const end of ends) end()
    }
    // The names, joined, stand for the list.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [ask, events, workspaceId])

  const isOurs = held.workspaceId === workspaceId
  return [isOurs ? held.loaded : { kind: 'loading' }, () => void ask(), isOurs && held.key !== null && held.key !== key]
}

/** An answer, with the question that it belongs to. */
interface Held<Value> {
  readonly workspaceId: string | null
  readonly key: string | null
  readonly loaded: Loaded<Value>
}
