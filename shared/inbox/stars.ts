import { z } from 'zod'

/** What a review gives, from the worst to the best. */
export const allStars = [1, 2, 3, 4, 5] as const
export const starsSchema = z.literal(allStars)
export type Stars = z.infer<typeof starsSchema>

/** So many stars and fewer are what somebody should answer soon. */
export const fewStars: Stars = 3
