import { z } from 'zod'
import { idSchema, instantSchema } from '../contract/identifiers.ts'
import { studioErrorSchema } from '../errors/studio-error.ts'

export const feedSchema = z.object({
  id: idSchema,
  url: z.string(),
  title: z.string(),
  siteUrl: z.string().nullable(),
  /** Folder from the OPML or chosen by the user; empty for none. */
  folder: z.string().max(100),
  lastFetchedAt: instantSchema.nullable(),
  /** When it was read well for the first time; null: never yet, so nobody knows whether there is a feed at all. */
  firstReadAt: instantSchema.nullable(),
  failure: studioErrorSchema.nullable(),
  unread: z.int().min(0)
})
export type Feed = z.infer<typeof feedSchema>

export const feedItemSchema = z.object({
  id: idSchema,
  feedId: idSchema,
  title: z.string(),
  author: z.string(),
  /** Plain text, cut to 2,000 characters. */
  summary: z.string(),
  url: z.string().nullable(),
  publishedAt: instantSchema,
  isRead: z.boolean(),
  isStarred: z.boolean(),
  /** Rules whose query this item matches. */
  ruleIds: z.array(idSchema)
})
export type FeedItem = z.infer<typeof feedItemSchema>

export const watchRuleSchema = z.object({
  id: idSchema,
  name: z.string().trim().min(1).max(80),
  /** See `parse-watch-query.ts`: words, "phrases", prefix*, AND, OR, NOT or -, parentheses. */
  query: z.string().trim().min(1).max(500),
  unread: z.int().min(0)
})
export type WatchRule = z.infer<typeof watchRuleSchema>
