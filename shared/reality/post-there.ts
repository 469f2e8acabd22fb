import { z } from 'zod'

const cardWordsSchema = z.object({ url: z.string(), title: z.string(), description: z.string() })

/** What stands on a network of something that went out from here. What the network does not tell is left out, and never taken for empty. */
export const postThereSchema = z.object({
  title: z.string().optional(),
  /** What stands for it in lists and feeds, where somebody wrote that. */
  teaser: z.string().optional(),
  /** As a person reads it there. */
  text: z.string(),
  /** What was sent, made into the form in which the network gives `text` back; left out where that is the text that was sent. */
  textAsSent: z.string().optional(),
  /**
   * How the words stand there, held against what was sent: `as_sent` · `plain`: other ones, without any form · `other`: in a form that words from here would lose. Left out where words have no
   * form, or it is not told.
   */
  form: z.enum(['as_sent', 'plain', 'other']).optional(),
  /** In order. `altText` is left out where the network keeps it for itself. */
  media: z.array(z.object({ kind: z.enum(['picture', 'video', 'other']), altText: z.string().optional() })).optional(),
  /** null: there is none. */
  card: cardWordsSchema.nullable().optional(),
  /** The network looked at it and refused it: nobody sees it. */
  isRefused: z.literal(true).optional(),
  /** Changed since it had the number that was asked about, it bears this one, where each change makes another post (`edit.makesAnother`). */
  nowAs: z.object({ remoteId: z.string(), url: z.string().nullable() }).optional()
})
export type PostThere = z.infer<typeof postThereSchema>
