import { capabilitiesOf } from '../networks/capabilities-of.ts'
import type { Account } from './account.ts'

const day = 24 * 60 * 60 * 1000

/** How many days before the end of an access the user is told of it, the earliest first: once each. */
export const accessWarningDays = [14, 3] as const

/** How long the access of an account still lasts without the user. `isSoon`: it has been, or is to be, said. */
export type Access = { readonly kind: 'forever' } | { readonly kind: 'ended' } | { readonly kind: 'ends'; readonly days: number; readonly isSoon: boolean }

export type AccountAccess = Pick<Account, 'networkId' | 'accessEndsAt'>

/** `accessEndsAt` and `now` in ms since the epoch; started days count as whole ones. */
export function describeAccess(account: AccountAccess, now: number): Access {
  const { accessEndsAt } = account
  if (accessEndsAt === null) return { kind: 'forever' }
  if (accessEndsAt <= now) return { kind: 'ended' }
  const days = Math.ceil((accessEndsAt - now) / day)
  return { kind: 'ends', days, isSoon: warningDaysOf(account).some((warning) => days <= warning) }
}

/** The latest warning whose time has come: its number of days; null while there is none to give. */
export function dueAccessWarning(account: AccountAccess, now: number): number | null {
  const access = describeAccess(account, now)
  if (access.kind !== 'ends') return null
  return warningDaysOf(account).findLast((days) => access.days <= days) ?? null
}

/** Where every login lasts no longer than a warning is early, that warning would come with the login. */
function warningDaysOf({ networkId }: AccountAccess): readonly number[] {
  const lifetime = capabilitiesOf(networkId).browserLogin?.lifetime.value ?? Number.POSITIVE_INFINITY
  return accessWarningDays.filter((days) => days * day < lifetime)
}
