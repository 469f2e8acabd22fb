import { useState } from 'react'
import type { Series } from '../../../shared/series/series.ts'
import { useRequest } from '../../bridge/use-request.ts'
import { currentInstant } from '../../bridge/system-clock.ts'

const lookBackMs = 60 * 86_400_000

/** The client's series, kept fresh; empty until they are known. */
export function useSeries(workspaceId: string): readonly Series[] {
  const [from] = useState(() => currentInstant() - lookBackMs)
  const [loaded] = useRequest('series.list', { workspaceId, from }, ['posts.changed', 'outbox.changed'])
  return loaded.kind === 'ready' ? loaded.value.series : []
}

/** The series a post belongs to, with its day; null for a post that stands alone. */
export function seriesOfPost(all: readonly Series[], postId: string): { readonly series: Series; readonly date: string } | null {
  for (const series of all) {
    const occurrence = series.occurrences.find((one) => one.postId === postId)
    if (occurrence !== undefined) return { series, date: occurrence.date }
  }
  return null
}
