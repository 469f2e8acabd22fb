import { useCallback, useEffect, useRef, useState } from 'react'
import type { Reality } from '../../../shared/contract/reality.contract.ts'
import type { StudioError } from '../../../shared/errors/studio-error.ts'
import { studio } from '../../bridge/studio-client.ts'
import { useRequest, type Loaded } from '../../bridge/use-request.ts'

export interface RealityState {
  readonly loaded: Loaded<Reality>
  readonly isReading: boolean
  /** Why the last reading failed; what was read before stands all the same. */
  readonly problem: StudioError | null
  readonly read: () => void
}

/** What was sent and what was read back last; `readsAtOnce`: the network is asked as soon as this is looked at. */
export function useReality(workspaceId: string, jobId: string, readsAtOnce: boolean): RealityState {
  const [kept] = useRequest('reality.ofJob', { workspaceId, jobId }, [])
  const [isReading, setReading] = useState(false)
  const [newest, setNewest] = useState<Reality | null>(null)
  const [problem, setProblem] = useState<StudioError | null>(null)
  const hasBegun = useRef(false)

  const read = useCallback(async () => {
    setReading(true)
    const answer = await studio.request('reality.read', { workspaceId, jobId })
    setReading(false)
    setProblem(answer.ok ? null : answer.error)
    if (answer.ok) setNewest(answer.value)
  }, [workspaceId, jobId])

  const isReadable = kept.kind === 'ready' && kept.value.readable === 'yes'
  useEffect(() => {
    if (!isReadable || !readsAtOnce || hasBegun.current) return
    hasBegun.current = true
    void read()
  }, [isReadable, readsAtOnce, read])
  return { loaded: newest === null ? kept : { kind: 'ready', value: newest }, isReading, problem, read: () => void read() }
}
