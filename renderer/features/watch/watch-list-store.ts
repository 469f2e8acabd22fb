import { createStore, type StoreApi } from 'zustand/vanilla'
import type { StudioBridge } from '../../../shared/contract/bridge.ts'
import type { RequestOutput } from '../../../shared/contract/request-map.ts'
import type { StudioError } from '../../../shared/errors/studio-error.ts'
import type { FeedItem } from '../../../shared/watch/feed.ts'
import type { WatchSource } from './watch-source.ts'

export interface WatchListState {
  readonly source: WatchSource
  readonly unreadOnly: boolean
  readonly phase: 'loading' | 'ready' | 'failed'
  readonly error: StudioError | null
  readonly items: readonly FeedItem[]
  readonly next: RequestOutput<'watch.page'>['next']
}

export interface WatchListStore {
  readonly state: StoreApi<WatchListState>
  load(): Promise<void>
  loadMore(): Promise<void>
  show(choice: { readonly source?: WatchSource; readonly unreadOnly?: boolean }): void
  mark(items: readonly FeedItem[], change: { readonly read?: boolean; readonly starred?: boolean }): Promise<StudioError | null>
  dispose(): void
}

const pageLength = 60
const longestPage = 200

/** The reading list, page by page. An item that was just read stays in sight until another source is chosen. */
export function createWatchListStore(bridge: StudioBridge, workspaceId: string): WatchListStore {
  const state = createStore<WatchListState>(() => ({ source: { kind: 'all' }, unreadOnly: false, phase: 'loading', error: null, items: [], next: null }))
  let turn = 0
  let isLoadingMore = false
  const endSubscription = bridge.on('watch.changed', (event) => event.workspaceId === workspaceId && void refresh())

  async function ask(limit: number): Promise<void> {
    const mine = ++turn
    const { source, unreadOnly } = state.getState()
    const answer = await bridge.request('watch.page', { workspaceId, source, unreadOnly, before: null, limit })
    if (mine !== turn) return
    if (answer.ok) state.setState({ phase: 'ready', error: null, items: answer.value.items, next: answer.value.next })
    else state.setState({ phase: 'failed', error: answer.error })
  }

  /** After a change elsewhere; in "unread only" what was read meanwhile would vanish under the reader, so the list waits. */
  async function refresh(): Promise<void> {
    const { unreadOnly, items } = state.getState()
    if (!unreadOnly || items.length === 0) await ask(Math.min(longestPage, Math.max(pageLength, items.length)))
  }

  async function loadMore(): Promise<void> {
    const { source, unreadOnly, next } = state.getState()
    if (next === null || isLoadingMore) return
    isLoadingMore = true
    const mine = turn
    const answer = await bridge.request('watch.page', { workspaceId, source, unreadOnly, before: next, limit: pageLength })
    isLoadingMore = false
    if (mine !== turn || !answer.ok) return
    state.setState(({ items }) => ({ items: [...items, ...answer.value.items], next: answer.value.next }))
  }

  return {
    state,
    load: () => ask(pageLength),
    loadMore,
    show(choice) {
      state.setState({ ...choice, phase: 'loading', items: [], next: null })
      void ask(pageLength)
    },
    async mark(items, change) {
      const ids = new Set(items.map((item) => item.id))
      state.setState((before) => ({
        items: before.items.map((item) => (ids.has(item.id) ? { ...item, isRead: change.read ?? item.isRead, isStarred: change.starred ?? item.isStarred } : item))
      }))
      const answer = await bridge.request('watch.mark', { workspaceId, itemIds: [...ids], change })
      return answer.ok ? null : answer.error
    },
    dispose() {
      turn += 1
      endSubscription()
    }
  }
}
