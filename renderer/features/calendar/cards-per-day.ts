/** Heights in px at the studio's density: the weekdays above, a day's figure, a card with the space below it, the line that counts the others. */
const header = 33
const dayFigure = 26
const card = 43
const others = 18
const weeks = 6

/**
 * How many cards each day of a month shows before the rest is counted ("+2"): at least one, whatever the window. The calendar library's own measure
 * hides all of a day when one card and a half would fit, and a day that shows only "+2" looks empty.
 */
export function cardsPerDay(height: number): number {
  return Math.max(1, Math.floor(((height - header) / weeks - dayFigure - others) / card))
}
