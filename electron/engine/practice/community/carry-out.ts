import { selfReference, type CommunityAct, type PlannedAct } from './act.ts'
import type { PracticeRecord } from '../record/practice-record.ts'
import type { StatusRow } from '../record/statuses-record.ts'

/**
 * Writes one act into the network's record, dated `at` (ms since the epoch), and gives what it leads to (`due` in community time, counted
 * from its own). An act whose status is gone meanwhile, that an answer has made needless, or whose member is blocked, does nothing.
 */
export function carryOut(record: PracticeRecord, planned: PlannedAct, at: number): readonly PlannedAct[] {
  const { act } = planned
  if (record.moderation.isBlocked(act.memberId)) return []
  switch (act.kind) {
    case 'like':
      record.favour(act.statusId, act.memberId, at)
      return []
    case 'boost':
      record.reblog(act.statusId, act.memberId, at)
      return []
    case 'follow':
      record.follow(act.memberId, at)
      return []
    case 'mention':
      return consequencesOf(planned, act, say(record, act, null, 'public', at))
    case 'quote':
      return quote(record, planned, act, at)
    case 'comment':
    case 'message':
      return speakTo(record, planned, act, at)
  }
}

function speakTo(record: PracticeRecord, planned: PlannedAct, act: Extract<CommunityAct, { kind: 'comment' | 'message' }>, at: number): readonly PlannedAct[] {
  const target = act.statusId === null ? null : record.statuses.read(act.statusId)
  if (act.statusId !== null && target === null) return []
  if (act.onlyIfUnanswered && target !== null && isAnswered(record, target)) return []
  const isPrivate = act.kind === 'message' || target?.visibility === 'direct'
  return consequencesOf(planned, act, say(record, act, target, isPrivate ? 'direct' : 'public', at))
}

/** Of what everybody may read. */
function quote(record: PracticeRecord, planned: PlannedAct, act: Extract<CommunityAct, { kind: 'quote' }>, at: number): readonly PlannedAct[] {
  const quoted = record.statuses.read(act.statusId)
  if (quoted === null || quoted.quotePolicy === 'nobody' || !['public', 'unlisted'].includes(quoted.visibility)) return []
  return consequencesOf(planned, act, say(record, act, null, 'public', at, quoted.id))
}

type Saying = Extract<CommunityAct, { text: string }>

function say(record: PracticeRecord, act: Saying, target: StatusRow | null, visibility: 'public' | 'direct', at: number, quotedId: string | null = null): StatusRow {
  const author = record.members.read(act.memberId)
  const status = record.publish({
    authorId: act.memberId,
    text: act.text,
    createdAt: at,
    inReplyToId: target?.id ?? null,
    reblogOfId: null,
    quotedId,
    visibility,
    spoilerText: '',
    sensitive: false,
    language: author?.language ?? 'en'
  })
  record.community.savePurpose(status.id, act.purpose)
  return status
}

/** Somebody of the business has written under it, or liked it. */
function isAnswered(record: PracticeRecord, status: StatusRow): boolean {
  const own = record.members.own()
  return record.reactions.isFavoured(status.id, own.id) || record.statuses.descendants(status.id).some((row) => row.authorId === own.id)
}

function consequencesOf(planned: PlannedAct, act: Saying, status: StatusRow): readonly PlannedAct[] {
  return act.leadsTo.map((next) => ({ due: planned.due + next.after, act: pointTo(next.act, status.id) }))
}

function pointTo(act: CommunityAct, statusId: string): CommunityAct {
  if (act.kind === 'mention' || act.kind === 'follow') return act
  return act.statusId === selfReference ? { ...act, statusId } : act
}
