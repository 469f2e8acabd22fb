import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createScriptedServer, type ScriptedServer } from '../../support/scripted-adapter.ts'
import { copyDatabase, putDatabase } from '../support/older-file.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

const minute = 60_000
const hour = 60 * minute
let engine: TestEngine
let server: ScriptedServer
let workspaceId: string
let postId: string
let aside: string
/** By how much this computer's clock is ahead of the network's. */
let ahead: number

const file = (): string => join(engine.folder, 'workspaces', workspaceId, 'workspace.db')
const job = async () => (await engine.ask('posts.read', { workspaceId, postId })).jobs[0]!
const sent = (): readonly string[] => server.records.map(({ text }) => text)
const review = async () => (await engine.ask('safety.readRestored', { workspaceId })).entries
const workOffline = (is: boolean) => engine.ask('studio.saveSettings', { settings: { workOffline: is } })

const copyAside = (): Promise<void> => copyDatabase(file(), join(aside, 'old.db'))
const putBack = (downForMs = 0, meanwhile = () => undefined as void): Promise<void> =>
  engine.restart({
    crash: false,
    downForMs,
    meanwhile() {
      meanwhile()
      putDatabase(join(aside, 'old.db'), file())
    }
  })

beforeEach(async () => {
  aside = mkdtempSync(join(tmpdir(), 'vigie-aside-'))
  ahead = 0
  server = createScriptedServer('wordpress', { now: () => engine.now() - ahead, looksByWords: true })
  engine = await startTestEngine({ adapters: [server.adapter], startAt: Date.UTC(2026, 10, 21, 9) })
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'UTC' })
  const { id: accountId } = await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'wordpress', serverUrl: 'https://server.example', identifier: 'lea', appPassword: 'p' })
  postId = engine.random.id()
  const document = { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Candles are back.' }] }] }
  const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: 'Candles', document, targets: [{ accountId, variant: null }], media: [] } })
  await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'at', localDateTime: '2026-11-21T10:00' } })
})

afterEach(async () => {
  await engine.stop()
  rmSync(aside, { recursive: true, force: true })
})

it('what the copy calls missed, and was published since, is looked for and shown like the rest', async () => {
  await workOffline(true)
  await engine.advance(3 * hour)
  expect((await job()).state).toBe('missed')
  await copyAside()
  await workOffline(false)
  await engine.ask('outbox.decide', { workspaceId, jobId: (await job()).id, decision: 'publish_now' })
  await engine.advance(5 * minute)
  expect(sent()).toHaveLength(1)
  await putBack()
  const [entry] = await review()
  expect(entry?.finding).toMatchObject({ kind: 'there' })
  const remoteId = entry?.finding.kind === 'there' ? entry.finding.remoteId : ''
  await engine.ask('safety.decideRestored', { workspaceId, decisions: [{ jobId: (await job()).id, fate: { kind: 'out', remoteId, url: null } }] })
  await engine.advance(hour)
  expect([(await job()).state, sent().length]).toEqual(['published', 1])
})

it('what the copy calls missed, left in doubt by the review, is published by no decision about many', async () => {
  await workOffline(true)
  await engine.advance(3 * hour)
  await copyAside()
  await workOffline(false)
  await engine.ask('outbox.decide', { workspaceId, jobId: (await job()).id, decision: 'publish_now' })
  await engine.advance(5 * minute)
  await putBack()
  await engine.ask('safety.lift', { workspaceId })
  await engine.advance(minute)
  const { id: jobId, state, dueAt, failure } = await job()
  expect([state, failure?.code]).toEqual(['missed', 'restored_doubt'])
  const { done, refused } = await engine.ask('posts.decideMissed', { workspaceId, decisions: [{ jobId, seenDueAt: dueAt, fate: { kind: 'publish_now' } }] })
  expect([done, refused.map(({ error }) => error.code)]).toEqual([[], ['conflict']])
  await engine.advance(hour)
  expect(sent()).toHaveLength(1)
})

