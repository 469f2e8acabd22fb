import { afterEach, beforeEach, expect, it } from 'vitest'
import { defaultVoice, type Voice } from '../../../shared/voice/voice.ts'
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

const read = () => engine.ask('voice.read', { workspaceId })
const save = (changes: Partial<Voice>) => {
  const { ignored: _ignored, ...voice } = { ...defaultVoice, ...changes }
  return engine.ask('voice.save', { workspaceId, voice })
}
async function schedule(text: string) {
  const postId = engine.random.id()
  const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }, targets: [{ accountId, variant: null }], media: [] } })
  return engine.request('posts.schedule', { workspaceId, postId, revision, when: { kind: 'at', localDateTime: '2026-11-21T12:00' } })
}

it('is kept over a crash, and what is ignored stays when the rest is changed', async () => {
  expect(await read()).toEqual(defaultVoice)
  await engine.ask('voice.ignore', { workspaceId, key: 'forbidden:deal', isIgnored: true })
  await save({ note: 'Chaleureux, jamais pressant', forbidden: ['deal'], address: 'vous' })
  await engine.restart({ crash: true })
  expect(await read()).toEqual({ ...defaultVoice, note: 'Chaleureux, jamais pressant', forbidden: ['deal'], address: 'vous', ignored: ['forbidden:deal'] })
  await engine.ask('voice.ignore', { workspaceId, key: 'forbidden:deal', isIgnored: false })
  expect((await read()).ignored).toEqual([])
  expect(engine.events.filter(({ name }) => name === 'voice.changed')).toHaveLength(3)
})

it('stops no post unless the client says so, and then also one that no page has checked', async () => {
  await save({ forbidden: ['deal'] })
  expect((await schedule('Un deal, partenariat compris')).ok).toBe(true)
  await save({ forbidden: ['deal'], blocks: ['forbidden', 'disclosure'] })
  expect(await schedule('Un DEAL de saison')).toMatchObject({ ok: false, error: { code: 'post_has_problems', details: { problem: 'forbidden_word', accountId } } })
  expect(await schedule('Notre partenariat avec la brûlerie')).toMatchObject({ ok: false, error: { code: 'post_has_problems', details: { problem: 'disclosure_missing' } } })
  expect((await schedule('Notre partenariat avec la brûlerie #publicité')).ok).toBe(true)
})
