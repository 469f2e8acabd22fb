import { z } from 'zod'
import { practiceCapabilities } from '../../../../../shared/networks/practice-capabilities.ts'
import type { StatusRow } from '../../record/statuses-record.ts'
import { accountJson } from '../entities/account-json.ts'
import { isPinnable, statusJson } from '../entities/status-json.ts'
import { linkHeader, pageParameters, statusBorders } from '../page-of.ts'
import { anyone, json, member, ownMember, readParameters, recordNotFound, refuse, type PracticeAnswer, type PracticeRequest, type Route, type RouteTools } from '../practice-request.ts'
import { idList } from '../read-parameters.ts'

/** https://docs.joinmastodon.org/methods/statuses/ : reading, deleting and reacting; writing is in `write-status-routes.ts`. */
export const statusesRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/v1/statuses', access: anyone, answer: several },
  { method: 'GET', path: '/api/v1/statuses/:id', access: anyone, answer: (request, tools) => withStatus(request, tools, (status) => json(show(request, tools, status))) },
  { method: 'GET', path: '/api/v1/statuses/:id/context', access: anyone, answer: (request, tools) => withStatus(request, tools, (status) => context(request, tools, status)) },
  {
    method: 'GET',
    path: '/api/v1/statuses/:id/source',
    access: member('read:statuses'),
    answer: (request, tools) => withOwnStatus(request, tools, (status) => json({ id: status.id, text: status.text, spoiler_text: status.spoilerText }))
  },
  { method: 'GET', path: '/api/v1/statuses/:id/favourited_by', access: anyone, answer: (request, tools) => withStatus(request, tools, (status) => people(request, tools, tools.record.reactions.favouredBy(status.id))) },
  { method: 'GET', path: '/api/v1/statuses/:id/reblogged_by', access: anyone, answer: (request, tools) => withStatus(request, tools, (status) => people(request, tools, tools.record.statuses.rebloggedBy(status.id))) },
  { method: 'GET', path: '/api/v1/statuses/:id/quotes', access: member('read:statuses'), answer: (request, tools) => withOwnStatus(request, tools, (status) => quotes(request, tools, status)) },
  { method: 'POST', path: '/api/v1/statuses/:id/quotes/:quoting/revoke', access: member('write:statuses'), answer: (request, tools) => withOwnStatus(request, tools, (status) => revoke(request, tools, status)) },
  { method: 'DELETE', path: '/api/v1/statuses/:id', access: member('write:statuses'), budget: 'delete', answer: (request, tools) => withOwnStatus(request, tools, (status) => remove(request, tools, status)) },
  { method: 'POST', path: '/api/v1/statuses/:id/favourite', access: member('write:favourites'), answer: (request, tools) => withStatus(request, tools, (status) => favour(request, tools, status, true)) },
  { method: 'POST', path: '/api/v1/statuses/:id/unfavourite', access: member('write:favourites'), answer: (request, tools) => withStatus(request, tools, (status) => favour(request, tools, status, false)) },
  { method: 'POST', path: '/api/v1/statuses/:id/pin', access: member('write:accounts'), answer: (request, tools) => withOwnStatus(request, tools, (status) => pin(request, tools, status)) },
  { method: 'POST', path: '/api/v1/statuses/:id/unpin', access: member('write:accounts'), answer: (request, tools) => withOwnStatus(request, tools, (status) => unpin(request, tools, status)) },
  { method: 'POST', path: '/api/v1/statuses/:id/reblog', access: member('write:statuses'), answer: (request, tools) => withStatus(request, tools, (status) => reblog(request, tools, status)) },
  { method: 'POST', path: '/api/v1/statuses/:id/unreblog', access: member('write:statuses'), budget: 'delete', answer: (request, tools) => withStatus(request, tools, (status) => unreblog(request, tools, status)) }
]

/** Direct statuses exist only for the own account: all of them are written by or to it. */
function isVisible(status: StatusRow, request: PracticeRequest): boolean {
  return status.visibility === 'public' || status.visibility === 'unlisted' || (request.bearer?.member ?? null) !== null
}

function withStatus(request: PracticeRequest, { record }: RouteTools, answer: (status: StatusRow) => PracticeAnswer): PracticeAnswer {
  const status = record.statuses.read(request.captures['id'] ?? '')
  return status === null || !isVisible(status, request) ? recordNotFound : answer(status)
}

export function withOwnStatus(request: PracticeRequest, tools: RouteTools, answer: (status: StatusRow) => PracticeAnswer): PracticeAnswer {
  return withStatus(request, tools, (status) => (status.authorId === ownMember(request).id ? answer(status) : recordNotFound))
}

function show(request: PracticeRequest, { record }: RouteTools, status: StatusRow) {
  return statusJson(record, status, request.base, request.bearer?.member ?? null)
}

