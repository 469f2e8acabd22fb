import { existsSync, readFileSync } from 'node:fs'
import type { HttpRequest } from '../../../electron/engine/http/http-client.ts'
import { sharedFolder } from '../../support/shared-folder.ts'
import { countGraphemes } from '../../../shared/text/graphemes.ts'
import { exampleOf } from './bluesky-example.ts'
import type { NetworkDescription } from './network-description.ts'

export type Definition = Readonly<Record<string, unknown>>

/** The AT Protocol's lexicons (specs/bluesky): method, parameters, input, and the records inside. */
export function loadBlueskyDescription(): NetworkDescription {
  const methodOf = (request: HttpRequest): string => new URL(request.url).pathname.replace('/xrpc/', '')
  return {
    operationOf: (request) => (definitionOf(methodOf(request), 'main') === null ? null : methodOf(request)),
    check(request) {
      const method = methodOf(request)
      const main = definitionOf(method, 'main')
      if (main === null) return [`${method} is not described`]
      const isQuery = main['type'] === 'query'
      if (isQuery !== (request.method === 'GET')) return [`${method} is a ${String(main['type'])}`]
      const complaints = [...checkParameters(new URL(request.url), main, method), ...(isQuery ? [] : checkInput(request, main, method))]
      return complaints.map((complaint) => `${method}: ${complaint}`)
    },
    answer(request, fullness) {
      const method = methodOf(request)
      const schema = (definitionOf(method, 'main')?.['output'] as Definition | undefined)?.['schema'] as Definition | undefined
      return schema === undefined ? null : { status: 200, json: exampleOf(definitionOf, schema, method, fullness) }
    }
  }
}

export function definitionOf(nsid: string, name: string): Definition | null {
  const file = `${sharedFolder}/specs/bluesky/lexicons/${nsid.replaceAll('.', '/')}.json`
  if (!existsSync(file)) return null
  const { defs } = JSON.parse(readFileSync(file, 'utf8')) as { defs: Record<string, Definition> }
  return defs[name] ?? null
}

/** Not in the lexicon, and in the network's own words: https://docs.bsky.app/docs/tutorials/video (read on 2026-11-23). */
const toldElsewhere: Readonly<Record<string, Record<string, Definition>>> = { 'app.bsky.video.uploadVideo': { did: { type: 'string' }, name: { type: 'string' } } }

function checkParameters(url: URL, main: Definition, method: string): string[] {
  const described = { ...(((main['parameters'] as Definition | undefined)?.['properties'] ?? {}) as Record<string, Definition>), ...toldElsewhere[method] }
  return [...url.searchParams].flatMap(([name, value]) => {
    const parameter = described[name]
    if (parameter === undefined) return [`unknown parameter ${name}`]
    const { maximum } = parameter
    if (parameter['type'] === 'integer') return /^\d+$/.test(value) && !(typeof maximum === 'number' && Number(value) > maximum) ? [] : [`${name} may not be ${value}`]
    return []
  })
}

function checkInput(request: HttpRequest, main: Definition, nsid: string): string[] {
  const schema = (main['input'] as Definition | undefined)?.['schema'] as Definition | undefined
  if (schema === undefined || typeof request.body !== 'string') return []
  const input = JSON.parse(request.body) as Record<string, unknown>
  const { record } = input
  return [...check(input, schema, nsid, 'input'), ...(record === undefined ? [] : checkRecord(record as Definition))]
}

function checkRecord(record: Definition): string[] {
  const nsid = String(record['$type'])
  const definition = definitionOf(nsid, 'main')?.['record'] as Definition | undefined
  return definition === undefined ? [`no record ${nsid}`] : check(record, definition, nsid, nsid)
}

/** One value against one definition; `nsid` is the lexicon that references without a name of their own point into. */
function check(value: unknown, definition: Definition, nsid: string, where: string): string[] {
  switch (definition['type']) {
    case 'object':
      return checkObject(value, definition, nsid, where)
    case 'array': {
      if (!Array.isArray(value)) return [`${where} is no list`]
      const tooMany = typeof definition['maxLength'] === 'number' && value.length > definition['maxLength'] ? [`${where} is too long`] : []
      return [...tooMany, ...value.flatMap((item, index) => check(item, definition['items'] as Definition, nsid, `${where}[${index}]`))]
    }
    case 'ref':
      return checkReference(value, String(definition['ref']), nsid, where)
    case 'union': {
      const type = String((value as Definition | null)?.['$type'])
      const fits = (definition['refs'] as string[]).map((ref) => (ref.startsWith('#') ? nsid + ref : ref).replace(/#main$/, ''))
      return fits.includes(type) ? checkReference(value, type, nsid, where) : [`${where} may not be a ${type}`]
    }
    case 'string':
      return checkText(value, definition, where)
    case 'integer':
      return Number.isInteger(value) && !(typeof definition['minimum'] === 'number' && Number(value) < definition['minimum']) ? [] : [`${where} is no right number`]
    case 'blob':
      return (value as Definition | null)?.['$type'] === 'blob' ? [] : [`${where} is no blob`]
    default:
      return []
  }
}

function checkReference(value: unknown, reference: string, nsid: string, where: string): string[] {
  const [file, name = 'main'] = (reference.startsWith('#') ? nsid + reference : reference).split('#') as [string, string?]
  const definition = definitionOf(file, name)
  return definition === null ? [`${where} points to ${reference}, which is not described`] : check(value, definition, file, where)
}

function checkObject(value: unknown, definition: Definition, nsid: string, where: string): string[] {
  if (typeof value !== 'object' || value === null) return [`${where} is no object`]
  const given = value as Record<string, unknown>
  const properties = definition['properties'] as Record<string, Definition>
  const nullable = (definition['nullable'] ?? []) as string[]
  const missing = ((definition['required'] ?? []) as string[]).filter((name) => given[name] === undefined).map((name) => `${where}.${name} is missing`)
  const wrong = Object.entries(given).flatMap(([name, part]) => {
    const described = properties[name]
    if (described === undefined) return name === '$type' ? [] : [`${where}.${name} is not described`]
    return part === null && nullable.includes(name) ? [] : check(part, described, nsid, `${where}.${name}`)
  })
  return [...missing, ...wrong]
}

function checkText(value: unknown, definition: Definition, where: string): string[] {
  if (typeof value !== 'string') return [`${where} is no text`]
  const isTooLong = typeof definition['maxGraphemes'] === 'number' && countGraphemes(value) > definition['maxGraphemes']
  const formats: Readonly<Record<string, RegExp>> = { datetime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z$/, 'at-uri': /^at:\/\/did:/, did: /^did:[a-z]+:/, cid: /^baf/, tid: /^[2-7a-z]{13}$/, uri: /^https?:/, nsid: /^[a-z.A-Z]+$/, 'record-key': /^(?:[2-7a-z]{13}|self)$/ }
  const format = formats[String(definition['format'])]
  return [...(isTooLong ? [`${where} is too long`] : []), ...(format !== undefined && !format.test(value) ? [`${where} is no ${String(definition['format'])}`] : [])]
}
