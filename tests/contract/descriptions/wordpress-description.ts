import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { HttpRequest } from '../../../electron/engine/http/http-client.ts'
import { sharedFolder } from '../../support/shared-folder.ts'
import { valueFor, type Schema } from './json-schema.ts'
import type { NetworkDescription } from './network-description.ts'

interface Endpoint {
  readonly methods: readonly string[]
  readonly args: Readonly<Record<string, { required?: boolean; type?: string | string[]; enum?: unknown[] }>>
}

interface Route {
  readonly endpoints: readonly Endpoint[]
  readonly schema?: Schema
}

/** A real WordPress's own description of its routes: specs/wordpress (6.6). Of answers it knows the one object; a list is many of them. */
export function loadWordpressDescription(): NetworkDescription {
  const { routes, ...index } = JSON.parse(readFileSync(`${sharedFolder}/specs/wordpress/rest-index-6.6-RC3.json`, 'utf8')) as { routes: Record<string, Route> }
  const patterns = Object.keys(routes).map((name) => ({ name, pattern: new RegExp(`^${name.replaceAll('(?P<', '(?<')}$`) }))

  const find = (request: HttpRequest): { name: string; route: Route; endpoint: Endpoint } | null => {
    const name = patterns.find(({ pattern }) => pattern.test(pathOf(request)))?.name ?? ''
    const route = routes[name]
    const endpoint = route?.endpoints.find(({ methods }) => methods.includes(request.method))
    return route === undefined || endpoint === undefined ? null : { name, route, endpoint }
  }

  return {
    operationOf(request) {
      const found = find(request)
      return found === null ? null : `${request.method} ${found.name}`
    },
    check(request) {
      const found = find(request)
      if (found === null) return [`${request.method} ${pathOf(request)} is not described`]
      const given = [...[...new URL(request.url).searchParams].filter(([name]) => name !== 'rest_route'), ...Object.entries(bodyOf(request))]
      return given.flatMap(([name, value]) => checkArgument(name, value, found.endpoint)).map((complaint) => `${request.method} ${found.name}: ${complaint}`)
    },
    answer(request, fullness) {
      // The description is what the site itself answers there.
      if (pathOf(request) === '/') return { status: 200, json: index }
      const schema = find(request)?.route.schema
      if (schema === undefined) return null
      // Every field of the schema is there in each answer of the context it is asked in, so the least is as full as the most.
      const object = valueFor(schema, (name) => ({ title: name }), 'most')
      const isList = request.method === 'GET' && !/\d$|\/me$/.test(pathOf(request))
      return { status: 200, json: isList ? (fullness === 'most' ? [object] : []) : object }
    }
  }
}

function pathOf({ url }: HttpRequest): string {
  const { searchParams, pathname } = new URL(url)
  return searchParams.get('rest_route') ?? pathname.replace(/^.*\/wp-json/, '')
}

function checkArgument(name: string, value: unknown, { args }: Endpoint): string[] {
  // Of every route, and so in none's list: https://developer.wordpress.org/rest-api/using-the-rest-api/global-parameters/#_fields (read on 2026-11-23).
  if (name === '_fields') return []
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
