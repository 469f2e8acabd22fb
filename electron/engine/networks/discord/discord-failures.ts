import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { reasonOf, type ApiAnswer } from '../api-call.ts'
import type { NetworkFailure } from '../network-failure.ts'

const codedSchema = z.looseObject({ code: z.int() })
/** https://docs.discord.com/developers/topics/opcodes-and-status-codes (read on 2026-11-21). */
const unknownWebhook = 10_015
const filesRefused: ReadonlySet<number> = new Set([40_005, 50_046])

/** A webhook that was deleted opens nothing any more. Files that are refused bear a code of their own. */
export function explainDiscordFailure({ response: { status }, json }: ApiAnswer): NetworkFailure | null {
  const code = codedSchema.safeParse(json).data?.code
  const details = { status, reason: reasonOf(json) }
  if (code === unknownWebhook) return { kind: 'auth_revoked', error: studioError('auth_revoked', 'the webhook is gone', { details }) }
  if (code !== undefined && filesRefused.has(code)) return { kind: 'rejected', error: studioError('rejected', 'Discord refused a file', { details: { status: 413, reason: reasonOf(json) } }) }
  return null
}

export function statusOf(failure: NetworkFailure): unknown {
  return failure.error.details?.['status']
}
