import type { ConversationKind, InboxItem } from '../../../shared/inbox/inbox-item.ts'
import { isAboutAuthor, standingActs, undoneBy, type Act } from '../../../shared/networks/acts.ts'
import type { NetworkCapabilities } from '../../../shared/networks/network-capabilities.ts'
import { offerOf } from '../../../shared/networks/offer-of.ts'

export type AskedAct = 'delete' | 'block' | 'ban' | 'report' | 'mute' | 'detach'

/** In the order of the menu, the mildest first. What undoes an act is offered where the message says that it is in force. */
const order: readonly Act[] = ['repost', 'unrepost', 'hide', 'unhide', 'detach', 'undetach', 'lock', 'unlock', 'mute', 'unmute', 'block', 'unblock', 'ban', 'unban', 'report', 'delete']

export function actsFor(item: Pick<InboxItem, 'isOwn' | 'isHeld' | 'inForce' | 'mayHide' | 'isLocked' | 'quotes' | 'authorIsOutOfReach' | 'keepOutOf'>, kind: ConversationKind, capabilities: Pick<NetworkCapabilities, 'acts' | 'messageActs' | 'mentionsAreShownAlone' | 'hideIsForModerators' | 'moderatedAuthors' | 'blocksMessages' | 'inbox'>): readonly Act[] {
  return order.filter((act) => {
    if (offerOf(act, kind, capabilities) !== 'yes' || item.isOwn !== (act === 'delete')) return false
    if (isAboutAuthor(act) && !mayDoAboutAuthor(act, item, capabilities)) return false
    if (act === 'hide' || act === 'unhide') return (act === 'unhide') === item.isHeld && mayHide(item, kind, capabilities)
    const isChange = changes(act, item)
    if (isChange !== null) return isChange
    const standing = standingActs.find((each) => each === act || undoneBy[each] === act)
    return standing === undefined || (act === undoneBy[standing]) === item.inForce.includes(standing)
  })
}

/** What only quotes ours stands below nothing of ours, and is for its own readers. */
function mayHide({ isHeld, quotes, mayHide: may }: Pick<InboxItem, 'isHeld' | 'quotes' | 'mayHide'>, kind: ConversationKind, { hideIsForModerators }: Pick<NetworkCapabilities, 'hideIsForModerators'>): boolean {
  if (!isHeld && kind === 'mention' && quotes !== undefined) return false
  return hideIsForModerators === undefined || may === true
}

function mayDoAboutAuthor(act: Act, item: Pick<InboxItem, 'authorIsOutOfReach' | 'keepOutOf'>, { moderatedAuthors }: Pick<NetworkCapabilities, 'moderatedAuthors'>): boolean {
  return moderatedAuthors?.acts.includes(act) === true ? item.keepOutOf !== undefined : item.authorIsOutOfReach !== true
}

/** Of what is so or not: whether this act would change it; null where the act is about something else. */
function changes(act: Act, { quotes, isLocked }: Pick<InboxItem, 'quotes' | 'isLocked'>): boolean | null {
  if (act === 'detach' || act === 'undetach') return quotes?.isDetached === (act === 'undetach')
  return act === 'lock' || act === 'unlock' ? isLocked === (act === 'unlock') : null
}

/** A ban is lifted on the network's own pages, and not from here. */
export function isBanEndedThere({ acts }: Pick<NetworkCapabilities, 'acts'>): boolean {
  return acts.unblock !== 'yes' && acts.unban !== 'yes'
}

/** What cannot be brought back, or changes what two people see of each other or may write, asks first. */
export function asksFirst(act: Act, { silence, moderatedAuthors, acts }: Pick<NetworkCapabilities, 'silence' | 'moderatedAuthors' | 'acts'>): act is AskedAct {
  if (act === 'detach') return acts.undetach !== 'yes'
  return act === 'delete' || act === 'block' || act === 'ban' || act === 'report' || (act === 'mute' && (silence !== undefined || moderatedAuthors !== undefined))
}
