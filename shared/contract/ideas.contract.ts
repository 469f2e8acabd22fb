import { z } from 'zod'
import { ideaContentSchema, ideaSchema, ideaStages, ideaWordsSchema } from '../ideas/idea.ts'
import { idSchema, localDateTimeSchema, workspaceScope } from './identifiers.ts'
import { request } from './request-definition.ts'

const oneIdea = { ...workspaceScope, ideaId: idSchema } as const

export const ideasContract = {
  /** All ideas of the client in the order of the board, those that became posts too. `words`: what is being written on cards and is not saved, the last one first. */
  'ideas.list': request({ handledBy: 'engine', effect: 'read', input: z.object({ ...workspaceScope }), output: z.object({ ideas: z.array(ideaSchema), words: z.array(ideaWordsSchema) }) }),
  /** A new one stands first in its column; one that is there keeps its place, its column and its post, and takes title, note and source. */
  'ideas.save': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...workspaceScope, idea: ideaContentSchema }), output: z.object({}) }),
  /** What is being written on a card, kept over a crash until the card is saved; `words` null: it is given up. */
  'ideas.keepWords': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...oneIdea, words: ideaWordsSchema.omit({ ideaId: true }).nullable() }), output: z.object({}) }),
  /** Into a column, before that idea; null: at its end. */
  'ideas.move': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...oneIdea, stage: z.enum(ideaStages), before: idSchema.nullable() }), output: z.object({}) }),
  /** The post that was made of it stays. */
  'ideas.remove': request({ handledBy: 'engine', effect: 'write', input: z.object(oneIdea), output: z.object({}) }),
  /** The draft of an idea: the one that it has, else a new one with its words and its source, under `newPostId`. */
  'ideas.openDraft': request({ handledBy: 'engine', effect: 'write', input: z.object({ ...oneIdea, newPostId: idSchema }), output: z.object({ postId: idSchema }) }),
  /**
   * Gives the idea a day: its draft, made as by `openDraft` if it has none (`isNew`), is planned for then, and its card is ready. Wall-clock time and `plansSecond` as in `posts.plan`;
   * `post_not_editable` when it is no draft any more.
   */
  'ideas.plan': request({
    handledBy: 'engine',
    effect: 'write',
    input: z.object({ ...oneIdea, newPostId: idSchema, plannedFor: localDateTimeSchema, plansSecond: z.boolean().optional() }),
    output: z.object({ postId: idSchema, isNew: z.boolean() })
  })
} as const
