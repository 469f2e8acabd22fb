import type { StudioBridge } from '../../../shared/contract/bridge.ts'
import type { RequestOutput } from '../../../shared/contract/request-map.ts'
import { succeed } from '../../../shared/contract/result.ts'
import type { FeedItem } from '../../../shared/watch/feed.ts'
import { createPagedListStore, type PagedListState, type PagedListStore } from '../../bridge/paged-list-store.ts'
import type { WatchSource } from './watch-source.ts'

type Cursor = NonNullable<RequestOutput<'watch.page'>['next']>

export interface ReadingChoice {
  readonly source: WatchSource
  readonly unreadOnly: boolean
}

export type WatchListState = PagedListState<ReadingChoice, FeedItem, Cursor>
export type WatchListStore = PagedListStore<ReadingChoice, FeedItem, Cursor>

/** The reading list. In "unread only" what is read would vanish under the reader, so it stays in sight until something else is chosen. */
export function createWatchListStore(bridge: StudioBridge, workspaceId: string): WatchListStore {
  return createPagedListStore({
    initialChoice: { source: { kind: 'all' }, unreadOnly: false },
    async ask(choice, before, limit) {
      const answer = await bridge.request('watch.page', { workspaceId, ...choice, before, limit })
      return answer.ok ? succeed({ rows: answer.value.items, next: answer.value.next }) : answer
    },
    onChange: (listener) => bridge.on('watch.changed', (event) => event.workspaceId === workspaceId && listener()),
    holdsStill: ({ unreadOnly }) => unreadOnly
  })
}
