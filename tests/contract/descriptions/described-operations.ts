import type { HttpRequest } from '../../../electron/engine/http/http-client.ts'
import { checkValue, flatten, valueFor, type Resolve, type Schema } from './json-schema.ts'
import { fieldsOf, isForm, type NetworkDescription } from './network-description.ts'

export interface Parameter {
  readonly name: string
  readonly in: string
  readonly required: boolean
  readonly schema: Schema
}

/** One operation, in whatever kind of document it was described. */
export interface Operation {
  readonly method: string
  /** With `{name}` for each part that changes. */
  readonly path: string
  readonly parameters: readonly Parameter[]
  /** By content type; null when it takes none. */
  readonly body: { readonly isRequired: boolean; readonly contents: Readonly<Record<string, Schema>> } | null
  readonly needsToken: boolean
  readonly success: { readonly status: number; readonly schema: Schema | null; readonly headers?: Readonly<Record<string, string>> }
}

export interface OperationOptions {
  readonly resolve: Resolve
  /** Taken off a request's path before it is looked up, where the description has it apart from the paths. */
  readonly basePath?: string
  /** Headers that every request may bear without being described. */
  readonly commonHeaders?: readonly string[]
  /** The fields of a body, where they do not lie open. */
  readonly fieldsOf?: (request: HttpRequest) => Record<string, unknown> | null
}

const usualHeaders = ['accept', 'authorization', 'content-type']

/** Checks requests against a list of operations, and makes up answers from it. */
export function describeOperations(operations: readonly Operation[], options: OperationOptions): NetworkDescription {
  const { resolve, basePath = '', commonHeaders = [], fieldsOf: readFields = fieldsOf } = options
  const candidates = operations.map((operation) => ({ operation, pattern: new RegExp(`^${operation.path.replaceAll(/[.()*+?]/g, String.raw`\$&`).replaceAll(/\{[^}]+\}/g, '[^/]+')}$`) }))

  const find = (request: HttpRequest): Operation | null => {
    const path = new URL(request.url).pathname.slice(basePath.length)
    const fitting = candidates.filter(({ operation, pattern }) => operation.method === request.method && pattern.test(path))
    // A fixed path is meant before one with a parameter: /statuses/{id} also fits /statuses/context.
    return fitting.toSorted((a, b) => a.operation.path.split('{').length - b.operation.path.split('{').length)[0]?.operation ?? null
  }

  return {
    operationOf(request) {
      const operation = find(request)
      return operation === null ? null : `${operation.method} ${operation.path}`
    },
    check(request) {
      const operation = find(request)
      if (operation === null) return [`${request.method} ${new URL(request.url).pathname} is not described`]
      const complaints = [...checkQuery(new URL(request.url), operation, resolve), ...checkHeaders(request, operation, commonHeaders), ...checkBody(request, operation, resolve, readFields)]
      return complaints.map((complaint) => `${operation.method} ${operation.path}: ${complaint}`)
    },
    answer(request, fullness) {
      const success = find(request)?.success
      if (success === undefined) return null
      return { status: success.status, json: success.schema === null ? null : valueFor(success.schema, resolve, fullness), headers: success.headers }
    }
  }
}

function checkQuery(url: URL, { parameters }: Operation, resolve: Resolve): string[] {
  const known = parameters.filter((parameter) => parameter.in === 'query')
  const plain = (name: string): string => name.replace(/\[\]$/, '')
  const given = [...new Set(url.searchParams.keys())]
  const missing = known.filter(({ name, required }) => required && !given.some((each) => plain(each) === plain(name))).map(({ name }) => `parameter ${name} is missing`)
  const wrong = given.flatMap((written) => {
    const parameter = known.find(({ name }) => plain(name) === plain(written))
    if (parameter === undefined) return [`unknown parameter ${written}`]
    const schema = flatten(parameter.schema, resolve)
    const values = url.searchParams.getAll(written)
    if (schema['type'] !== 'array') return values.length > 1 || written.endsWith('[]') ? [`${written} is no list`] : checkValue(fromText(values[0] ?? '', schema), schema, resolve, written)
    const items = flatten((schema['items'] ?? {}) as Schema, resolve)
    return checkValue(values.flatMap((each) => (written.endsWith('[]') ? [each] : each.split(','))).map((each) => fromText(each, items)), schema, resolve, written)
  })
  return [...missing, ...wrong]
}

function checkHeaders(request: HttpRequest, { parameters, needsToken }: Operation, common: readonly string[]): string[] {
  const described = parameters.filter((parameter) => parameter.in === 'header')
  const known = [...usualHeaders, ...common, ...described.map(({ name }) => name.toLowerCase())]
  const given = Object.keys(request.headers ?? {})
  return [
    ...given.filter((name) => !known.includes(name.toLowerCase())).map((name) => `unknown header ${name}`),
    ...described.filter(({ name, required }) => required && !given.some((each) => each.toLowerCase() === name.toLowerCase())).map(({ name }) => `header ${name} is missing`),
    ...(needsToken && !given.includes('authorization') ? ['needs a token'] : [])
  ]
}

function checkBody(request: HttpRequest, { body }: Operation, resolve: Resolve, readFields: (request: HttpRequest) => Record<string, unknown> | null): string[] {
  const fields = readFields(request)
  if (body === null) return fields === null || Object.keys(fields).length === 0 ? [] : ['takes no body']
  if (request.body === undefined) return body.isRequired ? ['needs a body'] : []
  const type = contentTypeOf(request)
  // Descriptions generated from code often name JSON alone where a server takes a form as well; the fields are what counts then.
  const schema = body.contents[type] ?? Object.values(body.contents)[0]
  if (fields === null || schema === undefined) return Object.hasOwn(body.contents, type) ? [] : [`takes no ${type}`]
  return checkValue(type === 'application/json' ? fields : textFields(fields, flatten(schema, resolve), resolve), schema, resolve, 'body')
}

function contentTypeOf({ body, headers }: HttpRequest): string {
  return isForm(body) ? 'multipart/form-data' : (headers?.['content-type'] ?? '').split(';')[0]!
}

/** Fields of a form are texts: each is read as what the description says it is. */
function textFields(fields: Record<string, unknown>, schema: Schema, resolve: Resolve): Record<string, unknown> {
  const properties = (schema['properties'] ?? {}) as Record<string, Schema>
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const described = properties[name]
      return [name, described === undefined || typeof value !== 'string' ? value : fromText(value, flatten(described, resolve))]
    })
  )
}

function fromText(text: string, { type, anyOf }: Schema): unknown {
  const types = [type, ...((anyOf ?? []) as Schema[]).map((each) => each['type'])].flat()
  if (types.includes('string')) return text
  if (types.includes('boolean') && /^(true|false)$/.test(text)) return text === 'true'
  return (types.includes('integer') || types.includes('number')) && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text
}
