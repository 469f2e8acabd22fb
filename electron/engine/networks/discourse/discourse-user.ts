import { z } from 'zod'
import type { ServerLimits } from '../../../../shared/accounts/server-limits.ts'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { NetworkResult } from '../network-failure.ts'
import { failed } from '../network-results.ts'
import type { DiscourseApi } from './discourse-api.ts'
import { statusOf } from './discourse-failures.ts'

const flag = z.boolean().optional().catch(undefined)
const userSchema = z.looseObject({ user: z.looseObject({ id: z.number(), username: z.string(), name: z.string().nullish(), admin: flag, moderator: flag }) })
export type DiscourseUser = z.infer<typeof userSchema>

/** A forum tells a wrong or ended key from any other refusal by nothing: who may not even see themselves has none that works. */
export async function readUser(api: DiscourseApi): Promise<NetworkResult<DiscourseUser>> {
  const user = await api.get(`/u/${encodeURIComponent(api.userName)}.json`, userSchema)
  if (user.ok || statusOf(user.failure) !== 403) return user
  return failed('auth_revoked', studioError('auth_revoked', 'the forum does not accept the key', { details: { status: 403 } }))
}

/** Whether the user is an administrator or a moderator; what is not told says nothing. */
export function staffOf({ user: { admin, moderator } }: DiscourseUser): Pick<ServerLimits, 'isStaff'> {
  return admin === undefined && moderator === undefined ? {} : { isStaff: admin === true || moderator === true }
}
