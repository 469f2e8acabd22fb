import { useState } from 'react'
import { currentInstant } from '../../bridge/system-clock.ts'
import { useRequest, type Loaded } from '../../bridge/use-request.ts'
import type { RequestOutput } from '../../../shared/contract/request-map.ts'

export interface VisibleRange {
  readonly from: number
  readonly until: number
}

/** The posts of what is on screen, kept fresh; `show` is told whenever another span comes into sight. */
export function useCalendarPosts(workspaceId: string): { readonly loaded: Loaded<RequestOutput<'posts.list'>>; readonly reload: () => void; readonly show: (range: VisibleRange) => void } {
  const [range, setRange] = useState<VisibleRange>(() => ({ from: currentInstant() - 45 * 86_400_000, until: currentInstant() + 45 * 86_400_000 }))
  const [loaded, reload] = useRequest('posts.list', { workspaceId, ...range, drafts: true }, ['posts.changed', 'outbox.changed'])

  function show(next: VisibleRange): void {
    if (next.from !== range.from || next.until !== range.until) setRange(next)
  }

  return { loaded, reload, show }
}
