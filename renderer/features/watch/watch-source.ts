import type { RequestInput } from '../../../shared/contract/request-map.ts'

/** What the reading list is filled from. */
export type WatchSource = RequestInput<'watch.page'>['source']

export function isSameSource(one: WatchSource, other: WatchSource): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
