import { readFileSync } from 'node:fs'
import { graphVersion } from '../../../electron/engine/networks/meta/graph-version.ts'
import { sharedFolder } from '../../support/shared-folder.ts'
import { describeOperations, type Operation } from './described-operations.ts'
import { unknownFields, type GraphNode } from './graph-fields.ts'
import { messageList, messageNode, sentAnswer, sentMessage, threadList, threadNode } from './meta-messages.ts'
import type { Schema } from './json-schema.ts'
import type { NetworkDescription } from './network-description.ts'

interface Param {
  readonly name: string
  readonly type: string
  readonly required?: boolean
}

interface NodeFile {
  readonly apis: readonly { readonly method: string; readonly endpoint?: string; readonly name?: string; readonly params: readonly Param[] }[]
  readonly fields: readonly Param[]
}

const id: Schema = { type: 'string', pattern: '^[0-9]{1,19}$' }
const text: Schema = { type: 'string' }
const time: Schema = { type: 'string', format: 'date-time' }
const listOf = (items: Schema): Schema => ({ type: 'object', required: ['data'], properties: { data: { type: 'array', items } } })
const from: Schema = { type: 'object', properties: { id, username: text } }
const reply: Schema = { type: 'object', required: ['id', 'timestamp'], properties: { id, text, timestamp: time, username: text, from } }
const comment: Schema = { type: 'object', required: ['id', 'timestamp'], properties: { ...(reply['properties'] as object), replies: listOf(reply) } }
const media: Schema = { type: 'object', required: ['id', 'timestamp'], properties: { id, caption: text, timestamp: time, permalink: text, is_comment_enabled: { type: 'boolean' }, media_type: { enum: ['IMAGE', 'VIDEO', 'CAROUSEL_ALBUM'] }, children: listOf({ type: 'object', required: ['id'], properties: { id } }), comments: listOf(comment) } }
const count: Schema = { type: 'integer', minimum: 0 }
const created: Schema = { type: 'object', required: ['id'], properties: { id } }
const succeeded: Schema = { type: 'object', required: ['success'], properties: { success: { type: 'boolean' } } }
const person: Schema = { type: 'object', required: ['user_id', 'username'], properties: { id, user_id: id, username: { type: 'string', minLength: 1 }, name: text, followers_count: { type: 'integer' }, media_count: { type: 'integer' } } }
/** https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/content_publishing_limit (read on 2026-11-21): a node without a file of its own. */
const limit: Schema = listOf({ type: 'object', properties: { quota_usage: { type: 'integer' }, config: { type: 'object', properties: { quota_total: { type: 'integer' }, quota_duration: { type: 'integer' } } } } })
const limitNode: GraphNode = { fields: new Set(['quota_usage', 'config']), edges: {} }
/** https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-container (read on 2026-11-21): the same. */
const container: Schema = { type: 'object', required: ['id', 'status_code'], properties: { id, status_code: { enum: ['FINISHED', 'IN_PROGRESS', 'PUBLISHED', 'ERROR', 'EXPIRED'] }, status: text } }
const containerNode: GraphNode = { fields: new Set(['id', 'status', 'status_code', 'copyright_check_status']), edges: {} }

const reading: Readonly<Record<string, Schema>> = { fields: text, limit: { type: 'integer', minimum: 1, maximum: 100 }, after: text }

