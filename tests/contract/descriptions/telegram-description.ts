import { readFileSync } from 'node:fs'
import { sharedFolder } from '../../support/shared-folder.ts'
import { describeOperations, type Operation } from './described-operations.ts'
import type { Schema } from './json-schema.ts'
import { fieldsOf, isForm, type NetworkDescription } from './network-description.ts'

interface Field {
  readonly name: string
  readonly types: readonly string[]
  readonly required: boolean
}
interface Description {
  readonly methods: Readonly<Record<string, { readonly name: string; readonly returns: readonly string[]; readonly fields?: readonly Field[] }>>
  readonly types: Readonly<Record<string, { readonly name: string; readonly fields?: readonly Field[]; readonly subtypes?: readonly string[] }>>
}

/** The Bot API (specs/telegram): each method is a POST to `/bot<token>/method`, and every answer lies in `result`. */
export function loadTelegramDescription(): NetworkDescription {
  const { methods, types } = JSON.parse(readFileSync(`${sharedFolder}/specs/telegram/api.json`, 'utf8')) as Description
  const operations = Object.values(methods).map((method): Operation => {
    const body = objectOf(method.fields ?? [])
    return {
      method: 'POST',
      path: `/bot{token}/${method.name}`,
      parameters: [],
      body: { isRequired: (method.fields ?? []).some(({ required }) => required), contents: { 'application/json': body, 'multipart/form-data': { ...body, additionalProperties: { type: 'string' } } } },
      needsToken: false,
      success: { status: 200, schema: { type: 'object', required: ['ok', 'result'], properties: { ok: { const: true }, result: anyOf(method.returns) } } }
    }
  })
  const resolve = (name: string): Schema => {
    const type = types[name]
    if (type === undefined) throw new Error(`Telegram knows no ${name}`)
    return type.subtypes === undefined ? objectOf(type.fields ?? []) : anyOf(type.subtypes)
  }
  return describeOperations(operations, { resolve, fieldsOf: readFields })
}

function objectOf(fields: readonly Field[]): Schema {
  return { type: 'object', additionalProperties: false, required: fields.filter(({ required }) => required).map(({ name }) => name), properties: Object.fromEntries(fields.map(({ name, types }) => [name, anyOf(types)])) }
}

const simple: Readonly<Record<string, Schema>> = {
  String: { type: 'string' }, Integer: { type: 'integer' }, Float: { type: 'number' }, Boolean: { type: 'boolean' },
  // In a form: the name of the part that bears the file (fieldsOf gives its file name).
  InputFile: { type: 'string' }
}

function anyOf(types: readonly string[]): Schema {
  const schemas = types.map(schemaOf)
  return schemas.length === 1 ? schemas[0]! : { anyOf: schemas }
}

function schemaOf(type: string): Schema {
  const item = /^Array of (.+)$/.exec(type)?.[1]
  return item === undefined ? (simple[type] ?? { $ref: type }) : { type: 'array', items: schemaOf(item) }
}

/** In a form, what is no plain value is written as JSON. */
function readFields(request: Parameters<typeof fieldsOf>[0]): Record<string, unknown> | null {
  const fields = fieldsOf(request)
  if (fields === null || !isForm(request.body)) return fields
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' && /^[[{]/.test(value) ? (JSON.parse(value) as unknown) : value]))
}
