import { afterEach, beforeEach, expect, it } from 'vitest'
import { defaultVoice, type Voice } from '../../../shared/voice/voice.ts'
import { createPaperNetwork, type PaperNetwork } from '../../ui/support/paper-network.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

const day = 86_400_000

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

const say = (changes: Partial<Voice>) => {
  const { ignored: _ignored, ...voice } = { ...defaultVoice, ...changes }
  return engine.ask('voice.save', { workspaceId, voice })
}

async function everyWeek(text: string): Promise<void> {
  const postId = engine.random.id()
  const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }, targets: [{ accountId, variant: null }], media: [] } })
  await engine.ask('series.start', { requestId: engine.random.id(), workspaceId, seriesId: engine.random.id(), postId, revision, localDateTime: '2026-11-28T09:00', rule: { every: 'week', weekdays: [6] }, end: { kind: 'count', count: 30 } })
}

const series = async () => (await engine.ask('series.list', { workspaceId, from: 0 })).series[0]!

it('a day that would say what the client does not let out stays a draft, and the series says which and why', async () => {
  await everyWeek('Une bonne affaire')
  const made = (await series()).occurrences.length
  expect((await series()).unplanned).toEqual([])
  await say({ forbidden: ['affaire'], blocks: ['forbidden'] })
  await engine.advance(2 * day)
  const { occurrences, unplanned } = await series()
  expect(occurrences.length).toBeGreaterThan(made)
  const late = occurrences.slice(made)
  expect(unplanned).toMatchObject(late.map(({ date, postId }) => ({ date, postId, problems: [{ code: 'forbidden_word', severity: 'stop', accountId }] })))
  for (const { postId } of late) expect((await engine.ask('posts.read', { workspaceId, postId: postId! })).jobs).toEqual([])
})

it('nothing is said of a day once nothing stands in its way, nor of one that somebody took back', async () => {
  await everyWeek('Une bonne affaire')
  await say({ forbidden: ['affaire'], blocks: ['forbidden'] })
  await engine.advance(2 * day)
  expect((await series()).unplanned.length).toBeGreaterThan(0)
  await say({})
  expect((await series()).unplanned).toEqual([])
  const next = (await series()).occurrences.find(({ date, state }) => state === 'planned' && date > '2026-12-02')!
  await engine.ask('posts.unschedule', { workspaceId, postId: next.postId! })
  expect((await series()).unplanned).toEqual([])
})

it('a day that was left gets its hour once nothing stands in its way, and one that somebody wrote on or took back does not', async () => {
  await everyWeek('Une bonne affaire')
  const made = (await series()).occurrences.length
  await say({ forbidden: ['affaire'], blocks: ['forbidden'] })
  await engine.advance(9 * day)
  const [first, written] = (await series()).unplanned
  const read = async (postId: string) => (await engine.ask('posts.read', { workspaceId, postId })).post
  const { revision, document, targets, media } = await read(written!.postId)
  await engine.ask('posts.saveDraft', { workspaceId, postId: written!.postId, revision, content: { title: 'Autre chose', document, targets, media } })
  const takenBack = (await series()).occurrences.slice(0, made).findLast(({ state }) => state === 'planned')!
  await engine.ask('posts.unschedule', { workspaceId, postId: takenBack.postId! })
  await say({})
  await engine.advance(day / 24)
  expect((await read(first!.postId)).schedule).toMatchObject({ localDateTime: `${first!.date}T09:00` })
  expect((await engine.ask('posts.read', { workspaceId, postId: first!.postId })).jobs).toMatchObject([{ state: 'queued' }])
  expect([(await read(written!.postId)).schedule, (await read(takenBack.postId!)).schedule, (await series()).unplanned]).toEqual([null, null, []])
})
