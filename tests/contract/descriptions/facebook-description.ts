import { readFileSync } from 'node:fs'
import { graphVersion } from '../../../electron/engine/networks/meta/graph-version.ts'
import { sharedFolder } from '../../support/shared-folder.ts'
import { describeOperations, type Operation } from './described-operations.ts'
import { checkFields, type GraphNode } from './graph-fields.ts'
import { messageList, messageNode, sentAnswer, sentMessage, threadList, threadNode } from './meta-messages.ts'
import type { Schema } from './json-schema.ts'
import type { NetworkDescription } from './network-description.ts'

interface Param {
  readonly name: string
  readonly type: string
}

interface NodeFile {
  readonly apis: readonly { readonly method: string; readonly endpoint?: string; readonly name?: string; readonly return?: string; readonly params: readonly Param[] }[]
  readonly fields: readonly Param[]
}

interface EnumEntry {
  readonly name: string
  readonly values: readonly string[]
}

const id: Schema = { type: 'string', pattern: '^[0-9]{1,19}$' }
const person: Schema = { type: 'object', required: ['id'], properties: { id, name: { type: 'string' } } }

/** https://developers.facebook.com/docs/graph-api/reference/v26.0/post/attachments (read on 2026-11-21): a node without a file of its own. */
const attachment: Schema = { type: 'object', properties: { media_type: { enum: ['photo'] }, subattachments: { type: 'object', properties: { data: { type: 'array', items: { type: 'object' } } } } } }
const attachmentNode: GraphNode = { fields: new Set(['media_type', 'subattachments', 'type', 'target', 'url', 'title']), edges: {} }

/** Parameters of every call: https://developers.facebook.com/docs/graph-api/results and /guides/secure-requests (read on 2026-11-21). */
const everywhere: Schema = { appsecret_proof: { type: 'string', minLength: 64, maxLength: 64 } }
const reading: Readonly<Record<string, Schema>> = { fields: { type: 'string' }, limit: { type: 'integer', minimum: 1, maximum: 100 }, after: { type: 'string' }, since: { type: 'integer' }, until: { type: 'integer' }, appsecret_proof: { type: 'string' } }

/**
 * What the files leave open: a file to be uploaded (`source`), what stands in `attached_media` (https://developers.facebook.com/docs/graph-api/reference/page/photos/,
 * “multi-photo stories”), and how places in a list are named.
 */
const opened: Readonly<Record<string, Schema>> = {
  attached_media: { type: 'array', items: { type: 'object', required: ['media_fbid'], properties: { media_fbid: id } } }
}

