import { readFileSync } from 'node:fs'
import { threadsVersion } from '../../../electron/engine/networks/threads/threads-options.ts'
import { sharedFolder } from '../../support/shared-folder.ts'
import { describeOperations, type Operation } from './described-operations.ts'
import type { Schema } from './json-schema.ts'
import type { NetworkDescription } from './network-description.ts'

interface Item {
  readonly name: string
  readonly item?: readonly Item[]
  readonly request?: { readonly method: string; readonly url: { readonly path: readonly string[]; readonly query?: readonly { readonly key: string; readonly value: string | null }[] } }
}

interface Collection {
  readonly item: readonly Item[]
  readonly variable: readonly { readonly key: string; readonly value: string }[]
}

const id: Schema = { type: 'string', pattern: '^[0-9]{1,19}$' }
const place: Schema = { type: 'object', required: ['id'], properties: { id } }
const text: Schema = { type: 'string' }
const post: Schema = {
  type: 'object', required: ['id', 'timestamp'],
  properties: {
    id, text, timestamp: { type: 'string', format: 'date-time' }, permalink: text, username: text, media_type: { enum: ['TEXT_POST', 'IMAGE', 'VIDEO', 'CAROUSEL_ALBUM', 'REPOST_FACADE'] }, reposted_post: place, shortcode: text, has_replies: { type: 'boolean' }, is_reply: { type: 'boolean' },
    is_reply_owned_by_me: { type: 'boolean' }, root_post: place, replied_to: place, children: { type: 'object', properties: { data: { type: 'array', items: place } } }
  }
}
const list: Schema = { type: 'object', required: ['data'], properties: { data: { type: 'array', items: post }, paging: { type: 'object', properties: { cursors: { type: 'object', properties: { before: text, after: text } } } } } }
const created: Schema = { type: 'object', required: ['id'], properties: { id } }
const succeeded: Schema = { type: 'object', required: ['success'], properties: { success: { type: 'boolean' }, deleted_id: id } }
const quota: Schema = { type: 'object', properties: { quota_total: { type: 'integer' }, quota_duration: { type: 'integer' } } }

/** https://developers.facebook.com/docs/threads/insights (read on 2026-11-22): `values` of a post, `total_value` of an account. */
const insights: Schema = { type: 'object', required: ['data'], properties: { data: { type: 'array', items: { type: 'object', required: ['name'], properties: { name: { enum: ['views'] }, period: { enum: ['lifetime', 'day'] }, title: text, id: text, values: { type: 'array', items: { type: 'object', properties: { value: { type: 'integer' } } } }, total_value: { type: 'object', properties: { value: { type: 'integer' } } } } } } } }

/** What each call answers, after the examples of the collection; where an example shows no list, with what is always there. */
const answers: Readonly<Record<string, Schema>> = {
  'GET /me': { type: 'object', required: ['id', 'username'], properties: { id, username: { type: 'string', minLength: 1 }, name: text } },
  // https://developers.facebook.com/docs/threads/reference/debug (read on 2026-11-23).
  'GET /debug_token': { type: 'object', required: ['data'], properties: { data: { type: 'object', properties: { type: text, application: text, is_valid: { type: 'boolean' }, scopes: { type: 'array', items: text }, user_id: id } } } },
  'GET /{id}/threads': list, 'GET /{id}/replies': list, 'GET /{id}/mentions': list, 'GET /{id}/conversation': list,
  'GET /{id}/threads_publishing_limit': { type: 'object', required: ['data'], properties: { data: { type: 'array', items: { type: 'object', properties: { quota_usage: { type: 'integer' }, config: quota, reply_quota_usage: { type: 'integer' }, reply_config: quota } } } } },
  // A post and a container are asked for in the same way: https://developers.facebook.com/docs/threads/troubleshooting (read on 2026-11-21).
  'GET /{id}': { type: 'object', required: ['id', 'status'], properties: { ...(post['properties'] as object), status: { enum: ['FINISHED', 'IN_PROGRESS', 'PUBLISHED', 'ERROR', 'EXPIRED'] }, error_message: text } },
  'GET /{id}/insights': insights, 'GET /{id}/threads_insights': insights,
  'POST /{id}/threads': created, 'POST /{id}/threads_publish': created, 'POST /{id}/repost': created, 'POST /{id}/manage_reply': succeeded, 'DELETE /{id}': succeeded
}

