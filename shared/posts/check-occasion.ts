import type { Account } from '../accounts/account.ts'
import type { FramingRule, NetworkCapabilities } from '../networks/network-capabilities.ts'
import type { NetworkId } from '../networks/network-id.ts'
import { resolveLocalTime, toLocalDateTime } from '../schedule/local-time.ts'
import { isLinkAddress } from './check-link.ts'
import type { Occasion } from './occasion.ts'
import { framingFor } from './post-parts.ts'
import type { PostProblem } from './post-problem.ts'
import type { PostContent } from './post.ts'

export const occasionProblemCodes = ['occasion_title_missing', 'occasion_title_too_long', 'occasion_hours_missing', 'occasion_ends_first', 'occasion_over', 'occasion_link_not_address'] as const

interface OccasionProblem {
  readonly severity: 'stop'
  readonly code: (typeof occasionProblemCodes)[number]
  readonly details: PostProblem['details']
}

/** What a network has against an event or an offer, whenever it goes out. */
export function checkOccasion(occasion: Occasion | undefined, rule: FramingRule['occasions']): readonly OccasionProblem[] {
  if (occasion === undefined || rule === undefined) return []
  const { title, redeemAt } = occasion
  const [starts, ends] = [hourIn(occasion.starts), hourIn(occasion.ends)]
  const [count, max] = [[...title].length, rule.value.maxTitle]
  return [
    ...(title === '' ? [stop('occasion_title_missing')] : []),
    ...(count > max ? [stop('occasion_title_too_long', { count, max })] : []),
    ...(starts === '' || ends === '' ? [stop('occasion_hours_missing')] : []),
    // Wall-clock times of one place, written alike: in the order of letters.
    ...(starts !== '' && ends !== '' && ends <= starts ? [stop('occasion_ends_first')] : []),
    ...(redeemAt !== undefined && !isLinkAddress(redeemAt) ? [stop('occasion_link_not_address', { link: redeemAt })] : [])
  ]
}

/** Empty where it is not told, or no calendar has it. */
function hourIn(written: string): string {
  return written === '' || resolveLocalTime(written, 'UTC').kind === 'unreadable' ? '' : written
}

/** Whether it is over when a post goes out, at a wall-clock time of the place. */
export function isOccasionOver({ ends }: Pick<Occasion, 'ends'>, at: string): boolean {
  return ends !== '' && ends <= at
}

/** When a post is to leave; `dueAt` null: at once. In ms since the epoch. The place's own zone is told by no network: the client's counts. */
export interface GoesOutAt {
  readonly dueAt: number | null
  readonly now: number
  readonly timeZone: string
}

/** An event or an offer as one account gets it. */
export interface OccasionThere {
  readonly accountId: string
  readonly network: string
  readonly ends: string
}

/** Those of a post, on networks that have such a thing. */
export function occasionsOf(content: Pick<PostContent, 'targets'>, accounts: readonly Account[], capabilitiesOf: (networkId: NetworkId) => NetworkCapabilities): readonly OccasionThere[] {
  return content.targets.flatMap((target) => {
    const account = accounts.find(({ id }) => id === target.accountId)
    if (account === undefined) return []
    const network = capabilitiesOf(account.networkId)
    const occasion = network.framing?.occasions === undefined ? undefined : framingFor(target, network).framing?.occasion
    return occasion === undefined ? [] : [{ accountId: account.id, network: network.name, ends: hourIn(occasion.ends) }]
  })
}

/** Accounts on which it is over by the time that the post goes out. */
export function checkOccasionHours(occasions: readonly OccasionThere[], { dueAt, now, timeZone }: GoesOutAt): readonly PostProblem[] {
  if (occasions.length === 0) return []
  const at = toLocalDateTime(Math.max(dueAt ?? now, now), timeZone)
  return occasions.filter((occasion) => isOccasionOver(occasion, at)).map(({ accountId, network }) => ({ severity: 'stop', code: 'occasion_over', accountId, details: { network } }))
}

function stop(code: OccasionProblem['code'], details: OccasionProblem['details'] = {}): OccasionProblem {
  return { severity: 'stop', code, details }
}
