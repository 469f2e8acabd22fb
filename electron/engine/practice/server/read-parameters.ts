import { z } from 'zod'
import type { UploadedFile } from './practice-request.ts'

/** Forms carry only text: the spellings of yes and no that Rails takes. */
export const flag = z.union([z.boolean(), z.string().transform((text) => !['', '0', 'f', 'false', 'off'].includes(text.toLowerCase()))])

/** One value where a list may be given: `types[]=mention` once comes as one text. */
export function listOf<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => (value === undefined || Array.isArray(value) ? value : [value]), z.array(schema))
}

const idText = z.union([z.string(), z.int().transform(String)])
export const idList = listOf(idText)
export { idText }

export const uploadedFile = z.custom<UploadedFile>((value) => typeof value === 'object' && value !== null && 'bytes' in value && value.bytes instanceof Uint8Array, 'has to be a file')

/** `limit` with the network's own default and most. */
export function limitOf(usual: number, most: number) {
  return z.coerce.number().int().min(1).catch(usual).default(usual).transform((limit) => Math.min(limit, most))
}

type Collected = Record<string, unknown>

/** Adds a value under its name; `name[]`, `name[0]` and a repeated name make a list. */
export function collect(target: Collected, rawName: string, value: unknown): void {
  const list = /^(.+)\[\d*\]$/.exec(rawName)
  const name = list?.[1] ?? rawName
  // A name from outside never reaches the prototype.
  if (name === '__proto__') return
  const before = Object.hasOwn(target, name) ? target[name] : undefined
  if (list !== null) target[name] = Array.isArray(before) ? [...before, value] : [value]
  else target[name] = value
}

export class BodyUnreadable extends Error {}

/** Reads a body by its content type into named values. Throws BodyUnreadable for what cannot be read. */
export async function parseBody(contentType: string, bytes: Uint8Array): Promise<Collected> {
  const collected: Collected = {}
  if (bytes.byteLength === 0) return collected
  const kind = contentType.split(';')[0]?.trim().toLowerCase()
  if (kind === 'application/json') {
    for (const [name, value] of Object.entries(parseJsonObject(bytes))) collect(collected, name, value)
  } else if (kind === 'application/x-www-form-urlencoded' || kind === '') {
    for (const [name, value] of new URLSearchParams(decode(bytes))) collect(collected, name, value)
  } else if (kind === 'multipart/form-data') {
    await collectForm(collected, contentType, bytes)
  } else {
    throw new BodyUnreadable(`cannot read ${kind ?? 'this'}`)
  }
  return collected
}

async function collectForm(collected: Collected, contentType: string, bytes: Uint8Array): Promise<void> {
  let form: FormData
  try {
    // Node's own reader of forms; a Response is its only door.
    form = await new Response(Buffer.from(bytes), { headers: { 'content-type': contentType } }).formData()
  } catch {
    throw new BodyUnreadable('the form cannot be read')
  }
  for (const [name, value] of form) {
    if (typeof value === 'string') collect(collected, name, value)
    else collect(collected, name, { fileName: value.name, mediaType: value.type, bytes: new Uint8Array(await value.arrayBuffer()) } satisfies UploadedFile)
  }
}

function parseJsonObject(bytes: Uint8Array): Record<string, unknown> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(decode(bytes)))
  } catch {
    throw new BodyUnreadable('the JSON cannot be read')
  }
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

/** ISO 8601, as ms since the epoch. */
export const moment = z.string().transform((text, context): number => {
  const at = Date.parse(text)
  if (!Number.isNaN(at)) return at
  context.addIssue({ code: 'custom', message: 'Is not a time' })
  return z.NEVER
})
