import type { Fullness } from './network-description.ts'

export type Schema = Readonly<Record<string, unknown>>
/** Where `$ref` leads. */
export type Resolve = (reference: string) => Schema

/**
 * JSON Schema as descriptions of interfaces use it (OpenAPI 3.0 and 3.1, discovery documents). Stricter than the standard in one thing: a field
 * that an object does not describe is a mistake, unless the description leaves the door open in so many words.
 */
export function checkValue(value: unknown, schema: Schema, resolve: Resolve, where: string): string[] {
  const { anyOf, ...rest } = flatten(schema, resolve)
  if (value === null && isNullable(rest)) return []
  if (!Array.isArray(anyOf)) return checkPlain(value, rest, resolve, where)
  const tries = (anyOf as Schema[]).map((alternative) => checkValue(value, { allOf: [rest, alternative] }, resolve, where))
  return tries.toSorted((a, b) => a.length - b.length)[0] ?? []
}

function checkPlain(value: unknown, schema: Schema, resolve: Resolve, where: string): string[] {
  const type = typeOf(value)
  if (!takesType(schema, type)) return [`${where} is ${type}, not ${typesOf(schema).join(' or ')}`]
  const oneOf = 'const' in schema ? [schema['const']] : schema['enum']
  if (Array.isArray(oneOf) && !oneOf.includes(value)) return [`${where} may not be ${JSON.stringify(value)}`]
  if (typeof value === 'string') return checkText(value, schema, where)
  if (typeof value === 'number') return outside(value, schema['minimum'], schema['maximum']) ? [`${where} may not be ${value}`] : []
  if (Array.isArray(value)) return checkList(value, schema, resolve, where)
  return type === 'object' ? checkObject(value as Record<string, unknown>, schema, resolve, where) : []
}

function takesType(schema: Schema, type: string): boolean {
  const allowed = typesOf(schema)
  return allowed.length === 0 || allowed.includes(type) || (type === 'integer' && allowed.includes('number'))
}

function checkObject(value: Record<string, unknown>, schema: Schema, resolve: Resolve, where: string): string[] {
  const properties = (schema['properties'] ?? {}) as Record<string, Schema>
  const more = schema['additionalProperties']
  const isOpen = more === true || (more === undefined && schema['properties'] === undefined)
  const missing = requiredOf(schema).filter((name) => value[name] === undefined).map((name) => `${where}.${name} is missing`)
  const wrong = Object.entries(value).flatMap(([name, part]) => {
    const described = properties[name] ?? (typeof more === 'object' ? (more as Schema) : undefined)
    if (described !== undefined) return part === undefined ? [] : checkValue(part, described, resolve, `${where}.${name}`)
    return isOpen ? [] : [`${where}.${name} is not described`]
  })
  return [...missing, ...wrong]
}

function checkList(value: readonly unknown[], schema: Schema, resolve: Resolve, where: string): string[] {
  const { items } = schema
  const wrong = items === undefined ? [] : value.flatMap((item, index) => checkValue(item, items as Schema, resolve, `${where}[${index}]`))
  return outside(value.length, schema['minItems'], schema['maxItems']) ? [`${where} has ${value.length} items`, ...wrong] : wrong
}

const formats: Readonly<Record<string, RegExp>> = {
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/,
  date: /^\d{4}-\d\d-\d\d$/,
  uri: /^[a-z][\w+.-]*:/i,
  email: /@/,
  snowflake: /^(0|[1-9]\d{0,19})$/
}

function checkText(value: string, schema: Schema, where: string): string[] {
  const { pattern } = schema
  const format = formats[String(schema['format'])]
  return [
    ...(outside([...value].length, schema['minLength'], schema['maxLength']) ? [`${where} has ${[...value].length} characters`] : []),
    ...(typeof pattern === 'string' && !new RegExp(pattern, 'u').test(value) ? [`${where} does not fit ${pattern}`] : []),
    ...(format !== undefined && !format.test(value) ? [`${where} is no ${String(schema['format'])}`] : [])
  ]
}

/** A value that fits: `most` fills in every field, `least` only those that have to be there. */
export function valueFor(schema: Schema, resolve: Resolve, fullness: Fullness, depth = 0): unknown {
  const { anyOf, ...rest } = flatten(schema, resolve)
  if (fullness === 'least' && isNullable(rest)) return null
  const first = ((anyOf ?? []) as Schema[]).find(({ type }) => type !== 'null')
  return first === undefined ? plainFor(rest, resolve, fullness, depth) : valueFor({ allOf: [rest, first] }, resolve, fullness, depth)
}

