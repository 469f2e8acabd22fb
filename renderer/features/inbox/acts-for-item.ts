import type { ConversationKind, InboxItem } from '../../../shared/inbox/inbox-item.ts'
import { isAboutAuthor, standingActs, undoneBy, type Act } from '../../../shared/networks/acts.ts'
import type { NetworkCapabilities } from '../../../shared/networks/network-capabilities.ts'
import { offerOf } from '../../../shared/networks/offer-of.ts'

export type AskedAct = 'delete' | 'block' | 'ban' | 'report' | 'mute'

/** In the order of the menu, the mildest first. What undoes an act is offered where the message says that it is in force. */
const order: readonly Act[] = ['repost', 'unrepost', 'hide', 'unhide', 'lock', 'unlock', 'mute', 'unmute', 'block', 'unblock', 'ban', 'unban', 'report', 'delete']

export function actsFor(item: Pick<InboxItem, 'isOwn' | 'isHeld' | 'inForce' | 'mayHide' | 'isLocked' | 'authorIsOutOfReach' | 'mayKeepOut'>, kind: ConversationKind, capabilities: Pick<NetworkCapabilities, 'acts' | 'messageActs' | 'mentionsAreShownAlone' | 'hideIsForModerators' | 'moderatedAuthors' | 'blocksMessages' | 'inbox'>): readonly Act[] {
  return order.filter((act) => {
    if (offerOf(act, kind, capabilities) !== 'yes' || item.isOwn !== (act === 'delete')) return false
    if (isAboutAuthor(act) && !mayDoAboutAuthor(act, item, capabilities)) return false
    if (act === 'hide' || act === 'unhide') return (act === 'unhide') === item.isHeld && (capabilities.hideIsForModerators === undefined || item.mayHide === true)
    if (act === 'lock' || act === 'unlock') return item.isLocked === (act === 'unlock')
    const standing = standingActs.find((each) => each === act || undoneBy[each] === act)
    return standing === undefined || (act === undoneBy[standing]) === item.inForce.includes(standing)
  })
}

function mayDoAboutAuthor(act: Act, item: Pick<InboxItem, 'authorIsOutOfReach' | 'mayKeepOut'>, { moderatedAuthors }: Pick<NetworkCapabilities, 'moderatedAuthors'>): boolean {
  return moderatedAuthors?.acts.includes(act) === true ? item.mayKeepOut === true : item.authorIsOutOfReach !== true
}

/** A ban is lifted on the network's own pages, and not from here. */
export function isBanEndedThere({ acts }: Pick<NetworkCapabilities, 'acts'>): boolean {
  return acts.unblock !== 'yes' && acts.unban !== 'yes'
}

/** What cannot be brought back, or changes what two people see of each other or may write, asks first. */
export function asksFirst(act: Act, { silence, moderatedAuthors }: Pick<NetworkCapabilities, 'silence' | 'moderatedAuthors'>): act is AskedAct {
  return act === 'delete' || act === 'block' || act === 'ban' || act === 'report' || (act === 'mute' && (silence !== undefined || moderatedAuthors !== undefined))
}
