import { describe, expect, it } from 'vitest'
import type { AppPasswordConnect } from '../../electron/engine/networks/network-connect.ts'
import { startNetworkRig } from './network-rig.ts'

async function connectDiscourse(identifier: string, appPassword: string) {
  const { adapter, server } = await startNetworkRig('Discourse')
  const connect = adapter.connect as AppPasswordConnect
  const connected = await connect.connect({ serverUrl: server.url, identifier, appPassword, signal: new AbortController().signal })
  return { connected, asked: server.requests.length }
}

describe('a pasted key or name that no header takes', () => {
  it.each(['••••••••', 'abc’def', 'clé\u{1F511}'])('is told as such of the key %s', async (key) => {
    const { connected, asked } = await connectDiscourse('lea', key)
    expect(connected).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { code: 'wrong_credentials', details: { reason: 'odd_key' } } } })
    expect([asked, JSON.stringify(connected).includes(key)]).toEqual([0, false])
  })

  it('is told as such of the name', async () => {
    const { connected, asked } = await connectDiscourse('lea\u200B', 'key')
    expect(connected).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { code: 'wrong_credentials', details: { reason: 'odd_name' } } } })
    expect(asked).toBe(0)
  })
})
