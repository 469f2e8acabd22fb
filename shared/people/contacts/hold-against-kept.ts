import { foldText } from '../../text/fold-text.ts'
import type { Handles, Person } from '../person.ts'
import type { Contact, ReadContact } from './contact.ts'
import { keysOf } from './read-contacts.ts'

/** What of each contact is kept already. What is kept is never replaced. */
export function holdAgainstKept<One extends Contact>(kept: readonly Person[]): (contact: One) => One & Omit<ReadContact, 'line'> {
  const byHandle = new Map<string, Person>()
  const byName = new Map<string, Person>()
  for (const person of kept) {
    for (const key of keysOf(person.handles)) if (!byHandle.has(key)) byHandle.set(key, person)
    if (!byName.has(foldText(person.name))) byName.set(foldText(person.name), person)
  }
  return (contact) => {
    const keys = keysOf(contact.handles)
    const namesake = byName.get(foldText(contact.name))
    const known = keys.map((key) => byHandle.get(key)).find((each) => each !== undefined) ?? (namesake !== undefined && (keys.length === 0 || Object.keys(namesake.handles).length === 0) ? namesake : undefined)
    const those = (want: (networkId: string, handle: string) => boolean): Handles => Object.fromEntries(Object.entries(contact.handles).filter(([networkId, handle]) => want(networkId, handle)))
    const ofKnown: Readonly<Record<string, string | undefined>> = known?.handles ?? {}
    return {
      ...contact,
      known: known === undefined ? null : { id: known.id, name: known.name },
      // What somebody else who is kept is called is not added to this one too.
      adds: those((networkId, handle) => ofKnown[networkId] === undefined && !byHandle.has(`${networkId} ${handle.toLowerCase()}`)),
      differs: those((networkId, handle) => ofKnown[networkId] !== undefined && ofKnown[networkId]?.toLowerCase() !== handle.toLowerCase()),
      isNamesake: known === undefined && namesake !== undefined
    }
  }
}