function several(request: PracticeRequest, tools: RouteTools): PracticeAnswer {
  const parsed = readParameters(z.object({ id: idList.default([]) }), request)
  if (!parsed.ok) return parsed.answer
  const found = parsed.value.id.slice(0, 20).map((id) => tools.record.statuses.read(id))
  return json(found.filter((status): status is StatusRow => status !== null && isVisible(status, request)).map((status) => show(request, tools, status)))
}

function context(request: PracticeRequest, tools: RouteTools, status: StatusRow): PracticeAnswer {
  const isHeard = (row: StatusRow): boolean => (request.bearer?.member ?? null) === null || tools.record.moderation.read(row.authorId).length === 0
  const visible = (rows: readonly StatusRow[]) => rows.filter((row) => isVisible(row, request) && isHeard(row)).map((row) => show(request, tools, row))
  return json({ ancestors: visible(tools.record.statuses.ancestors(status.id)), descendants: visible(tools.record.statuses.descendants(status.id)) })
}

function people(request: PracticeRequest, { record }: RouteTools, ids: readonly string[]): PracticeAnswer {
  const found = ids.map((id) => record.members.read(id))
  return json(found.flatMap((who) => (who === null ? [] : [accountJson(record, who, request.base)])))
}

function quotes(request: PracticeRequest, tools: RouteTools, status: StatusRow): PracticeAnswer {
  const parsed = readParameters(pageParameters(20, 40), request)
  if (!parsed.ok) return parsed.answer
  const rows = tools.record.statuses.quoting(status.id, statusBorders(parsed.value))
  return json(rows.map((row) => show(request, tools, row)), linkHeader(request, rows.map(({ id }) => id), parsed.value.limit))
}

/** The quote stays, without the post; nothing brings it back. */
function revoke(request: PracticeRequest, tools: RouteTools, status: StatusRow): PracticeAnswer {
  const quoting = tools.record.statuses.read(request.captures['quoting'] ?? '')
  if (quoting === null || quoting.quotedId !== status.id) return recordNotFound
  tools.record.statuses.revoke(quoting.id)
  return json(show(request, tools, { ...quoting, isRevoked: true }))
}

/** The answer carries the text as it was typed, so that a client can offer to write it anew. */
function remove(request: PracticeRequest, tools: RouteTools, status: StatusRow): PracticeAnswer {
  const shown = { ...show(request, tools, status), text: status.text }
  tools.record.deleteStatus(status, tools.now())
  return json(shown)
}

/** Both directions are harmless when repeated. A boost stands for what it boosts. */
function favour(request: PracticeRequest, tools: RouteTools, status: StatusRow, wanted: boolean): PracticeAnswer {
  const target = original(tools, status)
  const own = ownMember(request)
  if (wanted) tools.record.favour(target.id, own.id, tools.now())
  else tools.record.reactions.unfavour(target.id, own.id)
  if (wanted) tools.ownAct()
  return json(show(request, tools, target))
}

/** As Mastodon refuses it: as many as the instance says, and no private messages. What is pinned already stays where it is. */
function pin(request: PracticeRequest, tools: RouteTools, status: StatusRow): PracticeAnswer {
  const { pins } = tools.record
  const pinned = pins.of(status.authorId)
  if (pinned.includes(status.id)) return json(show(request, tools, status))
  if (!isPinnable(status)) return refuse(422, 'Validation failed: Posts that are only visible to mentioned users cannot be pinned')
  if (pinned.length >= (practiceCapabilities.pin.most?.value ?? 0)) return refuse(422, 'Validation failed: You have already pinned the maximum number of posts')
  pins.set(status.id, tools.now())
  return json(show(request, tools, status))
}

function unpin(request: PracticeRequest, tools: RouteTools, status: StatusRow): PracticeAnswer {
  tools.record.pins.set(status.id, null)
  return json(show(request, tools, status))
}

function reblog(request: PracticeRequest, tools: RouteTools, status: StatusRow): PracticeAnswer {
  const target = original(tools, status)
  if (target.visibility === 'direct') return recordNotFound
  const row = tools.record.reblog(target.id, ownMember(request).id, tools.now())
  tools.ownAct()
  return row === null ? recordNotFound : json(show(request, tools, row))
}

function unreblog(request: PracticeRequest, tools: RouteTools, status: StatusRow): PracticeAnswer {
  const target = original(tools, status)
  const row = tools.record.statuses.findReblog(target.id, ownMember(request).id)
  if (row !== null) tools.record.deleteStatus(row, tools.now())
  return json(show(request, tools, target))
}

function original({ record }: RouteTools, status: StatusRow): StatusRow {
  return status.reblogOfId === null ? status : (record.statuses.read(status.reblogOfId) ?? status)
}
