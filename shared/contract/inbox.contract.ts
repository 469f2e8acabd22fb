import { z } from 'zod'
import { conversationKindSchema, conversationSchema, inboxItemSchema } from '../inbox/inbox-item.ts'
import { actSchema, silenceMinutesSchema } from '../networks/acts.ts'
import { jobSchema } from '../outbox/job.ts'
import { postSummarySchema } from '../posts/post.ts'
import { reportSchema } from '../inbox/report.ts'
import { idSchema, instantSchema, workspaceScope, requestOnce } from './identifiers.ts'
import { request } from './request-definition.ts'

const oneConversation = { ...workspaceScope, conversationId: idSchema } as const

/** Of an answer that is being written, in characters. */
const longestDraft = 200_000

/** Place in the list, newest first: the last conversation of the page before. */
export const inboxCursorSchema = z.object({ lastAt: instantSchema, id: idSchema })

export const inboxContract = {
  /** `unread`: open and with something unread. Shows that somebody looks: accounts are asked more often for a while. */
  'inbox.page': request({
    handledBy: 'engine',
    effect: 'read',
    input: z.object({
      ...workspaceScope,
      view: z.enum(['open', 'unread', 'snoozed', 'done', 'all']),
      kind: conversationKindSchema.nullable(),
      accountId: idSchema.nullable(),
      /** Of reviews alone: `few_stars`: three and fewer · `unanswered`: the owner answers nothing there, and could. */
      reviews: z.enum(['few_stars', 'unanswered']).optional(),
      before: inboxCursorSchema.nullable(),
      limit: z.int().min(1).max(200)
    }),
    output: z.object({ conversations: z.array(conversationSchema), next: inboxCursorSchema.nullable() })
  }),
  /** Full-text search over everything ever received: words and prefixes, newest first. */
  'inbox.search': request({
    handledBy: 'engine',
    effect: 'read',
    input: z.object({ ...workspaceScope, text: z.string().min(1).max(200), limit: z.int().min(1).max(100) }),
    output: z.object({ hits: z.array(z.object({ item: inboxItemSchema, conversation: conversationSchema })) })
  }),
  /** The newest 1,000 items, oldest first. */
  'inbox.read': request({
    handledBy: 'engine',
    effect: 'read',
    input: z.object(oneConversation),
    output: z.object({
      conversation: conversationSchema,
      items: z.array(inboxItemSchema),
      /** Our post under which the comments stand, when Vigie published it. */
      post: postSummarySchema.nullable(),
      replyDraft: z.string(),
      /** Replies and likes of ours that are still on their way, or need a decision; never a reply that is among the items already. */
      jobs: z.array(jobSchema),
      canReply: z.boolean(),
      /** Everybody else who spoke here was blocked by us: an answer would reach nobody. */
      isBlocked: z.boolean(),
      canLike: z.boolean(),
      /** A private conversation of several people: all of them read an answer. */
      isGroup: z.boolean(),
      /** Until when a private message may be answered, where the network sets a time (`messageWindow`); it may have passed. null: at any time. */
      replyUntil: instantSchema.nullable(),
      /** The newest comment by somebody else may be answered in private too, once, until then (it may have passed): which one, and whom such a message reaches; null: not there. */
      privateReply: z.object({ itemId: idSchema, person: z.string(), until: instantSchema, isUsed: z.boolean() }).nullable(),
      maxReplyCharacters: z.int().nullable()
    })
  }),
  /**
   * Longer than any network takes: what was pasted is kept until it is cut. `known`: the drafts that the field has stored or seen last. Anything else that is stored is a reply given back meanwhile: it stays above `text`, and the
   * field hears of it by `inbox.changed`.
   */
  'inbox.saveReplyDraft': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...oneConversation, text: z.string().max(longestDraft), known: z.array(z.string()).max(5).optional() }), output: z.object({}) }),
  /**
   * `replyId` is made by the page; the same id never sends twice, and fails with `conflict` for other words. Answers the newest item by somebody else unless `itemId` names one. `thenDone`: the
   * conversation is done from now on, and comes back should the reply not go out. `inPrivate`: to a comment, by a message to whoever wrote it, where `inbox.read` says so.
   */
  'inbox.reply': request({
    handledBy: 'engine',
    effect: 'write',
    input: z.object({ ...oneConversation, replyId: idSchema, itemId: idSchema.nullable(), text: z.string().trim().min(1).max(10_000), thenDone: z.boolean().optional(), inPrivate: z.boolean().optional() }),
    output: jobSchema
  }),
  'inbox.like': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...requestOnce, ...workspaceScope, itemId: idSchema, liked: z.boolean() }), output: z.object({}) }),
  /** Reposting, hiding, muting and the like, as far as the network offers it (`capabilities.acts`); `delete` for our own, the others for those of others. It can be taken back as long as it has not left. */
  /** `report`: only where the network takes a reason (`reportTakesReason`); elsewhere it is left out. */
  'inbox.act': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...requestOnce, ...workspaceScope, itemId: idSchema, act: actSchema, report: reportSchema.optional(), minutes: silenceMinutesSchema.optional() }), output: jobSchema }),
  /** Done also reads everything. Snoozing until a time that has passed opens. */
  'inbox.setState': request({
    handledBy: 'engine',
    effect: 'write',
    input: z.object({
      ...workspaceScope,
      conversationIds: z.array(idSchema).min(1).max(500),
      change: z.discriminatedUnion('state', [
        z.object({ state: z.literal('open') }),
        z.object({ state: z.literal('done') }),
        z.object({ state: z.literal('snoozed'), until: instantSchema })
      ])
    }),
    output: z.object({})
  }),
  /** `read: false` makes the newest item by somebody else unread, as with e-mail. */
  'inbox.markRead': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...oneConversation, read: z.boolean() }), output: z.object({}) }),
  /** Asks all networks of the workspace now; answers when they have, after 20 s at most. Freshness is told for each account. */
  'inbox.refresh': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope }), output: z.object({}) }),
  /** Accounts whose private messages cost money (`capabilities.paidMessages`), and when they were read; `hasMore`: that look ended before it met what is known. */
  'inbox.messageLooks': request({
    handledBy: 'engine',
    effect: 'read',
    input: z.object({ ...workspaceScope }),
    output: z.object({ looks: z.array(z.object({ accountId: idSchema, lookedAt: instantSchema.nullable(), hasMore: z.boolean() })) })
  }),
  /** One look at the private messages of such an account, because the person asked. `arrived`: new ones by others; `messages`: all that were read, at the cost of `mills`. Fails with `over_cap` where the cap leaves too little. */
  'inbox.readMessages': request({
    handledBy: 'engine',
    effect: 'write',
    input: z.object({ ...requestOnce, ...workspaceScope, accountId: idSchema }),
    output: z.object({ arrived: z.int().min(0), messages: z.int().min(0), mills: z.int().min(0), hasMore: z.boolean() })
  }),
  'inbox.freshness': request({
    handledBy: 'engine',
    effect: 'read',
    input: z.object({ ...workspaceScope }),
    output: z.object({
      accounts: z.array(z.object({ accountId: idSchema, state: z.enum(['starting', 'ready', 'polling', 'suspended', 'error']), asOf: instantSchema.nullable(), errorCode: z.string().nullable() }))
    })
  })
} as const