/** Meta's edges and fields: specs/meta, which say names, types and the words that an enumeration takes. */
export function loadFacebookDescription(): NetworkDescription {
  const nodes = { Page: readNode('Page'), PagePost: readNode('PagePost'), Comment: readNode('Comment') }
  const enums = new Map((JSON.parse(readFileSync(`${sharedFolder}/specs/meta/enum_types.json`, 'utf8')) as EnumEntry[]).map(({ name, values }) => [name, values]))
  const paramsOf = (node: keyof typeof nodes, method: string, edge: string): Record<string, Schema> => {
    const api = nodes[node].apis.find((each) => each.method === method && (each.endpoint ?? '') === edge && (edge !== '' || each.name === methodNames[method]))
    if (api === undefined) throw new Error(`${node} has no ${method} ${edge}`)
    return Object.fromEntries(api.params.map(({ name, type }) => [name, opened[name] ?? schemaOf(type, enums)]))
  }
  const edgeOf = (node: string, edge: string): Record<string, Schema> => Object.fromEntries((readNode(node).apis.find(({ method, endpoint }) => method === 'POST' && endpoint === edge)?.params ?? []).map(({ name, type }) => [name, schemaOf(type, enums)]))
  const objects = { Page: objectOf(nodes.Page, []), PagePost: objectOf(nodes.PagePost, ['id', 'created_time']), Comment: objectOf(nodes.Comment, ['id', 'created_time']) }
  const listOf = (items: Schema): Schema => ({ type: 'object', required: ['data'], properties: { data: { type: 'array', items } } })
  const read = (path: string, params: Record<string, Schema>, success: Schema): Operation => ({ method: 'GET', path, parameters: inQuery({ ...params, ...reading }), body: null, needsToken: true, success: { status: 200, schema: success } })
  const write = (path: string, params: Record<string, Schema>, success: Schema): Operation => ({
    method: 'POST', path, parameters: [], needsToken: true, success: { status: 200, schema: success },
    body: { isRequired: true, contents: { 'application/json': { type: 'object', properties: { ...params, ...everywhere } } } }
  })
  const remove = (path: string, params: Record<string, Schema>): Operation => ({ method: 'DELETE', path, parameters: inQuery({ ...params, ...(everywhere as Record<string, Schema>) }), body: null, needsToken: true, success: { status: 200, schema: succeeded } })

  const operations: Operation[] = [
    read('/me', paramsOf('Page', 'GET', ''), objects.Page),
    read('/{id}', { ...paramsOf('PagePost', 'GET', ''), ...paramsOf('Comment', 'GET', '') }, objects.Comment),
    read('/{id}/published_posts', paramsOf('Page', 'GET', 'published_posts'), listOf(objects.PagePost)),
    read('/{id}/scheduled_posts', paramsOf('Page', 'GET', 'scheduled_posts'), listOf(objects.PagePost)),
    read('/{id}/visitor_posts', paramsOf('Page', 'GET', 'visitor_posts'), listOf(objects.PagePost)),
    read('/{id}/tagged', paramsOf('Page', 'GET', 'tagged'), listOf(objects.PagePost)),
    read('/{id}/comments', { ...paramsOf('PagePost', 'GET', 'comments'), ...paramsOf('Comment', 'GET', 'comments') }, listOf(objects.Comment)),
    // Metrics are a list of words that no file names: https://developers.facebook.com/docs/graph-api/reference/insights (read on 2026-11-23).
    read('/{id}/insights', { ...paramsOf('Page', 'GET', 'insights'), ...paramsOf('PagePost', 'GET', 'insights'), metric: { type: 'string', pattern: '^(post|page)_(media_view|total_media_view_unique)(,(post|page)_(media_view|total_media_view_unique))*$' } }, listOf(insight)),
    read('/{id}/conversations', paramsOf('Page', 'GET', 'conversations'), threadList),
    read('/{id}/messages', {}, messageList),
    write('/{id}/messages', { ...paramsOf('Page', 'POST', 'messages'), ...sentMessage(2000) }, sentAnswer),
    write('/{id}', { ...paramsOf('PagePost', 'POST', ''), ...paramsOf('Comment', 'POST', '') }, succeeded),
    write('/{id}/feed', paramsOf('Page', 'POST', 'feed'), created),
    write('/{id}/photos', { ...paramsOf('Page', 'POST', 'photos'), source: { type: 'string' } }, created),
    write('/{id}/videos', { ...paramsOf('Page', 'POST', 'videos'), video_file_chunk: { type: 'string' } }, { type: 'object', properties: { start_offset: offset, end_offset: offset, upload_session_id: id, video_id: id, success: { type: 'boolean' } } }),
    write('/{id}/video_reels', paramsOf('Page', 'POST', 'video_reels'), uprightAnswer),
    write('/{id}/video_stories', paramsOf('Page', 'POST', 'video_stories'), uprightAnswer),
    write('/{id}/photo_stories', paramsOf('Page', 'POST', 'photo_stories'), { type: 'object', required: ['success', 'post_id'], properties: { success: { enum: [true] }, post_id: id } }),
    read('/{id}/captions', {}, captionList),
    write('/{id}/captions', edgeOf('AdVideo', 'captions'), succeeded),
    // https://developers.facebook.com/documentation/pages-api/search-pages (read on 2026-11-23): no node of its own.
    read('/pages/search', { q: { type: 'string', minLength: 1 } }, listOf({ type: 'object', required: ['id', 'name'], properties: { id, name: { type: 'string' }, link: { type: 'string' }, location: { type: 'object', properties: { street: { type: 'string' }, zip: { type: 'string' }, city: { type: 'string' }, country: { type: 'string' } } } } })),
    read('/{id}/stories', paramsOf('Page', 'GET', 'stories'), storyList),
    write('/{id}/comments', { ...paramsOf('PagePost', 'POST', 'comments'), ...paramsOf('Comment', 'POST', 'comments') }, created),
    write('/{id}/likes', { ...paramsOf('PagePost', 'POST', 'likes'), ...paramsOf('Comment', 'POST', 'likes') }, succeeded),
    write('/{id}/blocked', paramsOf('Page', 'POST', 'blocked'), { type: 'object', properties: {} }),
    remove('/{id}', {}),
    remove('/{id}/likes', paramsOf('Comment', 'DELETE', 'likes')),
    remove('/{id}/blocked', paramsOf('Page', 'DELETE', 'blocked')),
    debugToken
  ]
  const described = describeOperations(operations, { resolve: () => ({}), basePath: `/${graphVersion.name}` })
  // A film is asked for by its number, like a post: which of its fields are read is in AdVideo.
  const ofFilms = readNode('AdVideo').fields.map(({ name }) => name).filter((name) => ['post_id', 'published', 'status', 'description', 'scheduled_publish_time'].includes(name))
  const graph = graphOf({ ...nodes, PagePost: { ...nodes.PagePost, fields: [...nodes.PagePost.fields, ...ofFilms.map((name) => ({ name, type: 'string' }))] } })
  return { ...described, check: (request) => [...described.check(request), ...(described.operationOf(request) === null ? [] : checkFields(request, graph))] }
}

