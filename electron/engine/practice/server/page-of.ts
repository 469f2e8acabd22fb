import { z } from 'zod'
import { comparableId } from '../record/status-id.ts'
import type { PageBorders } from '../record/page-borders.ts'
import type { PracticeRequest } from './practice-request.ts'
import { idText, limitOf } from './read-parameters.ts'

/** Borders and limit of a list, as parameters of a call. */
export function pageParameters(usual: number, most: number) {
  return z.object({ max_id: idText.optional(), since_id: idText.optional(), min_id: idText.optional(), limit: limitOf(usual, most) })
}
type PageParameters = z.output<ReturnType<typeof pageParameters>>

/** For lists ordered by the id of a status. A border that is no id is left out, as Mastodon does. */
export function statusBorders(given: PageParameters): PageBorders<string> {
  const read = (id: string | undefined): string | null => (id === undefined ? null : comparableId(id))
  return { maxId: read(given.max_id), sinceId: read(given.since_id), minId: read(given.min_id), limit: given.limit }
}

/** For lists ordered by a plain number. */
export function numberBorders(given: PageParameters): PageBorders<number> {
  const read = (id: string | undefined): number | null => (id !== undefined && /^\d{1,15}$/.test(id) ? Number(id) : null)
  return { maxId: read(given.max_id), sinceId: read(given.since_id), minId: read(given.min_id), limit: given.limit }
}

/**
 * The `Link` header: `next` goes on to the older, `prev` to the newer, with the call's other parameters kept.
 * `ids` are those of the page, newest first; nothing is said about an empty page.
 */
export function linkHeader(request: PracticeRequest, ids: readonly string[], limit: number): Record<string, string> {
  const newest = ids[0]
  const oldest = ids.at(-1)
  if (newest === undefined || oldest === undefined) return {}
  const links = []
  if (ids.length >= limit) links.push(`<${address(request, 'max_id', oldest)}>; rel="next"`)
  links.push(`<${address(request, 'min_id', newest)}>; rel="prev"`)
  return { Link: links.join(', ') }
}

function address(request: PracticeRequest, border: string, id: string): string {
  const query = new URLSearchParams(request.query)
  for (const name of ['max_id', 'since_id', 'min_id']) query.delete(name)
  query.set(border, id)
  return `${request.base}${request.path}?${query.toString()}`
}
