import type { Account } from '../accounts/account.ts'
import type { FramingRule, NetworkCapabilities } from '../networks/network-capabilities.ts'
import type { NetworkId } from '../networks/network-id.ts'
import { resolveLocalTime, toLocalDateTime } from '../schedule/local-time.ts'
import { isLinkAddress } from './check-link.ts'
import type { Occasion, OccasionKind } from './occasion.ts'
import { framingFor } from './post-parts.ts'
import type { Problem } from './problem.ts'
import type { PostContent } from './post.ts'

export const occasionProblemCodes = ['occasion_title_missing', 'occasion_title_too_long', 'occasion_hours_missing', 'occasion_ends_first', 'occasion_over', 'occasion_over_by_client_clock', 'occasion_link_not_address'] as const

interface OccasionProblem {
  readonly severity: 'stop'
  readonly code: (typeof occasionProblemCodes)[number]
  readonly details: Problem<string>['details']
}

/** What a network has against an event or an offer, whenever it goes out. */
export function checkOccasion(occasion: Occasion | undefined, rule: FramingRule['occasions']): readonly OccasionProblem[] {
  if (occasion === undefined || rule === undefined) return []
  const { kind, title, redeemAt } = occasion
  const [starts, ends] = [hourIn(occasion.starts), hourIn(occasion.ends)]
  const [count, max] = [[...title].length, rule.value.maxTitle]
  return [
    ...(title === '' ? [stop('occasion_title_missing', { occasion: kind })] : []),
    ...(count > max ? [stop('occasion_title_too_long', { occasion: kind, count, max })] : []),
    ...(starts === '' || ends === '' ? [stop('occasion_hours_missing', { occasion: kind })] : []),
    // Wall-clock times of one place, written alike: in the order of letters.
    ...(starts !== '' && ends !== '' && ends <= starts ? [stop('occasion_ends_first', { occasion: kind })] : []),
    ...(redeemAt !== undefined && !isLinkAddress(redeemAt) ? [stop('occasion_link_not_address', { link: redeemAt })] : [])
  ]
}

/** Empty where it is not told, or no calendar has it. */
function hourIn(written: string): string {
  return written === '' || resolveLocalTime(written, 'UTC').kind === 'unreadable' ? '' : written
}

const westernmostMs = 12 * 3_600_000

/** From when on it is over at every place on earth (UTC-12 is the last), in ms since the epoch: the zone of the place is told by no network. NaN where no end is told. */
export function certainlyOverFrom({ ends }: Pick<Occasion, 'ends'>): number {
  return Date.parse(`${ends}Z`) + westernmostMs
}

/** When a post is to leave; `dueAt` null: at once. In ms since the epoch. */
export interface GoesOutAt {
  readonly dueAt: number | null
  readonly now: number
  readonly timeZone: string
}

/** An event or an offer as one account gets it. */
export interface OccasionThere {
  readonly accountId: string
  readonly network: string
  readonly kind: OccasionKind
  readonly ends: string
}

/** Those of a post, on networks that have such a thing. */
export function occasionsOf(content: Pick<PostContent, 'targets'>, accounts: readonly Account[], capabilitiesOf: (networkId: NetworkId) => NetworkCapabilities): readonly OccasionThere[] {
  return content.targets.flatMap((target) => {
    const account = accounts.find(({ id }) => id === target.accountId)
    if (account === undefined) return []
    const network = capabilitiesOf(account.networkId)
    const occasion = network.framing?.occasions === undefined ? undefined : framingFor(target, network).framing?.occasion
    return occasion === undefined ? [] : [{ accountId: account.id, network: network.name, kind: occasion.kind, ends: hourIn(occasion.ends) }]
  })
}

/** Accounts on which it is over by the time that the post goes out: everywhere, which stops it, or by the client's clock alone, which the place need not share. */
export function checkOccasionHours(occasions: readonly OccasionThere[], { dueAt, now, timeZone }: GoesOutAt): readonly Problem<OccasionProblem['code']>[] {
  if (occasions.length === 0) return []
  const leaves = Math.max(dueAt ?? now, now)
  const atClient = toLocalDateTime(leaves, timeZone)
  return occasions.flatMap(({ accountId, network, kind, ends }): readonly Problem<OccasionProblem['code']>[] => {
    if (ends === '' || (ends > atClient && certainlyOverFrom({ ends }) > leaves)) return []
    const about = { accountId, details: { network, occasion: kind } }
    return certainlyOverFrom({ ends }) <= leaves ? [{ severity: 'stop', code: 'occasion_over', ...about }] : [{ severity: 'warn', code: 'occasion_over_by_client_clock', ...about }]
  })
}

function stop(code: OccasionProblem['code'], details: OccasionProblem['details']): OccasionProblem {
  return { severity: 'stop', code, details }
}
