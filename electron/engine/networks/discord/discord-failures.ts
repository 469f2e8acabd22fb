import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { reasonOf, type ApiAnswer } from '../api-call.ts'
import type { NetworkFailure } from '../network-failure.ts'

const codedSchema = z.looseObject({ code: z.int() })
/** https://docs.discord.com/developers/topics/opcodes-and-status-codes (read on 2026-11-21). */
const unknownWebhook = 10_015
/** What it says of a message that went to following channels already. */
export const passedOnBefore = 'discord_passed_on'
/** A channel that is a forum takes nothing without a title (50008: no messages at all, it is no channel of words), any other one nothing with one; a forum may want a tag. In a post that rests nothing is changed (50083), and an answer wakes it. */
const forumReasons: ReadonlyMap<number, string> = new Map([
  [40_058, 'discord_forum'], [50_008, 'discord_forum'], [220_001, 'discord_forum'], [220_003, 'discord_no_forum'],
  [40_066, 'discord_tag_needed'], [40_067, 'discord_tag_needed'], [10_087, 'discord_tag_gone'], [160_005, 'discord_locked'], [50_083, 'discord_at_rest'],
  [40_033, passedOnBefore]
])
const filesRefused: ReadonlySet<number> = new Set([40_005, 50_046])

/** A webhook that was deleted opens nothing any more. Files that are refused bear a code of their own. */
export function explainDiscordFailure({ response: { status }, json }: ApiAnswer): NetworkFailure | null {
  const code = codedSchema.safeParse(json).data?.code
  const details = { status, reason: reasonOf(json) }
  if (code === unknownWebhook) return { kind: 'auth_revoked', error: studioError('auth_revoked', 'the webhook is gone', { details }) }
  if (code !== undefined && filesRefused.has(code)) return { kind: 'rejected', error: studioError('rejected', 'Discord refused a file', { details: { status: 413, reason: reasonOf(json) } }) }
  const reason = code === undefined ? undefined : forumReasons.get(code)
  // Of a call that changed nothing: each of them says what the channel is, or what was done before.
  return reason === undefined || status >= 500 ? null : { kind: 'rejected', error: studioError('rejected', reasonOf(json), { details: { status, reason } }) }
}

export function statusOf(failure: NetworkFailure): unknown {
  return failure.error.details?.['status']
}
