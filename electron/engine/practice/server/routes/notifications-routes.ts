import { z } from 'zod'
import { notificationKinds, type NotificationKind } from '../../record/reactions-record.ts'
import { conversationJson, notificationJson } from '../entities/notification-json.ts'
import { linkHeader, numberBorders, pageParameters, statusBorders } from '../page-of.ts'
import { json, member, ownMember, readParameters, recordNotFound, type PracticeAnswer, type PracticeRequest, type Route, type RouteTools } from '../practice-request.ts'
import { idText, listOf } from '../read-parameters.ts'

const listInput = pageParameters(40, 80).extend({
  types: listOf(z.string()).optional(),
  exclude_types: listOf(z.string()).optional(),
  account_id: idText.optional()
})

/** https://docs.joinmastodon.org/methods/notifications/ and https://docs.joinmastodon.org/methods/conversations/ */
export const notificationsRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/v1/notifications', access: member('read:notifications'), answer: list },
  { method: 'POST', path: '/api/v1/notifications/clear', access: member('write:notifications'), answer: clear },
  { method: 'GET', path: '/api/v1/notifications/:id', access: member('read:notifications'), answer: one },
  { method: 'POST', path: '/api/v1/notifications/:id/dismiss', access: member('write:notifications'), answer: dismiss },
  { method: 'GET', path: '/api/v1/conversations', access: member('read:statuses'), answer: conversations },
  { method: 'POST', path: '/api/v1/conversations/:id/read', access: member('write:conversations'), answer: markRead },
  { method: 'DELETE', path: '/api/v1/conversations/:id', access: member('write:conversations'), answer: hide }
]

function list(request: PracticeRequest, { record }: RouteTools): PracticeAnswer {
  const parsed = readParameters(listInput, request)
  if (!parsed.ok) return parsed.answer
  const given = parsed.value
  const wanted = (kind: NotificationKind): boolean => (given.types?.includes(kind) ?? true) && !(given.exclude_types?.includes(kind) ?? false)
  const rows = record.reactions.notifications({ kinds: notificationKinds.filter(wanted), memberId: given.account_id ?? null }, numberBorders(given))
  const shown = rows.flatMap((row) => notificationJson(record, row, request.base, ownMember(request)) ?? [])
  return json(shown, linkHeader(request, rows.map((row) => String(row.id)), given.limit))
}

function clear(_request: PracticeRequest, { record }: RouteTools): PracticeAnswer {
  record.reactions.clearNotifications()
  return json({})
}

function one(request: PracticeRequest, { record }: RouteTools): PracticeAnswer {
  const row = record.reactions.readNotification(Number(request.captures['id']))
  const shown = row === null ? null : notificationJson(record, row, request.base, ownMember(request))
  return shown === null ? recordNotFound : json(shown)
}

function dismiss(request: PracticeRequest, { record }: RouteTools): PracticeAnswer {
  return record.reactions.removeNotification(Number(request.captures['id'])) ? json({}) : recordNotFound
}

function conversations(request: PracticeRequest, { record }: RouteTools): PracticeAnswer {
  const parsed = readParameters(pageParameters(20, 40), request)
  if (!parsed.ok) return parsed.answer
  const rows = record.conversations.page(statusBorders(parsed.value))
  const shown = rows.map((row) => conversationJson(record, row, request.base, ownMember(request)))
  return json(shown, linkHeader(request, rows.map((row) => row.lastStatusId), parsed.value.limit))
}

function markRead(request: PracticeRequest, { record }: RouteTools): PracticeAnswer {
  const row = record.conversations.read(Number(request.captures['id']))
  if (row === null) return recordNotFound
  record.conversations.setUnread(row.id, false)
  return json(conversationJson(record, { ...row, unread: false }, request.base, ownMember(request)))
}

function hide(request: PracticeRequest, { record }: RouteTools): PracticeAnswer {
  const row = record.conversations.read(Number(request.captures['id']))
  if (row === null) return recordNotFound
  record.conversations.hide(row.id)
  return json({})
}
