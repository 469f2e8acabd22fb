import { foldText } from '../../text/fold-text.ts'
import type { Handles } from '../person.ts'
import type { LeftContact } from './contact.ts'
import { handleFromAddress, handleOn, networkNamed } from './handle-from-address.ts'
import type { FoundContact, FoundContacts } from './found-contacts.ts'
import { readTable, type ReadTable, type TableRow } from './read-table.ts'

/** In small letters and without accents, as Google, Outlook (English and French), LinkedIn and people write them. */
const whole: ReadonlySet<string> = new Set(['name', 'full name', 'display name', 'contact', 'nom complet', 'nom affiche', 'nom et prenom', 'prenom et nom', 'prenom nom', 'nom prenom'])
const given: ReadonlySet<string> = new Set(['first name', 'given name', 'firstname', 'prenom'])
const family: ReadonlySet<string> = new Set(['last name', 'family name', 'lastname', 'surname', 'nom', 'nom de famille'])
const company: ReadonlySet<string> = new Set(['company', 'organization', 'organization name', 'organization 1 - name', 'societe', 'entreprise', 'organisation'])
const page = /^(?:web ?page|web ?site|url|lien|link|site|site web|site internet|page web|website \d+ - value|personal web page|page web personnelle|profil|profile|reseaux?|reseaux sociaux|social|socials)$/
/** Google writes beside what something is called: `Custom Field 1 - Label`, `Custom Field 1 - Value`. */
const labelled = /^((?:website|custom field|im|relation) \d+ - )(?:value|username)$/

/** LinkedIn and others write some lines before the one of headings. */
const mostLinesBefore = 10

/** A table with a line of headings; null: nothing in them names people. */
export function contactsFromCsv(text: string): FoundContacts | null {
  // Excel says first which sign stands between the fields.
  const said = /^sep=(.)(?:\r\n|\r|\n)/i.exec(text)
  const table = said === null ? text : text.slice(said[0].length)
  const linesBefore = said === null ? 0 : 1
  const separators = said?.[1] === undefined ? [',', ';', '\t', '|'] : [said[1]]
  for (const separator of separators.toSorted((a, b) => count(table, b) - count(table, a))) {
    const read = readTable(table, separator)
    const place = read.rows.slice(0, mostLinesBefore).findIndex(({ fields }) => fields.length > 0 && columnsOf(fields).names.length > 0)
    if (place >= 0) return contactsBelow(read, place, linesBefore)
  }
  return null
}

/** How often it stands in the first lines. */
function count(table: string, separator: string): number {
  return table.slice(0, 4_000).split(separator).length
}

interface Columns {
  readonly headings: readonly string[]
  readonly names: readonly (readonly number[])[]
}

/** Where the headings say that names stand, the best first; empty: they say it nowhere. */
function columnsOf(fields: readonly string[]): Columns {
  const headings = fields.map((heading) => foldText(heading).trim())
  const places = (names: ReadonlySet<string>): readonly number[] => headings.flatMap((heading, at) => (names.has(heading) ? [at] : []))
  const [wholes, givens, families] = [places(whole), places(given), places(family)]
  return { headings, names: wholes.length + givens.length + families.length === 0 ? [] : [wholes, givens, families, places(company)] }
}

function contactsBelow({ rows, openQuote }: ReadTable, place: number, linesBefore: number): FoundContacts {
  const columns = columnsOf(rows[place]?.fields ?? [])
  const people: FoundContact[] = []
  const left: LeftContact[] = []
  for (const row of rows.slice(place + 1)) {
    if (row.fields.every((field) => field.trim() === '')) continue
    const line = row.line + linesBefore
    const name = nameIn(row, columns)
    const { handles, unreadable } = handlesIn(row, columns)
    if (name === undefined) left.push({ line, reason: 'no_name', text: row.fields.filter((field) => field.trim() !== '').join(' ') })
    else people.push({ line, name, handles })
    if (name !== undefined) left.push(...unreadable.map((text): LeftContact => ({ line, reason: 'handle_unreadable', text })))
  }
  if (openQuote !== null) left.push({ line: openQuote + linesBefore, reason: 'open_quote', text: '' })
  return { people, left }
}

function nameIn({ fields }: TableRow, { names: [wholes = [], givens = [], families = [], companies = []] }: Columns): string | undefined {
  const first = (places: readonly number[]): string => places.map((at) => (fields[at] ?? '').trim()).find((value) => value !== '') ?? ''
  return [first(wholes), `${first(givens)} ${first(families)}`.trim(), first(companies)].find((each) => each !== '')
}

function handlesIn({ fields }: TableRow, { headings }: Columns): { readonly handles: readonly Handles[]; readonly unreadable: readonly string[] } {
  const handles: Handles[] = []
  const unreadable: string[] = []
  for (const [at, heading] of headings.entries()) {
    const value = (fields[at] ?? '').trim()
    if (value === '' || value === '-') continue
    const of = labelled.exec(heading)?.[1]
    const label = of === undefined ? heading : labelBeside(of, headings, fields)
    const networkId = networkNamed(label)
    const found = networkId === null ? (page.test(heading) || of !== undefined ? handleFromAddress(value) : null) : handleOn(networkId, value)
    if (found !== null) handles.push(found)
    else if (networkId !== null) unreadable.push(value)
  }
  return { handles, unreadable }
}

function labelBeside(of: string, headings: readonly string[], fields: readonly string[]): string {
  const at = headings.findIndex((heading) => heading === `${of}label` || heading === `${of}type` || heading === `${of}service`)
  return (fields[at] ?? '').replace(/^\*\s*/, '')
}
