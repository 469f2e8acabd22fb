import type Database from 'better-sqlite3'
import type { z } from 'zod'
import { settingsSchema, type Settings } from '../../../shared/contract/studio.contract.ts'

export const defaultSettings: Settings = {
  language: 'system',
  theme: 'system',
  lastWorkspaceId: null,
  workOffline: false,
  notifications: true,
  singleKeyShortcuts: true,
  frenchTyping: true,
  confirmClientChange: true,
  lastPublishingWorkspaceId: null,
  recentEmoji: [],
  emojiTone: 0
}

const changesSchema = settingsSchema.partial()
export type SettingsChanges = z.output<typeof changesSchema>

export interface SettingsRepository {
  read(): Settings
  /** Saves the named ones, leaves the others. */
  save(changes: SettingsChanges): void
}

/** One row for each setting: a value that a newer or damaged file brings and that is not understood falls back alone, not all of them. */
export function createSettingsRepository(database: Database.Database): SettingsRepository {
  const selectAll = database.prepare<[], { key: string; value: string }>('SELECT key, value FROM settings')
  const upsert = database.prepare('INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value')
  const saveAll = database.transaction((entries: readonly (readonly [string, unknown])[]) => {
    for (const [key, value] of entries) upsert.run(key, JSON.stringify(value))
  })
  return {
    read() {
      const understood: Record<string, unknown> = {}
      for (const { key, value } of selectAll.all()) {
        const parsed = changesSchema.safeParse({ [key]: parseJson(value) })
        if (parsed.success) Object.assign(understood, parsed.data)
      }
      return settingsSchema.parse({ ...defaultSettings, ...understood })
    },
    save: (changes) => saveAll(Object.entries(changes).filter(([, value]) => value !== undefined))
  }
}

/** null, which no setting but one may be, for a value that is not JSON: it counts as not set. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null // lastWorkspaceId then has its default, the others are refused above.
  }
}
