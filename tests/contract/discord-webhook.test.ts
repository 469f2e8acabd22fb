import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient, type ClosableHttpClient } from '../../electron/engine/http/create-http-client.ts'
import { createDiscordAdapter } from '../../electron/engine/networks/discord/discord-adapter.ts'
import { readKey } from '../../electron/engine/networks/discord/discord-connect.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import { createSession, draftOf, failureKind, pictureOf, valueOf } from '../support/adapter-session.ts'
import { hasSharedFolder } from '../support/shared-folder.ts'
import { loadDiscordDescription } from './descriptions/discord-description.ts'
import { createRequestLedger } from './descriptions/network-description.ts'
import { createFakeDiscord, fakeDiscord } from './fake-discord.ts'
import type { FakeNetwork } from './fake-network.ts'
import { refusals, riddles, startHostileServer, type Fault, type HostileServer } from './hostile-server.ts'

const token = 'top-secret-3d89bb7572e0fb30d8128367b3b1b44f'
const intent = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f11', intentAt: Date.now() }

describe('Discord through a webhook', () => {
  let network: FakeNetwork
  let server: HostileServer
  let http: ClosableHttpClient
  let adapter: NetworkAdapter
  let session: AccountSession
  let log: string[] = []
  const ledger = createRequestLedger()

  beforeEach(async () => {
    log = []
    network = createFakeDiscord()
    server = await startHostileServer(network)
    const keep = (text: string): void => void log.push(text)
    http = createHttpClient({ log: { info: keep, warning: keep, error: keep }, userAgent: 'Vigie/test' })
    adapter = createDiscordAdapter({ http: ledger.watch({ send: (request) => http.send({ ...request, timeout: 250 }) }), clock: { now: () => Date.now(), after: () => () => undefined } })
    session = await connect(`${server.url}/api/webhooks/${fakeDiscord.webhookId}/${token}`)
  })
  afterEach(async () => {
    http.close()
    await server.stop()
  })

  async function connect(address: string): Promise<AccountSession> {
    if (adapter.connect.kind !== 'app_password') throw new Error(adapter.connect.kind)
    const { identity, secret } = valueOf(await adapter.connect.connect({ serverUrl: server.url, identifier: 'webhook', appPassword: address, signal: new AbortController().signal }))
    expect(identity).toMatchObject({ handle: 'Atelier', remoteId: `webhook:${fakeDiscord.webhookId}` })
    return createSession('discord', identity, secret)
  }

  it('pins nothing, and says so', async () => {
    const { remoteId } = valueOf(await adapter.publisher.publish(session, draftOf('Bonjour'), intent))
    expect(valueOf(await adapter.pins!.read(session, remoteId))).toEqual({ isPinned: false, hindrance: 'no_right', instead: null })
    expect(failureKind(await adapter.pins!.set(session, { remoteId, isPinned: true, instead: null }))).toBe('rejected')
    expect(network.pinned!()).toEqual([])
  })

  it('writes other words over its own, with the files left alone, and reads them back', async () => {
    const { remoteId } = valueOf(await adapter.publisher.publish(session, draftOf('Bonjuor', { media: [pictureOf('un point')] }), intent))
    const words = draftOf('Bonjour')
    expect(valueOf(await adapter.publisher.edit!(session, { remoteId, title: '', text: words.text, document: words.document, hasMedia: true, was: null }))).toBeNull()
    expect(network.visible()).toEqual(['Bonjour'])
    expect(valueOf(await adapter.readBack!(session, remoteId, { ...words, media: [{ isVideo: false }] }))).toEqual({ text: 'Bonjour', textAsSent: 'Bonjour', form: 'as_sent', media: [{ kind: 'other' }] })
  })

  it('writes, with pictures too, and deletes', async () => {
    const words = valueOf(await adapter.publisher.publish(session, draftOf('Bonjour'), intent))
    expect(words.url).toBe(`https://discord.com/channels/${fakeDiscord.guildId}/${fakeDiscord.channelId}/${words.remoteId}`)
    valueOf(await adapter.publisher.publish(session, draftOf('Deux', { media: [pictureOf('un point')] }), intent))
    expect(network.visible()).toEqual(['Bonjour', 'Deux'])
    for (const act of ['delete', 'delete'] as const) expect(valueOf(await adapter.publisher.act!(session, { act, remoteId: words.remoteId }))).toBeNull()
    expect(network.visible()).toEqual(['Deux'])
  })

  it.each(riddles(true))('never says "none" of what may have arrived: $name', async (fault) => {
    server.spoil((request) => network.isCreate(request), fault, 1)
    expect(failureKind(await adapter.publisher.publish(session, draftOf('Bonjour'), intent))).toBe('unknown_outcome')
    expect(valueOf(await adapter.publisher.findPublished(session, draftOf('Bonjour'), { ...intent, sentAt: 0, isAnothers: () => false }))).toBe('cannot_tell')
  })

  it('hears nothing, and says that it can neither react nor ban', async () => {
    network.hear('bonjour')
    expect(valueOf(await adapter.inbox!.fetchSince(session, null)).items).toEqual([])
    expect(failureKind(await adapter.publisher.setLiked!(session, { remoteId: '7', liked: true }))).toBe('rejected')
    expect(failureKind(await adapter.publisher.act!(session, { act: 'block', remoteId: '7:8' }))).toBe('rejected')
  })

  it('asks for a new one when it was deleted', async () => {
    const gone: Fault = { name: '404', isDone: false, spoil: (response) => void response.writeHead(404, { 'content-type': 'application/json' }).end('{"message":"Unknown Webhook","code":10015}') }
    server.spoil(() => true, gone)
    expect(failureKind(await adapter.publisher.publish(session, draftOf('Bonjour'), intent))).toBe('auth_revoked')
  })

  it('shows its address in no failure and no line of the log', async () => {
    const results: unknown[] = []
    for (const fault of [...riddles(false), ...Object.values<Fault>(refusals)]) {
      server.spoil(() => true, fault)
      results.push(await adapter.publisher.publish(session, draftOf('a'), intent), await adapter.connect.whoAmI(session))
    }
    expect(log.length).toBeGreaterThan(0)
    expect(`${JSON.stringify(results)} ${log.join('\n')}`).not.toContain('3d89bb7572')
  })

  it.skipIf(!hasSharedFolder)('asked nothing, in all of the above, that its description does not know', () => {
    const description = loadDiscordDescription()
    console.log(ledger.report('Discord, webhook', description))
    expect(ledger.requests.length).toBeGreaterThan(50)
    expect(ledger.complaints(description)).toEqual([])
  })
})

