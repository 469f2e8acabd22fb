import { z } from 'zod'
import { practiceCapabilities } from '../../../../../shared/networks/practice-capabilities.ts'
import type { ScheduledRow } from '../../record/scheduled-record.ts'
import { scheduledStatusJson } from '../entities/scheduled-status-json.ts'
import { json, member, readParameters, recordNotFound, refuse, type PracticeAnswer, type PracticeRequest, type Route, type RouteTools } from '../practice-request.ts'
import { idText, moment } from '../read-parameters.ts'

export const minAheadMs = practiceCapabilities.nativeSchedule?.minAhead.value ?? 0
export const tooSoon = 'Validation failed: Scheduled at The scheduled date must be in the future'

/** https://docs.joinmastodon.org/methods/scheduled_statuses/ ; they are made by `POST /api/v1/statuses`. */
export const scheduledStatusesRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/v1/scheduled_statuses', access: member('read:statuses'), answer: list },
  { method: 'GET', path: '/api/v1/scheduled_statuses/:id', access: member('read:statuses'), answer: (request, tools) => withScheduled(request, tools, (row) => json(scheduledStatusJson(tools.record, row, request.base))) },
  { method: 'PUT', path: '/api/v1/scheduled_statuses/:id', access: member('write:statuses'), answer: (request, tools) => withScheduled(request, tools, (row) => move(request, tools, row)) },
  { method: 'DELETE', path: '/api/v1/scheduled_statuses/:id', access: member('write:statuses'), answer: (request, tools) => withScheduled(request, tools, (row) => remove(tools, row)) }
]

function withScheduled(request: PracticeRequest, { record, now }: RouteTools, answer: (row: ScheduledRow) => PracticeAnswer): PracticeAnswer {
  const row = record.scheduled.read(request.captures['id'] ?? '')
  // Due, and published within the second: it does not wait any more.
  return row === null || row.scheduledAt <= now() ? recordNotFound : answer(row)
}

function list(request: PracticeRequest, { record }: RouteTools): PracticeAnswer {
  const parsed = readParameters(z.object({ max_id: idText.nullish(), limit: z.coerce.number().int().min(1).max(40).default(20) }), request)
  if (!parsed.ok) return parsed.answer
  return json(record.scheduled.page(parsed.value.max_id ?? null, parsed.value.limit).map((row) => scheduledStatusJson(record, row, request.base)))
}

function move(request: PracticeRequest, { record, now }: RouteTools, row: ScheduledRow): PracticeAnswer {
  const parsed = readParameters(z.object({ scheduled_at: moment }), request)
  if (!parsed.ok) return parsed.answer
  if (parsed.value.scheduled_at < now() + minAheadMs) return refuse(422, tooSoon)
  record.scheduled.move(row.id, parsed.value.scheduled_at)
  return json(scheduledStatusJson(record, record.scheduled.read(row.id) ?? row, request.base))
}

function remove({ record }: RouteTools, row: ScheduledRow): PracticeAnswer {
  record.scheduled.remove(row.id)
  return json({})
}
