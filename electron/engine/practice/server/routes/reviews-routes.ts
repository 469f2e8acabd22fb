import { z } from 'zod'
import { practiceCapabilities } from '../../../../../shared/networks/practice-capabilities.ts'
import type { ReviewBorder, ReviewRow } from '../../record/reviews-record.ts'
import { reviewJson } from '../entities/review-json.ts'
import { json, member, readParameters, recordNotFound, refuse, type PracticeAnswer, type PracticeRequest, type Route, type RouteTools } from '../practice-request.ts'

/** A subject of the practice network's own: Mastodon knows no reviews. An answer is put, and stands in the place of the one before. */
export const reviewsRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/practice/v1/reviews', access: member('read:statuses'), answer: list },
  { method: 'GET', path: '/api/practice/v1/reviews/:id', access: member('read:statuses'), answer: (request, tools) => show(request, tools, tools.record.reviews.read(request.captures['id'] ?? '')) },
  { method: 'PUT', path: '/api/practice/v1/reviews/:id/reply', access: member('write:statuses'), answer: reply },
  { method: 'DELETE', path: '/api/practice/v1/reviews/:id/reply', access: member('write:statuses'), answer: (request, tools) => answerWith(request, tools, null) }
]

const border = z.string().regex(/^\d{1,16}-\d{1,30}$/).transform((written): ReviewBorder => ({ changedAt: Number(written.split('-')[0]), id: written.split('-')[1] ?? '' }))

/** What changed after a position, the oldest change first. What was deleted is in no list. */
function list(request: PracticeRequest, tools: RouteTools): PracticeAnswer {
  const parsed = readParameters(z.object({ after: border.nullish(), limit: z.coerce.number().int().min(1).max(40).default(40) }), request)
  if (!parsed.ok) return parsed.answer
  return json(tools.record.reviews.changedAfter(parsed.value.after ?? null, parsed.value.limit).flatMap((row) => shapeOf(request, tools, row) ?? []))
}

function shapeOf({ base }: PracticeRequest, { record }: RouteTools, row: ReviewRow): object | null {
  const author = record.members.read(row.memberId)
  return author === null ? null : reviewJson(record, row, author, base)
}

function show(request: PracticeRequest, tools: RouteTools, row: ReviewRow | null): PracticeAnswer {
  const shape = row === null ? null : shapeOf(request, tools, row)
  return shape === null ? recordNotFound : json(shape)
}

const maxBytes = practiceCapabilities.inbox.reviews?.maxReply.value.bytes ?? 0

function reply(request: PracticeRequest, tools: RouteTools): PracticeAnswer {
  const parsed = readParameters(z.object({ text: z.string().trim().min(1) }), request)
  if (!parsed.ok) return parsed.answer
  if (Buffer.byteLength(parsed.value.text) > maxBytes) return refuse(422, `Validation failed: Text is longer than ${maxBytes} bytes`)
  return answerWith(request, tools, parsed.value.text)
}

function answerWith(request: PracticeRequest, tools: RouteTools, text: string | null): PracticeAnswer {
  const before = tools.record.reviews.read(request.captures['id'] ?? '')
  if (before === null) return recordNotFound
  // The same words again change nothing, not even the time.
  const after = before.reply === text ? before : tools.record.reviews.answer(before.id, text, tools.now())
  if (text !== null) tools.ownAct()
  return show(request, tools, after)
}
