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
const amount = z.int().min(0)
const reactionSchema = z.union([
  z.looseObject({ type: z.looseObject({ type: z.literal('emoji'), emoji: z.string().min(1).max(64) }), total_count: amount }),
  z.looseObject({ type: z.looseObject({ type: z.enum(['custom_emoji', 'paid']) }), total_count: amount })
])
/** https://core.telegram.org/bots/api#messagereactioncountupdated (specs/telegram, 160fd99, read on 2026-11-23): all that stand there now. */
const reactionsSchema = z.looseObject({ chat: chatSchema, message_id: z.int().positive(), date: z.int().positive(), reactions: z.array(reactionSchema) })
export type TelegramReactions = z.infer<typeof reactionsSchema>

/** Counts that are not understood say nothing, and keep no message back. */
export const updatesSchema = z.array(z.looseObject({ update_id: z.number(), message: messageSchema.optional(), message_reaction_count: reactionsSchema.optional().catch(undefined) }))
export type TelegramUpdate = z.infer<typeof updatesSchema>[number]