it('what the copy calls failed is among them too, and goes or is out as the person says', async () => {
  server.nextSends('rejected')
  await engine.advance(2 * hour)
  expect((await job()).state).toBe('failed')
  await copyAside()
  await putBack()
  const entries = await review()
  expect(entries).toHaveLength(1)
  await engine.ask('safety.decideRestored', { workspaceId, decisions: [{ jobId: (await job()).id, fate: { kind: 'out', remoteId: null, url: null } }] })
  expect((await job()).state).toBe('published')
})

it('to send it although the client said no does not say that it is not out', async () => {
  const { post } = await engine.ask('posts.read', { workspaceId, postId })
  await engine.ask('posts.recordApproval', { workspaceId, postId, revision: post.revision, approval: { kind: 'refused', by: 'Claire Petit', channel: 'phone', comment: 'No' } })
  await engine.advance(hour + minute)
  expect(await job()).toMatchObject({ state: 'held', failure: { code: 'refused_by_client' } })
  await copyAside()
  await engine.ask('posts.sendAllTheSame', { workspaceId, postId })
  await engine.advance(5 * minute)
  expect(sent()).toHaveLength(1)
  await putBack()
  await engine.ask('posts.sendAllTheSame', { workspaceId, postId })
  await engine.advance(5 * minute)
  expect((await review())[0]?.finding.kind).toBe('there')
  await engine.ask('safety.lift', { workspaceId })
  await engine.advance(hour)
  expect(sent()).toHaveLength(1)
})

it('a later hold does not make of what is doubtful a post like any other', async () => {
  await copyAside()
  await putBack()
  await engine.ask('safety.lift', { workspaceId })
  await engine.ask('safety.hold', { workspaceId, reason: 'Storm' })
  await engine.advance(hour + minute)
  expect(await job()).toMatchObject({ state: 'held', failure: { code: 'restored_doubt' } })
  await engine.ask('safety.lift', { workspaceId })
  for (const subject of [{ kind: 'post' as const, postId }, { kind: 'job' as const, jobId: (await job()).id }]) {
    expect(await engine.request('safety.decideHeld', { workspaceId, decisions: [{ subject, fate: { kind: 'publish_now' } }] })).toMatchObject({ ok: false, error: { details: { reason: 'not_held' } } })
  }
})

it('a late start does not call it missed', async () => {
  await copyAside()
  await putBack()
  await engine.ask('safety.lift', { workspaceId })
  await engine.advance(10 * minute)
  await engine.restart({ crash: false, downForMs: 5 * hour })
  await engine.advance(minute)
  expect([await job(), sent()]).toMatchObject([{ state: 'held', failure: { code: 'restored_doubt' } }, []])
})

it('what its network still has is called back, whatever is said of it meanwhile', async () => {
  await engine.ask('handOver.start', { workspaceId, postId })
  await engine.settle()
  expect(server.scheduler.waiting).toHaveLength(1)
  await copyAside()
  await workOffline(true)
  await putBack()
  const [entry] = await review()
  expect(entry?.isWithNetwork).toBe(true)
  await engine.ask('safety.decideRestored', { workspaceId, decisions: [{ jobId: entry!.jobId, fate: { kind: 'out', remoteId: null, url: null } }] })
  await workOffline(false)
  await engine.advance(5 * minute)
  expect(server.scheduler.waiting).toEqual([])
  await engine.advance(2 * hour)
  expect([await job(), sent()]).toMatchObject([{ state: 'held', failure: { code: 'restored_doubt' } }, []])
})

it.each([['that is there', true], ['that nobody gave to it', false]] as const)('what its network may have, %s, is given up by a word: called back, and a draft then', async (_name, isThere) => {
  if (isThere) {
    await engine.ask('handOver.start', { workspaceId, postId })
    await engine.settle()
    expect(server.scheduler.waiting).toHaveLength(1)
  }
  await copyAside()
  await putBack()
  const [entry] = await review()
  expect(entry).toMatchObject({ isWithNetwork: true, mayBeDropped: true })
  await engine.ask('safety.decideRestored', { workspaceId, decisions: [{ jobId: entry!.jobId, fate: { kind: 'drop' } }] })
  await engine.advance(10 * minute)
  expect(server.scheduler.waiting).toEqual([])
  await engine.advance(3 * hour)
  expect([await job(), sent()]).toMatchObject([{ state: 'cancelled', cancelReason: 'dropped_after_hold' }, []])
  expect((await engine.ask('posts.read', { workspaceId, postId })).post.status).toBe('draft')
})

