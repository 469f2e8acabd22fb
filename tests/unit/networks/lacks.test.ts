import { expect, test } from 'vitest'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { lackingIn, lackNames, lacks } from '../../../shared/networks/lacks.ts'
import { networkIds } from '../../../shared/networks/network-id.ts'

const served = networkIds.filter((id) => id !== 'assisted')

test.each(served)('%s: what it does not have, or Vigie does not do there, has its reason, and nothing else has one', (id) => {
  expect(Object.keys(lacks[id]).toSorted()).toEqual(lackingIn(capabilitiesOf(id)).toSorted())
  for (const reason of Object.values(lacks[id])) expect(reason.source).toMatch(/^https:\/\//)
})

test('a network by hand lacks all that is answered, counted or done by itself', () => {
  expect(lackingIn(capabilitiesOf('assisted'))).toEqual(lackNames.filter((name) => name !== 'pictures' && name !== 'video'))
})
