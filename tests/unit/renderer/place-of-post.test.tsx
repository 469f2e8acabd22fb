// @vitest-environment happy-dom
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { PlaceOfPost } from '../../../renderer/features/composer/framing/PlaceOfPost.tsx'
import { succeed } from '../../../shared/contract/result.ts'
import type { Place } from '../../../shared/posts/place.ts'
import { createFakeStudio } from '../../fakes/fake-studio.ts'
import { click, during, find, mount } from './mount.tsx'

const port: Place = { id: '166793820034304', name: 'Café du Port', address: '3 quai Ceineray, 44000 Nantes' }
let now: Place | undefined

function Form(): React.JSX.Element {
  const [place, setPlace] = useState<Place | undefined>()
  function keep(next: Place | undefined): void {
    now = next
    setPlace(next)
  }
  return <PlaceOfPost workspaceId="w" askedOf="a" place={place} onChange={keep} />
}

async function lookFor(words: string): Promise<void> {
  const search = document.querySelector('input')!
  await during(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(search, words)
    search.dispatchEvent(new Event('input', { bubbles: true }))
  })
  await pressed(find('button', 'Search'))
}

const focused = (): string | undefined => (document.activeElement instanceof HTMLInputElement ? document.activeElement.labels?.[0]?.textContent : undefined)

async function pressed(element: HTMLElement | undefined): Promise<void> {
  await during(() => element?.focus())
  await click(element)
}

test('the keyboard goes on from the field of the place when one was chosen, and when it was taken away', async () => {
  Object.assign(window, { studio: createFakeStudio({ 'places.find': () => ({ found: [port] }) }) })
  await mount(<Form />)
  await lookFor('port')
  await pressed(find('button', 'Café du Port'))
  expect([now, focused()]).toEqual([port, 'Place'])
  await pressed(find('button', 'Take the place away'))
  expect([now, focused()]).toEqual([undefined, 'Place'])
})

test('while it is asked the button keeps the keyboard, and asks no second time, and that there are some is said', async () => {
  let answer: (value: unknown) => void = () => undefined
  const request = vi.fn(() => new Promise((resolve) => (answer = resolve)))
  Object.assign(window, { studio: { ...createFakeStudio({}), request } })
  await mount(<Form />)
  await lookFor('port')
  expect(document.activeElement).toBe(find('button', 'Search'))
  expect(document.activeElement?.hasAttribute('disabled')).toBe(false)
  await during(() => document.querySelector('form')!.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })))
  expect(request).toHaveBeenCalledTimes(1)
  await during(() => answer(succeed({ found: [port] })))
  expect(document.querySelector('[role=status]')?.textContent).toBe('Places found')
  expect(find('button', 'Café du Port')).toBeDefined()
})