const methodNames: Readonly<Record<string, string>> = { GET: '#get', POST: '#update', DELETE: '#delete' }
const succeeded: Schema = { type: 'object', required: ['success'], properties: { success: { type: 'boolean' } } }
/** https://developers.facebook.com/docs/page-stories-api (read on 2026-11-21), whose node has no file of its own. */
const uprightAnswer: Schema = { type: 'object', properties: { video_id: id, upload_url: { type: 'string' }, success: { enum: [true] }, post_id: id } }
const storyNode: GraphNode = { fields: new Set(['post_id', 'status', 'creation_time', 'media_type', 'media_id', 'url']), edges: {} }
const storyList: Schema = { type: 'object', required: ['data'], properties: { data: { type: 'array', items: { type: 'object', required: ['post_id'], properties: { post_id: id, status: { enum: ['published', 'archived'] }, creation_time: { type: 'string', pattern: '^[0-9]+$' }, media_type: { enum: ['photo', 'video'] }, media_id: id, url: { type: 'string' } } } } } }
/** Of a film: https://developers.facebook.com/docs/graph-api/reference/video/captions/ and https://github.com/restfb/restfb/issues/769 (read on 2026-11-23), whose node has no file of its own. */
const captionNode: GraphNode = { fields: new Set(['create_time', 'locale', 'locale_name', 'uri', 'is_default', 'is_auto_generated']), edges: {} }
const captionList: Schema = { type: 'object', required: ['data'], properties: { data: { type: 'array', items: { type: 'object', required: ['locale'], properties: { locale: { type: 'string', pattern: '^[a-z]{2,3}_[A-Z]{2}$' }, is_default: { type: 'boolean' }, is_auto_generated: { type: 'boolean' } } } } } }
/** specs/meta/InsightsResult.json: `values` are any there. */
const insight: Schema = { type: 'object', required: ['name', 'period', 'values'], properties: { name: { enum: ['post_media_view', 'post_total_media_view_unique', 'page_media_view', 'page_total_media_view_unique'] }, period: { enum: ['lifetime', 'days_28'] }, values: { type: 'array', items: { type: 'object', properties: { value: { type: 'integer', minimum: 0 } } } }, title: { type: 'string' } } }
/** Where in the file: a number, which comes as text. */
const offset: Schema = { anyOf: [{ type: 'integer' }, { type: 'string', pattern: '^[0-9]+$' }] }
const created: Schema = { type: 'object', required: ['id'], properties: { id } }

