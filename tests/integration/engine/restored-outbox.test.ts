import { rmSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { createScriptedServer, type ScriptedServer } from '../../support/scripted-adapter.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

const minute = 60_000
const hour = 60 * minute
let engine: TestEngine
let server: ScriptedServer
let workspaceId: string
let accountId: string
let postId: string

afterEach(() => engine.stop())

const contentOf = (text: string) => ({
  title: text, document: { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }] }, targets: [{ accountId, variant: null }], media: []
})

async function plan(text: string, localDateTime: string): Promise<string> {
  const id = engine.random.id()
  const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId: id, revision: 0, content: contentOf(text) })
  await engine.ask('posts.schedule', { workspaceId, postId: id, revision, when: { kind: 'at', localDateTime } })
  return id
}

/** A post planned for 10:00 (it is 9:00), and a backup made at 9:02, when it was not yet sent. */
async function planPost(networkId: 'bluesky' | 'wordpress' | 'mastodon'): Promise<void> {
  server = createScriptedServer(networkId, { now: () => engine.now(), looksByWords: true })
  engine = await startTestEngine({ adapters: [server.adapter], startAt: Date.UTC(2026, 10, 21, 9) })
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'UTC' })
  accountId = (await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId, serverUrl: 'https://server.example', identifier: 'lea', appPassword: 'p' })).id
  postId = await plan('Candles are back.', '2026-11-21T10:00')
  await engine.advance(3 * minute)
}

async function damageAndRestart(): Promise<void> {
  await engine.restart({ crash: false, meanwhile: () => truncateSync(join(engine.folder, 'workspaces', workspaceId, 'workspace.db'), 5000) })
  expect((await engine.ask('studio.read', {})).recoveries[0]).toMatchObject({ workspaceId, restoredTo: Date.UTC(2026, 10, 21, 9, 2) })
}

const jobs = async (id = postId) => (await engine.ask('posts.read', { workspaceId, postId: id })).jobs
const sent = () => server.records.map(({ text }) => text)
const holds = async () => (await engine.ask('studio.read', {})).holds
const review = () => engine.ask('safety.readRestored', { workspaceId })
function openJobs(): readonly { readonly doubtful: number }[] {
  const database = openDatabase(join(engine.folder, 'workspaces', workspaceId, 'workspace.db'), { readonly: true })
  const rows = database.prepare<[], { doubtful: number }>('SELECT doubtful FROM outbox_jobs WHERE finished_at IS NULL').all()
  database.close()
  return rows
}
const goes = { kind: 'goes' } as const

/** What is found is out, all else is released. */
async function release(): Promise<void> {
  const { entries } = await review()
  const decisions = entries.map(({ jobId, finding }) => ({ jobId, fate: finding.kind === 'there' ? { kind: 'out' as const, remoteId: finding.remoteId, url: finding.url } : goes }))
  await engine.ask('safety.decideRestored', { workspaceId, decisions })
}

