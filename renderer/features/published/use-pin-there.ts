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

  useEffect(() => {
    if (!isWanted) return
    let isGone = false
    void ask(workspaceId, jobId).then((told) => {
      if (!isGone) setStanding(told)
    })
    return () => {
      isGone = true
    }
  }, [workspaceId, jobId, isWanted])

  function readAgain(): void {
    setStanding({ kind: 'reading' })
    void ask(workspaceId, jobId).then(setStanding)
  }

  return [standing, readAgain]
}

async function ask(workspaceId: string, jobId: string): Promise<PinStanding> {
  const answer = await studio.request('published.readPin', { workspaceId, jobId })
  return answer.ok ? { kind: 'there', there: answer.value } : { kind: 'failed', error: answer.error }
}
