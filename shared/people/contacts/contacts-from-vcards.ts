import type { NetworkId } from '../../networks/network-id.ts'
import type { Handles } from '../person.ts'
import type { LeftContact } from './contact.ts'
import type { FoundContact, FoundContacts } from './found-contacts.ts'
import { handleFromAddress, handleOn, networkNamed } from './handle-from-address.ts'
import { readVCardLines, type CardProperty } from './read-vcard-lines.ts'

interface Card {
  readonly line: number
  readonly properties: CardProperty[]
}

/** vCard 2.1, 3.0 (RFC 2426), 4.0 (RFC 6350, social profiles of RFC 9554) and what Apple and Google write beside them. */
export function contactsFromVCards(text: string): FoundContacts {
  const people: FoundContact[] = []
  const left: LeftContact[] = []
  const open: Card[] = []
  const cutOff = (card: Card): void => void left.push({ line: card.line, reason: 'cut_off', text: nameOf(card.properties) })
  for (const property of readVCardLines(text)) {
    const card = open.at(-1)
    if (property.name === 'BEGIN') {
      // In version 2.1 the card of an agent stands within the one of whom it is the agent.
      if (card !== undefined && card.properties.at(-1)?.name !== 'AGENT') for (const each of open.splice(0)) cutOff(each)
      open.push({ line: property.line, properties: [] })
    } else if (property.name === 'END' && card !== undefined) {
      open.pop()
      const read = contactOf(card)
      if (read.person !== null) people.push(read.person)
      left.push(...read.left)
    } else card?.properties.push(property)
  }
  for (const each of open) cutOff(each)
  return { people, left }
}

function contactOf({ line, properties }: Card): { readonly person: FoundContact | null; readonly left: readonly LeftContact[] } {
  const name = nameOf(properties)
  const kind = valueOf(properties, 'KIND') || valueOf(properties, 'X-ADDRESSBOOKSERVER-KIND')
  if (/^group$/i.test(kind)) return { person: null, left: [{ line, reason: 'group', text: name }] }
  if (name === '') return { person: null, left: [{ line, reason: 'no_name', text: valueOf(properties, 'EMAIL') || valueOf(properties, 'TEL') }] }
  const handles: Handles[] = []
  const left: LeftContact[] = []
  for (const property of properties) {
    const networkId = networkOf(property)
    const found = handleIn(property, networkId)
    if (found !== null) handles.push(found)
    else if (networkId !== null && property.value !== '') left.push({ line: property.line, reason: 'handle_unreadable', text: plain(property.value) })
  }
  return { person: { line, name, handles }, left }
}

const ofPages: ReadonlySet<string> = new Set(['URL', 'X-SOCIALPROFILE', 'SOCIALPROFILE', 'IMPP'])

/** Which network it says it is of: by its kind, by its own name (`X-TWITTER`), or by the sign before the value (`IMPP:telegram:tom`). */
function networkOf({ name, parameters, value }: CardProperty): NetworkId | null {
  if (!ofPages.has(name)) return name.startsWith('X-') ? networkNamed(name.slice(2)) : null
  const said = ['SERVICE-TYPE', 'X-SERVICE-TYPE', 'TYPE', 'X-SERVICE'].flatMap((key) => parameters.get(key)?.split(',') ?? [])
  const scheme = name === 'IMPP' ? (/^([a-z]+):/i.exec(value)?.[1] ?? '') : ''
  return [...said, scheme].map(networkNamed).find((networkId) => networkId !== null) ?? null
}

function handleIn(property: CardProperty, networkId: NetworkId | null): Handles | null {
  const value = plain(property.value)
  if (networkId === null) return ofPages.has(property.name) ? handleFromAddress(value) : null
  const user = ['X-USER', 'USERNAME'].map((key) => property.parameters.get(key) ?? '').find((each) => each !== '')
  return handleOn(networkId, value) ?? (user === undefined ? null : handleOn(networkId, user))
}

function nameOf(properties: readonly CardProperty[]): string {
  const [family = '', given = ''] = componentsOf(rawOf(properties, 'N'))
  const [organisation = ''] = componentsOf(rawOf(properties, 'ORG'))
  return [valueOf(properties, 'FN'), `${given} ${family}`.trim(), organisation, valueOf(properties, 'NICKNAME')].find((each) => each !== '') ?? ''
}

function rawOf(properties: readonly CardProperty[], name: string): string {
  return properties.find((property) => property.name === name)?.value ?? ''
}

function valueOf(properties: readonly CardProperty[], name: string): string {
  return plain(rawOf(properties, name))
}

/** Parted by semicolons that no stroke precedes. */
function componentsOf(value: string): readonly string[] {
  return (value.match(/(?:[^\\;]|\\.?)*(?:;|$)/g) ?? []).map((part) => plain(part.replace(/;$/, '')))
}

function plain(value: string): string {
  return value.replaceAll(/\\n/gi, ' ').replaceAll(/\\([\\,;:])/g, '$1').trim()
}
