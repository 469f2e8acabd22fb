import { z } from 'zod'
import type { Random } from '../../../electron/engine/random.ts'

export interface Invention {
  readonly random: Random
  /** Ids to choose from for a field that takes one; `field` is its name: `postId`, `conversationIds`. */
  idsFor(field: string): readonly string[]
  /** Texts to choose from, for every field that takes any text. */
  readonly texts: readonly string[]
  /** Contents for fields that take bytes. */
  readonly bytes: readonly Uint8Array[]
}

/** What is read of JSON Schema, as zod writes it. */
interface Shape {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly items?: Shape
  readonly minItems?: number
  readonly maxItems?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly format?: string
  readonly pattern?: string
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Shape>>
}

/**
 * Makes up an input that a schema of the contract accepts, so that a test can go through requests it does not know. Throws when it cannot:
 * a new kind of field then has to be taught here.
 */
export function inventInput(schema: z.ZodType, invention: Invention): unknown {
  const shape = shapeOf(schema)
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const input = invent(shape, { ...invention, defs: shape.$defs ?? {}, field: '' }, 0)
    if (schema.safeParse(input).success) return input
  }
  throw new Error(`no input could be made up for ${JSON.stringify(shape)}`)
}

/** Describing a whole post takes zod a second. */
const shapes = new WeakMap<z.ZodType, Shape>()

function shapeOf(schema: z.ZodType): Shape {
  // zod's own description of the schema; the members named above are those of JSON Schema.
  const shape = shapes.get(schema) ?? (z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as Shape)
  shapes.set(schema, shape)
  return shape
}

type Means = Invention & { readonly defs: Readonly<Record<string, Shape>>; readonly field: string }

function invent(shape: Shape, means: Means, depth: number): unknown {
  if (shape.$ref !== undefined) return invent(means.defs[shape.$ref.replace('#/$defs/', '')] ?? {}, means, depth + 1)
  if ('const' in shape) return shape.const
  const choices = shape.enum ?? shape.anyOf ?? shape.oneOf
  if (choices !== undefined) {
    const chosen = pick(means.random, choices)
    return shape.enum === undefined ? invent(chosen as Shape, means, depth) : chosen
  }
  switch (shape.type) {
    case 'object':
      return inventObject(shape, means, depth)
    case 'array':
      return inventArray(shape, means, depth)
    case 'string':
      return inventText(shape, means)
    case 'integer':
    case 'number':
      return inventNumber(shape, means.random)
    case 'boolean':
      return means.random.fraction() < 0.5
    case 'null':
      return null
    default:
      return pick(means.random, means.bytes)
  }
}

function inventObject({ properties = {}, required = [] }: Shape, means: Means, depth: number): unknown {
  const names = Object.keys(properties).filter((name) => required.includes(name) || (depth < 4 && means.random.fraction() < 0.5))
  return Object.fromEntries(names.map((name) => [name, invent(properties[name] ?? {}, { ...means, field: name }, depth + 1)]))
}

function inventArray({ items = {}, minItems = 0, maxItems = 4 }: Shape, means: Means, depth: number): unknown {
  const most = depth > 4 ? minItems : Math.min(maxItems, Math.max(minItems, 3))
  const length = minItems + Math.floor(means.random.fraction() * (most - minItems + 1))
  return Array.from({ length }, () => invent(items, means, depth + 1))
}

function inventText({ format, pattern, minLength = 0, maxLength = 200 }: Shape, { random, idsFor, field, texts }: Means): string {
  if (format === 'uuid') return pick(random, idsFor(field))
  // The patterns of the contract: wall-clock times, days and hours, and names of time zones.
  if (pattern?.includes('T\\d') === true) return pick(random, ['2026-12-24T09:00', '2027-02-28T23:59', '2020-01-01T00:00'])
  if (pattern?.endsWith('-\\d{2}$') === true) return pick(random, ['2026-12-24', '2027-02-28', '2026-02-31'])
  if (pattern?.endsWith(':[0-5]\\d$') === true) return pick(random, ['09:00', '23:59'])
  if (pattern !== undefined) return pick(random, ['Europe/Paris', 'UTC', 'America/Sao_Paulo'])
  return pick(random, texts).padEnd(minLength, 'x').slice(0, maxLength)
}

function inventNumber({ minimum = 0, maximum = 1000 }: Shape, random: Random): number {
  const spread = pick(random, [0, 1, 30, 1_800_000_000_000])
  return Math.min(maximum, minimum + Math.floor(random.fraction() * (spread + 1)))
}

function pick<T>(random: Random, from: readonly T[]): T {
  const chosen = from[Math.floor(random.fraction() * from.length)]
  if (chosen === undefined) throw new Error('there is nothing to choose from')
  return chosen
}
