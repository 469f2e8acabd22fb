const dayMs = 86_400_000
const keptToday = 3
const keptInAll = 10

/**
 * Which backups may go, given when each was made (ms): the three newest of today stay, the newest of each earlier day, ten in all.
 * Days are days of UTC: which hour a day ends at does not matter here, that it is always the same one does.
 * The newest backup always stays, also one that seems to come from the future (the computer's clock was set back).
 */
export function chooseBackupsToDelete(madeAt: readonly number[], now: number): readonly number[] {
  const today = Math.floor(now / dayMs)
  const kept = new Set<number>()
  const perDay = new Map<number, number>()
  for (const instant of [...madeAt].toSorted((a, b) => b - a)) {
    const day = Math.min(Math.floor(instant / dayMs), today)
    const keptOfDay = perDay.get(day) ?? 0
    if (kept.size >= keptInAll || keptOfDay >= (day === today ? keptToday : 1)) continue
    perDay.set(day, keptOfDay + 1)
    kept.add(instant)
  }
  return madeAt.filter((instant) => !kept.has(instant))
}
