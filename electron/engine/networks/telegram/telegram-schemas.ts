import { z } from 'zod'

const chatSchema = z.looseObject({ id: z.number(), type: z.string(), title: z.string().optional(), username: z.string().optional() })
export type TelegramChat = z.infer<typeof chatSchema>

export const userSchema = z.looseObject({ id: z.number(), is_bot: z.boolean(), first_name: z.string(), last_name: z.string().optional(), username: z.string().optional() })
export type TelegramUser = z.infer<typeof userSchema>

const originSchema = z.looseObject({ type: z.string(), chat: chatSchema.optional(), message_id: z.number().optional() })
const entitySchema = z.looseObject({ type: z.string(), offset: z.number(), length: z.number() })
const fileSchema = z.unknown().optional()

const plainMessage = z.looseObject({
  message_id: z.number(),
  date: z.number(),
  chat: chatSchema,
  from: userSchema.optional(),
  sender_chat: chatSchema.optional(),
  message_thread_id: z.number().optional(),
  is_topic_message: z.boolean().optional(),
  is_automatic_forward: z.boolean().optional(),
  forward_origin: originSchema.optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  entities: z.array(entitySchema).optional(),
  caption_entities: z.array(entitySchema).optional(),
  photo: fileSchema, video: fileSchema, animation: fileSchema, document: fileSchema, audio: fileSchema, voice: fileSchema, video_note: fileSchema, sticker: fileSchema
})
export const messageSchema = plainMessage.extend({ reply_to_message: plainMessage.optional() })
export type TelegramMessage = z.infer<typeof messageSchema>
export const messagesSchema = z.union([messageSchema.transform((message) => [message]), z.array(messageSchema)])

/** `linked_chat_id`: of a channel, the group where its posts are talked about. */
export const chatInfoSchema = chatSchema.extend({ linked_chat_id: z.number().optional() })
export const memberSchema = z.looseObject({ status: z.string(), can_post_messages: z.boolean().optional() })
export const updatesSchema = z.array(z.looseObject({ update_id: z.number(), message: messageSchema.optional() }))
export type TelegramUpdate = z.infer<typeof updatesSchema>[number]
