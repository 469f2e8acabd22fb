import { useCallback, useEffect, useState } from 'react'
import type { StudioError } from '../../../../shared/errors/studio-error.ts'
import type { TermsOffer } from '../../../../shared/posts/post-terms.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { useRequest } from '../../../bridge/use-request.ts'

export interface OfferKnown {
  /** null: its network was never asked. */
  readonly offer: TermsOffer | null
  readonly readAt: number | null
  readonly isAsking: boolean
  /** Why it could not be asked just now. */
  readonly error: StudioError | null
  readonly askAgain: () => void
}

/** What the account may choose from: asked of its network when the choices come into sight, as TikTok wants it; meanwhile, and without a network, what it said last. */
export function useTermsOffer(workspaceId: string, accountId: string): OfferKnown {
  const [known] = useRequest('terms.read', { workspaceId, accountId }, ['terms.changed'])
  const [asked, setAsked] = useState<{ readonly isAsking: boolean; readonly error: StudioError | null }>({ isAsking: true, error: null })
  const ask = useCallback(async (): Promise<StudioError | null> => {
    const answer = await studio.request('terms.ask', { workspaceId, accountId })
    return answer.ok ? null : answer.error
  }, [workspaceId, accountId])
  useEffect(() => {
    let isOver = false
    void ask().then((error) => (isOver ? undefined : setAsked({ isAsking: false, error })))
    return () => {
      isOver = true
    }
  }, [ask])
  const askAgain = (): void => {
    setAsked({ isAsking: true, error: null })
    void ask().then((error) => setAsked({ isAsking: false, error }))
  }
  const { offer, readAt } = known.kind === 'ready' ? known.value : { offer: null, readAt: null }
  return { offer, readAt, ...asked, askAgain }
}
