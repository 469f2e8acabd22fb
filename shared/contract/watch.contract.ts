import { z } from 'zod'
import { feedItemSchema, feedSchema, watchRuleSchema } from '../watch/feed.ts'
import { idSchema, instantSchema, workspaceScope } from './identifiers.ts'
import { request } from './request-definition.ts'

export const watchCursorSchema = z.object({ publishedAt: instantSchema, id: idSchema })

export const watchContract = {
  'watch.overview': request({
    handledBy: 'engine',
    effect: 'read',
    input: z.object({ ...workspaceScope }),
    output: z.object({ feeds: z.array(feedSchema), rules: z.array(watchRuleSchema), unread: z.int(), starred: z.int() })
  }),
  /**
   * `url` may be a feed or a page that names one. Fetches it before it is added: a wrong address says so at once. Without a network the
   * address is taken as it is, and its feed is found later.
   */
  'watch.addFeed': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, feedId: idSchema, url: z.string().trim().min(1).max(2048), folder: z.string().max(100) }), output: feedSchema }),
  'watch.removeFeed': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, feedId: idSchema }), output: z.object({}) }),
  /** Feeds are fetched afterwards; what is wrong with one shows as its failure. `reason`: `not_an_address`. */
  'watch.importOpml': request({
    handledBy: 'engine',
    effect: 'write',
    input: z.object({ ...workspaceScope, bytes: z.instanceof(Uint8Array) }),
    output: z.object({ added: z.int(), alreadyFollowed: z.int(), skipped: z.array(z.object({ title: z.string(), url: z.string(), reason: z.string() })), skippedCount: z.int() })
  }),
  'watch.exportOpml': request({ handledBy: 'engine', effect: 'read', input: z.object({ ...workspaceScope }), output: z.object({ opml: z.string() }) }),
  'watch.page': request({
    handledBy: 'engine',
    effect: 'read',
    input: z.object({
      ...workspaceScope,
      source: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('all') }),
        z.object({ kind: z.literal('starred') }),
        z.object({ kind: z.literal('feed'), feedId: idSchema }),
        z.object({ kind: z.literal('folder'), folder: z.string() }),
        z.object({ kind: z.literal('rule'), ruleId: idSchema })
      ]),
      unreadOnly: z.boolean(),
      before: watchCursorSchema.nullable(),
      limit: z.int().min(1).max(200)
    }),
    output: z.object({ items: z.array(feedItemSchema), next: watchCursorSchema.nullable() })
  }),
  'watch.mark': request({
    handledBy: 'engine',
    effect: 'write',
    input: z.object({ ...workspaceScope, itemIds: z.array(idSchema).min(1).max(1000), change: z.object({ read: z.boolean(), starred: z.boolean() }).partial() }),
    output: z.object({})
  }),
  /** Marks what is stored already (the newest 5,000 items) without notifications. `query_unreadable` names the position, from 1, and the problem. */
  'watch.saveRule': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, ruleId: idSchema, name: z.string().trim().min(1).max(80), query: z.string().trim().min(1).max(500) }), output: watchRuleSchema }),
  'watch.removeRule': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, ruleId: idSchema }), output: z.object({}) }),
  /** Asks all feeds now, except where a site asked for patience; answers when they are through, after 20 s at most. */
  'watch.refresh': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope }), output: z.object({}) }),
  /** A draft with title, link and source of the item; `postId` is made by the page. */
  'watch.makePost': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, itemId: idSchema, postId: idSchema }), output: z.object({ postId: idSchema }) })
} as const
