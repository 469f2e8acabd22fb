import type Database from 'better-sqlite3'
import { handlesSchema, type Person } from '../../../shared/people/person.ts'
import { parseJson } from '../http/parse-json.ts'

export interface PeopleRepository {
  list(): readonly Person[]
  /** New, or instead of the one with this id. */
  write(person: Person, now: number): void
  remove(personId: string): void
}

interface Row {
  readonly id: string
  readonly name: string
  readonly handles: string
}

export function createPeopleRepository(database: Pick<Database.Database, 'prepare'>): PeopleRepository {
  const all = database.prepare<[], Row>('SELECT id, name, handles FROM people ORDER BY used_at DESC')
  const upsert = database.prepare<[string, string, string, number]>('INSERT OR REPLACE INTO people (id, name, handles, used_at) VALUES (?, ?, ?, ?)')
  const remove = database.prepare<[string]>('DELETE FROM people WHERE id = ?')
  return {
    // A later version may know networks that this one does not.
    list: () => all.all().map(({ id, name, handles }) => ({ id, name, handles: handlesSchema.safeParse(parseJson(handles)).data ?? {} })),
    write: ({ id, name, handles }, now) => void upsert.run(id, name, JSON.stringify(handles), now),
    remove: (personId) => void remove.run(personId)
  }
}
