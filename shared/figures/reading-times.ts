const hour = 3_600_000
const day = 24 * hour

/** How old a post is, in ms, when its figures are read: often while they move, then seldom, and never again after a month. */
export const readingAges: readonly number[] = [hour, 6 * hour, day, 2 * day, 3 * day, 7 * day, 14 * day, 30 * day]

/**
 * When the figures of a post are to be read next, ms since the epoch; null: they have been read for good. `lastReadAt`: null: never. A reading that was missed is
 * made up for once, not for each age.
 */
export function nextReadingAt(publishedAt: number, lastReadAt: number | null): number | null {
  const next = readingAges.map((age) => publishedAt + age).find((at) => lastReadAt === null || at > lastReadAt)
  return next ?? null
}
