import type { StudioBridge } from '../../../shared/contract/bridge.ts'
import type { RequestOutput } from '../../../shared/contract/request-map.ts'
import { succeed } from '../../../shared/contract/result.ts'
import type { Conversation } from '../../../shared/inbox/inbox-item.ts'
import { createPagedListStore, type PagedListState, type PagedListStore } from '../../bridge/paged-list-store.ts'
import { initialFilter, type InboxFilter } from './inbox-filter.ts'

type Cursor = NonNullable<RequestOutput<'inbox.page'>['next']>
export type InboxListState = PagedListState<InboxFilter, Conversation, Cursor>

/** The conversations on screen. */
export function createInboxListStore(bridge: StudioBridge, workspaceId: string): PagedListStore<InboxFilter, Conversation, Cursor> {
  return createPagedListStore({
    initialChoice: initialFilter,
    async ask(filter, before, limit) {
      const answer = await bridge.request('inbox.page', { workspaceId, ...filter, before, limit })
      return answer.ok ? succeed({ rows: answer.value.conversations, next: answer.value.next }) : answer
    },
    onChange: (listener) => bridge.on('inbox.changed', (event) => event.workspaceId === workspaceId && listener())
  })
}
