import { afterEach, describe, expect, it } from 'vitest'
import { createHttpClient, type ClosableHttpClient } from '../../../electron/engine/http/create-http-client.ts'
import { httpAnswer, startRawServer } from '../../support/raw-server.ts'

const logged: string[] = []
const note = (text: string): void => void logged.push(text)
const cleanUps: (() => unknown)[] = []
afterEach(async () => {
  logged.length = 0
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp()
})

async function rig() {
  const server = await startRawServer((socket) => void socket.end(httpAnswer(200)))
  const client: ClosableHttpClient = createHttpClient({ log: { info: note, warning: note, error: note }, userAgent: 'Vigie/test' })
  cleanUps.push(() => server.stop(), () => client.close())
  return { server, send: (headers: Readonly<Record<string, string>>) => client.send({ method: 'GET', url: server.url, headers, signed: true, timeout: 2_000 }) }
}

describe('a credential with a character that no header takes', () => {
  it.each([
    ['Api-Key', '••••••••', 'odd_key'],
    ['Authorization', 'Bearer clé’s', 'odd_key'],
    ['api-key', 'abc\nx-other: 1', 'odd_key'],
    ['api-username', 'léa\u{1F600}', 'odd_name']
  ])('is a failure of its own in %s, and nothing is sent', async (name, value, reason) => {
    const { server, send } = await rig()
    const result = await send({ [name]: value })
    expect(result).toMatchObject({ ok: false, failure: { sent: 'no', error: { code: 'wrong_credentials', retryable: false, details: { reason } } } })
    expect(server.received).toEqual([])
    expect(JSON.stringify([result, logged])).not.toContain(value)
  })

  it('is not one with accents, which a header takes', async () => {
    const { server, send } = await rig()
    expect((await send({ 'api-username': 'léa' })).ok).toBe(true)
    expect(server.received).toHaveLength(1)
  })
})
