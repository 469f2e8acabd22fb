import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { HttpRequest } from '../../../electron/engine/http/http-client.ts'
import { sharedFolder } from '../../support/shared-folder.ts'

type Json = Record<string, unknown>

/** Says what a request does that the description of Mastodon's API (specs/mastodon) does not know: path, method, parameters, body. */
export function loadMastodonDescription(): (request: HttpRequest) => readonly string[] {
  // "One of" text, media and poll is meant as "any of": a text with media is both. References point to where zod expects definitions.
  const text = readFileSync(`${sharedFolder}/specs/mastodon/schema.json`, 'utf8').replaceAll('#/components/schemas/', '#/$defs/').replaceAll('"oneOf"', '"anyOf"')
  const { paths, components } = JSON.parse(text) as { paths: Record<string, Json>; components: { schemas: Json } }
  const schemaOf = (schema: unknown): z.ZodType => z.fromJSONSchema({ $schema: 'https://json-schema.org/draft/2020-12/schema', $defs: components.schemas, ...(schema as object) } as never)
  const templates = Object.keys(paths).map((path) => ({ path, pattern: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`) }))

  return (request) => {
    const url = new URL(request.url)
    // A fixed path is meant before one with a parameter: /statuses/{id} also fits /statuses/context.
    const found = templates.filter(({ pattern }) => pattern.test(url.pathname)).toSorted((a, b) => a.path.split('{').length - b.path.split('{').length)[0]
    const operation = found === undefined ? undefined : (paths[found.path]?.[request.method.toLowerCase()] as Json | undefined)
    if (found === undefined || operation === undefined) return [`${request.method} ${url.pathname} is not described`]
    const where = `${request.method} ${found.path}`
    return [...checkQuery(url, operation), ...checkHeaders(request, operation), ...checkBody(request, operation, schemaOf)].map((complaint) => `${where}: ${complaint}`)
  }
}

interface Parameter {
  readonly name: string
  readonly in: string
  readonly schema?: Json
}

function checkQuery(url: URL, operation: Json): string[] {
  const known = (operation['parameters'] ?? []) as Parameter[]
  return [...url.searchParams].flatMap(([written, value]) => {
    const parameter = known.find((candidate) => candidate.in === 'query' && candidate.name === written.replace(/\[\]$/, ''))
    if (parameter === undefined) return [`unknown parameter ${written}`]
    const { schema } = parameter
    if (written.endsWith('[]') !== (schema?.['type'] === 'array')) return [`${written} is or is not a list`]
    if (schema?.['type'] === 'integer' && !/^\d+$/.test(value)) return [`${written} is no number`]
    return schema?.['type'] === 'boolean' && !/^(true|false)$/.test(value) ? [`${written} is neither true nor false`] : []
  })
}

function checkHeaders(request: HttpRequest, operation: Json): string[] {
  const known = ((operation['parameters'] ?? []) as Parameter[]).filter((parameter) => parameter.in === 'header').map((parameter) => parameter.name.toLowerCase())
  const common = ['accept', 'authorization', 'content-type']
  const complaints = Object.keys(request.headers ?? {}).filter((name) => !common.includes(name) && !known.includes(name)).map((name) => `unknown header ${name}`)
  const isSigned = request.headers?.['authorization'] !== undefined
  return [...complaints, ...(operation['security'] !== undefined && !isSigned ? ['needs a token'] : [])]
}

function checkBody(request: HttpRequest, operation: Json, schemaOf: (schema: unknown) => z.ZodType): string[] {
  const described = operation['requestBody'] as { required?: boolean; content: Record<string, { schema: unknown }> } | undefined
  const body = bodyOf(request)
  if (described === undefined) return body === null || Object.keys(body).length === 0 ? [] : ['takes no body']
  const [content] = Object.values(described.content)
  const parsed = schemaOf(content?.schema).safeParse(body)
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
}

function bodyOf({ body, headers }: HttpRequest): Json | null {
  if (body === undefined) return null
  if (body instanceof FormData) return Object.fromEntries([...body].map(([name, value]) => [name, typeof value === 'string' ? value : value.name]))
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body)
  return headers?.['content-type'] === 'application/x-www-form-urlencoded' ? Object.fromEntries(new URLSearchParams(text)) : (JSON.parse(text) as Json)
}
