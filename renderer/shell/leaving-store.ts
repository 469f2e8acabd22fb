import { t } from 'i18next'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { JobWord } from '../../shared/outbox/job-word.ts'
import type { Leaving } from '../../shared/outbox/undo-window.ts'
import type { StudioError } from '../../shared/errors/studio-error.ts'
import { studio } from '../bridge/studio-client.ts'
import { createTurns } from '../bridge/create-turns.ts'
import { firstWords } from '../language/first-words.ts'
import { showFailure } from '../components/show-failure.ts'
import { showToast } from '../components/toaster.ts'
import { holdOf } from './hold-actions.ts'
import { keepFocus } from './keep-focus.ts'
import { showPostToast } from './post-toasts.ts'
import { currentWorkspaceId, navigate } from './route-store.ts'
import { studioStore } from './studio-store.ts'

/** What leaves within moments at all clients, the next first. The engine keeps it; this is what was last read. */
export const leavingStore = createStore<{ readonly leaving: readonly Leaving[] }>(() => ({ leaving: [] }))

/** Being taken back at this moment: a second press finds nothing left to do. */
const underWay = new Set<string>()

export function useLeaving(): readonly Leaving[] {
  return useStore(leavingStore, ({ leaving }) => leaving)
}

export const keyOf = ({ postId, jobIds }: Leaving): string => postId ?? jobIds.join(' ')

/** Reads anew whenever something in an outbox moves; returns the function that stops it. */
export function followLeaving(): () => void {
  const ends = [
    studio.on('outbox.changed', () => void refresh()),
    studio.on('studio.changed', () => void refresh()),
    studio.on('connectivity.changed', () => void refresh()),
    studio.on('engine.changed', ({ state }) => state === 'ready' && void refresh())
  ]
  void refresh()
  return () => {
    for (const end of ends) end()
    leavingStore.setState({ leaving: [] })
  }
}

/** A heart takes no line of its own; it is taken back by pressing it again, or by the key. */
export const hasLine = ({ kind }: Leaving): boolean => kind !== 'like' && kind !== 'unlike'

/** What Ctrl/⌘ Z takes back first at this client: the newest line that can be seen, else the newest heart. */
export function leavingByKey(leaving: readonly Leaving[], workspaceId: string | null): Leaving | null {
  const { holds } = studioStore.getState()
  // What is on hold shows no line and does not leave.
  const own = leaving.filter((entry) => entry.workspaceId === workspaceId && holdOf(holds, entry.workspaceId) === null)
  return own.findLast(hasLine) ?? own.at(-1) ?? null
}

/** The entry that holds this post; null when it is not about to leave. */
export function useLeavingPost(postId: string): Leaving | null {
  return useStore(leavingStore, ({ leaving }) => leaving.find((entry) => entry.postId === postId) ?? null)
}

/** What it is called on its network. */
export function leavingWord({ kind, word }: Pick<Leaving, 'kind' | 'word'>): JobWord {
  return word ?? kind
}

/** What will be when it is taken back, or what is once it was. */
export function leavingWords({ kind, word, askedBefore, excerpt }: Leaving, when: 'will' | 'undone'): string {
  if (askedBefore === true) return t(`safety:leaving.askedBefore.${when}`, { what: firstWords(excerpt) })
  return t(`safety:leaving.${when}.${leavingWord({ kind, ...(word === undefined ? {} : { word }) })}`, { what: firstWords(excerpt) })
}

/** Takes the entry back, as its button does, and says how things stand. */
export async function takeBack(entry: Leaving): Promise<void> {
  const key = keyOf(entry)
  if (underWay.has(key)) return
  underWay.add(key)
  const error = await withdraw(entry)
  underWay.delete(key)
  if (error !== null) return showFailure(error, entry.workspaceId)
  // Gone from the line at once: pressed again, the key must not meet it a second time.
  leavingStore.setState(({ leaving }) => ({ leaving: leaving.filter((other) => keyOf(other) !== key) }))
  const { workspaceId, postId } = entry
  const title = leavingWords(entry, 'undone')
  if (postId === null) showToast({ title, workspaceId })
  else showPostToast({ workspaceId, postId }, { title })
  goToAnswer(entry)
  // Its button goes with the line.
  keepFocus()
}

/** An answer taken back stands in the field of its conversation, so there one goes; never into another client's, which would be on screen unasked. */
function goToAnswer({ kind, workspaceId, conversationId }: Leaving): void {
  if (kind === 'reply' && conversationId !== null && currentWorkspaceId() === workspaceId) navigate({ screen: 'inbox', workspaceId, conversationId })
}

const refreshTurn = createTurns()

async function refresh(): Promise<void> {
  const isNewest = refreshTurn()
  const answer = await studio.request('studio.leaving', {})
  if (answer.ok && isNewest()) leavingStore.setState({ leaving: answer.value.leaving })
}

/** A post becomes a draft again, or asks again as it did, a reply goes back into its field, a heart is as it was. */
async function withdraw({ workspaceId, postId, jobIds }: Leaving): Promise<StudioError | null> {
  if (postId !== null) {
    const answer = await studio.request('posts.unschedule', { workspaceId, postId, isUndo: true })
    return answer.ok ? null : tooLate(answer.error)
  }
  for (const jobId of jobIds) {
    const answer = await studio.request('outbox.decide', { workspaceId, jobId, decision: 'drop' })
    if (!answer.ok) return tooLate(answer.error)
  }
  return null
}

/** What has left meanwhile cannot be called back; that is said in its own words. */
function tooLate(error: StudioError): StudioError {
  const reason = error.details?.['reason']
  if (reason === 'looked_for' || reason === 'delivered_before') return error
  return error.code === 'post_not_editable' || error.code === 'conflict' ? { ...error, code: 'already_left' } : error
}
