import type { GraphNode } from './graph-fields.ts'
import type { Schema } from './json-schema.ts'

/**
 * What Meta's files leave open of private messages: a message has none of its own. https://developers.facebook.com/docs/messenger-platform/conversations and
 * https://developers.facebook.com/docs/messenger-platform/reference/send-api (read on 2026-11-22); Instagram's pages say the same.
 */
export const messageNode: GraphNode = { fields: new Set(['id', 'created_time', 'from', 'to', 'message', 'attachments', 'shares', 'sticker', 'reply_to', 'is_unsupported']), edges: {} }

/** `fields`: those of the file UnifiedThread. */
export const threadNode = (fields: readonly { readonly name: string }[]): GraphNode => ({ fields: new Set([...fields.map(({ name }) => name), 'messages']), edges: { messages: { node: 'UnifiedMessage', modifiers: ['limit', 'after'] } } })

const text: Schema = { type: 'string' }
const person: Schema = { type: 'object', required: ['id'], properties: { id: text, name: text, username: text } }
const listOf = (items: Schema): Schema => ({ type: 'object', required: ['data'], properties: { data: { type: 'array', items } } })
export const messageList = listOf({ type: 'object', required: ['id', 'created_time'], properties: { id: text, created_time: { type: 'string', format: 'date-time' }, from: person, message: text, attachments: listOf({ type: 'object', properties: { id: text } }) } })
export const thread: Schema = { type: 'object', required: ['id'], properties: { id: { enum: ['t_107'] }, updated_time: { type: 'string', format: 'date-time' }, participants: listOf(person), messages: messageList } }
export const threadList = listOf(thread)

/** An answer within the day. */
export const sentMessage = (longest: number): Record<string, Schema> => ({
  // By a comment: https://developers.facebook.com/documentation/instagram-platform/private-replies (read on 2026-11-23).
  recipient: { anyOf: [{ type: 'object', required: ['id'], properties: { id: text } }, { type: 'object', required: ['comment_id'], properties: { comment_id: { type: 'string', pattern: '^[0-9]+(_[0-9]+)?$' } } }] },
  messaging_type: { enum: ['RESPONSE'] },
  message: { type: 'object', required: ['text'], properties: { text: { type: 'string', minLength: 1, maxLength: longest } } }
})
export const sentAnswer: Schema = { type: 'object', required: ['recipient_id', 'message_id'], properties: { recipient_id: text, message_id: text } }
