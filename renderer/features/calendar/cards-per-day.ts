/** Heights in px at the studio's density: the weekdays above, a day's figure, a card with the space below it, the line that counts the others. */
const header = 33
const dayFigure = 25
const card = 42
const others = 20
const weeks = 6

/** A picture under a card's text: no lower than one can make out, no higher than the text deserves, and clear of the day's edge. */
const lowestPicture = 24
const highestPicture = 72
const edge = 3

/** The calendar library's two ways to end a day's list: at most so many cards (`dayMaxEvents`), or so many lines, the one that counts the others among them. */
export type DayLimit = { readonly dayMaxEvents: number; readonly dayMaxEventRows: false } | { readonly dayMaxEvents: false; readonly dayMaxEventRows: number }

/**
 * How many cards each day of a month shows before the rest is counted ("+2"): as many as fit, and at least one, whatever the window. Where one more fits
 * than beside the count, a day of just so many shows them all. The calendar library's own measure hides all of a day when one card and a half would fit,
 * and a day that shows only "+2" looks empty.
 */
export function limitPerDay(height: number): DayLimit {
  const free = dayHeight(height) - dayFigure
  const alone = cardsIn(free)
  const besideCount = cardsIn(free - others)
  return alone > besideCount ? { dayMaxEvents: false, dayMaxEventRows: alone } : { dayMaxEvents: besideCount, dayMaxEventRows: false }
}

/** A post as far as a day's room is concerned. */
export interface PostOfDay {
  readonly id: string
  readonly day: string
  readonly hasPicture: boolean
}

/** How high the picture of a post may be drawn under its text: what its day leaves free, shared by as many pictures as can be made out, the earlier first. */
export function pictureHeights(height: number, posts: readonly PostOfDay[]): ReadonlyMap<string, number> {
  const heights = new Map<string, number>()
  for (const day of new Set(posts.map((post) => post.day))) {
    const ofDay = posts.filter((post) => post.day === day)
    const free = dayHeight(height) - dayFigure - edge - ofDay.length * card
    const withPicture = ofDay.filter(({ hasPicture }) => hasPicture)
    const drawn = withPicture.slice(0, Math.max(0, Math.floor(free / lowestPicture)))
    for (const { id } of drawn) heights.set(id, Math.min(highestPicture, Math.floor(free / drawn.length)))
  }
  return heights
}

function cardsIn(room: number): number {
  return Math.max(1, Math.floor(room / card))
}

function dayHeight(height: number): number {
  return (height - header) / weeks
}
