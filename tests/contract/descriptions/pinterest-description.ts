import type { Schema } from './json-schema.ts'
import type { NetworkDescription } from './network-description.ts'
import { loadOpenApi } from './openapi-description.ts'

interface Document {
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

/**
 * Pinterest's API: specs/pinterest. What it leaves open: a new pin names its board and its pictures
 * (https://developers.pinterest.com/docs/api/v5/pins-create, read on 2026-11-21), and what has `items` is a list.
 */
export function loadPinterestDescription(): NetworkDescription {
  return loadOpenApi('pinterest/openapi.json', {
    basePath: '/v5',
    adjust(text) {
      const document = JSON.parse(text.replaceAll(/"items": ?\{\s*"description": ?"Pins",/g, '"items": {"type": "array",')) as Document
      Object.assign(document.components.schemas['PinCreate']!, { required: ['board_id', 'media_source'] })
      return JSON.stringify(document)
    }
  })
}
