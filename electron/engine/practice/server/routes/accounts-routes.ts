import { z } from 'zod'
import type { MemberRow } from '../../record/members-record.ts'
import { accountJson, credentialAccountJson, relationshipJson } from '../entities/account-json.ts'
import { statusJson } from '../entities/status-json.ts'
import { linkHeader, pageParameters, statusBorders } from '../page-of.ts'
import { anyone, json, member, ownMember, readParameters, recordNotFound, type PracticeAnswer, type PracticeRequest, type Route, type RouteTools } from '../practice-request.ts'
import { flag, idList, limitOf } from '../read-parameters.ts'

const statusesInput = pageParameters(20, 40).extend({
  exclude_replies: flag.default(false),
  exclude_reblogs: flag.default(false),
  only_media: flag.default(false),
  pinned: flag.default(false),
  tagged: z.string().optional()
})

/** https://docs.joinmastodon.org/methods/accounts/ */
export const accountsRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/v1/accounts/verify_credentials',
    access: member('read:accounts'),
    answer: (request, { record }) => json(credentialAccountJson(record, ownMember(request), request.base))
  },
  { method: 'GET', path: '/api/v1/accounts/lookup', access: anyone, answer: lookUp },
  { method: 'GET', path: '/api/v1/accounts/search', access: member('read:accounts'), answer: search },
  { method: 'GET', path: '/api/v1/accounts/relationships', access: member('read:follows'), answer: relationships },
  { method: 'GET', path: '/api/v1/accounts/:id', access: anyone, answer: (request, tools) => withMember(request, tools, (found) => json(accountJson(tools.record, found, request.base))) },
  { method: 'GET', path: '/api/v1/accounts/:id/statuses', access: anyone, answer: (request, tools) => withMember(request, tools, (found) => statusesOf(request, tools, found)) },
  { method: 'GET', path: '/api/v1/accounts/:id/following', access: anyone, answer: (request, tools) => withMember(request, tools, () => everybodyElse(request, tools)) },
  { method: 'GET', path: '/api/v1/accounts/:id/followers', access: anyone, answer: (request, tools) => withMember(request, tools, () => everybodyElse(request, tools)) }
]

export function withMember(request: PracticeRequest, tools: RouteTools, answer: (found: MemberRow) => PracticeAnswer): PracticeAnswer {
  const found = tools.record.members.read(request.captures['id'] ?? '')
  return found === null ? recordNotFound : answer(found)
}

function statusesOf(request: PracticeRequest, { record }: RouteTools, author: MemberRow): PracticeAnswer {
  const parsed = readParameters(statusesInput, request)
  if (!parsed.ok) return parsed.answer
  const given = parsed.value
  const viewer = request.bearer?.member ?? null
  const filter = { excludeReplies: given.exclude_replies, excludeReblogs: given.exclude_reblogs, onlyMedia: given.only_media, withDirect: viewer?.id === author.id }
  if (given.pinned) return json(record.pins.of(author.id).slice(0, given.limit).flatMap((id) => record.statuses.read(id) ?? []).map((row) => statusJson(record, row, request.base, viewer)))
  const rows = record.statuses.byAuthor(author.id, filter, statusBorders(given))
  const tagged = given.tagged?.toLowerCase()
  const shown = tagged === undefined ? rows : rows.filter((row) => row.text.toLowerCase().includes(`#${tagged}`))
  return json(shown.map((row) => statusJson(record, row, request.base, viewer)), linkHeader(request, rows.map((row) => row.id), given.limit))
}

function lookUp(request: PracticeRequest, { record }: RouteTools): PracticeAnswer {
  const parsed = readParameters(z.object({ acct: z.string() }), request)
  if (!parsed.ok) return parsed.answer
  const found = record.members.findByHandle(localName(parsed.value.acct))
  return found === null ? recordNotFound : json(accountJson(record, found, request.base))
}

/** `@name`, `name@server` and `name` mean the same here: there is only one server. */
export function localName(acct: string): string {
  return acct.trim().replace(/^@/, '').split('@')[0] ?? ''
}

function search(request: PracticeRequest, { record }: RouteTools): PracticeAnswer {
  const parsed = readParameters(z.object({ q: z.string(), limit: limitOf(40, 80) }), request)
  if (!parsed.ok) return parsed.answer
  return json(record.members.search(localName(parsed.value.q), parsed.value.limit).map((found) => accountJson(record, found, request.base)))
}

function relationships(request: PracticeRequest, { record }: RouteTools): PracticeAnswer {
  const parsed = readParameters(z.object({ id: idList.default([]) }), request)
  if (!parsed.ok) return parsed.answer
  return json(parsed.value.id.map((id) => record.members.read(id)).filter((found): found is MemberRow => found !== null).map((found) => relationshipJson(found, record.moderation.read(found.id))))
}

function everybodyElse(request: PracticeRequest, { record }: RouteTools): PracticeAnswer {
  return json(record.members.community().filter((found) => found.id !== request.captures['id']).map((found) => accountJson(record, found, request.base)))
}
