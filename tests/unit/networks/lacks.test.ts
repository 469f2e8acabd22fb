import { expect, test } from 'vitest'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { lackingIn, lackNames, lacks } from '../../../shared/networks/lacks.ts'
import { networkIds } from '../../../shared/networks/network-id.ts'
import { whatIsMissing } from '../../../shared/networks/what-is-missing.ts'

const served = networkIds.filter((id) => id !== 'assisted')

test.each(served)('%s: what it does not have, or Vigie does not do there, has its reason, and nothing else has one', (id) => {
  expect(Object.keys(lacks[id]).toSorted()).toEqual(lackingIn(capabilitiesOf(id)).toSorted())
  for (const reason of Object.values(lacks[id])) expect(reason.source).toMatch(/^https:\/\//)
})

test('a network by hand lacks all that is answered, counted or done by itself', () => {
  expect(lackingIn(capabilitiesOf('assisted'))).toEqual(lackNames.filter((name) => name !== 'pictures' && name !== 'video'))
})

test('all of them and all acts are named once, in the order in which they may come; by hand nothing is', () => {
  expect(whatIsMissing(capabilitiesOf('wordpress')).filter(({ why }) => why === 'not_yet').map(({ name }) => name)).toEqual([])
  for (const id of served) {
    const names = whatIsMissing(capabilitiesOf(id)).map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names).toEqual(expect.arrayContaining(Object.keys(lacks[id])))
  }
  expect(whatIsMissing(capabilitiesOf('x')).map(({ name }) => name)).not.toContain('edit')
  expect(whatIsMissing(capabilitiesOf('pinterest')).map(({ name }) => name)).toContain('edit')
  expect(whatIsMissing(capabilitiesOf('bluesky'))).toContainEqual({ name: 'edit', why: 'none_there' })
  expect(whatIsMissing(capabilitiesOf('assisted'))).toEqual([])
})
