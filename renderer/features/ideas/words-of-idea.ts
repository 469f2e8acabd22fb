import type { StudioBridge } from '../../../shared/contract/bridge.ts'
import type { IdeaWords } from '../../../shared/ideas/idea.ts'
import type { Timers } from '../../bridge/save-queue.ts'
import { createStoredWords, type StoredWords } from '../../bridge/stored-words.ts'
import { createWordsKeeper } from '../../bridge/words-keeper.ts'

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

const keeper = createWordsKeeper<IdeaPlace, WrittenWords>({ keyOf: ({ ideaId }) => ideaId, isDone: (words) => words.state.getState().words === null })

/** What is being written on this card; `stored` is what the engine has of that. */
export function wordsOfIdea(place: IdeaPlace, stored: Written | null, { bridge, timers }: Needs): WrittenWords {
  const { workspaceId, ideaId, isNew } = place
  const store = (written: Written | null) => bridge.request('ideas.keepWords', { workspaceId, ideaId, words: written === null ? null : { isNew, ...written } })
  return keeper.open(place, () => createStoredWords<Written | null>({ first: keeper.isOver(place) ? null : stored, timers, store }))
}

/** They are on the card from now on, or nowhere: `isStored` says that the engine has dropped them already. */
export function endWords(place: IdeaPlace, { bridge, isStored }: Pick<Needs, 'bridge'> & { readonly isStored: boolean }): void {
  const words = keeper.find(place)
  keeper.end(place)
  words?.settle(null)
  const { workspaceId, ideaId } = place
  // Should it not be heard, they are offered once more after the next start.
  if (!isStored) void bridge.request('ideas.keepWords', { workspaceId, ideaId, words: null })
}

/** The words were left: stored, and kept for whoever comes back to them; nothing is kept of a card on which nothing was written. */
export const leaveWords = (place: IdeaPlace): Promise<void> => keeper.leave(place)

/** What was begun and not saved, with what the page itself has of it: that is newer than what was read. */
export function leftWords(workspaceId: string, read: readonly IdeaWords[]): readonly IdeaWords[] {
  const here = keeper.all().filter(([place]) => place.workspaceId === workspaceId).flatMap(([{ ideaId, isNew }, words]) => {
    const written = words.state.getState().words
    return written === null ? [] : [{ ideaId, isNew, ...written }]
  })
  const isOlder = (ideaId: string): boolean => {
    const place = { workspaceId, ideaId, isNew: false }
    return keeper.find(place) !== null || keeper.isOver(place)
  }
  return [...here, ...read.filter(({ ideaId }) => !isOlder(ideaId))]
}
