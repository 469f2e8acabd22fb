import { expect, test } from 'vitest'
import { actsFor } from '../../../renderer/features/inbox/acts-for-item.ts'
import { standingActs, undoneBy } from '../../../shared/networks/acts.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { networkIds } from '../../../shared/networks/network-id.ts'

const item: Parameters<typeof actsFor>[0] = { isOwn: false, isHeld: false, inForce: [] }

test.each(networkIds)('on %s, of each pair exactly the one is offered that changes something, where the network has it', (networkId) => {
  const { acts } = capabilitiesOf(networkId)
  for (const act of standingActs) {
    const undo = undoneBy[act]
    const offered = (inForce: readonly (typeof act)[]) => actsFor({ ...item, inForce: [...inForce] }, acts).filter((each) => each === act || each === undo)
    expect(offered([])).toEqual(acts[act] === 'yes' ? [act] : [])
    expect(offered([act])).toEqual(acts[undo] === 'yes' ? [undo] : [])
    expect(acts[act]).toBe(acts[undo])
  }
})

test('of what is ours only the deletion is offered, of what is hidden the showing', () => {
  const { acts } = capabilitiesOf('wordpress')
  expect(actsFor({ ...item, isOwn: true }, acts)).toEqual(['delete'])
  expect(actsFor({ ...item, isHeld: true }, acts)).toEqual(['unhide'])
  expect(actsFor(item, acts)).toEqual(['hide'])
})
