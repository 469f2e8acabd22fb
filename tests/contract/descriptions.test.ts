import { describe, expect, it } from 'vitest'
import type { HttpRequest } from '../../electron/engine/http/http-client.ts'
import { hasSharedFolder } from '../support/shared-folder.ts'
import { loadDiscovery } from './descriptions/discovery-description.ts'
import { checkValue, valueFor, type Schema } from './descriptions/json-schema.ts'
import { describeOpenApi, loadOpenApi } from './descriptions/openapi-description.ts'
import { loadTelegramDescription } from './descriptions/telegram-description.ts'

const post = (url: string, body: object, headers: Record<string, string> = {}): HttpRequest => ({ method: 'POST', url, signed: true, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })
const get = (url: string, headers: Record<string, string> = {}): HttpRequest => ({ method: 'GET', url, signed: true, headers })

describe('a description notices what it does not know', () => {
  const none = (): Schema => ({})
  const person: Schema = { type: 'object', required: ['name'], properties: { name: { type: 'string', maxLength: 3 }, age: { type: ['integer', 'null'] }, tags: { type: 'array', items: { enum: ['a', 'b'] } } } }

  it.each([
    [{ name: 'Léa', age: null, tags: ['a'] }, []],
    [{ age: 1.5 }, ['it.name is missing', 'it.age is number, not integer or null']],
    [{ name: 'Léonie' }, ['it.name has 6 characters']],
    [{ name: 'Léa', tags: ['c'] }, ['it.tags[0] may not be "c"']],
    [{ name: 'Léa', nom: 1 }, ['it.nom is not described']]
  ])('%j', (value, complaints) => {
    expect(checkValue(value, person, none, 'it')).toEqual(complaints)
  })

  it('takes one of several shapes, with what they share', () => {
    const shape: Schema = { type: 'object', properties: { id: { type: 'string' } }, oneOf: [{ required: ['a'], properties: { a: { type: 'integer' } } }, { required: ['b'], properties: { b: { type: 'integer' } } }] }
    expect(checkValue({ id: 'x', b: 1 }, shape, none, 'it')).toEqual([])
    expect(checkValue({ id: 'x', b: '1' }, shape, none, 'it')).toHaveLength(1)
  })

  it('makes values that it takes itself', () => {
    for (const fullness of ['most', 'least'] as const) expect(checkValue(valueFor(person, none, fullness), { ...person, properties: { ...(person['properties'] as object), name: { type: 'string' } } }, none, 'it')).toEqual([])
  })

  it('reads a table written by hand as well: path, query, headers, token', () => {
    const table = describeOpenApi({
      security: [{ token: [] }],
      paths: { '/things/{id}': { get: { parameters: [{ name: 'limit', in: 'query', required: true, schema: { type: 'integer', maximum: 50 } }, { name: 'X-Version', in: 'header', required: true, schema: {} }], responses: { 200: { content: { 'application/json': { schema: person } } } } } } }
    })
    expect(table.check(get('https://a.example/things/7?limit=5', { authorization: 'Bearer x', 'x-version': '1' }))).toEqual([])
    expect(table.check(get('https://a.example/things/7?limit=51&more=1', { 'x-other': '1' }))).toHaveLength(5)
    expect(table.check(get('https://a.example/thing/7'))).toEqual(['GET /thing/7 is not described'])
    expect(table.answer(get('https://a.example/things/7'), 'most')).toMatchObject({ status: 200, json: { name: 'text', age: 7, tags: ['a'] } })
  })
})

describe.skipIf(!hasSharedFolder)('the descriptions of ../shared/specs', () => {
  it('X (OpenAPI)', () => {
    const { check } = loadOpenApi('x/openapi.xdk.json')
    const token = { authorization: 'Bearer x' }
    expect(check(post('https://api.x.com/2/tweets', { text: 'Bonjour', reply: { in_reply_to_tweet_id: '1346889436626259968' } }, token))).toEqual([])
    expect(check(post('https://api.x.com/2/tweets', { text: 'Bonjour', reply: { in_reply_to: '1' } }, token)).length).toBeGreaterThan(0)
    expect(check(get('https://api.x.com/2/users/me?user.fields=name,username', token))).toEqual([])
    expect(check(get('https://api.x.com/2/users/me?user.fields=nom', token))).toHaveLength(1)
  })

  it('Pinterest (OpenAPI)', () => {
    const { check } = loadOpenApi('pinterest/openapi.json', { basePath: '/v5' })
    const token = { authorization: 'Bearer x' }
    const pin = { board_id: '12', title: 'Été', media_source: { source_type: 'image_url', url: 'https://exemple.fr/a.jpg' } }
    expect(check(post('https://api.pinterest.com/v5/pins', pin, token))).toEqual([])
    expect(check(post('https://api.pinterest.com/v5/pins', { ...pin, titre: 'Été' }, token))).toHaveLength(1)
  })

  it('YouTube (discovery)', () => {
    const { check } = loadDiscovery('youtube/youtube.v3.json')
    const token = { authorization: 'Bearer x' }
    expect(check(get('https://youtube.googleapis.com/youtube/v3/commentThreads?part=snippet&allThreadsRelatedToChannelId=c&maxResults=100', token))).toEqual([])
    expect(check(get('https://youtube.googleapis.com/youtube/v3/commentThreads?maxResults=101&channel=c', token))).toHaveLength(3)
    expect(check(post('https://youtube.googleapis.com/upload/youtube/v3/videos?uploadType=resumable&part=snippet,status', { snippet: { title: 'a' }, status: { publishAt: 'demain' } }, token))).toHaveLength(1)
  })

  it('Telegram', () => {
    const { check, answer } = loadTelegramDescription()
    const url = 'https://api.telegram.org/bot1:x/sendMessage'
    expect(check(post(url, { chat_id: '@c', text: 'a', reply_parameters: { message_id: 7 } }))).toEqual([])
    expect(check(post(url, { chat: '@c', text: 'a', reply_parameters: { id: 7 } }))).toHaveLength(4)
    expect(answer(post(url, {}), 'least')).toMatchObject({ status: 200, json: { ok: true, result: { message_id: 7 } } })
  })
})
