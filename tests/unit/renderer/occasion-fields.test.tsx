// @vitest-environment happy-dom
import { useState } from 'react'
import { expect, test } from 'vitest'
import { OccasionFields } from '../../../renderer/features/composer/framing/OccasionFields.tsx'
import { longestConditions, type Occasion } from '../../../shared/posts/occasion.ts'
import { framingKept } from '../../../shared/posts/post-framing.ts'
import { createFakeStudio } from '../../fakes/fake-studio.ts'
import { click, during, find, mount } from './mount.tsx'

const event: Occasion = { kind: 'event', title: 'Huîtres', starts: '2026-12-05T11:00', ends: '2026-12-05T18:00' }
const offer: Occasion = { ...event, kind: 'offer', coupon: 'HUITRES', conditions: 'Une fois par table' }
let now: Occasion | undefined

/** As the post keeps it. */
function Fields({ begin }: { readonly begin: Occasion }): React.JSX.Element {
  const [occasion, setOccasion] = useState<Occasion | undefined>(begin)
  function keep(next: Occasion | undefined): void {
    now = framingKept({ occasion: next })?.occasion
    setOccasion(now)
  }
  return <OccasionFields rule={{ kinds: ['event', 'offer'], maxTitle: 58 }} occasion={occasion} timeZone="UTC" onChange={keep} />
}

test('another kind that is pressed by mistake takes nothing with it that was typed', async () => {
  Object.assign(window, { studio: createFakeStudio({}) })
  await mount(<Fields begin={offer} />)
  await click(find('button', 'Update'))
  expect(now).toBeUndefined()
  await click(find('button', 'Event'))
  expect(now).toEqual(event)
  await click(find('button', 'Offer'))
  expect(now).toEqual(offer)
})

test('what was taken out of an offer stays out', async () => {
  Object.assign(window, { studio: createFakeStudio({}) })
  await mount(<Fields begin={offer} />)
  await click(find('button', 'Event'))
  await click(find('button', 'Offer'))
  const coupon = [...document.querySelectorAll('input')].find(({ value }) => value === 'HUITRES')!
  await during(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(coupon, '')
    coupon.dispatchEvent(new Event('input', { bubbles: true }))
  })
  expect(now?.coupon).toBeUndefined()
  await click(find('button', 'Event'))
  await click(find('button', 'Offer'))
  expect(now).toEqual({ ...event, kind: 'offer', conditions: 'Une fois par table' })
})

test('conditions that fill their field are said to end there: what somebody pastes beyond is cut off', async () => {
  Object.assign(window, { studio: createFakeStudio({}) })
  const said = /No more than 5,000 characters/
  await mount(<Fields begin={{ ...offer, conditions: 'a'.repeat(longestConditions - 1) }} />)
  expect(document.body.textContent).not.toMatch(said)
  await mount(<Fields begin={{ ...offer, conditions: 'a'.repeat(longestConditions) }} />)
  expect(document.body.textContent).toMatch(said)
})
