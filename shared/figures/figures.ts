import { z } from 'zod'

/** What networks count of a post, in the order in which it is shown. `reach`: how many people had it in view, each once; `reactions`: of whatever kind, also such as say that something is not liked. */
export const postFigureNames = ['views', 'reach', 'likes', 'reactions', 'reposts', 'quotes', 'replies', 'saves'] as const
export type PostFigureName = (typeof postFigureNames)[number]

/** Where a place was seen, and on what: together its `views`. */
export const placeViewNames = ['maps_mobile', 'maps_desktop', 'search_mobile', 'search_desktop'] as const
/** What people did from where a place shows. */
export const placeActNames = ['calls', 'website_clicks', 'directions', 'bookings'] as const

/** What networks count of an account. All but `followers` and `posts` in the last four weeks: `views`, and `reach`, the people among whom, of all that it shows. */
export const accountFigureNames = ['followers', 'posts', 'views', 'reach', ...placeViewNames, ...placeActNames] as const
export type AccountFigureName = (typeof accountFigureNames)[number]

const count = z.int().min(0)

/** Only what the network tells: what it does not know is left out, and never 0. */
export const postFiguresSchema = z.partialRecord(z.enum(postFigureNames), count)
export type PostFigures = z.infer<typeof postFiguresSchema>

export const accountFiguresSchema = z.partialRecord(z.enum(accountFigureNames), count)
export type AccountFigures = z.infer<typeof accountFiguresSchema>

/** Takes what a network answered for what it is: counts that are none, or that it left out, are no figures. */
export function countsOf<Name extends string>(counts: Readonly<Record<Name, number | null | undefined>>): Partial<Record<Name, number>> {
  const told: Partial<Record<Name, number>> = {}
  for (const name in counts) {
    const value = counts[name]
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) told[name] = value
  }
  return told
}
