import type Database from 'better-sqlite3'
import { handlesSchema, type Person } from '../../../shared/people/person.ts'
import { parseJson } from '../http/parse-json.ts'

export interface PeopleRepository {
  list(): readonly Person[]
  /** New, or instead of the one with this id. */
  write(person: Person, now: number): void
  remove(personId: string): void
  /** Without a use of theirs: nobody new stands before those who were mentioned. */
  adjust(person: Person): void
}

interface Row {
  readonly id: string
  readonly name: string
  readonly handles: string
}

export function createPeopleRepository(database: Pick<Database.Database, 'prepare'>): PeopleRepository {
  const all = database.prepare<[], Row>('SELECT id, name, handles FROM people ORDER BY used_at DESC, name COLLATE NOCASE')
  const upsert = database.prepare<[string, string, string, number]>('INSERT OR REPLACE INTO people (id, name, handles, used_at) VALUES (?, ?, ?, ?)')
  const quiet = database.prepare<[string, string, string]>('INSERT INTO people (id, name, handles, used_at) VALUES (?, ?, ?, 0) ON CONFLICT (id) DO UPDATE SET name = excluded.name, handles = excluded.handles')
  const remove = database.prepare<[string]>('DELETE FROM people WHERE id = ?')
  /** Somebody types and waits for who is meant: thousands are not read anew for each key. */
  let known: readonly Person[] | null = null
  const forget = (): void => {
    known = null
  }
  return {
    // A later version may know networks that this one does not.
    list: () => (known ??= all.all().map(({ id, name, handles }) => ({ id, name, handles: handlesSchema.safeParse(parseJson(handles)).data ?? {} }))),
    write({ id, name, handles }, now) {
      forget()
      upsert.run(id, name, JSON.stringify(handles), now)
    },
    adjust({ id, name, handles }) {
      forget()
      quiet.run(id, name, JSON.stringify(handles))
    },
    remove(personId) {
      forget()
      remove.run(personId)
    }
  }
}
