import { z } from 'zod'
import type { PaidReading } from '../../../../shared/networks/paid-messages.ts'
import { xId, xUserSchema, type XUser } from './x-schemas.ts'
import { textOf } from './x-mapping.ts'
import { readEach } from '../read-each.ts'

const url = z.looseObject({ url: z.string(), expanded_url: z.string().nullish().catch(null) })

/** A message; who wrote it comes with the expansion of their name alone. */
const messageSchema = z.looseObject({
  id: xId,
  event_type: z.literal('MessageCreate'),
  text: z.string().optional().catch(undefined),
  created_at: z.iso.datetime({ offset: true }),
  dm_conversation_id: z.string().regex(/^(?:\d{1,19}-\d{1,19}|\d{15,19})$/),
  sender_id: z.string().optional().catch(undefined),
  attachments: z.looseObject({ media_keys: z.array(z.string()).nullish().catch(null), card_ids: z.array(z.string()).nullish().catch(null) }).optional().catch(undefined),
  entities: z.looseObject({ urls: z.array(url).nullish().catch(null) }).optional().catch(undefined)
})
export type XMessage = z.infer<typeof messageSchema>

const pageSchema = z
  .looseObject({
    data: z.array(z.unknown()).optional(),
    includes: z.looseObject({ users: z.array(z.unknown()).optional().catch(undefined) }).optional().catch(undefined),
    meta: z.looseObject({ next_token: z.string().optional().catch(undefined), result_count: z.number().optional().catch(undefined) }).optional()
  })
  .refine((page) => page.data !== undefined || (page.meta !== undefined && (page.meta.result_count ?? 0) === 0))

export interface XMessagePage {
  readonly messages: readonly XMessage[]
  /** What could not be read as a message. */
  readonly strange: number
  readonly users: ReadonlyMap<string, XUser>
  readonly next: string | null
  readonly paid: PaidReading
}

/** Joining and leaving is not asked for: it is paid for like a message. */
export const messageQuery = {
  event_types: ['MessageCreate'], 'dm_event.fields': ['id', 'event_type', 'text', 'created_at', 'dm_conversation_id', 'attachments', 'entities'], expansions: ['sender_id'], 'user.fields': ['id', 'name', 'username']
} as const

/** null: an answer of another shape. */
export function readMessagePage(json: unknown): XMessagePage | null {
  const parsed = pageSchema.safeParse(json)
  if (!parsed.success) return null
  const { data = [], includes, meta } = parsed.data
  const messages = readEach(data, messageSchema)
  const people = includes?.users ?? []
  const users = new Map(readEach(people, xUserSchema).map((user) => [user.id, user]))
  return { messages, strange: data.length - messages.length, users, next: meta?.next_token ?? null, paid: { messages: data.length, people: people.length } }
}

/** The address of a picture that hangs on the message stands at the end of its words. */
export function wordsOfMessage({ text, entities }: Pick<XMessage, 'text' | 'entities'>): string {
  const urls = (entities?.urls ?? []).map((entity) => {
    const isPicture = /^https:\/\/(?:twitter|x)\.com\/messages\/media\//.test(entity.expanded_url ?? '')
    return { url: entity.url, expanded_url: isPicture ? '' : (entity.expanded_url ?? entity.url) }
  })
  return textOf({ text: text ?? '', entities: { urls } })
}

/** A picture may stand there without words. Without anything, it does not tell what it says. */
export function hidesItsWords({ text, attachments }: XMessage): boolean {
  return text === undefined && attachments === undefined
}

/** Ids of messages beside those of posts, in one inbox. */
export function messageIdOf(id: string): string {
  return `message:${id}`
}
