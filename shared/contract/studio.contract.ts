import { z } from 'zod'
import { leavingSchema } from '../outbox/undo-window.ts'
import { unfinishedWorkSchema } from '../posts/unfinished-work.ts'
import { safetyChangesSchema } from '../workspaces/workspace-safety.ts'
import { clientOnTheWaySchema, interruptedRemovalSchema, removalNoticeSchema } from '../workspaces/client-removal.ts'
import { clientColourSchema, workspaceSchema } from '../workspaces/workspace.ts'
import { awaySummarySchema } from '../safety/away.ts'
import { holdSchema } from '../safety/hold.ts'
import { idSchema, instantSchema, timeZoneSchema, requestOnce } from './identifiers.ts'
import { request } from './request-definition.ts'

export const languageSettingSchema = z.enum(['system', 'en', 'fr'])
export const themeSettingSchema = z.enum(['system', 'light', 'dark'])

export const settingsSchema = z.object({
  language: languageSettingSchema,
  theme: themeSettingSchema,
  /** The workspace shown last; null before the first one. */
  lastWorkspaceId: idSchema.nullable(),
  /** The user asked Vigie to behave as if there were no network. */
  workOffline: z.boolean(),
  notifications: z.boolean(),
  /** Whether keys without Ctrl, Alt or ⌘ do something (WCAG 2.1.4 asks for an off switch: dictation and unsteady hands press them by accident). */
  singleKeyShortcuts: z.boolean(),
  /** In French texts, spaces and marks are put in as French typography asks for while somebody types. */
  frenchTyping: z.boolean(),
  /** Ask once when something goes out as another client than the last time. */
  confirmClientChange: z.boolean(),
  /** The client published as last; null before the first time. */
  lastPublishingWorkspaceId: idSchema.nullable(),
  /** The last used first. */
  recentEmoji: z.array(z.string().min(1).max(40)).max(36),
  /** The tone of hands and people: 0 none, 1 lightest to 5 darkest. */
  emojiTone: z.int().min(0).max(5)
})
export type Settings = z.infer<typeof settingsSchema>

export const connectivitySchema = z.object({
  state: z.enum(['online', 'offline', 'working_offline']),
  since: instantSchema
})
export type Connectivity = z.infer<typeof connectivitySchema>

/** Data that were restored from a backup because the file was damaged; shown until the user has read it. */
export const recoverySchema = z.object({
  id: idSchema,
  /** null: the list of workspaces itself. */
  workspaceId: idSchema.nullable(),
  at: instantSchema,
  /** Everything written after this moment is lost; null when there was no backup and the file starts empty. */
  restoredTo: instantSchema.nullable(),
  damagedFileName: z.string()
})
export type Recovery = z.infer<typeof recoverySchema>

/** A workspace whose file cannot be used now, with the reason; the others go on working. */
export const unavailableWorkspaceSchema = z.object({
  workspaceId: idSchema,
  reason: z.enum(['database_from_the_future', 'database_damaged', 'disk_full', 'not_writable', 'file_locked', 'disk_gone', 'folder_missing', 'other_client'])
})

/** `workspaceId` null: all clients, those made later too. `removal`: nobody held it, its removal was interrupted; the client is kept by lifting the hold. */
export const heldScopeSchema = holdSchema.extend({ workspaceId: idSchema.nullable(), removal: interruptedRemovalSchema.optional() })
export type HeldScope = z.infer<typeof heldScopeSchema>

export const secretStoreStateSchema = z.object({
  state: z.enum(['ready', 'missing', 'locked', 'unknown']),
  backend: z.string()
})

