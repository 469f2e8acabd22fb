import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Draft } from '../../../electron/engine/networks/network-draft.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import type { Occasion } from '../../../shared/posts/occasion.ts'
import { createScriptedNetwork, identityOf } from '../support/scripted-network.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let engine: TestEngine
let workspaceId: string
let accountId: string
let sent: Draft[]

beforeEach(async () => {
  sent = []
  const network = createScriptedNetwork('google_business')
  engine = await startTestEngine({
    adapters: [{ ...network.adapter, capabilities: { ...capabilitiesOf('google_business'), connectBy: 'app_password' as const }, publisher: { ...network.adapter.publisher, publish: async (_session, draft) => (sent.push(draft), { ok: true as const, value: { remoteId: String(sent.length), url: null } }) } }]
  })
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Le Comptoir', colour: 'teal', timeZone: 'Europe/Paris' })
  network.people.set('comptoir', { password: 'p', identity: identityOf('comptoir') })
  accountId = (await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'google_business', serverUrl: 'https://server.example', identifier: 'comptoir', appPassword: 'p' })).id
})
afterEach(() => engine.stop())

const event: Occasion = { kind: 'event', title: 'Huîtres', starts: '2026-12-05T11:00', ends: '2026-12-05T18:00' }
const contentOf = (occasion: Occasion) => ({ title: '', document: { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Venez' }] }] }, media: [], targets: [{ accountId, variant: null, framing: { occasion } }] })

async function draftOf(occasion = event): Promise<{ readonly postId: string; readonly revision: number }> {
  const postId = engine.random.id()
  return { postId, revision: (await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: contentOf(occasion) })).revision }
}

const startSeries = async (end: { kind: 'count'; count: number } | { kind: 'until'; date: string }, localDateTime = '2026-11-28T09:00', weekday: 6 | 7 = 6) =>
  engine.request('series.start', { requestId: engine.random.id(), workspaceId, seriesId: engine.random.id(), ...(await draftOf()), localDateTime, rule: { every: 'week', weekdays: [weekday] }, end })
const over = { ok: false, error: { code: 'post_has_problems', details: { problem: 'occasion_over' } } }
const beyond = { ok: false, error: { code: 'post_has_problems', details: { reason: 'occasion_over_in_series' } } }

test.each(['2026-13-45T99:99', '2026-02-30T18:00', '0000-00-00T00:00'])('an event that ends at an hour that no calendar has (%s) is neither planned nor repeated, and that is said', async (ends) => {
  const missing = { ok: false, error: { code: 'post_has_problems', details: { problem: 'occasion_hours_missing' } } }
  const { postId, revision } = await draftOf({ ...event, starts: '2026-01-01T11:00', ends })
  expect(await engine.request('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })).toMatchObject(missing)
  const repeated = await engine.request('series.start', { requestId: engine.random.id(), workspaceId, seriesId: engine.random.id(), postId, revision, localDateTime: '2026-11-28T09:00', rule: { every: 'week', weekdays: [6] }, end: { kind: 'count', count: 3 } })
  expect(repeated).toMatchObject(missing)
  expect(sent).toEqual([])
})

test('an event goes out as it was written, over a crash and from a template, and none that is over by then is planned or moved there', async () => {
  const soon: Occasion = { ...event, starts: '2026-11-22T11:00', ends: '2026-11-22T18:00' }
  const { postId, revision } = await draftOf(soon)
  const schedule = (localDateTime: string) => engine.request('posts.schedule', { workspaceId, postId, revision, when: { kind: 'at', localDateTime } })
  expect(await schedule('2026-11-23T07:00')).toMatchObject(over)
  expect(await schedule('2026-11-22T09:00')).toMatchObject({ ok: true })
  expect(await engine.request('posts.reschedule', { workspaceId, postId, localDateTime: '2026-11-23T09:00' })).toMatchObject(over)
  expect(await engine.request('posts.reschedule', { workspaceId, postId, localDateTime: '2026-11-22T08:00' })).toMatchObject({ ok: true })
  const templateId = engine.random.id()
  await engine.ask('templates.save', { workspaceId, template: { id: templateId, name: 'Huîtres', content: contentOf(soon) } })
  await engine.restart({ crash: true })
  expect((await engine.ask('templates.read', { workspaceId, templateId })).content.targets[0]?.framing).toEqual({ occasion: soon })
  await engine.advance(Date.parse('2026-11-22T08:00Z') - engine.now())
  expect(sent.map(({ framing }) => framing)).toEqual([{ occasion: soon }])
  // The template of an event that is over begins a post, which is then refused.
  await engine.advance(Date.parse('2026-11-23T06:00Z') - engine.now())
  const late = await draftOf(soon)
  expect(await engine.request('posts.schedule', { workspaceId, ...late, when: { kind: 'now' } })).toMatchObject(over)
})

test('for a place far west of the client, an event that is over by the client’s clock is planned, moved and sent', async () => {
  const soon: Occasion = { ...event, starts: '2026-11-22T11:00', ends: '2026-11-22T18:00' }
  const { postId, revision } = await draftOf(soon)
  expect(await engine.request('posts.schedule', { workspaceId, postId, revision, when: { kind: 'at', localDateTime: '2026-11-22T18:00' } })).toMatchObject({ ok: true })
  // Noon in Montréal is 18:00 in Paris.
  expect(await engine.request('posts.reschedule', { workspaceId, postId, localDateTime: '2026-11-22T21:00' })).toMatchObject({ ok: true })
  await engine.advance(Date.parse('2026-11-22T20:00Z') - engine.now())
  expect(sent).toHaveLength(1)
})

test('no series goes on after its event, and one that ends by then starts', async () => {
  expect(await startSeries({ kind: 'count', count: 30 })).toMatchObject(beyond)
  expect(await startSeries({ kind: 'until', date: '2026-12-12' })).toMatchObject(beyond)
  // At the hour of the client's clocks from which it is over everywhere.
  expect(await startSeries({ kind: 'until', date: '2026-12-06' }, '2026-11-29T07:00', 7)).toMatchObject(beyond)
  expect(await startSeries({ kind: 'until', date: '2026-12-05' })).toMatchObject({ ok: true })
  expect((await engine.ask('series.list', { workspaceId, from: 0 })).series).toHaveLength(1)
})

test('a series goes on as long as its event may still be on somewhere', async () => {
  expect(await startSeries({ kind: 'until', date: '2026-12-06' }, '2026-11-29T06:59', 7)).toMatchObject({ ok: true })
})
