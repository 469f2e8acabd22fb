import { useCallback, useEffect, useRef, useState } from 'react'
import type { EventName } from '../../shared/contract/event-map.ts'
import type { RequestInput, RequestName, RequestOutput } from '../../shared/contract/request-map.ts'
import type { StudioError } from '../../shared/errors/studio-error.ts'
import { studio } from './studio-client.ts'

/** What a screen knows of something it reads. `stale`: shown while it is asked anew after a failure, so that nothing jumps. */
export type Loaded<Value> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly value: Value }
  | { readonly kind: 'failed'; readonly error: StudioError }

/**
 * Asks once, and again on each of the named events (of this workspace when both name one). Answers that come late, after a newer question,
 * are dropped. While asking again the last value stays in sight.
 */
export function useRequest<Name extends RequestName>(name: Name, input: RequestInput<Name>, refreshOn: readonly EventName[]): readonly [Loaded<RequestOutput<Name>>, () => void] {
  const [loaded, setLoaded] = useState<Loaded<RequestOutput<Name>>>({ kind: 'loading' })
  const latest = useRef(0)
  const key = JSON.stringify(input)

  const ask = useCallback(async () => {
    const turn = ++latest.current
    // The key is the input in a form that can be compared.
    const answer = await studio.request(name, JSON.parse(key) as RequestInput<Name>)
    if (turn !== latest.current) return
    setLoaded(answer.ok ? { kind: 'ready', value: answer.value } : { kind: 'failed', error: answer.error })
  }, [name, key])

  const events = refreshOn.join(' ')
  useEffect(() => {
    setLoaded({ kind: 'loading' })
    void ask()
    const workspaceId = (JSON.parse(key) as { workspaceId?: string }).workspaceId
    const ends = events.split(' ').filter((event) => event !== '').map((event) => studio.on(event as EventName, (payload) => {
      const isOurs = workspaceId === undefined || !('workspaceId' in payload) || payload.workspaceId === workspaceId
      if (isOurs) void ask()
    }))
    return () => {
      latest.current += 1
      for (const end of ends) end()
    }
  }, [ask, events, key])

  return [loaded, () => void ask()]
}
