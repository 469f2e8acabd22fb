import type Database from 'better-sqlite3'
import type { ImportedPeople } from '../../../shared/contract/people.contract.ts'
import { fail, succeed } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { largestContactsFile, type Contact } from '../../../shared/people/contacts/contact.ts'
import { holdAgainstKept } from '../../../shared/people/contacts/hold-against-kept.ts'
import { readContacts } from '../../../shared/people/contacts/read-contacts.ts'
import type { Person } from '../../../shared/people/person.ts'
import type { Random } from '../random.ts'
import type { RequestHandlers } from '../rpc/request-handlers.ts'
import type { PeopleRepository } from './people-repository.ts'

export interface ContactNeeds {
  readonly database: Pick<Database.Database, 'transaction'>
  readonly random: Pick<Random, 'id'>
  readonly repository: PeopleRepository
}

/** People come in from a file of contacts, and go again if that was not meant. */
export function createContactHandlers({ database, random, repository }: ContactNeeds): RequestHandlers {
  const take = database.transaction((contacts: readonly Contact[]): ImportedPeople => {
    const added: Person[] = []
    const changed: { before: Person; after: Person }[] = []
    const kept = new Map(repository.list().map((person) => [person.id, person]))
    const against = holdAgainstKept([...kept.values()])
    for (const contact of contacts) {
      const { known, adds, name, handles } = against(contact)
      const before = known === null ? undefined : kept.get(known.id)
      if (before === undefined) added.push({ id: random.id(), name, handles })
      else if (Object.keys(adds).length > 0) {
        const after = { ...before, handles: { ...adds, ...before.handles } }
        kept.set(before.id, after)
        changed.push({ before, after })
      }
    }
    for (const person of [...changed.map(({ after }) => after), ...added]) repository.adjust(person)
    return { added, changed }
  })

  const takeBack = database.transaction(({ added, changed }: ImportedPeople): void => {
    const now = new Map(repository.list().map((person) => [person.id, person]))
    for (const person of added) if (isSame(now.get(person.id), person)) repository.remove(person.id)
    for (const { before, after } of changed.toReversed()) {
      if (!isSame(now.get(after.id), after)) continue
      now.set(before.id, before)
      repository.adjust(before)
    }
  })

  return {
    'people.readContacts': ({ fileName, bytes }) => {
      if (bytes.length > largestContactsFile) return fail(studioError('contacts_too_large', 'the file of contacts is too large', { details: { fileName } }))
      const read = readContacts(bytes)
      if (read === null) return fail(studioError('contacts_unreadable', 'the file is neither vCard nor a table with names', { details: { fileName } }))
      return succeed({ kind: read.kind, contacts: read.people.map(holdAgainstKept(repository.list())), left: [...read.left] })
    },
    'people.importContacts': ({ contacts }) => succeed(take(contacts)),
    'people.undoImport': ({ imported }) => {
      takeBack(imported)
      return succeed({})
    }
  }
}

function isSame(now: Person | undefined, then: Person): boolean {
  const words = ({ name, handles }: Person): string => JSON.stringify([name, Object.entries(handles).toSorted(([a], [b]) => (a < b ? -1 : 1))])
  return now !== undefined && words(now) === words(then)
}