describe('what a person pastes', () => {
  it.each([
    ['https://discord.com/api/webhooks/118/a_b-c', '', { kind: 'webhook', webhookId: '118', token: 'a_b-c' }],
    ['https://ptb.discord.com/api/v10/webhooks/118/abc?wait=true', '', { kind: 'webhook', webhookId: '118', token: 'abc' }],
    ['Bot MTE4MDAwMDAwMDAwMDAwMDAwMA.GabcdE.abcdefghijklmnopqrstuvwxyz0', 'https://discord.com/channels/1180000000000000002/1180000000000000001', { kind: 'bot', channelId: '1180000000000000001', token: 'MTE4MDAwMDAwMDAwMDAwMDAwMA.GabcdE.abcdefghijklmnopqrstuvwxyz0' }]
  ] as const)('%s', (typed, channel, key) => {
    expect(readKey(typed, channel)).toEqual({ ok: true, value: key })
  })

  it.each([['http://127.0.0.1:1', 'webhook', 'no_webhook_address'], ['😀', 'webhook:forum', 'no_webhook_address'], ['password', '1180000000000000001', 'no_bot_token_of_discord']])('says what %s for %s is not, and asks Discord nothing', (typed, channel, reason) => {
    expect(readKey(typed, channel)).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { code: 'wrong_credentials', details: { reason } } } })
  })

  it('is refused before anything is asked when it is neither', () => {
    for (const [typed, channel] of [['password', '1180000000000000001'], ['a.b.c/../..', '1180000000000000001'], ['MTE4MDAwMDAwMDAwMDAwMDAwMA.GabcdE.abcdefghijklmnopqrstuvwxyz0', 'annonces']] as const) expect(failureKind(readKey(typed, channel))).toBe('rejected')
  })
})
