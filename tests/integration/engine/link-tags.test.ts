import { afterEach, beforeEach, expect, it } from 'vitest'
import { createPaperNetwork, type PaperNetwork } from '../../ui/support/paper-network.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let network: PaperNetwork
let engine: TestEngine
let workspaceId: string
let accountId: string

beforeEach(async () => {
  network = createPaperNetwork('bluesky', () => engine.now())
  engine = await startTestEngine({ adapters: [network.adapter] })
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
  network.invite('lune', { displayName: 'Lune', handle: '@lune', serverUrl: 'https://server.example' })
  accountId = (await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'bluesky', serverUrl: 'https://server.example', identifier: 'lune', appPassword: 'paper' })).id
})
afterEach(() => engine.stop())

it('are kept over a crash, and told to who listens', async () => {
  expect(await engine.ask('linkTags.read', { workspaceId })).toEqual({ medium: 'social', campaign: '', sources: {} })
  await engine.ask('linkTags.save', { workspaceId, defaults: { medium: 'post', campaign: 'été', sources: { x: 'twitter' } } })
  await engine.restart({ crash: true })
  expect(await engine.ask('linkTags.read', { workspaceId })).toEqual({ medium: 'post', campaign: 'été', sources: { x: 'twitter' } })
  expect(engine.events.filter(({ name }) => name === 'linkTags.changed')).toHaveLength(1)
})

it('the network gets its own name in the link, by what the link itself keeps', async () => {
  const href = 'https://a.example/?utm_source={network}'
  const postId = engine.random.id()
  const document = { type: 'doc' as const, content: [{ type: 'paragraph', content: [{ type: 'text', text: href, marks: [{ type: 'link' as const, attrs: { href, sources: 'bluesky=bsky' } }] }] }] }
  const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document, targets: [{ accountId, variant: null }], media: [] } })
  // What the client changes later does not reach into a link that is written.
  await engine.ask('linkTags.save', { workspaceId, defaults: { medium: '', campaign: '', sources: { bluesky: 'other' } } })
  await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
  await engine.advance(60_000)
  expect(network.published.map(({ text }) => text)).toEqual(['https://a.example/?utm_source=bsky'])
})
