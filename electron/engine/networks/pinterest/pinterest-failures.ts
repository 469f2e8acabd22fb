import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { reasonOf, type ApiAnswer } from '../api-call.ts'
import { mediaRefused } from '../media-failure.ts'
import type { MediaToSend } from '../network-media.ts'
import type { NetworkFailure } from '../network-failure.ts'

const codeSchema = z.looseObject({ code: z.int() })

/** What Pinterest means by its refusals: https://developers.pinterest.com/docs/reference/error-codes/ (read on 2026-11-21). */
export function explainPinterestFailure({ response: { status }, json }: ApiAnswer, isRenewable: boolean): NetworkFailure | null {
  const reason = reasonOf(json)
  const details = { status, ...(reason === '' ? {} : { reason }) }
  if (status === 401 && isRenewable) return { kind: 'auth_expired', error: studioError('auth_expired', 'the access has ended', { retryable: true, details }) }
  if (status === 403 && /trial access/i.test(reason)) return { kind: 'rejected', error: studioError('rejected', `refused: ${reason}`, { details: { status, reason: 'trial_access' } }) }
  const code = codeSchema.safeParse(json)
  if (status === 404 && code.success) return { kind: 'rejected', error: studioError('rejected', `not there: ${reason}`, { details: { ...details, code: code.data.code } }) }
  return null
}

/** Which of several things is not there, by Pinterest's own numbers: its description of `POST /pins/{pin_id}/save` (specs/pinterest, c05b189, read on 2026-11-23). */
export const notThereCodes = { board: 40, pin: 50, section: 2031 } as const

/** The pictures come with the pin, and a refusal may be for them or for anything else: its words say so. */
export function aboutPictures(failure: NetworkFailure, media: readonly MediaToSend[]): NetworkFailure {
  const { status, reason } = failure.error.details ?? {}
  const isAboutThem = status === 413 || status === 415 || ((status === 400 || status === 422) && /image|media|file|picture/i.test(String(reason ?? '')))
  if (failure.kind !== 'rejected' || !isAboutThem) return failure
  return mediaRefused(failure, media.length === 1 ? (media[0]?.fileName ?? null) : null)
}