/** https://developers.facebook.com/docs/graph-api/reference/debug_token (read on 2026-11-21), asked for in a form: https://developers.facebook.com/docs/graph-api/overview (`method`). */
const debugToken: Operation = {
  method: 'POST', path: '/debug_token', parameters: [], needsToken: true,
  body: { isRequired: true, contents: { 'application/x-www-form-urlencoded': { type: 'object', required: ['input_token', 'method'], properties: { input_token: { type: 'string' }, method: { enum: ['get'] } } } } },
  success: { status: 200, schema: { type: 'object', required: ['data'], properties: { data: { type: 'object', required: ['data_access_expires_at'], properties: { expires_at: { type: 'integer' }, data_access_expires_at: { type: 'integer' }, scopes: { type: 'array', items: { type: 'string' } } } } } } }
}

function readNode(name: string): NodeFile {
  return JSON.parse(readFileSync(`${sharedFolder}/specs/meta/${name}.json`, 'utf8')) as NodeFile
}

function inQuery(params: Readonly<Record<string, Schema>>): Operation['parameters'] {
  return Object.entries(params).map(([name, schema]) => ({ name, in: 'query', required: false, schema }))
}

/** Numbers of 64 bits may come as text; times as seconds or as a date. */
function schemaOf(type: string, enums: ReadonlyMap<string, readonly string[]>): Schema {
  const list = /^list<(.*)>$/.exec(type)?.[1]
  if (list !== undefined) return { type: 'array', items: schemaOf(list, enums) }
  const words = enums.get(type)
  if (words !== undefined) return { enum: [...words] }
  switch (type) {
    case 'string':
    case 'file':
      return { type: 'string' }
    case 'bool':
      return { type: 'boolean' }
    case 'int':
    case 'unsigned int':
      return { anyOf: [{ type: 'integer' }, { type: 'string', pattern: '^[0-9]+$' }] }
    case 'float':
      return { type: 'number' }
    case 'datetime':
      return { anyOf: [{ type: 'integer' }, { type: 'string' }] }
    default:
      return {}
  }
}

const simple: Readonly<Record<string, Schema>> = { string: { type: 'string' }, bool: { type: 'boolean' }, float: { type: 'number' }, 'unsigned int': { type: 'integer' }, datetime: { type: 'string', format: 'date-time' } }

/** A node as an answer shows it: what of its fields has a plain type, and those that Vigie reads. `required`: always there. */
function objectOf({ fields }: NodeFile, required: readonly string[]): Schema {
  const plain = fields.flatMap(({ name, type }) => (simple[type] === undefined ? [] : [[name, simple[type]] as const]))
  const read = { id, from: person, parent: { type: 'object', required: ['id'], properties: { id, from: person } }, attachments: { type: 'object', properties: { data: { type: 'array', items: attachment } } } }
  return { type: 'object', required: ['id', ...required], properties: { ...Object.fromEntries(plain), ...read } }
}

function graphOf({ Page, PagePost, Comment }: Readonly<Record<'Page' | 'PagePost' | 'Comment', NodeFile>>): Readonly<Record<string, GraphNode>> {
  const names = ({ fields, apis }: NodeFile): ReadonlySet<string> => new Set([...fields.map(({ name }) => name), ...apis.filter(({ method }) => method === 'GET').flatMap(({ endpoint }) => (endpoint === undefined ? [] : [endpoint]))])
  const modifiers = (node: NodeFile, edge: string): readonly string[] => [...(node.apis.find(({ method, endpoint }) => method === 'GET' && endpoint === edge)?.params.map(({ name }) => name) ?? []), 'limit', 'after', 'summary']
  return {
    Page: { fields: names(Page), edges: {} },
    PagePost: { fields: names(PagePost), edges: { attachments: { node: 'Attachment', modifiers: [] }, comments: { node: 'Comment', modifiers: modifiers(PagePost, 'comments') }, reactions: { node: 'Profile', modifiers: modifiers(PagePost, 'reactions') } } },
    Comment: { fields: names(Comment), edges: { parent: { node: 'Comment', modifiers: [] }, from: { node: 'Profile', modifiers: [] } } },
    Attachment: attachmentNode,
    Profile: { fields: new Set(['id', 'name']), edges: {} },
    UnifiedThread: threadNode(readNode('UnifiedThread').fields),
    UnifiedMessage: messageNode,
    Stories: storyNode,
    VideoCaption: captionNode
  }
}