export const studioContract = {
  'studio.read': request({
    handledBy: 'engine',
    effect: 'read',
    input: z.object({}),
    output: z.object({
      settings: settingsSchema,
      workspaces: z.array(workspaceSchema),
      unavailable: z.array(unavailableWorkspaceSchema),
      connectivity: connectivitySchema,
      recoveries: z.array(recoverySchema),
      /** Clients removed while something of theirs was on its way, until somebody has read it. */
      removals: z.array(removalNoticeSchema),
      /** What stands still now, and why: all clients (`workspaceId` null) or one. */
      holds: z.array(heldScopeSchema)
    })
  }),
  'studio.saveSettings': request({
    handledBy: 'engine',
    effect: 'write',
    // Also what decides whether posts leave: `workOffline`.
    input: z.object({ ...requestOnce, settings: settingsSchema.partial() }),
    output: settingsSchema
  }),
  'studio.dismissRecovery': request({ handledBy: 'engine', effect: 'write', input: z.object({ recoveryId: idSchema }), output: z.object({}) }),
  'studio.dismissRemoval': request({ handledBy: 'engine', effect: 'write', input: z.object({ removalId: idSchema }), output: z.object({}) }),
  /** What the page was in the middle of when it was cut off; null after a page that ended as pages do. Asked once, by a page that has just begun. */
  'studio.unfinished': request({ handledBy: 'engine', effect: 'read', input: z.object({}), output: z.object({ unfinished: unfinishedWorkSchema.nullable() }) }),
  /** Outlives a crash. null: nothing is unfinished. */
  'studio.noteUnfinished': request({ handledBy: 'engine', effect: 'write', input: z.object({ unfinished: unfinishedWorkSchema.nullable() }), output: z.object({}) }),
  /** Numbers for the rail and the tray, over all workspaces. */
  'studio.counts': request({
    handledBy: 'engine',
    effect: 'read',
    input: z.object({}),
    output: z.object({
      workspaces: z.array(
        z.object({
          workspaceId: idSchema,
          unreadInbox: z.int(),
          unreadWatch: z.int(),
          /** Posts, on however many accounts, and answers that wait for a decision: missed, failed, outcome unknown. */
          needsAttention: z.int(),
          /** Posts and answers that go out from here by themselves: queued, due or waiting for a connection. */
          waiting: z.int(),
          /** Posts of `waiting` that do not go out as things stand: the client's yes is missing. `nextDueAt` is of the others. */
          withoutYes: z.int(),
          /** Jobs whose network publishes them by itself at their time. */
          atNetwork: z.int(),
          /** Jobs that are only looked for there: a restored copy does not say whether they were handed over. */
          soughtThere: z.int(),
          /** Posts that may still go at an hour that is not wished any more, since their network has not confirmed another one. */
          movingThere: z.int(),
          /** Posts that went out so, until somebody has read it. */
          outAtOldHour: z.int(),
          nextDueAt: instantSchema.nullable()
        })
      )
    })
  }),
  /** What leaves within moments and can still be taken back, at all clients, the next first: posts by `posts.unschedule`, else `outbox.decide` with `drop`. */
  'studio.leaving': request({ handledBy: 'engine', effect: 'read', input: z.object({}), output: z.object({ leaving: z.array(leavingSchema) }) }),
  /** What became of things whose time came while the computer slept or was off, until somebody has read it; null when there is nothing to say. */
  'studio.away': request({ handledBy: 'engine', effect: 'read', input: z.object({}), output: z.object({ absences: z.array(awaySummarySchema) }) }),
  'studio.dismissAway': request({ handledBy: 'engine', effect: 'write', input: z.object({}), output: z.object({}) }),
  'studio.environment': request({
    handledBy: 'main',
    effect: 'read',
    input: z.object({}),
    output: z.object({
      version: z.string(),
      electron: z.string(),
      platform: z.enum(['linux', 'darwin', 'win32']),
      systemLanguage: z.string(),
      dataFolder: z.string(),
      secretStore: secretStoreStateSchema,
      engine: z.enum(['starting', 'ready', 'silent', 'restarting', 'failed']),
      isDevelopment: z.boolean()
    })
  }),
  'studio.checkSecretStore': request({ handledBy: 'main', effect: 'read', input: z.object({}), output: secretStoreStateSchema }),
  'studio.restartEngine': request({ handledBy: 'main', effect: 'write', input: z.object({}), output: z.object({}) }),
  'studio.openDataFolder': request({ handledBy: 'main', effect: 'write', input: z.object({}), output: z.object({}) }),
  /** Opens an https or mailto address in the system's browser; anything else is refused. */
  'studio.openExternal': request({ handledBy: 'main', effect: 'write', input: z.object({ url: z.string().max(2048) }), output: z.object({}) }),
  /** The page's answer to `studio.ending`: how many posts still hold words that are stored nowhere. */
  'studio.answerEnding': request({ handledBy: 'main', effect: 'write', input: z.object({ unsaved: z.int().min(0) }), output: z.object({}) }),
  /** Said by the page once it can be used; ends the start-up measurement and lets `--screenshot` go on. */
  'studio.interactive': request({ handledBy: 'main', effect: 'write', input: z.object({}), output: z.object({}) }),

  'workspaces.create': request({
    handledBy: 'engine',
    effect: 'write',
    input: z.object({ id: idSchema, name: z.string().trim().min(1).max(80), colour: clientColourSchema, timeZone: timeZoneSchema }),
    output: workspaceSchema
  }),
  'workspaces.update': request({
    handledBy: 'engine',
    effect: 'write',
    input: z.object({
      ...requestOnce,
      workspaceId: idSchema,
      changes: z.object({
        name: z.string().trim().min(1).max(80),
        colour: clientColourSchema,
        timeZone: timeZoneSchema,
        lateGraceMinutes: z.int().min(0).max(1440),
        safety: safetyChangesSchema
      }).partial()
    }),
    output: workspaceSchema
  }),
  /** One that could not be opened, now: fails with the reason that still stands. One that is open stays so. */
  'workspaces.openAgain': request({ handledBy: 'engine', effect: 'write', input: z.object({ workspaceId: idSchema }), output: z.object({}) }),
  /** What a removal would cut, and how much has left since that moment; null when the client's file cannot be read now. */
  'workspaces.readOnTheWay': request({ handledBy: 'engine', effect: 'read', input: z.object({ workspaceId: idSchema, since: instantSchema.nullable().default(null) }), output: z.object({ onTheWay: clientOnTheWaySchema.nullable() }) }),
  /**
   * Moves the workspace's folder to the bin folder inside the data folder and deletes its secrets. What waits with a network is called back before, and what is on the wire
   * is waited for a few seconds, or cut; what may be out all the same stands in `removals`. Fails with `waits_at_network` (details: `count`) while something could not be
   * called back, unless `leaveAtNetworks`.
   */
  'workspaces.remove': request({ handledBy: 'engine', effect: 'write', input: z.object({ workspaceId: idSchema, leaveAtNetworks: z.boolean().default(false) }), output: z.object({}) })
} as const
