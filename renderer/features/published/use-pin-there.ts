import { useEffect, useState } from 'react'
import type { StudioError } from '../../../shared/errors/studio-error.ts'
import type { PinThere } from '../../../shared/published/pin-there.ts'
import { studio } from '../../bridge/studio-client.ts'

export type PinStanding =
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly error: StudioError }
  | { readonly kind: 'there'; readonly there: PinThere }

/** Asks the network how a post stands, once, and again when somebody says so; nobody is asked while `isWanted` is false. */
export function usePinThere(workspaceId: string, jobId: string, isWanted: boolean): readonly [PinStanding, () => void] {
  const [standing, setStanding] = useState<PinStanding>({ kind: 'reading' })
  const [times, setTimes] = useState(0)

  useEffect(() => {
    if (!isWanted) return
    let isGone = false
    void studio.request('published.readPin', { workspaceId, jobId }).then((answer) => {
      if (!isGone) setStanding(answer.ok ? { kind: 'there', there: answer.value } : { kind: 'failed', error: answer.error })
    })
    return () => {
      isGone = true
    }
  }, [workspaceId, jobId, isWanted, times])

  function readAgain(): void {
    setStanding({ kind: 'reading' })
    setTimes((before) => before + 1)
  }

  return [standing, readAgain]
}
