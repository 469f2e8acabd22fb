import { useCallback, useEffect, useRef, useState } from 'react'
import type { StudioError } from '../../../../shared/errors/studio-error.ts'
import type { CategoriesThere } from '../../../../shared/posts/categories.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { useRequest } from '../../../bridge/use-request.ts'

export interface CategoriesKnown {
  /** null: its site was never asked. */
  readonly there: CategoriesThere | null
  readonly readAt: number | null
  readonly isAsking: boolean
  /** Why it could not be asked just now. */
  readonly error: StudioError | null
  readonly ask: () => void
}

/** What the account's site has: what it said last, and asked anew whenever the list is opened; at once where something is chosen already, since the site may have taken it away. */
export function useCategoriesThere(workspaceId: string, accountId: string, isChosen: boolean): CategoriesKnown {
  const [known] = useRequest('categories.read', { workspaceId, accountId }, ['categories.changed'])
  const [asked, setAsked] = useState<{ readonly isAsking: boolean; readonly error: StudioError | null }>({ isAsking: false, error: null })
  const isOver = useRef(false)
  const ask = useCallback((): void => {
    setAsked(({ error }) => ({ isAsking: true, error }))
    void studio.request('categories.ask', { workspaceId, accountId }).then((answer) => {
      if (!isOver.current) setAsked({ isAsking: false, error: answer.ok ? null : answer.error })
    })
  }, [workspaceId, accountId])
  const wasChosen = useRef(isChosen)
  useEffect(() => {
    isOver.current = false
    if (wasChosen.current) ask()
    return () => {
      isOver.current = true
    }
  }, [ask])
  const { there, readAt } = known.kind === 'ready' ? known.value : { there: null, readAt: null }
  return { there, readAt, ...asked, ask }
}
