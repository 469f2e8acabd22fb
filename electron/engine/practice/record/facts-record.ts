import type Database from 'better-sqlite3'
import { z } from 'zod'

/** Single values about the network, each by its name. */
export function createFactsRecord(database: Database.Database) {
  const read = database.prepare('SELECT value FROM facts WHERE key = ?').pluck()
  const write = database.prepare('INSERT INTO facts (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value')

  return {
    read(key: string): string | null {
      return z.string().nullish().parse(read.get(key)) ?? null
    },
    readNumber(key: string): number | null {
      const value = this.read(key)
      const number = Number(value)
      return value === null || !Number.isFinite(number) ? null : number
    },
    write(key: string, value: string | number): void {
      write.run(key, String(value))
    }
  }
}
export type FactsRecord = ReturnType<typeof createFactsRecord>