/** Instagram by its own login: specs/meta, which say names and kinds. The file writes `mediapublish` for `/media_publish`. */
export function loadInstagramDescription(): NetworkDescription {
  const nodes = { User: readNode('IGUserForIGOnlyAPI'), Media: readNode('IGMedia'), Comment: readNode('IGComment') }
  const paramsOf = (node: keyof typeof nodes, method: string, edge: string): Record<string, Schema> => {
    const api = nodes[node].apis.find((each) => each.method === method && (edge.startsWith('#') ? each.name === edge : each.endpoint === edge))
    if (api === undefined) throw new Error(`${node} has no ${method} ${edge}`)
    return Object.fromEntries(api.params.map(({ name, type }) => [name, schemaOf(type)]))
  }
  const read = (path: string, success: Schema, more: Record<string, Schema> = {}): Operation => ({ method: 'GET', path, parameters: Object.entries({ ...reading, ...more }).map(([name, schema]) => ({ name, in: 'query', required: false, schema })), body: null, needsToken: true, success: { status: 200, schema: success } })
  const write = (path: string, properties: Record<string, Schema>, success: Schema): Operation => ({ method: 'POST', path, parameters: [], needsToken: true, success: { status: 200, schema: success }, body: { isRequired: true, contents: { 'application/json': { type: 'object', properties } } } })
  const enums = JSON.parse(readFileSync(`${sharedFolder}/specs/meta/enum_types.json`, 'utf8')) as readonly { readonly name: string; readonly values: readonly string[] }[]
  const wordsOf = (name: string): string[] => [...(enums.find((each) => each.name === name)?.values ?? [])]
  // Of a post, and of the account: the path does not say which.
  const metrics = [...new Set([...wordsOf('shadowigmediainsights_metric_enum_param'), ...wordsOf('userinsights_metric_enum_param')])].join('|')
  const operations: Operation[] = [
    read('/me', person),
    // A container, a post, a comment: the path does not say which.
    read('/{id}', { ...container, properties: { ...(container['properties'] as object), permalink: text, parent_id: id, like_count: count, comments_count: count, is_comment_enabled: { type: 'boolean' }, media: { type: 'object', required: ['id'], properties: { id } } } }),
    read('/{id}/media', listOf(media)),
    read('/{id}/stories', listOf(media)),
    read('/{id}/tags', listOf({ ...media, properties: { ...(media['properties'] as object), username: text } })),
    read('/{id}/content_publishing_limit', limit),
    read('/{id}/comments', listOf(comment)),
    read('/{id}/replies', listOf(reply)),
    read('/{id}/insights', listOf({ type: 'object', required: ['name', 'period', 'values'], properties: { name: { enum: ['views'] }, period: { enum: ['lifetime', 'day'] }, values: { type: 'array', items: { type: 'object', required: ['value'], properties: { value: count } } }, total_value: { type: 'object', required: ['value'], properties: { value: count } } } }), { ...paramsOf('User', 'GET', 'insights'), since: { type: 'integer' }, until: { type: 'integer' }, period: { enum: wordsOf('userinsights_period_enum_param') }, metric_type: { enum: wordsOf('userinsights_metric_type_enum_param') }, metric: { type: 'string', pattern: `^(${metrics})(,(${metrics}))*$` } }),
    read('/{id}/conversations', threadList, { ...paramsOf('User', 'GET', 'conversations'), platform: { enum: ['instagram'] } }),
    read('/{id}/messages', messageList),
    write('/{id}/messages', { ...paramsOf('User', 'POST', 'messages'), ...sentMessage(1000) }, sentAnswer),
    // A comment's and a post's: the path does not say which.
    write('/{id}', { ...paramsOf('Comment', 'POST', '#update'), ...paramsOf('Media', 'POST', '#update') }, succeeded),
    write('/{id}/media', paramsOf('User', 'POST', 'media'), created),
    write('/{id}/media_publish', paramsOf('User', 'POST', 'mediapublish'), created),
    write('/{id}/comments', paramsOf('Media', 'POST', 'comments'), created),
    write('/{id}/replies', paramsOf('Comment', 'POST', 'replies'), created),
    { method: 'DELETE', path: '/{id}', parameters: [], body: null, needsToken: true, success: { status: 200, schema: succeeded } }
  ]
  const described = describeOperations(operations, { resolve: () => ({}), basePath: `/${graphVersion.name}` })
  const graph = graphOf(nodes)
  return {
    ...described,
    check(request) {
      const operation = described.operationOf(request)
      const asked = new URL(request.url).searchParams.get('fields')
      return [...described.check(request), ...(operation === null || asked === null ? [] : unknownAmong(asked, operation, graph))]
    }
  }
}

const nodesRead: Readonly<Record<string, readonly string[]>> = {
  'GET /me': ['User'], 'GET /{id}': ['Container', 'Media', 'Comment', 'UnifiedThread'], 'GET /{id}/media': ['Media'], 'GET /{id}/stories': ['Media'], 'GET /{id}/tags': ['Media'], 'GET /{id}/content_publishing_limit': ['Limit'], 'GET /{id}/comments': ['Comment'], 'GET /{id}/replies': ['Comment'],
  'GET /{id}/conversations': ['UnifiedThread'], 'GET /{id}/messages': ['UnifiedMessage']
}

function unknownAmong(asked: string, operation: string, graph: Readonly<Record<string, GraphNode>>): readonly string[] {
  const complaints = (nodesRead[operation] ?? []).map((node) => unknownFields(asked, node, graph))
  return complaints.some((each) => each.length === 0) ? [] : (complaints[0] ?? [`${operation} takes no fields`])
}

function readNode(name: string): NodeFile {
  return JSON.parse(readFileSync(`${sharedFolder}/specs/meta/${name}.json`, 'utf8')) as NodeFile
}

function schemaOf(type: string): Schema {
  if (type === 'bool') return { type: 'boolean' }
  if (type === 'unsigned int') return { anyOf: [{ type: 'integer' }, { type: 'string', pattern: '^[0-9]+$' }] }
  if (type.startsWith('list<string')) return { type: 'array', items: text }
  return type === 'string' ? text : {}
}

function graphOf({ User, Media, Comment }: Readonly<Record<'User' | 'Media' | 'Comment', NodeFile>>): Readonly<Record<string, GraphNode>> {
  const names = ({ fields, apis }: NodeFile): ReadonlySet<string> => new Set([...fields.map(({ name }) => name), ...apis.filter(({ method }) => method === 'GET').flatMap(({ endpoint }) => (endpoint === undefined ? [] : [endpoint]))])
  const list = { modifiers: ['limit', 'after'] }
  return {
    User: { fields: names(User), edges: {} },
    Media: { fields: names(Media), edges: { comments: { node: 'Comment', ...list } } },
    Comment: { fields: names(Comment), edges: { replies: { node: 'Comment', ...list } } },
    Limit: limitNode,
    Container: containerNode,
    UnifiedThread: threadNode(readNode('UnifiedThread').fields),
    UnifiedMessage: messageNode
  }
}
