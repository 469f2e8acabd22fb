import type { HttpRequest } from '../../../electron/engine/http/http-client.ts'
import type { Schema } from './json-schema.ts'
import type { NetworkDescription } from './network-description.ts'
import { describeOpenApi, loadOpenApi, type OpenApiDocument } from './openapi-description.ts'

interface Document {
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

/** `upload_parameters` of the description, as fields of a form, and the file last: what `media/create` says of the address that it gives (`upload_url`). */
const fields = ['Content-Type', 'key', 'policy', 'x-amz-algorithm', 'x-amz-credential', 'x-amz-date', 'x-amz-security-token', 'x-amz-signature', 'file']
const storeOfVideos: OpenApiDocument = {
  paths: {
    '/pinterest-media-upload/': {
      post: {
        requestBody: { required: true, content: { 'multipart/form-data': { schema: { type: 'object', required: ['key', 'policy', 'x-amz-signature', 'file'], properties: Object.fromEntries(fields.map((name) => [name, { type: 'string' }])) } } } },
        responses: { 204: {} }
      }
    }
  }
}

/**
 * Pinterest's API: specs/pinterest. What it leaves open: a new pin names its board and its pictures
 * (https://developers.pinterest.com/docs/api/v5/pins-create, read on 2026-11-21), and what has `items` is a list.
 */
export function loadPinterestDescription(): NetworkDescription {
  const store = describeOpenApi(storeOfVideos)
  const isForStore = ({ url }: HttpRequest): boolean => new URL(url).pathname.startsWith('/pinterest-media-upload')
  const described = loadOpenApi('pinterest/openapi.json', {
    basePath: '/v5',
    adjust(text) {
      const document = JSON.parse(text.replaceAll(/"items": ?\{\s*"description": ?"(?:Pins|Board sections)",/g, '"items": {"type": "array",')) as Document
      Object.assign(document.components.schemas['PinCreate']!, { required: ['board_id', 'media_source'] })
      return JSON.stringify(document)
    }
  })
  const of = (request: HttpRequest): NetworkDescription => (isForStore(request) ? store : described)
  return { operationOf: (request) => of(request).operationOf(request), check: (request) => of(request).check(request), answer: (request, fullness) => of(request).answer(request, fullness) }
}
