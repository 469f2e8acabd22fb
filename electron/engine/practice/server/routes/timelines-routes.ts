import { z } from 'zod'
import type { PageBorders } from '../../record/page-borders.ts'
import type { PracticeRecord } from '../../record/practice-record.ts'
import type { StatusRow } from '../../record/statuses-record.ts'
import { accountJson } from '../entities/account-json.ts'
import { instanceJson, instanceV1Json } from '../entities/instance-json.ts'
import { statusJson } from '../entities/status-json.ts'
import { linkHeader, pageParameters, statusBorders } from '../page-of.ts'
import { anyone, json, member, readParameters, type PracticeAnswer, type PracticeRequest, type Route, type RouteTools } from '../practice-request.ts'
import { limitOf } from '../read-parameters.ts'
import { localName } from './accounts-routes.ts'

/** Timelines, search, the instance, and the empty lists that clients ask for when they start. */
export const timelinesRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/v1/timelines/home', access: member('read:statuses'), answer: (request, tools) => timeline(request, tools, tools.record.statuses.home) },
  { method: 'GET', path: '/api/v1/timelines/public', access: anyone, answer: (request, tools) => timeline(request, tools, tools.record.statuses.everybody) },
  { method: 'GET', path: '/api/v2/search', access: member('read:search'), answer: search },
  { method: 'GET', path: '/api/v2/instance', access: anyone, answer: (request, { record }) => json(instanceJson(record, request.base)) },
  { method: 'GET', path: '/api/v1/instance', access: anyone, answer: (request, { record }) => json(instanceV1Json(record, request.base)) },
  { method: 'GET', path: '/api/v1/custom_emojis', access: anyone, answer: () => json([]) },
  { method: 'GET', path: '/api/v2/filters', access: member('read:filters'), answer: () => json([]) },
  { method: 'GET', path: '/api/v1/lists', access: member('read:lists'), answer: () => json([]) },
  { method: 'GET', path: '/api/v1/bookmarks', access: member('read:bookmarks'), answer: () => json([]) }
]

function timeline(request: PracticeRequest, { record }: RouteTools, read: (borders: PageBorders<string>) => readonly StatusRow[]): PracticeAnswer {
  const parsed = readParameters(pageParameters(20, 40), request)
  if (!parsed.ok) return parsed.answer
  const rows = read(statusBorders(parsed.value))
  const viewer = request.bearer?.member ?? null
  return json(rows.map((row) => statusJson(record, row, request.base, viewer)), linkHeader(request, rows.map((row) => row.id), parsed.value.limit))
}

const searchInput = z.object({ q: z.string().trim().min(1), type: z.enum(['accounts', 'hashtags', 'statuses']).optional(), limit: limitOf(20, 40) })

function findStatuses(record: PracticeRecord, text: string, id: string | undefined, limit: number): readonly StatusRow[] {
  const named = id === undefined ? null : record.statuses.read(id)
  return named === null ? record.statuses.search(text, limit) : [named]
}

/** https://docs.joinmastodon.org/methods/search/ ; an address of a status or a person finds just that. */
function search(request: PracticeRequest, { record }: RouteTools): PracticeAnswer {
  const parsed = readParameters(searchInput, request)
  if (!parsed.ok) return parsed.answer
  const { q, type, limit } = parsed.value
  const [, handle, id] = /\/@([\w.-]+)(?:\/(\d+))?$/.exec(q) ?? []
  const wants = (kind: typeof type): boolean => type === undefined || type === kind
  const statuses = wants('statuses') ? findStatuses(record, q, id, limit) : []
  const accounts = wants('accounts') && id === undefined ? record.members.search(localName(handle ?? q), limit) : []
  const viewer = request.bearer?.member ?? null
  return json({
    accounts: accounts.map((found) => accountJson(record, found, request.base)),
    statuses: statuses.map((found) => statusJson(record, found, request.base, viewer)),
    hashtags: []
  })
}
