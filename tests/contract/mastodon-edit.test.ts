import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient, type ClosableHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import { draftOf, failureKind, pictureOf, valueOf } from '../support/adapter-session.ts'
import { adaptersUnderTest } from './adapters-under-test.ts'
import type { FakeNetwork, FakeRequest } from './fake-network.ts'
import { startHostileServer, type HostileServer } from './hostile-server.ts'

const subject = adaptersUnderTest.find(({ name }) => name === 'Mastodon')!
const intent = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f11', intentAt: Date.now() }
const words = draftOf('Bonsoir')
const silent = { info: () => undefined, warning: () => undefined, error: () => undefined }

describe('other words at Mastodon, which takes away what is not said again', () => {
  let network: FakeNetwork
  let server: HostileServer
  let http: ClosableHttpClient
  let adapter: NetworkAdapter
  let session: AccountSession
  let later = 0

  beforeEach(async () => {
    later = 0
    network = subject.createNetwork()
    server = await startHostileServer(network)
    http = createHttpClient({ log: silent, userAgent: 'Vigie/test' })
    adapter = subject.createAdapter({ http, clock: { now: () => Date.now() + later, after: (_, callback) => (callback(), () => undefined) } })
    session = subject.createSession(server.url, adapter)
  })
  afterEach(async () => {
    http.close()
    await server.stop()
  })

  const edit = (remoteId: string) => adapter.publisher.edit!(session, { remoteId, title: '', text: words.text, document: words.document, hasMedia: false, was: null })
  const shown = async (remoteId: string): Promise<Record<string, unknown>> => (await (await fetch(`${server.url}/api/v1/statuses/${remoteId}`)).json()) as Record<string, unknown>
  const puts = (): FakeRequest[] => server.requests.filter(({ method }) => method === 'PUT')

  it('keeps the pictures, in their order', async () => {
    const { remoteId } = valueOf(await adapter.publisher.publish(session, draftOf('Bonjour', { media: [pictureOf('un'), pictureOf('deux')] }), intent))
    const before = await shown(remoteId)
    valueOf(await edit(remoteId))
    expect((await shown(remoteId))['media_attachments']).toEqual(before['media_attachments'])
    expect(puts()[0]?.json).toMatchObject({ status: 'Bonsoir', media_ids: (before['media_attachments'] as { id: string }[]).map(({ id }) => id), language: 'fr', spoiler_text: '', sensitive: false })
  })

  it('keeps the poll with the same choices and the same end, and opens none that is over', async () => {
    const { remoteId } = valueOf(await adapter.publisher.publish(session, draftOf('Bonjour ?', { poll: { choices: ['Oui', 'Non'], minutes: 1440 } }), intent))
    valueOf(await edit(remoteId))
    const { poll } = puts()[0]!.json as { poll: { options: string[]; expires_in: number; multiple: boolean } }
    expect([poll.options, poll.multiple]).toEqual([['Oui', 'Non'], false])
    expect(Math.abs(poll.expires_in - 86_400)).toBeLessThan(120)
    server.spoil(({ method }) => method === 'GET', { name: 'a poll that is over', isDone: false, spoil: (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ id: remoteId, media_attachments: [], poll: { options: [{ title: 'Oui' }], expires_at: '2020-01-01T00:00:00Z', expired: true } })) })
    expect(failureKind(await edit(remoteId))).toBe('rejected')
    expect(puts()).toHaveLength(1)
  })

  it('writes nothing where it cannot read what would be taken away', async () => {
    const { remoteId } = valueOf(await adapter.publisher.publish(session, draftOf('Bonjour'), intent))
    server.spoil(({ method }) => method === 'GET', { name: 'another shape', isDone: false, spoil: (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"1","media_attachments":[{"name":"no id"}]}') })
    expect(failureKind(await edit(remoteId))).toBe('rejected')
    expect(puts()).toEqual([])
  })
})
