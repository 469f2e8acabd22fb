import { expect, test } from 'vitest'
import { OwnPages } from '../../../../electron/main/ipc/push-events.ts'

function page(id: number) {
  const sent: unknown[] = []
  let onDestroyed = () => {}
  return {
    sent,
    destroy: () => onDestroyed(),
    contents: {
      id,
      isDestroyed: () => false,
      send: (...values: unknown[]) => void sent.push(values),
      once: (_name: string, listener: () => void) => {
        onDestroyed = listener
      }
    } as unknown as Parameters<OwnPages['add']>[0]
  }
}

test('sends events to the pages that main opened, until they are gone', () => {
  const pages = new OwnPages()
  const one = page(1)
  const two = page(2)
  pages.add(one.contents)
  pages.add(two.contents)
  pages.push('counts.changed', {})
  one.destroy()
  expect([...pages.ids]).toEqual([2])
  pages.push('engine.changed', { state: 'ready' })
  expect(one.sent).toEqual([['studio:event', 'counts.changed', {}]])
  expect(two.sent).toEqual([['studio:event', 'counts.changed', {}], ['studio:event', 'engine.changed', { state: 'ready' }]])
})

test('hands on what another process says only when it fits the contract', () => {
  const pages = new OwnPages()
  const one = page(1)
  pages.add(one.contents)
  expect(pages.pushUnknown('engine.changed', { state: 'ready', secret: 'x' })).toBe(true)
  expect(pages.pushUnknown('engine.changed', { state: 'exploded' })).toBe(false)
  expect(pages.pushUnknown('made.up', {})).toBe(false)
  expect(pages.pushUnknown('toString', {})).toBe(false)
  expect(one.sent).toEqual([['studio:event', 'engine.changed', { state: 'ready' }]])
})
