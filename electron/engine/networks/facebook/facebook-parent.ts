import { z } from 'zod'
import type { AccountSession } from '../network-session.ts'
import type { NetworkFailure, NetworkResult } from '../network-failure.ts'
import { mapValue } from '../network-results.ts'
import { asFacebookId, type FacebookApi } from './facebook-api.ts'
import { facebookId } from './facebook-schemas.ts'

const placedSchema = z.looseObject({ id: facebookId, parent: z.looseObject({ id: facebookId }).optional() })

/** Under what an answer is written: a post, or the comment. Answers to answers do not exist there: they stand under the same comment. A post that names the Page elsewhere has no field of that name, and says so. */
export async function parentOf(api: FacebookApi, { account }: AccountSession, answered: string): Promise<NetworkResult<string>> {
  const id = asFacebookId(answered)
  if (!id.ok || id.value.startsWith(`${account.remoteId}_`)) return id
  const read = await api.get(`/${id.value}`, { fields: 'id,parent' }, placedSchema)
  if (!read.ok && isNoField(read.failure)) return id
  return mapValue(read, ({ parent }) => parent?.id ?? id.value)
}

/** https://developers.facebook.com/docs/graph-api/guides/error-handling (read on 2026-11-21): 100, and no word of what is gone. */
function isNoField({ kind, error }: NetworkFailure): boolean {
  return kind === 'rejected' && error.details?.['code'] === 100 && error.details['status'] !== 404
}

/** The one picture that an answer may hold. */
export function attachmentOf(photoIds: readonly string[]): { readonly attachment_id?: string } {
  const [photo] = photoIds
  return photo === undefined ? {} : { attachment_id: photo }
}
