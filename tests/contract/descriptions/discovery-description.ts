import { readFileSync } from 'node:fs'
import { sharedFolder } from '../../support/shared-folder.ts'
import { describeOperations, type Operation, type OperationOptions } from './described-operations.ts'
import type { Schema } from './json-schema.ts'
import type { NetworkDescription } from './network-description.ts'

interface Method {
  readonly httpMethod: string
  readonly path: string
  readonly flatPath?: string
  readonly parameters?: Readonly<Record<string, Schema>>
  readonly request?: Schema
  readonly response?: Schema
  readonly mediaUpload?: { readonly protocols: Readonly<Record<string, { readonly path: string }>> }
}
interface Resource {
  readonly methods?: Readonly<Record<string, Method>>
  readonly resources?: Readonly<Record<string, Resource>>
}
export interface DiscoveryDocument extends Resource {
  readonly servicePath: string
  readonly parameters?: Readonly<Record<string, Schema>>
  readonly schemas: Readonly<Record<string, Schema>>
}

interface DiscoveryOptions extends Omit<OperationOptions, 'resolve'> {
  /** Puts right what the document leaves open: say why where it is used. */
  readonly adjust?: (document: DiscoveryDocument) => void
  /** What it leaves out, each with its source; in the place of what it has at the same address. */
  readonly more?: readonly Operation[]
}

/** Google's discovery documents: https://developers.google.com/discovery/v1/reference/apis (read on 2026-11-21). */
export function loadDiscovery(file: string, { adjust, more = [], ...options }: DiscoveryOptions = {}): NetworkDescription {
  const document = JSON.parse(readFileSync(`${sharedFolder}/specs/${file}`, 'utf8')) as DiscoveryDocument
  adjust?.(document)
  const operations = methodsOf(document).flatMap((method) => {
    const uploads = Object.values(method.mediaUpload?.protocols ?? {}).map(({ path }) => ({ ...method, path, parameters: { ...method.parameters, uploadType: { location: 'query', type: 'string' } } }))
    return [{ ...method, path: `/${document.servicePath}${method.flatPath ?? method.path}` }, ...uploads]
  })
  const own = operations.map((method) => operationOf(method, document)).filter(({ method, path }) => !more.some((other) => other.method === method && other.path === path))
  return describeOperations([...own, ...more], { ...options, resolve: (name) => document.schemas[name] ?? {} })
}

function methodsOf({ methods = {}, resources = {} }: Resource): Method[] {
  return [...Object.values(methods), ...Object.values(resources).flatMap(methodsOf)]
}

function operationOf(method: Method, document: DiscoveryDocument): Operation {
  const parameters = Object.entries({ ...document.parameters, ...method.parameters }).map(([name, parameter]) => ({
    name,
    in: String(parameter['location']),
    required: parameter['required'] === true,
    schema: parameter['repeated'] === true ? { type: 'array', items: plain(parameter) } : plain(parameter)
  }))
  return {
    method: method.httpMethod,
    path: method.path.replaceAll('{+', '{'),
    parameters,
    body: method.request === undefined ? null : { isRequired: true, contents: { 'application/json': method.request } },
    needsToken: true,
    success: { status: 200, schema: method.response ?? null }
  }
}

/** Bounds are written as texts there, and the word `required` means the parameter. */
function plain({ required: _required, location: _location, minimum, maximum, ...schema }: Schema): Schema {
  return { ...schema, ...(minimum === undefined ? {} : { minimum: Number(minimum) }), ...(maximum === undefined ? {} : { maximum: Number(maximum) }) }
}
