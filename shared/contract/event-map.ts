import { z } from 'zod'
import { accountSchema } from '../accounts/account.ts'
import { loginChoiceSchema } from './accounts.contract.ts'
import { studioErrorSchema } from '../errors/studio-error.ts'
import { idSchema, workspaceScope } from './identifiers.ts'
import { connectivitySchema, secretStoreStateSchema } from './studio.contract.ts'

/** Events say what changed, never the data: whoever shows it asks again. An empty `ids` means "many". */
const changed = z.object({ ...workspaceScope, ids: z.array(idSchema) })

export const eventMap = {
  'studio.changed': z.object({}),
  'counts.changed': z.object({}),
  'connectivity.changed': connectivitySchema,
  'engine.changed': z.object({ state: z.enum(['starting', 'ready', 'silent', 'restarting', 'failed']) }),
  'secretStore.changed': secretStoreStateSchema,
  /** What became of a file that the page handed to the system's dialog, by the `blob:` address that it had. */
  'studio.fileSaved': z.object({ address: z.string().max(2048), outcome: z.enum(['saved', 'cancelled', 'failed']) }),
  /** The window or the studio is about to close: the page stores what it has in hand, and says by `studio.answerEnding` what could not be stored. */
  'studio.ending': z.object({}),
  /** A proxy of the system asks for a login, or takes it. */
  'proxies.changed': z.object({}),
  'accounts.changed': changed,
  /** The public place for pictures. */
  'mediaHost.changed': changed,
  /** What networks let these accounts choose from was read. */
  'terms.changed': changed,
  /** What these accounts' sites file posts under was read. */
  'categories.changed': changed,
  /** Which scheduled posts their servers take no more (`serverLimits.listUnfit`). */
  'serverLimits.changed': changed,
  'posts.changed': changed,
  'snippets.changed': changed,
  'templates.changed': changed,
  'ideas.changed': changed,
  'pastPosts.changed': changed,
  /** Posts whose figures were read; empty also when those of accounts were. */
  'figures.changed': changed,
  'media.changed': changed,
  'media.progress': z.object({ ...workspaceScope, mediaId: idSchema, percent: z.number().min(0).max(100) }),
  'outbox.changed': changed,
  /** The files of a job are on their way: how much of them, 0 to 1; null when that is over, however it ended. */
  'outbox.uploading': z.object({ ...workspaceScope, jobId: idSchema, postId: idSchema.nullable(), share: z.number().min(0).max(1).nullable() }),
  'inbox.changed': changed,
  /** An account was fetched, failed, rests or goes on: ask `inbox.freshness`. */
  'inbox.freshnessChanged': z.object({ ...workspaceScope }),
  'watch.changed': changed,
  'voice.changed': z.object({ ...workspaceScope }),
  'linkTags.changed': z.object({ ...workspaceScope }),
  'brand.changed': z.object({ ...workspaceScope }),
  /** The login opens several accounts (Pages): the person says which, by `accounts.chooseForLogin`, while the login goes on waiting. */
  'accounts.loginChoice': z.object({ loginId: idSchema, choices: z.array(loginChoiceSchema) }),
  'accounts.loginFinished': z.object({
    loginId: idSchema,
    outcome: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('connected'), account: accountSchema }),
      z.object({ kind: z.literal('failed'), error: studioErrorSchema })
    ])
  }),
  /** Something worth a desktop notification; main decides whether to show it, a click goes to the place. */
  'alert.raised': z.object({
    ...workspaceScope,
    kind: z.enum(['post_published', 'post_failed', 'post_missed', 'post_by_hand', 'outcome_unknown', 'change_asks', 'new_messages', 'watch_hit', 'account_needs_login', 'access_ends', 'away_out', 'away_asking']),
    subjectId: idSchema.nullable(),
    title: z.string(),
    count: z.int()
  }),
  /** From the native menu, the tray, a `vigie:` link or a notification: where to go. */
  'navigate': z.object({
    workspaceId: idSchema.nullable(),
    to: z.enum(['calendar', 'compose', 'ideas', 'library', 'inbox', 'watch', 'outbox', 'accounts', 'settings', 'palette', 'shortcuts', 'newClient']),
    subjectId: idSchema.nullable()
  })
} as const

export type EventMap = typeof eventMap
export type EventName = keyof EventMap
export type EventPayload<Name extends EventName> = z.output<EventMap[Name]>
export function isEventName(name: unknown): name is EventName {
  return typeof name === 'string' && Object.hasOwn(eventMap, name)
}

export const eventNames: readonly EventName[] = Object.keys(eventMap).filter(isEventName)
