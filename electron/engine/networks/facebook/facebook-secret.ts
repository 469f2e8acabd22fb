import { z } from 'zod'
import type { AccountSession, Secret } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { readSecret } from '../read-secret.ts'

/** What the keychain holds for a Page: its token, and the id of the app it was given to. The app's secret lies in its own place. */
const secretSchema = z.object({
  clientId: z.string(),
  accessToken: z.string(),
  /** What the person may do on the Page, as Meta names it; null: not told. */
  tasks: z.array(z.string()).nullable(),
  /** ms since the epoch; null: not told. */
  accessEndsAt: z.number().nullable()
})
export type FacebookSecret = z.infer<typeof secretSchema>

export function writeFacebookSecret(secret: FacebookSecret): Secret {
  return JSON.stringify(secret)
}

export function readFacebookSecret({ secret }: Pick<AccountSession, 'secret'>): NetworkResult<FacebookSecret> {
  return readSecret(secretSchema, secret)
}

/** Whether the person's role lets them do it; what was not told is left to Meta to say. */
export function mayDo({ tasks }: Pick<FacebookSecret, 'tasks'>, task: 'CREATE_CONTENT' | 'MODERATE'): boolean {
  return tasks === null || tasks.includes(task) || tasks.includes('MANAGE')
}
