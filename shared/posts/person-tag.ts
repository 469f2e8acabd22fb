import { z } from 'zod'
import { userNameSchema } from './user-names.ts'

/** More than any network takes of one file. */
export const mostPeopleTold = 50

/** Who is shown: a user name, without a sign before it, and where on the picture, from its left edge (0 to 1) and from its top. `at` left out: in a film, which shows people everywhere. */
export const personTagSchema = z.object({ name: userNameSchema, at: z.object({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) }).optional() })
export type PersonTag = z.infer<typeof personTagSchema>

export const personTagsSchema = z.array(personTagSchema).max(mostPeopleTold)
