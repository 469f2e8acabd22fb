import { z } from 'zod'
import { studioErrorSchema } from '../errors/studio-error.ts'
import { accountFiguresSchema } from '../figures/figures.ts'
import { figuresOfPostSchema } from '../figures/figures-of-post.ts'
import { worthRepeatingSchema } from '../figures/worth-repeating.ts'
import { idSchema, instantSchema, workspaceScope } from './identifiers.ts'
import { request } from './request-definition.ts'

const onePost = { ...workspaceScope, postId: idSchema } as const

export const figuresContract = {
  /** What networks counted of a post so far, account by account; networks that tell nothing are not among them. Asks nobody. */
  'figures.ofPost': request({ handledBy: 'engine', effect: 'read', input: z.object(onePost), output: z.object({ accounts: z.array(figuresOfPostSchema) }) }),
  /** Asks the networks of a post now, but for those asked less than a minute ago. `failures`: what went wrong, account by account; the others are read all the same. */
  'figures.read': request({
    handledBy: 'engine',
    effect: 'write',
    input: z.object(onePost),
    output: z.object({ accounts: z.array(figuresOfPostSchema), failures: z.array(z.object({ accountId: idSchema, error: studioErrorSchema })) })
  }),
  /** Posts of at least so many days ago, the best first (`rankPosts`). `isCounted`: networks have told something of any post at all. Asks nobody. */
  'figures.worthRepeating': request({
    handledBy: 'engine',
    effect: 'read',
    input: z.object({ ...workspaceScope, olderThanDays: z.int().min(1).max(3650), limit: z.int().min(1).max(100) }),
    output: z.object({ posts: z.array(worthRepeatingSchema), isCounted: z.boolean() })
  }),
  /** What networks count of the accounts, read once a day. `before`: a week earlier, or what comes nearest to it. */
  'figures.ofAccounts': request({
    handledBy: 'engine',
    effect: 'read',
    input: z.object({ ...workspaceScope }),
    output: z.object({ accounts: z.array(z.object({ accountId: idSchema, readAt: instantSchema, figures: accountFiguresSchema, before: z.object({ readAt: instantSchema, figures: accountFiguresSchema }).nullable() })) })
  })
} as const
