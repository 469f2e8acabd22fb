import { z } from 'zod'

/** What a post is beside an update: something that happens, or that customers get, from one hour to another. */
export const occasionKinds = ['event', 'offer'] as const
export type OccasionKind = (typeof occasionKinds)[number]

/** More than any network takes: what is too long is said, and not cut. */
export const longestOccasionTitle = 200
export const longestConditions = 5000

/** Wall-clock time of the place, `2026-12-05T18:00`; empty: not told yet. */
const hourThere = z.string().regex(/^(?:\d{4}-\d{2}-\d{2}T\d{2}:\d{2})?$/)

/** An event or an offer, as somebody writes it. What is empty is not told. */
export const occasionSchema = z.object({
  kind: z.enum(occasionKinds),
  title: z.string().max(longestOccasionTitle),
  starts: hourThere,
  ends: hourThere,
  /** Of an offer alone, and what follows too. */
  coupon: z.string().max(longestOccasionTitle).optional(),
  /** Where it is used on the web; left out: where the post leads. */
  redeemAt: z.string().max(2048).optional(),
  conditions: z.string().max(longestConditions).optional()
})
export type Occasion = z.infer<typeof occasionSchema>

export function newOccasion(kind: OccasionKind): Occasion {
  return { kind, title: '', starts: '', ends: '' }
}

/** What was typed so far, where the kind is about to change: an update has none of it and an event not all. `before`: what was held at an earlier change. */
export function heldOccasion(now: Occasion | undefined, before: Occasion | undefined): Occasion | undefined {
  if (now === undefined || before === undefined || now.kind === 'offer') return now ?? before
  const { coupon, redeemAt, conditions } = before
  return { ...now, coupon, redeemAt, conditions }
}

/** As it is kept: without what is empty, and an event without what only an offer has. */
export function occasionKept({ kind, title, starts, ends, coupon, redeemAt, conditions }: Occasion): Occasion {
  const ofOffer = Object.entries({ coupon, redeemAt, conditions }).filter(([, told]) => kind === 'offer' && told !== undefined && told !== '')
  return { kind, title, starts, ends, ...Object.fromEntries(ofOffer) }
}

/** As it is sent: nobody means the spaces around what they write. */
export function occasionAsSent({ kind, title, starts, ends, coupon = '', redeemAt = '', conditions = '' }: Occasion): Occasion {
  return occasionKept({ kind, title: title.trim(), starts, ends, coupon: coupon.trim(), redeemAt: redeemAt.trim(), conditions: conditions.trim() })
}

/** What people read of it, each for itself. */
export function occasionTexts(occasion: Occasion | undefined): readonly string[] {
  return occasion === undefined ? [] : [occasion.title, occasion.coupon ?? '', occasion.conditions ?? ''].filter((text) => text.trim() !== '')
}

/** All of it, in one order, for holding one against another. */
export function occasionWords(occasion: Occasion | undefined): readonly string[] {
  if (occasion === undefined) return []
  const { kind, title, starts, ends, coupon = '', redeemAt = '', conditions = '' } = occasion
  return [kind, title, starts, ends, coupon, redeemAt, conditions]
}