function plainFor(rest: Schema, resolve: Resolve, fullness: Fullness, depth: number): unknown {
  if ('const' in rest) return rest['const']
  if (Array.isArray(rest['enum'])) return (rest['enum'] as unknown[]).find((each) => each !== null)
  const type = typesOf(rest).find((each) => each !== 'null') ?? (rest['properties'] === undefined ? 'string' : 'object')
  if (type === 'object') return objectFor(rest, resolve, fullness, depth)
  if (type === 'array') return fullness === 'least' || depth > 6 ? [] : [valueFor((rest['items'] ?? {}) as Schema, resolve, fullness, depth + 1)]
  return simpleValue(type, rest)
}

function objectFor(schema: Schema, resolve: Resolve, fullness: Fullness, depth: number): unknown {
  const required = requiredOf(schema)
  const wanted = Object.entries((schema['properties'] ?? {}) as Record<string, Schema>).filter(([name]) => required.includes(name) || (fullness === 'most' && depth < 6))
  return depth > 9 ? {} : Object.fromEntries(wanted.map(([name, part]) => [name, valueFor(part, resolve, fullness, depth + 1)]))
}

const exampleTexts: Readonly<Record<string, string>> = {
  'date-time': '2026-03-04T05:06:07.000Z', date: '2026-03-04', uri: 'https://example.org/a', email: 'a@example.org', snowflake: '1180000000000000000'
}

function simpleValue(type: string, { format, minimum, minLength, pattern }: Schema): unknown {
  if (type === 'boolean') return true
  if (type === 'null') return null
  if (type === 'integer' || type === 'number') return typeof minimum === 'number' ? Math.max(minimum, 7) : 7
  const text = exampleTexts[String(format)] ?? (typeof pattern === 'string' ? textLike(pattern) : 'text')
  return typeof minLength === 'number' ? text.padEnd(minLength, 'x') : text
}

/** The patterns of the descriptions are those of ids and of names. */
function textLike(pattern: string): string {
  const found = ['text', '1180000000000000000', '7_1180000000000000000', 'https://example.org/a', 'Bonjour_-01', 'UCaaaaaaaaaaaaaaaaaaaaaa', 'UgzAaaaaaaaaaaaaaaaaaaaaaa', '27', 'PLaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'].find((text) => new RegExp(pattern, 'u').test(text))
  if (found === undefined) throw new Error(`no example fits ${pattern}`)
  return found
}

/** One schema without `$ref` and `allOf`; alternatives stand in `anyOf`. */
export function flatten(schema: Schema, resolve: Resolve): Schema {
  const { $ref, allOf, oneOf, ...own } = schema
  const parts = [...(typeof $ref === 'string' ? [resolve($ref)] : []), ...((allOf ?? []) as Schema[])].map((part) => flatten(part, resolve))
  const base: Schema = oneOf === undefined ? own : { ...own, anyOf: oneOf }
  return [...parts, base].reduce<Schema>((merged, part) => ({
    ...merged,
    ...part,
    ...mergedFields(merged, part)
  }), {})
}

function mergedFields(a: Schema, b: Schema): Schema {
  const properties = { ...(a['properties'] as object | undefined), ...(b['properties'] as object | undefined) }
  const required = [...requiredOf(a), ...requiredOf(b)]
  return { ...(a['properties'] === undefined && b['properties'] === undefined ? {} : { properties }), ...(required.length > 0 ? { required } : {}) }
}

/** The names of the fields that have to be there. WordPress writes `required: true` at the field itself, as in older drafts. */
function requiredOf({ required }: Schema): readonly string[] {
  return Array.isArray(required) ? (required as string[]) : []
}

function isNullable(schema: Schema): boolean {
  return schema['nullable'] === true || typesOf(schema).includes('null')
}

function typesOf({ type }: Schema): string[] {
  if (type === undefined || type === 'any') return []
  return Array.isArray(type) ? (type as string[]) : [type as string]
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return Number.isInteger(value) ? 'integer' : typeof value
}

function outside(value: number, low: unknown, high: unknown): boolean {
  return (typeof low === 'number' && value < low) || (typeof high === 'number' && value > high)
}
