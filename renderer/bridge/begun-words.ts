import type { BegunKind, BegunOf } from '../../shared/begun/begun-words.ts'
import type { StudioBridge } from '../../shared/contract/bridge.ts'
import type { Timers } from './save-queue.ts'
import { createStoredWords, type StoredWords } from './stored-words.ts'
import { createWordsKeeper, type WordsKeeper } from './words-keeper.ts'

export interface BegunPlace<Kind extends BegunKind> {
  readonly workspaceId: string
  readonly kind: Kind
  /** Told by the kind (`begun.contract.ts`). */
  readonly id: string
}

/** null: nothing is written that is not saved, sent or given up. */
export type BegunInHand<Kind extends BegunKind> = StoredWords<BegunOf<Kind> | null>

interface Needs {
  readonly bridge: Pick<StudioBridge, 'request'>
  readonly timers: Timers
}

type Keepers = { readonly [Kind in BegunKind]: WordsKeeper<BegunPlace<Kind>, BegunInHand<Kind>> }

const keepers: Keepers = { edit: keeperOf<'edit'>(), snippet: keeperOf<'snippet'>(), template: keeperOf<'template'>(), tag: keeperOf<'tag'>() }

function keeperOf<Kind extends BegunKind>(): WordsKeeper<BegunPlace<Kind>, BegunInHand<Kind>> {
  return createWordsKeeper({ keyOf: ({ workspaceId, id }) => `${workspaceId} ${id}`, isDone: (words) => words.state.getState().words === null })
}

/** What is being written in this field: what the page has of it, else what the engine kept. */
export async function openBegun<Kind extends BegunKind>(place: BegunPlace<Kind>, { bridge, timers }: Needs): Promise<BegunInHand<Kind>> {
  const there = findBegun(place)
  if (there !== null) return there
  const { workspaceId, kind, id } = place
  const answer = await bridge.request('begun.read', { workspaceId, kind, ids: [id] })
  const stored = answer.ok ? (answer.value.begun.map(({ words }) => words).find((words): words is BegunOf<Kind> => words.kind === kind) ?? null) : null
  return keepers[place.kind].open(place, () => createStoredWords<BegunOf<Kind> | null>({ first: stored, timers, store: (words) => bridge.request('begun.keep', { workspaceId, kind, id, words }) }))
}

export function findBegun<Kind extends BegunKind>(place: BegunPlace<Kind>): BegunInHand<Kind> | null {
  return keepers[place.kind].find(place)
}

/** Somebody is with them. */
export function attendBegun<Kind extends BegunKind>(place: BegunPlace<Kind>, words: BegunInHand<Kind>): void {
  keepers[place.kind].attend(place, words)
}

/** The field is left: the words are stored, and kept for whoever comes back to them. */
export function leaveBegun<Kind extends BegunKind>(place: BegunPlace<Kind>): Promise<void> {
  return keepers[place.kind].leave(place)
}
