import { z } from 'zod'

/** Who comes to see a post. quiet: everybody who goes to it, and no public list · followers: nobody else. */
export const reaches = ['public', 'quiet', 'followers'] as const
export type Reach = (typeof reaches)[number]

/** More than any server takes. */
export const longestWarning = 500

/** How a post stands on a network that knows of such things, for one account. What is left out is as usual there: no warning, for everybody, in the language that the account has set. */
export const postFramingSchema = z.object({
  /** What people read first, and have to open the post behind. Counts as the words do. */
  warning: z.string().max(longestWarning).optional(),
  reach: z.enum(reaches).optional(),
  /** ISO 639-1. */
  language: z.string().regex(/^[a-z]{2,3}$/).optional()
})
export type PostFraming = z.infer<typeof postFramingSchema>

/** Languages at choice, the most read ones of the two that Vigie speaks first; others that a post has stay. */
export const framingLanguages = ['fr', 'en', 'de', 'es', 'it', 'pt', 'nl', 'ca', 'eu', 'br', 'co', 'oc', 'pl', 'uk', 'ru', 'tr', 'ar', 'he', 'ja', 'ko', 'zh'] as const

/** As it is kept: without what is as usual; undefined where all is. */
export function framingKept({ warning, reach, language }: PostFraming): PostFraming | undefined {
  const kept = { ...(warning === undefined || warning === '' ? {} : { warning }), ...(reach === undefined || reach === 'public' ? {} : { reach }), ...(language === undefined ? {} : { language }) }
  return Object.keys(kept).length === 0 ? undefined : kept
}

const sent = new WeakMap<PostFraming, { readonly as: PostFraming | undefined }>()

/** As it is sent: no network keeps the spaces around a warning, nor one of spaces alone. The very same for the same one: whoever has looked at it before need not look again. */
export function framingAsSent(framing: PostFraming | undefined): PostFraming | undefined {
  if (framing === undefined) return undefined
  const known = sent.get(framing) ?? { as: framingKept({ ...framing, warning: framing.warning?.trim() }) }
  sent.set(framing, known)
  return known.as
}

export function isSameFraming(one: PostFraming | undefined, other: PostFraming | undefined): boolean {
  const words = (framing: PostFraming | undefined): string => JSON.stringify([framing?.warning ?? '', framing?.reach ?? 'public', framing?.language ?? ''])
  return words(one) === words(other)
}
