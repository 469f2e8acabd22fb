type Step = string | number
type Json = Readonly<Record<Step, unknown>>

export interface OddAnswer {
  /** Where it differs, and how. */
  readonly what: string
  readonly json: unknown
}

/** Of one answer so many fields are changed at most, each in all ways. */
const mostFields = 120
const values: Readonly<Record<string, unknown>> = { 'is null': null, 'is a number': 7, 'is an object': {}, 'is a list': [], 'is true': true }

/** The answer with one field of it gone, null or of another type, one after the other. An entry that a list lacks, and another value of the same type, are answers that a network may well give. */
export function* oddAnswersOf(json: unknown): Generator<OddAnswer> {
  for (const path of fieldsIn(json).slice(0, mostFields)) {
    const place = path.join('.')
    const was = valueAt(json, path)
    if (typeof path.at(-1) === 'string') yield { what: `${place} gone`, json: changed(json, path, undefined) }
    for (const [how, value] of Object.entries(values)) if (kindOf(value) !== kindOf(was)) yield { what: `${place} ${how}`, json: changed(json, path, value) }
  }
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'list' : typeof value
}

function fieldsIn(json: unknown, at: readonly Step[] = []): readonly (readonly Step[])[] {
  if (!isJson(json)) return []
  return Object.entries(json).flatMap(([key, value]) => {
    const path = [...at, Array.isArray(json) ? Number(key) : key]
    return [path, ...fieldsIn(value, path)]
  })
}

function valueAt(json: unknown, path: readonly Step[]): unknown {
  return path.reduce<unknown>((node, step) => (isJson(node) ? node[step] : undefined), json)
}

/** undefined: gone. */
function changed(json: unknown, [step, ...rest]: readonly Step[], value: unknown): unknown {
  if (step === undefined) return value
  if (Array.isArray(json)) return json.map((entry: unknown, at) => (at === step ? changed(entry, rest, value) : entry))
  return Object.fromEntries(Object.entries(isJson(json) ? json : {}).flatMap(([key, entry]) => (key !== step ? [[key, entry]] : rest.length === 0 && value === undefined ? [] : [[key, changed(entry, rest, value)]])))
}

/** What nobody expects: lone halves of letters, places outside, what is too much, too long or no day. */
const things: readonly unknown[] = [null, -1, 0, 1e308, 2 ** 60, 0.5, '', '\ud800', '../../me?x=1#', 'a/b', '9'.repeat(400), '18446744073709551616', [], {}, true, [null], '\u202e<script>alert(1)</script>', '😀'.repeat(10_000), '2026-02-30T99:99:99Z', '-000001-01-01', 'x'.repeat(200_000), { toString: 1 }, '%', '__proto__']

/** The same numbers between 0 and 1 for the same seed. */
export function seededChance(seed: number): () => number {
  let state = seed
  return () => (state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296) / 4_294_967_296
}

/** The answer with so many of its values (of 1) another thing, fewer gone, and a list twice now and then. */
export function spoiltBy(json: unknown, chance: () => number, share: number): unknown {
  if (chance() < share) return things[Math.floor(chance() * things.length)]
  if (Array.isArray(json)) return [...json, ...(chance() < 0.05 ? json : [])].map((entry: unknown) => spoiltBy(entry, chance, share))
  if (!isJson(json)) return json
  return Object.fromEntries(Object.entries(json).flatMap(([key, value]) => (chance() < share / 4 ? [] : [[key, spoiltBy(value, chance, share)]])))
}
