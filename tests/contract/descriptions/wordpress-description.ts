import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { HttpRequest } from '../../../electron/engine/http/http-client.ts'
import { sharedFolder } from '../../support/shared-folder.ts'

interface Endpoint {
  readonly methods: readonly string[]
  readonly args: Readonly<Record<string, { required?: boolean; type?: string | string[]; enum?: unknown[] }>>
}

/** Says what a request does that a real WordPress's own description of its routes (specs/wordpress, 6.6) does not know. */
export function loadWordpressDescription(): (request: HttpRequest) => readonly string[] {
  const { routes } = JSON.parse(readFileSync(`${sharedFolder}/specs/wordpress/rest-index-6.6-RC3.json`, 'utf8')) as { routes: Record<string, { endpoints: Endpoint[] }> }
  const patterns = Object.keys(routes).map((route) => ({ route, pattern: new RegExp(`^${route.replaceAll('(?P<', '(?<')}$`) }))
  return (request) => {
    const url = new URL(request.url)
    const path = url.searchParams.get('rest_route') ?? url.pathname.replace(/^.*\/wp-json/, '')
    const route = patterns.find(({ pattern }) => pattern.test(path))?.route
    const endpoint = route === undefined ? undefined : routes[route]?.endpoints.find(({ methods }) => methods.includes(request.method))
    if (endpoint === undefined) return [`${request.method} ${path} is not described`]
    const given = [...[...url.searchParams].filter(([name]) => name !== 'rest_route'), ...Object.entries(bodyOf(request))]
    return given.flatMap(([name, value]) => checkArgument(name, value, endpoint)).map((complaint) => `${request.method} ${route}: ${complaint}`)
  }
}

function checkArgument(name: string, value: unknown, { args }: Endpoint): string[] {
  const described = args[name]
  if (described === undefined) return [`unknown argument ${name}`]
  // Parameters of an address are always texts, and lists in them are parted by commas; WordPress turns them into what it wants.
  const isText = typeof value === 'string'
  if (isText && described.enum !== undefined && !described.enum.includes(value)) return [`${name} may not be ${value}`]
  if (isText && described.type === 'integer' && !/^\d+$/.test(value)) return [`${name} is no number`]
  if (isText) return []
  const parsed = z.fromJSONSchema({ ...described, required: undefined } as never).safeParse(value)
  return parsed.success ? [] : [`${name}: ${parsed.error.issues.map(({ message }) => message).join(', ')}`]
}

function bodyOf({ body, headers }: HttpRequest): Record<string, unknown> {
  if (typeof body !== 'string' || headers?.['content-type'] !== 'application/json') return {}
  return JSON.parse(body) as Record<string, unknown>
}
