import { z } from 'zod'
import { answerOutcomes, maxPackPosts } from '../approval/approval-answer.ts'
import { idSchema, instantSchema, workspaceScope, requestOnce } from './identifiers.ts'
import { request } from './request-definition.ts'

/** Posts on their way to the client's eyes, and the client's answers on their way back. */
export const approvalPackContract = {
  /**
   * Keeps what each post says now under `packId`. Unknown and published posts are left out. The pictures are small ones, for the page that is sent. The same `packId`
   * again answers anew for the same posts. Nobody counts as asked before `approvalPack.sent`.
   */
  'approvalPack.make': request({
    handledBy: 'engine',
    effect: 'write',
    input: z.object({ ...workspaceScope, packId: idSchema, postIds: z.array(idSchema).min(1).max(maxPackPosts) }),
    output: z.object({
      posts: z.array(z.object({ postId: idSchema, contentHash: z.string() })),
      pictures: z.array(z.object({ mediaId: idSchema, mediaType: z.string(), bytes: z.instanceof(Uint8Array) }))
    })
  }),
  /** The pack lies where it can be sent from: the client counts as asked about each post of it that still says what was shown. */
  'approvalPack.sent': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, packId: idSchema }), output: z.object({}) }),
  /** A page as a PDF of A4 sheets. Drawn where no script runs and no address can be reached. */
  'approvalPack.print': request({ handledBy: 'main', effect: 'read', input: z.object({ page: z.string().max(100_000_000) }), output: z.object({ pdf: z.instanceof(Uint8Array) }) }),
  /**
   * Takes the client's answer in. Nothing is taken of one that cannot be read, or that answers no pack of this client. Of two answers the one given later stands, in whatever order they are read
   * (`standing`: when that was, by the client's clock); `meant`: the posts for which somebody here says that this one stands all the same. `at`: when the post is to go out.
   */
  'approvalPack.readAnswer': request({
    handledBy: 'engine',
    effect: 'write',
    input: z.object({ ...requestOnce, ...workspaceScope, text: z.string().max(500_000), meant: z.array(idSchema).max(maxPackPosts).optional() }),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('unreadable') }),
      z.object({ kind: z.literal('foreign') }),
      z.object({ kind: z.literal('read'), by: z.string(), outcomes: z.array(z.object({ postId: idSchema, excerpt: z.string(), outcome: z.enum(answerOutcomes), comment: z.string(), at: instantSchema.nullable(), standing: instantSchema.optional() })) })
    ])
  })
} as const
