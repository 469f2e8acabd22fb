import type { StudioBridge } from '../../../shared/contract/bridge.ts'
import type { IdeaWords } from '../../../shared/ideas/idea.ts'
import type { Timers } from '../../bridge/save-queue.ts'
import { createStoredWords, type StoredWords } from '../../bridge/stored-words.ts'
import { holdWords } from '../../bridge/words-in-hand.ts'

/** What stands on a card, as it is being written. */
export type Written = Pick<IdeaWords, 'title' | 'note'>

/** null: nothing but what the card says. */
export type WrittenWords = StoredWords<Written | null>

export interface IdeaPlace {
  readonly workspaceId: string
  readonly ideaId: string
  readonly isNew: boolean
}

interface Needs {
  readonly bridge: Pick<StudioBridge, 'request'>
  readonly timers: Timers
}

interface InHand extends IdeaPlace {
  readonly words: WrittenWords
  readonly letGo: () => void
}

/** What was written and not saved, by the idea: from its first letter until it is saved or given up. */
const inHand = new Map<string, InHand>()
/** Saved or given up from here: what was read of them before is older. */
const over = new Set<string>()

/** What is being written on this card; `stored` is what the engine has of that. */
export function wordsOfIdea(place: IdeaPlace, stored: Written | null, { bridge, timers }: Needs): WrittenWords {
  const there = inHand.get(place.ideaId)
  if (there !== undefined) return there.words
  const { workspaceId, ideaId, isNew } = place
  const words = createStoredWords<Written | null>({
    first: over.has(ideaId) ? null : stored,
    timers,
    store: (written) => bridge.request('ideas.keepWords', { workspaceId, ideaId, words: written === null ? null : { isNew, ...written } })
  })
  inHand.set(ideaId, { ...place, words, letGo: holdWords(words) })
  return words
}

/** They are on the card from now on, or nowhere: `isStored` says that the engine has dropped them already. */
export function endWords({ workspaceId, ideaId }: IdeaPlace, { bridge, isStored }: Pick<Needs, 'bridge'> & { readonly isStored: boolean }): void {
  const one = inHand.get(ideaId)
  over.add(ideaId)
  inHand.delete(ideaId)
  one?.words.end()
  one?.words.settle(null)
  one?.letGo()
  // Should it not be heard, they are offered once more after the next start.
  if (!isStored) void bridge.request('ideas.keepWords', { workspaceId, ideaId, words: null })
}

/** The words were left: stored, and kept for whoever comes back to them; nothing is kept of a card on which nothing was written. */
export async function leaveWords(place: IdeaPlace): Promise<void> {
  const one = inHand.get(place.ideaId)
  await one?.words.save()
  if (one === undefined || one.words.isUnsaved() || one.words.state.getState().words !== null) return
  inHand.delete(place.ideaId)
  one.letGo()
}

/** What was begun and not saved, with what the page itself has of it: that is newer than what was read. */
export function leftWords(workspaceId: string, read: readonly IdeaWords[]): readonly IdeaWords[] {
  const here = [...inHand.values()].filter((one) => one.workspaceId === workspaceId).flatMap(({ ideaId, isNew, words }) => {
    const written = words.state.getState().words
    return written === null ? [] : [{ ideaId, isNew, ...written }]
  })
  return [...here, ...read.filter(({ ideaId }) => !inHand.has(ideaId) && !over.has(ideaId))]
}
