import { createStore, type StoreApi } from 'zustand/vanilla'
import type { StudioBridge } from '../../../shared/contract/bridge.ts'
import type { RequestOutput } from '../../../shared/contract/request-map.ts'
import type { StudioError } from '../../../shared/errors/studio-error.ts'
import type { Conversation } from '../../../shared/inbox/inbox-item.ts'
import { initialFilter, type InboxFilter } from './inbox-filter.ts'

type Cursor = RequestOutput<'inbox.page'>['next']

export interface InboxListState {
  readonly filter: InboxFilter
  readonly phase: 'loading' | 'ready' | 'failed'
  readonly error: StudioError | null
  readonly conversations: readonly Conversation[]
  readonly next: Cursor
  readonly isLoadingMore: boolean
}

export interface InboxListStore {
  readonly state: StoreApi<InboxListState>
  load(): Promise<void>
  loadMore(): Promise<void>
  setFilter(filter: InboxFilter): void
  dispose(): void
}

const pageLength = 60
const longestPage = 200

/** The conversations on screen, page by page. A change asks again for as much as is shown, so that the place in the list stays. */
export function createInboxListStore(bridge: StudioBridge, workspaceId: string): InboxListStore {
  const state = createStore<InboxListState>(() => ({ filter: initialFilter, phase: 'loading', error: null, conversations: [], next: null, isLoadingMore: false }))
  let turn = 0
  const endSubscription = bridge.on('inbox.changed', (event) => event.workspaceId === workspaceId && void load())

  async function load(): Promise<void> {
    const mine = ++turn
    const { filter, conversations } = state.getState()
    const limit = Math.min(longestPage, Math.max(pageLength, conversations.length))
    const answer = await bridge.request('inbox.page', { workspaceId, ...filter, before: null, limit })
    if (mine !== turn) return
    if (answer.ok) state.setState({ phase: 'ready', error: null, conversations: answer.value.conversations, next: answer.value.next, isLoadingMore: false })
    else state.setState({ phase: 'failed', error: answer.error, isLoadingMore: false })
  }

  async function loadMore(): Promise<void> {
    const { filter, next, isLoadingMore } = state.getState()
    if (next === null || isLoadingMore) return
    const mine = turn
    state.setState({ isLoadingMore: true })
    const answer = await bridge.request('inbox.page', { workspaceId, ...filter, before: next, limit: pageLength })
    if (mine !== turn) return
    if (!answer.ok) return state.setState({ isLoadingMore: false })
    state.setState(({ conversations }) => ({ conversations: [...conversations, ...answer.value.conversations], next: answer.value.next, isLoadingMore: false }))
  }

  return {
    state,
    load,
    loadMore,
    setFilter(filter) {
      state.setState({ filter, phase: 'loading', conversations: [], next: null })
      void load()
    },
    dispose() {
      turn += 1
      endSubscription()
    }
  }
}
