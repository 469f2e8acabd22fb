import { useEffect, useState } from 'react'
import type { StudioError } from '../../../../shared/errors/studio-error.ts'
import { cardFreshFor, type LinkCard } from '../../../../shared/posts/link-card.ts'
import { studio } from '../../../bridge/studio-client.ts'

export type CardState = { readonly kind: 'waiting' } | { readonly kind: 'known'; readonly card: LinkCard | null; readonly problem: StudioError | null }

const waiting: CardState = { kind: 'waiting' }
/** An address is still being typed when it was changed less than so many ms ago: a page is asked for what was meant. */
const restAfterKey = 700
/** So that a preview that comes back has its card at once. The engine knows them all; these are the last ones. */
const known = new Map<string, CardState>()
const mostKnown = 50

/** The card of an address, asked for once it has been left alone for a moment. */
export function useLinkCard(workspaceId: string, url: string): CardState {
  const key = `${workspaceId} ${url}`
  const [answered, setAnswered] = useState<{ readonly key: string; readonly state: CardState } | null>(null)
  useEffect(() => {
    let isWanted = true
    const timer = window.setTimeout(() => void readLinkCard(workspaceId, url).then((state) => isWanted && setAnswered({ key, state })), known.has(key) ? 0 : restAfterKey)
    return () => {
      isWanted = false
      window.clearTimeout(timer)
    }
  }, [key, workspaceId, url])
  return answered?.key === key ? answered.state : (known.get(key) ?? waiting)
}

/** Asks for the card now; previews that are drawn afterwards have it at once. */
export async function readLinkCard(workspaceId: string, url: string): Promise<CardState> {
  const answer = await studio.request('linkCards.read', { workspaceId, url })
  const state: CardState = { kind: 'known', card: answer.ok ? answer.value.card : null, problem: answer.ok ? answer.value.problem : answer.error }
  const key = `${workspaceId} ${url}`
  known.delete(key)
  known.set(key, state)
  for (const oldest of known.keys()) if (known.size > mostKnown) known.delete(oldest)
  return state
}

/** What is shown is of another day: the page could not be asked since. */
export function isOldCard(card: LinkCard, now: number): boolean {
  return card.readAt < now - cardFreshFor
}
