// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import { PeopleLine } from '../../../renderer/features/pictures/PeopleLine.tsx'
import { PeopleShownDialog } from '../../../renderer/features/pictures/PeopleShownDialog.tsx'
import type { MediaItem } from '../../../shared/media/media-item.ts'
import type { PersonTag } from '../../../shared/posts/person-tag.ts'
import { createFakeStudio } from '../../fakes/fake-studio.ts'
import { click, during, find, mount, press } from './mount.tsx'

const item = { id: 'm', mediaType: 'image/jpeg', fileName: 'quay.jpg', width: 400, height: 300 } as unknown as MediaItem
const people: readonly PersonTag[] = [{ name: 'marie_o', at: { x: 0.2, y: 0.5 } }, { name: 'quai.nantes', at: { x: 0.8, y: 0.5 } }]

test.each(['Delete', 'Backspace'])('a mark is taken away by the key that says %s', async (key) => {
  Object.assign(window, { studio: createFakeStudio({}) })
  await mount(<PeopleShownDialog workspaceId="w" item={item} altText="" people={people} onChange={() => undefined} onClose={() => undefined} />)
  await press(key, {}, find('group', '@marie_o'))
  expect(find('group', '@marie_o')).toBeUndefined()
  // The next one to be named is nobody yet.
  await press(key, {}, find('group', 'The next person'))
  expect([find('group', '@quai.nantes'), find('group', 'The next person')].map((mark) => mark?.isConnected)).toEqual([true, true])
})

test('a name that cannot be one keeps the dialog open, and has the keyboard', async () => {
  Object.assign(window, { studio: createFakeStudio({}) })
  const closed = vi.fn()
  await mount(<PeopleShownDialog workspaceId="w" item={item} altText="" people={people} onChange={closed} onClose={closed} />)
  const field = document.querySelector('input')!
  await during(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(field, 'jean-paul')
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
  await during(() => find('button', 'Keep')?.focus())
  await click(find('button', 'Keep'))
  expect([document.activeElement === field, field.getAttribute('aria-invalid'), closed.mock.calls]).toEqual([true, 'true', []])
})

test('when no more can be named the field says so, and has the keyboard again once somebody is taken away', async () => {
  Object.assign(window, { studio: createFakeStudio({}) })
  const all = Array.from({ length: 50 }, (_, at) => ({ name: `guest_${String(at)}`, at: { x: at / 50, y: 0.5 } }))
  await mount(<PeopleShownDialog workspaceId="w" item={item} altText="" people={all} onChange={() => undefined} onClose={() => undefined} />)
  expect([document.querySelector('input')?.isConnected, document.body.textContent.includes('50 are named')]).toEqual([true, true])
  await click(find('button', 'Take @guest_7 away'))
  expect([document.activeElement === document.querySelector('input'), document.body.textContent.includes('50 are named')]).toEqual([true, false])
})

test.each([[people.slice(0, 1), 'Y apparaît\u00a0: @marie_o'], [people, 'Y apparaissent\u00a0: @marie_o et @quai.nantes']])('who is shown is said of one or of several in French', async (shown, words) => {
  await mount(<PeopleLine people={shown} className={undefined} />, 'fr')
  expect(document.body.textContent).toBe(words)
})
