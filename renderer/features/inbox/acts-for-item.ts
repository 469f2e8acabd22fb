import type { InboxItem } from '../../../shared/inbox/inbox-item.ts'
import type { Act, ActOffer } from '../../../shared/networks/acts.ts'

export type AskedAct = 'delete' | 'block' | 'report'

/** In the order of the menu, the mildest first. What undoes an act is offered where the message says that it is in force. */
const order: readonly Act[] = ['repost', 'hide', 'unhide', 'mute', 'block', 'report', 'delete']

export function actsFor(item: Pick<InboxItem, 'isOwn' | 'isHeld'>, offers: Readonly<Record<Act, ActOffer>>): readonly Act[] {
  return order.filter((act) => {
    if (offers[act] !== 'yes' || item.isOwn !== (act === 'delete')) return false
    return (act !== 'hide' || !item.isHeld) && (act !== 'unhide' || item.isHeld)
  })
}

/** What cannot be brought back, or changes what two people see of each other, asks first. */
export function asksFirst(act: Act): act is AskedAct {
  return act === 'delete' || act === 'block' || act === 'report'
}
