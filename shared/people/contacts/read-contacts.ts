import { foldText } from '../../text/fold-text.ts'
import { handlesSchema, type Handles } from '../person.ts'
import { mostContacts, type Contact, type LeftContact } from './contact.ts'
import { contactsFromCsv } from './contacts-from-csv.ts'
import { contactsFromVCards } from './contacts-from-vcards.ts'
import type { FoundContact } from './found-contacts.ts'

export interface Contacts {
  readonly kind: 'csv' | 'vcard'
  /** Each once: the same name on the same network is the same person. */
  readonly people: readonly (Contact & { readonly line: number })[]
  readonly left: readonly LeftContact[]
}

/** Of what is left out so much is shown. */
const longestText = 80

/** A file of contacts, CSV or vCard; null: it is neither. */
export function readContacts(bytes: Uint8Array): Contacts | null {
  const text = decodeContacts(bytes).replace(/^\uFEFF/, '')
  // A picture, a workbook, a PDF.
  if (text.includes('\u0000')) return null
  const kind = /^[ \t]*BEGIN[ \t]*:[ \t]*VCARD[ \t]*\r?$/im.test(text.slice(0, 4_000)) ? 'vcard' : 'csv'
  const found = kind === 'vcard' ? contactsFromVCards(text) : contactsFromCsv(text)
  if (found === null) return null
  const { people, tooMany } = eachOnce(found.people)
  const left = [...found.left, ...(tooMany === null ? [] : [{ line: tooMany.line, reason: 'too_many' as const, text: tooMany.name }])]
  return { kind, people, left: left.toSorted((a, b) => a.line - b.line).map((each) => ({ ...each, text: oneLine(each.text).slice(0, longestText) })) }
}

/** What office programs write: UTF-8 with or without its mark, UTF-16 with or without it, else the Windows kind of Latin-1. */
export function decodeContacts(bytes: Uint8Array): string {
  const [a, b, c, d] = bytes
  if ((a === 0xff && b === 0xfe) || (b === 0 && d === 0 && a !== 0)) return new TextDecoder('utf-16le').decode(bytes)
  if ((a === 0xfe && b === 0xff) || (a === 0 && c === 0 && b !== 0)) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Not UTF-8: what Excel writes under Windows.
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

interface Kept {
  readonly line: number
  readonly name: string
  handles: Handles
}

/** Somebody may be there twice: what each line knows is put together. */
function eachOnce(found: readonly FoundContact[]): { readonly people: readonly (Contact & { readonly line: number })[]; readonly tooMany: FoundContact | null } {
  const kept: Kept[] = []
  const byHandle = new Map<string, Kept>()
  const byName = new Map<string, Kept>()
  for (const one of found) {
    const name = oneLine(one.name).slice(0, 120).trim()
    const handles = handlesSchema.parse(Object.assign({}, ...one.handles.toReversed()))
    const known = keysOf(handles).map((key) => byHandle.get(key)).find((each) => each !== undefined) ?? nameless(byName.get(foldText(name)), handles)
    if (known === undefined && kept.length >= mostContacts) return { people: kept, tooMany: one }
    const person = known ?? { line: one.line, name, handles }
    if (known === undefined) kept.push(person)
    else person.handles = { ...handles, ...person.handles }
    for (const key of keysOf(handles)) if (!byHandle.has(key)) byHandle.set(key, person)
    if (!byName.has(foldText(name))) byName.set(foldText(name), person)
  }
  return { people: kept, tooMany: null }
}

/** Two of one name are one where one of them is nothing but a name: two who are called something different may be two. */
function nameless(namesake: Kept | undefined, handles: Handles): Kept | undefined {
  return namesake !== undefined && (keysOf(handles).length === 0 || keysOf(namesake.handles).length === 0) ? namesake : undefined
}

/** By which somebody is the same: small letters, as all networks take them. */
export function keysOf(handles: Handles): readonly string[] {
  return Object.entries(handles).map(([networkId, handle]) => `${networkId} ${handle.toLowerCase()}`)
}

function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()
}
