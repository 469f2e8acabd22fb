import type { Definition } from './bluesky-description.ts'
import type { Fullness } from './network-description.ts'

/** Finds a definition by the lexicon's name and its own. */
export type Lookup = (nsid: string, name: string) => Definition | null

interface Place {
  readonly lookUp: Lookup
  /** The lexicon that references without a name of their own point into. */
  readonly nsid: string
  readonly fullness: Fullness
  readonly depth: number
}

const exampleTexts: Readonly<Record<string, string>> = {
  datetime: '2026-03-04T05:06:07.000Z', 'at-uri': 'at://did:plc:aaaaaaaaaaaaaaaaaaaaaaaa/app.bsky.feed.post/3laaaaaaaaa2a', did: 'did:plc:aaaaaaaaaaaaaaaaaaaaaaaa', handle: 'a.example',
  cid: 'bafyreib2rxk3rybk3aobmv5cjuql3bm2twh4jo5uxgf5kpqcsgz7soitae', uri: 'https://example.org/a', tid: '3laaaaaaaaa2a', language: 'fr'
}

const makers: Readonly<Record<string, (definition: Definition, place: Place) => unknown>> = {
  object: makeObject,
  record: (definition, place) => makeObject(definition['record'] as Definition, place),
  array: (definition, place) => (place.fullness === 'least' || place.depth > 8 ? [] : [make(definition['items'] as Definition, place)]),
  ref: (definition, place) => makeReferred(String(definition['ref']), place, false),
  union: (definition, place) => makeReferred((definition['refs'] as string[])[0]!, place, true),
  integer: () => 7,
  boolean: () => false,
  // Where any record may stand: a post.
  unknown: () => ({ $type: 'app.bsky.feed.post', text: 'text', createdAt: exampleTexts['datetime'] }),
  blob: () => ({ $type: 'blob', ref: { $link: exampleTexts['cid'] }, mimeType: 'image/png', size: 7 })
}

/** A value that fits a definition of a lexicon. */
export function exampleOf(lookUp: Lookup, definition: Definition, nsid: string, fullness: Fullness): unknown {
  return make(definition, { lookUp, nsid, fullness, depth: 0 })
}

function make(definition: Definition, place: Place): unknown {
  const maker = makers[String(definition['type'])]
  if (maker !== undefined) return maker(definition, { ...place, depth: place.depth + 1 })
  const [named] = (definition['knownValues'] ?? definition['enum'] ?? []) as string[]
  return named ?? exampleTexts[String(definition['format'])] ?? 'text'
}

function makeReferred(reference: string, place: Place, isUnion: boolean): unknown {
  const [file, name = 'main'] = (reference.startsWith('#') ? place.nsid + reference : reference).split('#') as [string, string?]
  const value = make(place.lookUp(file, name) ?? {}, { ...place, nsid: file })
  return isUnion && typeof value === 'object' ? { $type: name === 'main' ? file : `${file}#${name}`, ...value } : value
}

function makeObject(definition: Definition, place: Place): unknown {
  const required = (definition['required'] ?? []) as string[]
  const properties = Object.entries((definition['properties'] ?? {}) as Record<string, Definition>).filter(([name]) => required.includes(name) || (place.fullness === 'most' && place.depth < 8))
  return Object.fromEntries(properties.map(([name, part]) => [name, make(part, place)]))
}