it('a copy from before the clock was set back says nothing of what is out since: nothing is called not there', async () => {
  ahead = 24 * hour
  await engine.restart({ crash: false, downForMs: 30 * minute })
  await copyAside()
  await engine.ask('posts.reschedule', { workspaceId, postId, localDateTime: '2026-11-21T09:40' })
  await engine.advance(15 * minute)
  expect(sent()).toHaveLength(1)
  await putBack(-24 * hour, () => void (ahead = 0))
  expect((await review()).map(({ finding }) => finding.kind)).not.toContain('not_there')
})

it('a copy that was made by a clock that was ahead, and set right since: what is out since is shown, and not called not there', async () => {
  ahead = 3 * hour
  await engine.ask('posts.reschedule', { workspaceId, postId, localDateTime: '2026-11-21T20:00' })
  await copyAside()
  await engine.ask('posts.reschedule', { workspaceId, postId, localDateTime: '2026-11-21T09:40' })
  await engine.advance(hour)
  expect(sent()).toHaveLength(1)
  await putBack(hour, () => void (ahead = 0))
  expect((await review()).map(({ finding }) => finding)).toMatchObject([{ kind: 'alike', remoteId: server.records[0]?.remoteId, text: 'Candles are back.' }])
})

it('one account that cannot be looked at keeps nobody from looking through the rest', async () => {
  await copyAside()
  server.otherwise({
    look: () => {
      throw new Error('a bug of the adapter')
    }
  })
  await putBack()
  expect((await review()).map(({ finding }) => finding.kind)).toEqual(['not_asked'])
})

it('what the copy calls on its way to its network, and arrived there since, is looked for and called back', async () => {
  server.scheduler.next('rate_limited')
  await engine.ask('handOver.start', { workspaceId, postId })
  await engine.settle()
  expect([(await job()).handOver, server.scheduler.waiting.length]).toEqual(['handing', 0])
  await copyAside()
  await engine.advance(3 * minute)
  expect(server.scheduler.waiting).toHaveLength(1)
  await putBack()
  expect(await review()).toMatchObject([{ isWithNetwork: true }])
  await engine.advance(10 * minute)
  expect([server.scheduler.waiting, (await job()).handOver]).toEqual([[], null])
  await engine.advance(2 * hour)
  expect([await job(), sent()]).toMatchObject([{ state: 'held', failure: { code: 'restored_doubt' } }, []])
})

it('what the copy knows there by a name, and was called back and handed over anew since, is called back under its new name', async () => {
  await engine.ask('handOver.start', { workspaceId, postId })
  await engine.settle()
  await copyAside()
  await engine.ask('handOver.takeBack', { workspaceId, postId, afterwards: 'wait_here' })
  await engine.advance(minute)
  await engine.ask('handOver.start', { workspaceId, postId })
  await engine.settle()
  expect(server.scheduler.waiting.map(({ scheduledId }) => scheduledId)).toEqual(['scheduled-2'])
  await putBack()
  await engine.advance(10 * minute)
  expect([server.scheduler.waiting, (await job()).handOver]).toEqual([[], null])
  await engine.advance(2 * hour)
  expect(sent()).toEqual([])
})

it('what was still to come when it was let go, and is past its hour by then, is not published by that press: it asks', async () => {
  await workOffline(true)
  await engine.advance(3 * hour)
  await copyAside()
  await putBack()
  await workOffline(false)
  expect((await job()).state).toBe('missed')
  const [entry] = await review()
  await engine.ask('safety.decideRestored', { workspaceId, decisions: [{ jobId: entry!.jobId, fate: { kind: 'goes', unlessPast: true } }] })
  await engine.advance(hour)
  expect([sent(), (await job()).state]).toEqual([[], 'missed'])
  await engine.ask('outbox.decide', { workspaceId, jobId: entry!.jobId, decision: 'publish_now' })
  await engine.advance(minute)
  expect(sent()).toEqual(['Candles are back.'])
})
