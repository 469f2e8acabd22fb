const day = 24 * 60 * 60 * 1000

/** How many days before the end of an access the user is told of it, the earliest first: once each. */
export const accessWarningDays = [14, 3] as const

/** How long the access of an account still lasts without the user. `isSoon`: it has been, or is to be, said. */
export type Access = { readonly kind: 'forever' } | { readonly kind: 'ended' } | { readonly kind: 'ends'; readonly days: number; readonly isSoon: boolean }

/** `endsAt` and `now` in ms since the epoch; started days count as whole ones. */
export function describeAccess(endsAt: number | null, now: number): Access {
  if (endsAt === null) return { kind: 'forever' }
  if (endsAt <= now) return { kind: 'ended' }
  const days = Math.ceil((endsAt - now) / day)
  return { kind: 'ends', days, isSoon: days <= accessWarningDays[0] }
}

/** The latest warning whose time has come: its number of days; null while there is none to give. */
export function dueAccessWarning(endsAt: number | null, now: number): number | null {
  const access = describeAccess(endsAt, now)
  if (access.kind !== 'ends') return null
  return accessWarningDays.findLast((days) => access.days <= days) ?? null
}
