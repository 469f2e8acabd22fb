import { z } from 'zod'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { mapValue } from '../network-results.ts'
import { asFacebookId, type FacebookApi } from './facebook-api.ts'
import { facebookId } from './facebook-schemas.ts'

const placedSchema = z.looseObject({ id: facebookId, parent: z.looseObject({ id: facebookId }).optional() })

/** Under what an answer is written: our own post, or the comment. Answers to answers do not exist there: they stand under the same comment. */
export async function parentOf(api: FacebookApi, { account }: AccountSession, answered: string): Promise<NetworkResult<string>> {
  const id = asFacebookId(answered)
  if (!id.ok || id.value.startsWith(`${account.remoteId}_`)) return id
  return mapValue(await api.get(`/${id.value}`, { fields: 'id,parent' }, placedSchema), ({ parent }) => parent?.id ?? id.value)
}

/** The one picture that an answer may hold. */
export function attachmentOf(photoIds: readonly string[]): { readonly attachment_id?: string } {
  const [photo] = photoIds
  return photo === undefined ? {} : { attachment_id: photo }
}
