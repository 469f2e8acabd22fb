import { z } from 'zod'
import type { MemberRow } from '../../record/members-record.ts'
import { reportCategories, type SetAsideKind } from '../../record/moderation-record.ts'
import { accountJson, relationshipJson } from '../entities/account-json.ts'
import { reportJson } from '../entities/report-json.ts'
import { json, member, readParameters, recordNotFound, refuse, type PracticeAnswer, type PracticeRequest, type Route, type RouteTools } from '../practice-request.ts'
import { flag, idList, idText } from '../read-parameters.ts'
import { withMember } from './accounts-routes.ts'

/** https://docs.joinmastodon.org/methods/accounts/#block, #mute, /methods/mutes/, /methods/blocks/ and /methods/reports/ (read 2026-11-21). */
export const moderationRoutes: readonly Route[] = [
  { method: 'POST', path: '/api/v1/accounts/:id/mute', access: member('write:mutes'), answer: (request, tools) => withMember(request, tools, (found) => mute(request, tools, found)) },
  { method: 'POST', path: '/api/v1/accounts/:id/unmute', access: member('write:mutes'), answer: (request, tools) => withMember(request, tools, (found) => takeBack(tools, found, 'mute')) },
  { method: 'POST', path: '/api/v1/accounts/:id/block', access: member('write:blocks'), answer: (request, tools) => withMember(request, tools, (found) => setAside(tools, found, 'block', true)) },
  { method: 'POST', path: '/api/v1/accounts/:id/unblock', access: member('write:blocks'), answer: (request, tools) => withMember(request, tools, (found) => takeBack(tools, found, 'block')) },
  { method: 'GET', path: '/api/v1/mutes', access: member('read:mutes'), answer: (request, tools) => json(people(request, tools, 'mute').map((found) => ({ ...found, mute_expires_at: null }))) },
  { method: 'GET', path: '/api/v1/blocks', access: member('read:blocks'), answer: (request, tools) => json(people(request, tools, 'block')) },
  { method: 'POST', path: '/api/v1/reports', access: member('write:reports'), answer: report }
]

const muteInput = z.object({ notifications: flag.default(true), duration: z.coerce.number().int().min(0).default(0) })

function mute(request: PracticeRequest, tools: RouteTools, found: MemberRow): PracticeAnswer {
  const parsed = readParameters(muteInput, request)
  if (!parsed.ok) return parsed.answer
  if (parsed.value.duration > 0) return refuse(422, 'The practice network mutes until it is told to stop')
  return setAside(tools, found, 'mute', parsed.value.notifications)
}

/** Nobody mutes or blocks themselves: Mastodon answers with how things stand, and changes nothing. */
function setAside({ record, now }: RouteTools, found: MemberRow, kind: SetAsideKind, silencesNotifications: boolean): PracticeAnswer {
  if (!found.isOwn) record.setAside(found.id, kind, silencesNotifications, now())
  return json(relationshipJson(found, record.moderation.read(found.id)))
}

function takeBack({ record }: RouteTools, found: MemberRow, kind: SetAsideKind): PracticeAnswer {
  record.moderation.takeBack(found.id, kind)
  return json(relationshipJson(found, record.moderation.read(found.id)))
}

function people(request: PracticeRequest, { record }: RouteTools, kind: SetAsideKind) {
  const found = record.moderation.membersWith(kind).map((id) => record.members.read(id))
  return found.flatMap((who) => (who === null ? [] : [accountJson(record, who, request.base)]))
}

const reportInput = z.object({ account_id: idText, status_ids: idList.default([]), comment: z.string().max(1000).default(''), category: z.enum(reportCategories).default('other') })

/** What is reported has to be the reported account's own. */
function report(request: PracticeRequest, { record, now }: RouteTools): PracticeAnswer {
  const parsed = readParameters(reportInput, request)
  if (!parsed.ok) return parsed.answer
  const { account_id: memberId, status_ids: statusIds, comment, category } = parsed.value
  const about = record.members.read(memberId)
  if (about === null || statusIds.some((id) => record.statuses.read(id)?.authorId !== memberId)) return recordNotFound
  const filed = { memberId, statusIds, comment, category, at: now() }
  return json(reportJson(record, record.moderation.report(filed), filed, about, request.base))
}
