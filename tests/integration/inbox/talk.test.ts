import { describe, expect, it, onTestFinished } from 'vitest'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'
import { incoming } from './inbox-rig.ts'
import { createTalkingNetwork, type TalkingNetwork } from './talking-network.ts'

const minute = 60_000

interface Talk {
  readonly engine: TestEngine
  readonly network: TalkingNetwork
  readonly workspaceId: string
  readonly conversationId: string
  read(): ReturnType<typeof readConversation>
}

const readConversation = (engine: TestEngine, workspaceId: string, conversationId: string) => engine.ask('inbox.read', { workspaceId, conversationId })

/** The whole engine, connected; somebody has asked a question. */
async function startTalk(): Promise<Talk> {
  const time = { now: () => 0 }
  const network = createTalkingNetwork(() => time.now())
  const engine = await startTestEngine({ adapters: [network.adapter] })
  onTestFinished(() => engine.stop())
  time.now = () => engine.now()
  const workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Client', colour: 'teal', timeZone: 'Europe/Paris' })
  network.say(incoming({ remoteId: 'question', conversationRemoteId: 'root', text: 'Vous ouvrez demain ?', createdAt: engine.now() - 5 * minute }))
  await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'bluesky', serverUrl: 'https://server.example', identifier: network.handle, appPassword: network.password })
  await engine.advance(3_000)
  const { conversations } = await engine.ask('inbox.page', { workspaceId, view: 'open', kind: null, accountId: null, before: null, limit: 10 })
  const conversationId = conversations[0]!.id
  return { engine, network, workspaceId, conversationId, read: () => readConversation(engine, workspaceId, conversationId) }
}

describe('a talk', () => {
  it('comes in by itself once the account is connected', async () => {
    const { engine, workspaceId } = await startTalk()
    const { accounts } = await engine.ask('inbox.freshness', { workspaceId })
    expect(accounts).toMatchObject([{ state: 'ready', errorCode: null, asOf: expect.any(Number) }])
    expect((await engine.ask('studio.counts', {})).workspaces).toMatchObject([{ unreadInbox: 1 }])
  })

  it('goes back and forth, and every word stands in the thread once', async () => {
    const { engine, network, workspaceId, conversationId, read } = await startTalk()
    await engine.ask('inbox.reply', { workspaceId, conversationId, replyId: engine.random.id(), itemId: null, text: 'Oui, dès 8 h !' })
    await engine.advance(1_000)
    expect(network.written.map((item) => item.text)).toEqual(['Vous ouvrez demain ?', 'Oui, dès 8 h !'])
    const answered = await read()
    expect(answered.items.map((item) => [item.text, item.isOwn])).toEqual([['Vous ouvrez demain ?', false], ['Oui, dès 8 h !', true]])
    expect(answered).toMatchObject({ jobs: [], conversation: { waitingSince: null, lastIsOwn: true } })
    network.say(incoming({ remoteId: 'thanks', conversationRemoteId: 'root', text: 'Merci !', createdAt: engine.now() }))
    await engine.advance(6 * minute)
    const texts = (await read()).items.map((item) => item.text)
    expect(texts).toEqual(['Vous ouvrez demain ?', 'Oui, dès 8 h !', 'Merci !'])
    expect(engine.events.filter((event) => event.name === 'alert.raised').map((event) => event.payload)).toMatchObject([{ kind: 'new_messages', title: 'Léa', count: 1, subjectId: conversationId }])
  })

  it('that is sent and done comes back when a hold keeps the answer', async () => {
    const { engine, workspaceId, conversationId, read } = await startTalk()
    await engine.ask('safety.hold', { workspaceId, reason: 'A fire' })
    await engine.ask('inbox.reply', { workspaceId, conversationId, replyId: engine.random.id(), itemId: null, text: 'Oui !', thenDone: true })
    await engine.advance(minute)
    const { jobs, conversation } = await read()
    expect(jobs).toMatchObject([{ state: 'held' }])
    expect(conversation).toMatchObject({ state: 'open', waitingSince: expect.any(Number) })
  })

  it('waits offline, survives a crash, and goes out once when the network is back', async () => {
    const { engine, network, workspaceId, conversationId, read } = await startTalk()
    await engine.ask('studio.saveSettings', { settings: { workOffline: true } })
    network.isThere = false
    await engine.ask('inbox.reply', { workspaceId, conversationId, replyId: engine.random.id(), itemId: null, text: 'Oui !' })
    await engine.advance(minute)
    expect((await read()).jobs).toMatchObject([{ state: 'waiting_for_network' }])
    await engine.restart({ crash: true })
    network.isThere = true
    await engine.ask('studio.saveSettings', { settings: { workOffline: false } })
    await engine.advance(10 * minute)
    expect(network.written.filter((item) => item.isOwn).map((item) => item.text)).toEqual(['Oui !'])
    const { items, jobs } = await read()
    expect(jobs).toEqual([])
    expect(items.filter((item) => item.isOwn)).toHaveLength(1)
  })

  it('shows an answer once that arrived although nobody said so', async () => {
    const { engine, network, workspaceId, conversationId, read } = await startTalk()
    network.loseNextAnswer = true
    await engine.ask('inbox.reply', { workspaceId, conversationId, replyId: engine.random.id(), itemId: null, text: 'Oui !' })
    await engine.advance(30 * minute)
    expect(network.written.filter((item) => item.isOwn)).toHaveLength(1)
    const { items, jobs } = await read()
    expect(jobs).toEqual([])
    expect(items.filter((item) => item.isOwn)).toHaveLength(1)
  })

  it('takes a like to the network', async () => {
    const { engine, network, workspaceId, read } = await startTalk()
    const [question] = (await read()).items
    await engine.ask('inbox.like', { workspaceId, itemId: question!.id, liked: true })
    await engine.advance(6 * minute)
    expect([...network.liked]).toEqual(['question'])
    await engine.ask('inbox.like', { workspaceId, itemId: question!.id, liked: false })
    await engine.ask('inbox.like', { workspaceId, itemId: question!.id, liked: true })
    await engine.ask('inbox.like', { workspaceId, itemId: question!.id, liked: false })
    await engine.advance(6 * minute)
    expect([...network.liked]).toEqual([])
    expect((await read()).items[0]?.isLiked).toBe(false)
  })

  it('stays as history when the account is removed', async () => {
    const { engine, network, workspaceId, read } = await startTalk()
    const { accounts } = await engine.ask('accounts.list', { workspaceId })
    await engine.ask('accounts.remove', { workspaceId, accountId: accounts[0]!.id })
    network.say(incoming({ remoteId: 'later', conversationRemoteId: 'root' }))
    await engine.advance(60 * minute)
    expect((await read()).items).toHaveLength(1)
    expect(await engine.ask('inbox.freshness', { workspaceId })).toEqual({ accounts: [] })
  })
})
