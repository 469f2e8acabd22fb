import { readFileSync } from 'node:fs'
import { sharedFolder } from '../../support/shared-folder.ts'
import { describeOperations, type Operation, type OperationOptions, type Parameter } from './described-operations.ts'
import type { Resolve, Schema } from './json-schema.ts'
import type { NetworkDescription } from './network-description.ts'

interface DescribedOperation {
  readonly parameters?: readonly (Parameter & { readonly $ref?: string; readonly content?: Readonly<Record<string, { schema: Schema }>> })[]
  readonly requestBody?: { readonly required?: boolean; readonly content: Readonly<Record<string, { readonly schema?: Schema }>> }
  readonly responses?: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }>>
  readonly security?: readonly object[]
}

/** The parts of an OpenAPI 3 document that are read here. */
export interface OpenApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly security?: readonly object[]
}

const methods = ['get', 'post', 'put', 'patch', 'delete', 'head']

/** A description in ../shared/specs. `adjust` puts right what is known to be wrong in it: say why where it is used. */
export function loadOpenApi(file: string, options: Omit<OperationOptions, 'resolve'> & { readonly adjust?: (text: string) => string } = {}): NetworkDescription {
  const text = readFileSync(`${sharedFolder}/specs/${file}`, 'utf8')
  return describeOpenApi(JSON.parse(options.adjust?.(text) ?? text) as OpenApiDocument, options)
}

/** Also for a table written by hand, of a network that publishes no description: give the source of each line. */
export function describeOpenApi(document: OpenApiDocument, options: Omit<OperationOptions, 'resolve'> = {}): NetworkDescription {
  const resolve: Resolve = (reference) => {
    let found: unknown = document
    for (const part of reference.replace(/^#\//, '').split('/')) found = (found as Record<string, unknown> | undefined)?.[part.replaceAll('~1', '/').replaceAll('~0', '~')]
    if (typeof found !== 'object' || found === null) throw new Error(`${reference} leads nowhere`)
    return found as Schema
  }
  const operations = Object.entries(document.paths).flatMap(([path, item]) => methods.filter((method) => item[method] !== undefined).map((method) => operationOf(path, method, item, document, resolve)))
  return describeOperations(operations, { ...options, resolve })
}

function operationOf(path: string, method: string, item: Readonly<Record<string, unknown>>, document: OpenApiDocument, resolve: Resolve): Operation {
  const described = item[method] as DescribedOperation
  const security = described.security ?? document.security ?? []
  return {
    method: method.toUpperCase(),
    path,
    parameters: parametersOf([...((item['parameters'] ?? []) as Parameters), ...(described.parameters ?? [])], resolve),
    body: bodyOf(described),
    needsToken: security.length > 0 && security.every((each) => Object.keys(each).length > 0),
    success: successOf(described)
  }
}

type Parameters = NonNullable<DescribedOperation['parameters']>

function parametersOf(parameters: Parameters, resolve: Resolve): Parameter[] {
  return parameters
    .map((parameter) => (parameter.$ref === undefined ? parameter : (resolve(parameter.$ref) as unknown as typeof parameter)))
    .map(({ name, in: place, required, schema, content }) => ({ name, in: place, required, schema: schema ?? Object.values(content ?? {})[0]?.schema ?? {} }))
}

function bodyOf({ requestBody }: DescribedOperation): Operation['body'] {
  if (requestBody === undefined) return null
  return { isRequired: requestBody.required === true, contents: Object.fromEntries(Object.entries(requestBody.content).map(([type, { schema }]) => [type, schema ?? {}])) }
}

function successOf({ responses = {} }: DescribedOperation): Operation['success'] {
  const [status, response] = Object.entries(responses).find(([each]) => each.startsWith('2')) ?? ['200', {}]
  return { status: Number(status.replace('2XX', '200')), schema: Object.values(response.content ?? {})[0]?.schema ?? null }
}
