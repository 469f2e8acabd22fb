import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { FeedItem } from '../../../shared/watch/feed.ts'
import { newId } from '../../bridge/system-random.ts'
import { studio } from '../../bridge/studio-client.ts'
import { showFailure } from '../../components/show-failure.ts'
import type { RouteOf } from '../../shell/route.ts'
import { navigate } from '../../shell/route-store.ts'
import { keepAsIdea } from '../ideas/keep-as-idea.ts'
import { createWatchListStore, type WatchListState, type WatchListStore } from './watch-list-store.ts'

export interface OpenWatch {
  readonly store: WatchListStore
  readonly list: WatchListState
  readonly selected: FeedItem | undefined
  /** Opens an item, which also reads it. */
  readonly select: (item: FeedItem) => void
  readonly star: () => void
  readonly markUnread: () => void
  readonly markAllRead: () => void
  readonly makePost: () => void
  /** Onto the board of ideas, with its source. */
  readonly keepIdea: () => void
}

/** The reading list of a workspace and what can be done with the item that is open in the route. */
export function useWatch(route: RouteOf<'watch'>): OpenWatch {
  const { workspaceId, itemId } = route
  const [store] = useState(() => createWatchListStore(studio, workspaceId))
  const list = useStore(store.state)
  const selected = list.rows.find((item) => item.id === itemId)

  useEffect(() => {
    void store.load()
    return () => store.dispose()
  }, [store])

  async function mark(items: readonly FeedItem[], change: { readonly read?: boolean; readonly starred?: boolean }): Promise<void> {
    if (items.length === 0) return
    const ids = new Set(items.map((item) => item.id))
    store.change((item) => (ids.has(item.id) ? { ...item, isRead: change.read ?? item.isRead, isStarred: change.starred ?? item.isStarred } : item))
    const answer = await studio.request('watch.mark', { workspaceId, itemIds: [...ids], change })
    if (!answer.ok) showFailure(answer.error, workspaceId)
  }

  async function makePost(item: FeedItem): Promise<void> {
    const answer = await studio.request('watch.makePost', { workspaceId, itemId: item.id, postId: newId() })
    if (answer.ok) navigate({ screen: 'compose', workspaceId, postId: answer.value.postId, at: null })
    else showFailure(answer.error, workspaceId)
  }

  return {
    store,
    list,
    selected,
    select(item) {
      navigate({ ...route, itemId: item.id }, { replace: true })
      if (!item.isRead) void mark([item], { read: true })
    },
    star: () => void (selected && mark([selected], { starred: !selected.isStarred })),
    markUnread: () => void (selected && mark([selected], { read: false })),
    markAllRead: () => void mark(list.rows.filter((item) => !item.isRead), { read: true }),
    makePost: () => void (selected && makePost(selected)),
    keepIdea: () => void (selected && keepAsIdea(workspaceId, selected))
  }
}