describe('after a restoration', () => {
  it.each(['bluesky', 'wordpress'] as const)('a post that had gone out on %s in the lost span is found there, not sent again', async (networkId) => {
    await planPost(networkId)
    await engine.advance(58 * minute)
    expect(server.records).toHaveLength(1)
    await engine.advance(10 * minute)
    await damageAndRestart()
    await engine.advance(30 * minute)
    expect(server.records).toHaveLength(1)
    expect(await jobs()).toMatchObject([{ state: 'published' }])
  })

  it.each(['bluesky', 'wordpress', 'mastodon'] as const)('a post that was published earlier than the copy says does not go out again on %s', async (networkId) => {
    await planPost(networkId)
    const { post } = await engine.ask('posts.unschedule', { workspaceId, postId }).then(() => engine.ask('posts.read', { workspaceId, postId }))
    await engine.ask('posts.schedule', { workspaceId, postId, revision: post.revision, when: { kind: 'now' }, isRepeatMeant: false })
    await engine.advance(5 * minute)
    expect(sent()).toEqual(['Candles are back.'])
    await damageAndRestart()
    await engine.advance(5 * minute)
    const { entries, more } = await review()
    expect([entries.map(({ finding }) => finding.kind), more]).toEqual([['there'], 0])
    // Its time comes while nobody looks.
    await engine.advance(2 * hour)
    expect(sent()).toHaveLength(1)
    await release()
    await engine.advance(2 * hour)
    expect([sent().length, (await jobs())[0]?.state, await holds()]).toEqual([1, 'published', []])
  })

  it('what is out since the copy and is not in it is told, once, where the network lists it', async () => {
    await planPost('bluesky')
    const extra = engine.random.id()
    const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId: extra, revision: 0, content: contentOf('Written after the copy') })
    await engine.ask('posts.schedule', { workspaceId, postId: extra, revision, when: { kind: 'now' } })
    await engine.advance(minute)
    expect(sent()).toEqual(['Written after the copy'])
    await damageAndRestart()
    const { entries, onlyThere } = await review()
    expect(entries).toMatchObject([{ excerpt: 'Candles are back.', finding: { kind: 'not_there' } }])
    expect(entries[0]?.isOnlySought).toBeUndefined()
    expect(onlyThere).toMatchObject([{ accountId, text: 'Written after the copy' }])
  })

  it('what its network may publish by itself, as far as the copy knows nothing of it, is told as looked for, not as called back', async () => {
    await planPost('mastodon')
    await damageAndRestart()
    expect((await review()).entries).toMatchObject([{ isWithNetwork: true, isOnlySought: true }])
  })

  it('what is only looked for with its network says so in the outbox, after the review too, and was called back by nobody', async () => {
    await planPost('mastodon')
    await damageAndRestart()
    const listed = async () => (await engine.ask('outbox.list', { workspaceId, view: 'open', limit: 10 })).jobs
    expect(await listed()).toMatchObject([{ handOver: 'taking_back', isSought: true }])
    await release()
    expect(await listed()).toMatchObject([{ handOver: 'taking_back', isSought: true }])
    expect((await engine.ask('handOver.readHeld', { workspaceId })).posts).toEqual([])
    await engine.advance(5 * minute)
    expect(await listed()).toMatchObject([{ state: 'queued', handOver: null }])
    expect((await listed())[0]).not.toHaveProperty('isSought')
    expect((await engine.ask('handOver.readHeld', { workspaceId })).posts).toEqual([])
  })

  it('a post that was edited and published by hand meanwhile is shown as something much like it, and waits for a word', async () => {
    await planPost('bluesky')
    await engine.ask('posts.unschedule', { workspaceId, postId })
    const { post } = await engine.ask('posts.read', { workspaceId, postId })
    const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: post.revision, content: contentOf('The candles are back!') })
    await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
    await engine.advance(5 * minute)
    await damageAndRestart()
    const { entries } = await review()
    expect(entries).toMatchObject([{ excerpt: 'Candles are back.', finding: { kind: 'alike', text: 'The candles are back!' } }])
    await engine.ask('safety.decideRestored', { workspaceId, decisions: [{ jobId: entries[0]!.jobId, fate: { kind: 'drop' } }] })
    await engine.advance(2 * hour)
    expect(sent()).toEqual(['The candles are back!'])
  })

  it('what was planned for later waits for a person, over a start anew and without a network; released, it goes once at its time', async () => {
    await planPost('wordpress')
    await engine.advance(10 * minute)
    await damageAndRestart()
    expect(await holds()).toMatchObject([{ workspaceId, reason: '', restored: { cause: 'damaged', restoredTo: Date.UTC(2026, 10, 21, 9, 2) } }])
    await engine.ask('studio.saveSettings', { settings: { workOffline: true } })
    expect((await review()).entries).toMatchObject([{ finding: { kind: 'not_asked' } }])
    await engine.restart({ crash: true })
    await engine.ask('studio.saveSettings', { settings: { workOffline: false } })
    await engine.advance(5 * minute)
    expect(await holds()).toMatchObject([{ restored: { cause: 'damaged' } }])
    expect((await review()).entries).toMatchObject([{ dueAt: Date.UTC(2026, 10, 21, 10), finding: { kind: 'not_there' } }])
    await release()
    expect(await jobs()).toMatchObject([{ state: 'queued', handOver: null, attempts: 0 }])
    await engine.advance(2 * hour)
    expect([server.records.length, (await jobs())[0]?.state]).toEqual([1, 'published'])
  })

  it('lifted without a word about it, it asks when its time comes, and goes when the person says so', async () => {
    await planPost('bluesky')
    await damageAndRestart()
    await engine.ask('safety.lift', { workspaceId })
    expect(await holds()).toEqual([])
    await engine.advance(2 * hour)
    expect([sent(), await jobs()]).toMatchObject([[], [{ state: 'held', failure: { code: 'restored_doubt' } }]])
    await engine.ask('outbox.decide', { workspaceId, jobId: (await jobs())[0]!.id, decision: 'publish_now' })
    await engine.advance(minute)
    expect(sent()).toEqual(['Candles are back.'])
  })

  it('what the user writes afterwards is theirs, and goes when the hold is lifted', async () => {
    await planPost('bluesky')
    await damageAndRestart()
    const due = await plan('Written since, due meanwhile.', '2026-11-21T09:30')
    const planned = await plan('Written since, planned.', '2026-11-21T11:00')
    await engine.advance(40 * minute)
    expect(sent()).toEqual([])
    const { entries } = await review()
    expect(entries.map(({ excerpt, finding }) => [excerpt, finding.kind])).toEqual([['Written since, due meanwhile.', 'new'], ['Candles are back.', 'not_there']])
    await engine.ask('safety.decideRestored', { workspaceId, decisions: entries.filter(({ postId: id }) => id === due).map(({ jobId }) => ({ jobId, fate: goes })) })
    await engine.advance(2 * hour)
    expect(sent()).toEqual(['Written since, due meanwhile.', 'Written since, planned.'])
    expect((await jobs(planned))[0]?.state).toBe('published')
    expect((await jobs())[0]?.state).toBe('held')
  })

  it('restored once more, it is looked through once more, since the earlier copy', async () => {
    await planPost('bluesky')
    await engine.advance(minute)
    await damageAndRestart()
    await release()
    expect(await holds()).toEqual([])
    await damageAndRestart()
    expect(await holds()).toMatchObject([{ restored: { restoredTo: Date.UTC(2026, 10, 21, 9, 2) } }])
    await engine.advance(2 * hour)
    expect([sent(), (await jobs())[0]?.state]).toEqual([[], 'held'])
    await release()
    await engine.advance(minute)
    expect(sent()).toEqual(['Candles are back.'])
  })

  it('the days of a series that the copy does not have yet are made at once, and wait like the others', async () => {
    await planPost('mastodon')
    const { post } = await engine.ask('posts.read', { workspaceId, postId })
    await engine.ask('posts.unschedule', { workspaceId, postId })
    await engine.ask('series.start', { workspaceId, seriesId: engine.random.id(), postId, revision: post.revision, localDateTime: '2026-11-21T10:00', rule: { every: 'day' }, end: { kind: 'count', count: 400 } })
    await engine.restart({ crash: false, meanwhile: () => rmSync(join(engine.folder, 'workspaces', workspaceId, 'backups'), { recursive: true }) })
    await engine.advance(3 * minute)
    const before = openJobs()
    await engine.restart({ crash: false, downForMs: 3 * 24 * hour, meanwhile: () => truncateSync(join(engine.folder, 'workspaces', workspaceId, 'workspace.db'), 5000) })
    await engine.advance(30 * minute)
    const after = openJobs()
    expect(after.length).toBeGreaterThanOrEqual(before.length)
    expect([before.every(({ doubtful }) => doubtful === 0), after.every(({ doubtful }) => doubtful === 1), sent()]).toEqual([true, true, []])
  })

  it('a post that had not gone out, because there was no network, is looked up, and then waits', async () => {
    await planPost('wordpress')
    await engine.ask('studio.saveSettings', { settings: { workOffline: true } })
    await engine.advance(70 * minute)
    expect(server.records).toHaveLength(0)
    await damageAndRestart()
    await engine.ask('studio.saveSettings', { settings: { workOffline: false } })
    await engine.advance(40 * minute)
    expect(server.calls.findPublished).toBeGreaterThan(0)
    expect(server.records).toHaveLength(0)
    expect((await jobs())[0]?.state).toMatch(/held|missed/)
    await release()
    await engine.advance(10 * minute)
    expect(server.records.length).toBeLessThanOrEqual(1)
  })

  it('the doubt is raised once, however often the start is cut short', async () => {
    await planPost('wordpress')
    await engine.advance(70 * minute)
    await damageAndRestart()
    for (let count = 0; count < 3; count += 1) await engine.restart({ crash: true })
    await engine.advance(30 * minute)
    expect(server.records).toHaveLength(1)
    expect(await jobs()).toMatchObject([{ state: 'published', attempts: 1 }])
    expect((await engine.ask('studio.read', {})).recoveries).toHaveLength(1)
  })
})
