import type { Schema } from './json-schema.ts'
import type { NetworkDescription } from './network-description.ts'
import { loadOpenApi } from './openapi-description.ts'

interface Document {
  readonly components: { readonly schemas: Readonly<Record<string, Schema & { readonly properties?: Readonly<Record<string, Schema>> }>> }
}

/** Fields that are always there, asked for or not: https://docs.x.com/x-api/fundamentals/fields (read on 2026-11-21). The description requires none. */
const always: Readonly<Record<string, readonly string[]>> = { User: ['id', 'name', 'username'], Post: ['id', 'text'], DmEvent: ['id', 'event_type', 'text', 'created_at', 'dm_conversation_id'] }

/** Of private messages, which are asked for alone: https://docs.x.com/x-api/direct-messages/lookup/integrate (read on 2026-11-23). The id of a conversation is described where it is part of a path. */
const ofMessages = { event_type: { enum: ['MessageCreate'] }, dm_conversation_id: { pattern: '^([0-9]{1,19}-[0-9]{1,19}|[0-9]{15,19})$' }, sender_id: { pattern: '^[0-9]{1,19}$' }, id: { pattern: '^[0-9]{1,19}$' }, dm_event_id: { pattern: '^[0-9]{1,19}$' } } as const

/**
 * X's API: specs/x, with three things said that it leaves open. Ids are digits (https://docs.x.com/fundamentals/x-ids, read on 2026-11-21), although
 * some are described as mere text; the default fields come with every object; an answer of success holds `data` where it may hold it.
 */
export function loadXDescription(): NetworkDescription {
  return loadOpenApi('x/openapi.xdk.json', {
    adjust(text) {
      const document = JSON.parse(text) as Document
      for (const [name, schema] of Object.entries(document.components.schemas)) {
        const { properties = {} } = schema
        const digits = ['User', 'Post'].includes(name) || /MediaUpload\w*Data$/.test(name) ? Object.keys(properties).filter((field) => field === 'id' || field.endsWith('_id')) : []
        for (const field of digits) Object.assign(properties[field]!, { pattern: '^[0-9]{1,19}$' })
        if (name === 'DmEvent' || /^CreateDirectMessages\w+ResponseData$/.test(name)) sayOfMessages(properties)
        if (always[name] !== undefined) Object.assign(schema, { required: always[name] })
        if (name.endsWith('Response') && properties['data'] !== undefined) Object.assign(schema, { required: ['data'] })
      }
      return JSON.stringify(document)
    }
  })
}

function sayOfMessages(properties: Readonly<Record<string, Schema>>): void {
  for (const [field, said] of Object.entries(ofMessages)) if (properties[field] !== undefined) Object.assign(properties[field], said)
}
