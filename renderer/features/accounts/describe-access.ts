const day = 24 * 60 * 60 * 1000

/** How long the access of an account still lasts, for the list and for the early warning (less than a week). */
export type Access = { readonly kind: 'forever' } | { readonly kind: 'ended' } | { readonly kind: 'ends'; readonly days: number; readonly isSoon: boolean }

/** `endsAt` and `now` in ms since the epoch; started days count as whole ones. */
export function describeAccess(endsAt: number | null, now: number): Access {
  if (endsAt === null) return { kind: 'forever' }
  if (endsAt <= now) return { kind: 'ended' }
  const days = Math.ceil((endsAt - now) / day)
  return { kind: 'ends', days, isSoon: days <= 7 }
}
