import type { RequestInput } from '../../../shared/contract/request-map.ts'

type PageInput = RequestInput<'inbox.page'>
export type InboxView = PageInput['view']
export const inboxViews = ['open', 'unread', 'snoozed', 'done', 'all'] as const satisfies readonly InboxView[]

/** What the list shows. */
export interface InboxFilter {
  readonly view: InboxView
  readonly kind: PageInput['kind']
  readonly accountId: string | null
  /** Of reviews alone. Left out: all of them. */
  readonly reviews?: NonNullable<PageInput['reviews']>
}

export const initialFilter: InboxFilter = { view: 'open', kind: null, accountId: null }
