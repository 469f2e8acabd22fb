import type Database from 'better-sqlite3'
import { succeed } from '../../../shared/contract/result.ts'
import { unfinishedWorkSchema } from '../../../shared/posts/unfinished-work.ts'
import type { RequestHandlers } from '../rpc/request-handlers.ts'

const key = 'unfinishedWork'

/** Keeps what the page is in the middle of beside the settings, so that a crash leaves it there. */
export function createUnfinishedHandlers(database: Database.Database): RequestHandlers {
  const read = database.prepare<[string], { value: string }>('SELECT value FROM settings WHERE key = ?')
  const write = database.prepare('INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value')
  const clear = database.prepare('DELETE FROM settings WHERE key = ?')
  return {
    'studio.unfinished': () => {
      const row = read.get(key)
      return succeed({ unfinished: row === undefined ? null : (unfinishedWorkSchema.safeParse(JSON.parse(row.value)).data ?? null) })
    },
    'studio.noteUnfinished': ({ unfinished }) => {
      if (unfinished === null) clear.run(key)
      else write.run(key, JSON.stringify(unfinished))
      return succeed({})
    }
  }
}
