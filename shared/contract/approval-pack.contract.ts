import { z } from 'zod'
import { answerOutcomes, maxPackPosts } from '../approval/approval-answer.ts'
import { idSchema, workspaceScope } from './identifiers.ts'
import { request } from './request-definition.ts'

/** Posts on their way to the client's eyes, and the client's answers on their way back. */
export const approvalPackContract = {
  /**
   * Keeps what each post says now under `packId`, and writes down that the client was asked. Unknown and published posts are left out. The pictures are small ones, for
   * the page that is sent. The same `packId` again answers anew for the same posts.
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
  /** Takes the client's answer in. Nothing is taken of one that cannot be read, or that answers no pack of this client. */
  'approvalPack.readAnswer': request({
    handledBy: 'engine',
    effect: 'write',
    input: z.object({ ...workspaceScope, text: z.string().max(500_000) }),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('unreadable') }),
      z.object({ kind: z.literal('foreign') }),
      z.object({ kind: z.literal('read'), by: z.string(), outcomes: z.array(z.object({ postId: idSchema, excerpt: z.string(), outcome: z.enum(answerOutcomes) })) })
    ])
  })
} as const
