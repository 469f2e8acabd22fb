import { expect, test } from 'vitest'
import { createBridge } from '../../../electron/preload/create-bridge.ts'
import { bridgeEventNames, bridgeRequestNames } from '../../../shared/contract/bridge-names.ts'
import { eventNames } from '../../../shared/contract/event-map.ts'
import { requestNames, type RequestName } from '../../../shared/contract/request-map.ts'

function bridged() {
  const invoked: unknown[] = []
  const channels = new Map<string, (event: unknown, name: unknown, payload: unknown) => void>()
  const ipc = {
    invoke: async (...values: unknown[]) => void invoked.push(values),
    on: (channel: string, listener: (event: unknown, name: unknown, payload: unknown) => void) => void channels.set(channel, listener)
  }
  const bridge = createBridge(ipc as unknown as Parameters<typeof createBridge>[0])
  return { bridge, invoked, send: (name: unknown, payload: unknown) => channels.get('studio:event')?.({ sender: 'secret' }, name, payload) }
}

test('knows exactly the names of the contract', () => {
  expect([...bridgeRequestNames].toSorted()).toEqual([...requestNames].toSorted())
  expect([...bridgeEventNames].toSorted()).toEqual([...eventNames].toSorted())
})

test('is two frozen functions and nothing else', () => {
  const { bridge } = bridged()
  expect(Object.keys(bridge)).toEqual(['request', 'on'])
  expect(Object.isFrozen(bridge)).toBe(true)
  expect(Object.values(bridge).every((value) => typeof value === 'function')).toBe(true)
})

test('passes a known request on, by one channel', async () => {
  const { bridge, invoked } = bridged()
  await bridge.request('studio.counts', {})
  expect(invoked).toEqual([['studio:request', 'studio.counts', {}]])
})

test.each(['engine.stop', 'constructor', 'has', ''])('does not pass %j on', async (name) => {
  const { bridge, invoked } = bridged()
  await expect(bridge.request(name as RequestName, {})).rejects.toThrow('unknown_request')
  expect(invoked).toEqual([])
})

test('gives a listener the payload only, never Electron’s event, until it is ended', () => {
  const { bridge, send } = bridged()
  const heard: unknown[] = []
  const end = bridge.on('engine.changed', (...values) => void heard.push(values))
  send('engine.changed', { state: 'ready' })
  send('counts.changed', {})
  send('made.up', {})
  send(7, {})
  end()
  end()
  send('engine.changed', { state: 'failed' })
  expect(heard).toEqual([[{ state: 'ready' }]])
})

test('refuses to listen to an unknown event', () => {
  expect(() => bridged().bridge.on('made.up' as never, () => {})).toThrow('unknown event')
})