/** Kinds of what is sent, where it is not text: https://developers.facebook.com/docs/threads/reference/publishing (read on 2026-11-21). */
const kinds: Readonly<Record<string, Schema>> = {
  limit: { type: 'integer', minimum: 1, maximum: 100 }, hide: { type: 'boolean' }, is_carousel_item: { type: 'boolean' }, reverse: { type: 'boolean' }, since: { type: 'integer', minimum: 1_712_991_600 }, until: { type: 'integer' }, creation_id: id, reply_to_id: id, media_type: { enum: ['TEXT', 'IMAGE', 'VIDEO', 'CAROUSEL'] },
  metric: { type: 'string', pattern: '^(views|likes|replies|reposts|quotes|shares|clicks|followers_count)(,(views|likes|replies|reposts|quotes|shares|clicks|followers_count))*$' },
  // https://developers.facebook.com/documentation/threads/reply-management, /documentation/threads/posts and /documentation/threads/create-posts/spoilers (read on 2026-11-23).
  reply_control: { enum: ['everyone', 'accounts_you_follow', 'mentioned_only', 'parent_post_author_only', 'followers_only'] }, topic_tag: { type: 'string', pattern: '^[^.&\\n\\r]{1,50}$' }, is_spoiler_media: { type: 'boolean' },
  image_url: { type: 'string', format: 'uri' }, video_url: { type: 'string', format: 'uri' }, link_attachment: { type: 'string', format: 'uri' }
}
/** Not in the collection’s example: https://developers.facebook.com/documentation/threads/insights (read on 2026-11-23). */
const ranged: Readonly<Record<string, readonly string[]>> = { 'GET /{id}/threads_insights': ['since', 'until'] }
/** Not in the collection’s list of fields: https://developers.facebook.com/documentation/threads/create-posts/text-attachments (read on 2026-11-23). */
const ofPosts: Readonly<Record<string, readonly string[]>> = { 'GET /{id}/threads': ['text_attachment'], 'GET /{id}': ['text_attachment'] }
/** Every list goes on by a place: https://developers.facebook.com/docs/threads/retrieve-and-manage-replies/replies-and-conversations (`paging`, read on 2026-11-21). */
const paged: readonly string[] = ['after']

/** Threads: specs/threads, Meta's own collection of calls. What it writes as parameters may as well stand in a body. */
export function loadThreadsDescription(): NetworkDescription {
  const collection = JSON.parse(readFileSync(`${sharedFolder}/specs/threads/threads-api.postman_collection.json`, 'utf8')) as Collection
  const params = new Map<string, Set<string>>()
  const fields = new Map<string, Set<string>>()
  const collect = (items: readonly Item[]): void => {
    for (const { item, request } of items) {
      if (item !== undefined) collect(item)
      if (request === undefined) continue
      const operation = `${request.method} ${pathOf(request.url.path)}`
      const query = request.url.query ?? []
      params.set(operation, new Set([...(params.get(operation) ?? []), ...query.map(({ key }) => key)]))
      const variable = /\{\{(fields_\w+)\}\}/.exec(query.find(({ key }) => key === 'fields')?.value ?? '')?.[1]
      const named = collection.variable.find(({ key }) => key === variable)?.value.replaceAll(/\{[^}]*\}/g, '').split(',') ?? []
      fields.set(operation, new Set([...(fields.get(operation) ?? []), ...named]))
    }
  }
  collect(collection.item)
  const operations = Object.entries(answers).map(([name, schema]): Operation => {
    const [method = '', path = ''] = name.split(' ')
    const known = params.get(name)
    if (known === undefined) throw new Error(`the collection has no ${name}`)
    const properties = Object.fromEntries([...known].map((key) => [key, kinds[key] ?? text]))
    const query = [...known, ...(schema === list ? paged : []), ...(ranged[name] ?? [])].map((key) => ({ name: key, in: 'query', required: false, schema: kinds[key] ?? text }))
    const success = { status: 200, schema }
    if (method === 'POST') return { method, path, parameters: [], needsToken: true, success, body: { isRequired: true, contents: { 'application/json': { type: 'object', properties } } } }
    return { method, path, parameters: method === 'GET' ? query : [], needsToken: true, success, body: null }
  })
  const described = describeOperations(operations, { resolve: () => ({}), basePath: `/${threadsVersion}` })
  return {
    ...described,
    check(request) {
      const operation = described.operationOf(request)
      const asked = new URL(request.url).searchParams.get('fields')?.split(',') ?? []
      const known = fields.get(operation ?? '')
      return [...described.check(request), ...(operation === null ? [] : asked.filter((field) => known?.has(field) !== true && ofPosts[operation]?.includes(field) !== true).map((field) => `${operation} has no field ${field}`))]
    }
  }
}

/** `/me/threads` is `/{id}/threads` for the one who asks. */
function pathOf(path: readonly string[]): string {
  const parts = path.filter((part) => part !== '')
  if (parts.length === 1 && parts[0] === 'me') return '/me'
  return `/${parts.map((part, at) => (at === 0 && (part === 'me' || part.startsWith('{{')) ? '{id}' : part)).join('/')}`
}
