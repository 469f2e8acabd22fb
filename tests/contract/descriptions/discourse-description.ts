import type { NetworkDescription } from './network-description.ts'
import { loadOpenApi, type OpenApiDocument } from './openapi-description.ts'

const integer = { type: 'integer' }

/** Calls that the forum's own client and server know and its description leaves out. Read on 2026-11-21. */
const leftOut: OpenApiDocument['paths'] = {
  // https://github.com/discourse/discourse_api/blob/main/lib/discourse_api/api/posts.rb, destroy_post_action
  '/post_actions/{id}.json': { delete: { parameters: [{ name: 'post_action_type_id', in: 'query', required: true, schema: integer }], responses: {} } },
  // https://github.com/discourse/discourse/blob/main/config/routes.rb, `get "u/search/users"`, and app/controllers/users_controller.rb, search_users (read on 2026-11-22)
  '/u/search/users.json': {
    get: {
      parameters: [{ name: 'term', in: 'query', required: true, schema: { type: 'string' } }, { name: 'limit', in: 'query', required: false, schema: integer }],
      responses: { 200: { content: { 'application/json': { schema: { type: 'object', required: ['users'], properties: { users: { type: 'array', items: { type: 'object', required: ['username'], properties: { username: { type: 'string' }, name: { type: 'string' } } } } } } } } } }
    }
  },
  // https://github.com/discourse/discourse/blob/main/config/routes.rb, `get "site/settings"`; what of config/site_settings.yml is `client: true`, and what the page of plugins/poll reads of it (read on 2026-11-23)
  '/site/settings.json': { get: { responses: { 200: { content: { 'application/json': { schema: { type: 'object', properties: { max_post_length: integer, tagging_enabled: { type: 'boolean' }, max_tags_per_topic: integer, max_tag_length: integer, max_image_size_kb: integer, max_attachment_size_kb: integer, authorized_extensions: { type: 'string' }, authorized_extensions_for_staff: { type: 'string' }, poll_enabled: { type: 'boolean' }, poll_maximum_options: integer } } } } } } } }
}

/** Discourse's API: specs/discourse. */
export function loadDiscourseDescription(): NetworkDescription {
  return loadOpenApi('discourse/openapi.json', {
    commonHeaders: ['api-key', 'api-username'],
    adjust(text) {
      const document = JSON.parse(text) as { paths: Record<string, Record<string, { parameters?: unknown[]; responses: Record<string, unknown> }>> }
      // The server's own `load_more_notifications` bears it.
      document.paths['/notifications.json']!['get']!.parameters = [{ name: 'offset', in: 'query', required: false, schema: integer }]
      // It is always there; the description makes it optional.
      const list = document.paths['/notifications.json']!['get']!.responses['200'] as { content: { 'application/json': { schema: object } } }
      Object.assign(list.content['application/json'].schema, { required: ['notifications'] })
      // The forum's own client and server know the title at the top: https://github.com/discourse/discourse_api/blob/main/lib/discourse_api/api/topics.rb, rename_topic (read on 2026-11-22). The description, whose server takes no notice of it, below `topic`.
      const rename = document.paths['/t/-/{id}.json']!['put'] as unknown as { requestBody: { content: { 'application/json': { schema: { properties: object } } } } }
      Object.assign(rename.requestBody.content['application/json'].schema.properties, { title: { type: 'string' } })
      // The forum's own client and server know the tags of a new topic, the description leaves them out: https://github.com/discourse/discourse_api/blob/main/lib/discourse_api/api/topics.rb, create_topic (read on 2026-11-22).
      const begin = document.paths['/posts.json']!['post'] as unknown as typeof rename
      Object.assign(begin.requestBody.content['application/json'].schema.properties, { tags: { type: 'array', items: { type: 'string' } } })
      // The same of a flag's words: https://github.com/discourse/discourse/blob/main/app/controllers/post_actions_controller.rb, create (read on 2026-11-23).
      const flag = document.paths['/post_actions.json']!['post'] as unknown as typeof rename
      Object.assign(flag.requestBody.content['application/json'].schema.properties, { message: { type: 'string' } })
      // https://github.com/discourse/discourse/blob/main/config/routes.rb, `put "recover"`, and app/controllers/posts_controller.rb, recover (read on 2026-11-23): it answers with the post.
      Object.assign(document.paths, { '/posts/{id}/recover.json': { put: { parameters: [{ name: 'id', in: 'path', required: true, schema: integer }], requestBody: { content: { 'application/json': { schema: { type: 'object', properties: {} } } } }, responses: document.paths['/posts/{id}.json']!['get']!.responses } } })
      // https://github.com/discourse/discourse/blob/main/app/controllers/admin/users_controller.rb, unsilence and unsuspend (read on 2026-11-23).
      for (const [call, answer] of [['unsilence', 'unsilence'], ['unsuspend', 'suspension']] as const) {
        const schema = { type: 'object', properties: { [answer]: { type: 'object' } }, required: [answer] }
        Object.assign(document.paths, { [`/admin/users/{id}/${call}.json`]: { put: { parameters: [{ name: 'id', in: 'path', required: true, schema: integer }], requestBody: { content: { 'application/json': { schema: { type: 'object', properties: {} } } } }, responses: { 200: { content: { 'application/json': { schema } } } } } } })
      }
      // It answers with a redirect to the topic, which the client follows.
      document.paths['/t/external_id/{external_id}.json']!['get']!.responses = document.paths['/t/{id}.json']!['get']!.responses
      return JSON.stringify({ ...document, paths: { ...document.paths, ...leftOut } })
    }
  })
}
