import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contentOf } from '../outbox/publish.ts'
import { startPracticeEngine, type PracticeEngine } from './practice-engine.ts'
import { startPracticeRig, type PracticeRig } from './practice-rig.ts'

const minute = 60_000
const hour = 60 * minute

describe('the practice network’s scheduled posts', () => {
  let rig: PracticeRig
  let token: string
  beforeEach(async () => {
    rig = await startPracticeRig()
    token = await rig.logIn()
  })
  afterEach(() => rig.stop())

  const at = (ms: number): string => new Date(rig.clock.now() + ms).toISOString()
  const schedule = (ms: number, key = randomUUID()) => rig.call('POST', '/api/v1/statuses', { token, headers: { 'idempotency-key': key }, json: { status: 'Plus tard', scheduled_at: at(ms) } })

  it('wait, are listed, moved and removed as on Mastodon', async () => {
    const made = await schedule(hour)
    expect(made.body).toMatchObject({ scheduled_at: at(hour), params: { text: 'Plus tard', visibility: 'public' }, media_attachments: [] })
    expect((await rig.call('GET', '/api/v1/scheduled_statuses', { token })).rows).toHaveLength(1)
    expect((await rig.call('PUT', `/api/v1/scheduled_statuses/${made.body.id}`, { token, json: { scheduled_at: at(2 * hour) } })).body).toMatchObject({ scheduled_at: at(2 * hour) })
    expect((await rig.call('PUT', `/api/v1/scheduled_statuses/${made.body.id}`, { token, json: { scheduled_at: at(minute) } })).status).toBe(422)
    expect((await rig.call('DELETE', `/api/v1/scheduled_statuses/${made.body.id}`, { token })).status).toBe(200)
    expect((await rig.call('GET', `/api/v1/scheduled_statuses/${made.body.id}`, { token })).status).toBe(404)
  })

  it('are refused when they are too near, and published at once when they are over', async () => {
    expect((await schedule(4 * minute)).status).toBe(422)
    expect((await schedule(-minute)).body.content).toBe('<p>Plus tard</p>')
  })

  it('are one for one key', async () => {
    const key = randomUUID()
    expect((await schedule(hour, key)).body.id).toBe((await schedule(hour, key)).body.id)
    expect((await rig.call('GET', '/api/v1/scheduled_statuses', { token })).rows).toHaveLength(1)
  })

  it('are published as of their time, also when nobody was there', async () => {
    const due = at(hour)
    await schedule(hour)
    rig.clock.runDue(rig.clock.now() + 5 * hour)
    expect(rig.record.publishScheduled(rig.clock.now())).toBe(true)
    expect(rig.record.publishScheduled(rig.clock.now())).toBe(false)
    const { rows } = await rig.call('GET', '/api/v1/accounts/100000000000000000/statuses', { token })
    expect(rows).toMatchObject([{ content: '<p>Plus tard</p>', created_at: due }])
  })
})

describe('handed over to the practice network by the engine', () => {
  let engine: PracticeEngine
  afterEach(() => engine.stop())

  it('goes with the computer off, and the ledger knows it afterwards', async () => {
    engine = await startPracticeEngine({ testOptions: { practiceIsInstant: true } })
    const { workspaceId } = engine
    const { accounts } = await engine.ask('accounts.list', { workspaceId })
    const postId = randomUUID()
    await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: contentOf('Pendant la nuit', [accounts[0]!.id]) })
    await engine.ask('posts.schedule', { workspaceId, postId, revision: 1, when: { kind: 'at', localDateTime: '2026-11-21T20:00' } })
    await engine.ask('handOver.start', { workspaceId, postId })
    await engine.until(async () => (await engine.ask('handOver.read', { workspaceId, postId })).handOvers[0]?.state === 'with_network')
    expect(engine.onTheNetwork('SELECT * FROM scheduled_statuses')).toHaveLength(1)
    expect((await engine.ask('posts.reschedule', { workspaceId, postId, localDateTime: '2026-11-21T21:00' })).post.schedule?.localDateTime).toBe('2026-11-21T21:00')
    await engine.until(() => engine.onTheNetwork<{ at: number }>('SELECT scheduled_at AS at FROM scheduled_statuses')[0]?.at === Date.UTC(2026, 10, 21, 20))
    await engine.restart({ crash: true })
    await engine.advance(12 * hour)
    await engine.until(async () => (await engine.ask('posts.read', { workspaceId, postId })).post.status === 'published')
    expect(engine.onTheNetwork('SELECT * FROM statuses WHERE text = ? AND created_at = ?', 'Pendant la nuit', Date.UTC(2026, 10, 21, 20))).toHaveLength(1)
    expect(engine.onTheNetwork('SELECT * FROM statuses WHERE text = ?', 'Pendant la nuit')).toHaveLength(1)
  })
})
