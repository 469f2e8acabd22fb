import type Database from 'better-sqlite3'
import type { z } from 'zod'
import { settingsSchema, type Settings } from '../../../shared/contract/studio.contract.ts'

export const defaultSettings: Settings = {
  language: 'system',
  theme: 'system',
  lastWorkspaceId: null,
  workOffline: false,
  notifications: true
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
      let settings = defaultSettings
      for (const { key, value } of selectAll.all()) {
        const parsed = changesSchema.safeParse({ [key]: parseJson(value) })
        if (parsed.success) settings = { ...settings, ...withoutUndefined(parsed.data) }
      }
      return settings
    },
    save: (changes) => saveAll(Object.entries(withoutUndefined(changes)))
  }
}

type Given<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> }

function withoutUndefined<T extends object>(value: T): Given<T> {
  const given: Given<T> = {}
  for (const key in value) {
    const entry = value[key]
    if (entry !== undefined) given[key] = entry as Exclude<T[typeof key], undefined>
  }
  return given
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // A value that is not JSON counts as not set.
  }
}
