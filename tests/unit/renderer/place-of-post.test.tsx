// @vitest-environment happy-dom
import { useState } from 'react'
import { expect, test } from 'vitest'
import { PlaceOfPost } from '../../../renderer/features/composer/framing/PlaceOfPost.tsx'
import type { Place } from '../../../shared/posts/place.ts'
import { createFakeStudio } from '../../fakes/fake-studio.ts'
import { click, during, find, mount } from './mount.tsx'

const port: Place = { id: '166793820034304', name: 'Café du Port', address: '3 quai Ceineray, 44000 Nantes' }
let now: Place | undefined

function Form(): React.JSX.Element {
  const [place, setPlace] = useState<Place | undefined>()
  now = place
  return <PlaceOfPost workspaceId="w" askedOf="a" place={place} onChange={setPlace} />
}

const focused = (): string | undefined => (document.activeElement instanceof HTMLInputElement ? document.activeElement.labels?.[0]?.textContent : undefined)

async function pressed(element: HTMLElement | undefined): Promise<void> {
  await during(() => element?.focus())
  await click(element)
}

test('the keyboard goes on from the field of the place when one was chosen, and when it was taken away', async () => {
  Object.assign(window, { studio: createFakeStudio({ 'places.find': () => ({ found: [port] }) }) })
  await mount(<Form />)
  const search = document.querySelector('input')!
  await during(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(search, 'port')
    search.dispatchEvent(new Event('input', { bubbles: true }))
  })
  await pressed(find('button', 'Search'))
  await pressed(find('button', 'Café du Port'))
  expect([now, focused()]).toEqual([port, 'Place'])
  await pressed(find('button', 'Take the place away'))
  expect([now, focused()]).toEqual([undefined, 'Place'])
})
