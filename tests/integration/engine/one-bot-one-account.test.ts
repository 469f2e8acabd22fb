import { afterEach, expect, test } from 'vitest'
import { createTelegramAdapter } from '../../../electron/engine/networks/telegram/telegram-adapter.ts'
import type { HttpClient } from '../../../electron/engine/http/http-client.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let engine: TestEngine
afterEach(() => engine.stop())

const bot = (id: number, end = 'a'): string => `${id}:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsa${end}`

/** Every bot may post in every channel; a channel's number is its name. */
const telegram: HttpClient = {
  send(request) {
    const [, id, method] = /bot(\d+):[^/]+\/(\w+)$/.exec(request.url) ?? []
    const chat = typeof request.body === 'string' ? (JSON.parse(request.body) as { chat_id?: number }).chat_id : undefined
    const results: Readonly<Record<string, unknown>> = { getMe: { id: Number(id), is_bot: true, first_name: 'B', username: `b${id}_bot` }, getChat: { id: chat, type: 'channel', title: `Canal ${chat}` }, getChatMember: { status: 'administrator', can_post_messages: true } }
    return Promise.resolve({ ok: true, response: { status: 200, headers: {}, body: new TextEncoder().encode(JSON.stringify({ ok: true, result: results[method!] ?? [] })), url: request.url } })
  }
}

test('a bot serves one account of all clients: its queue would give one what was said to the other', async () => {
  engine = await startTestEngine({ adapters: [createTelegramAdapter({ http: telegram, clock: { now: () => 0, after: () => () => undefined } })], startBackgroundWork: false })
  const [moon, bank] = [engine.random.id(), engine.random.id()]
  await engine.ask('workspaces.create', { id: moon, name: 'Maison Lune', colour: 'teal', timeZone: 'UTC' })
  await engine.ask('workspaces.create', { id: bank, name: 'Banque Ferron', colour: 'ocean', timeZone: 'UTC' })
  const connect = async (workspaceId: string, channel: number, appPassword: string): Promise<unknown> => {
    const answer = await engine.request('accounts.connectWithAppPassword', { workspaceId, networkId: 'telegram', serverUrl: 'https://api.telegram.org', identifier: String(channel), appPassword })
    return answer.ok ? answer.value.remoteId : [answer.error.code, answer.error.details]
  }
  const refused = ['login_refused', { reason: 'bot_in_use' }]
  expect(await connect(moon, -1001, bot(1))).toBe('-1001')
  expect(await connect(bank, -1002, bot(1))).toEqual(refused)
  expect(await connect(bank, -1002, bot(1, 'b'))).toEqual(refused)
  expect(await connect(moon, -1003, bot(1))).toEqual(refused)
  expect(await connect(bank, -1002, bot(2))).toBe('-1002')

  const [account] = (await engine.ask('accounts.list', { workspaceId: moon })).accounts
  await engine.ask('accounts.remove', { workspaceId: moon, accountId: account!.id })
  expect(await connect(bank, -1001, bot(1))).toBe('-1001')
  expect(await connect(moon, -1001, bot(1))).toEqual(refused)
})
