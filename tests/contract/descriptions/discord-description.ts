import type { HttpRequest } from '../../../electron/engine/http/http-client.ts'
import { fieldsOf, isForm, type NetworkDescription } from './network-description.ts'
import { loadOpenApi } from './openapi-description.ts'

/** Discord's own description: specs/discord. */
export function loadDiscordDescription(): NetworkDescription {
  return loadOpenApi('discord/openapi.json', {
    basePath: '/api/v10',
    commonHeaders: ['user-agent'],
    fieldsOf: readFields,
    adjust(text) {
      const document = JSON.parse(text) as { paths: Record<string, Record<string, { requestBody: { content: Record<string, { schema: { anyOf?: object[] } }> } }>> }
      // It describes the files of a bot's message and leaves out those of a webhook's and of a forum's post: https://docs.discord.com/developers/resources/webhook#execute-webhook (read on 2026-11-21),
      // https://docs.discord.com/developers/resources/channel#start-thread-in-forum-or-media-channel (read on 2026-11-23).
      const files = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`files[${index}]`, { type: 'string' }]))
      for (const path of ['/webhooks/{webhook_id}/{webhook_token}', '/channels/{channel_id}/threads']) {
        const { content } = document.paths[path]!['post']!.requestBody
        content['multipart/form-data']!.schema = { anyOf: (content['application/json']!.schema.anyOf ?? []).map((schema) => ({ allOf: [schema, { type: 'object', properties: files }] })) }
      }
      return JSON.stringify(document)
    }
  })
}

/** Beside files, the message stands as JSON in one field: https://docs.discord.com/developers/reference#uploading-files (read on 2026-11-21). */
function readFields(request: HttpRequest): Record<string, unknown> | null {
  const fields = fieldsOf(request)
  if (fields === null || !isForm(request.body)) return fields
  const { payload_json: message, ...files } = fields
  return { ...(JSON.parse(String(message)) as object), ...files }
}
