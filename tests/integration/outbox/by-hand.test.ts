import { lastSendOf } from '../../../shared/outbox/last-send.ts'
import { truncateSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { createAssistedAdapter } from '../../../electron/engine/networks/assisted/assisted-adapter.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

const minute = 60_000
const hour = 60 * minute
let engine: TestEngine
afterEach(() => engine.stop())

const paragraph = (text: string): { type: 'doc'; content: { type: string; content: { type: string; text: string }[] }[] } => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })

/** A client with one network that the person publishes on; 10:00 in Paris. */
async function start(): Promise<{ workspaceId: string; accountId: string; plan(text: string, localDateTime: string): Promise<string> }> {
  engine = await startTestEngine({ adapters: [createAssistedAdapter()], startAt: Date.UTC(2026, 10, 21, 9) })
  const workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Atelier', colour: 'ocean', timeZone: 'Europe/Paris' })
  const { id: accountId } = await engine.ask('accounts.addAssisted', { workspaceId, assistedId: 'own', networkName: 'Le Mur du quartier', address: 'mur.example/publier', handle: '@atelier' })
  return {
    workspaceId,
    accountId,
    async plan(text, localDateTime) {
      const postId = engine.random.id()
      const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph(text), targets: [{ accountId, variant: null }], media: [] } })
      await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'at', localDateTime } })
      return postId
    }
  }
}

const jobOf = async (workspaceId: string, postId: string) => {
  const { jobs, post } = await engine.ask('posts.read', { workspaceId, postId })
  return { job: jobs[0]!, status: post.status }
}
const alerts = (): readonly string[] => engine.events.flatMap((event) => (event.name === 'alert.raised' ? [event.payload.kind] : []))

test('at its hour a card waits for the person, told once, and what they say is in the ledger with its link', async () => {
  const { workspaceId, plan } = await start()
  const postId = await plan('Bonjour le quartier', '2026-11-21T12:00')
  expect(await jobOf(workspaceId, postId)).toMatchObject({ status: 'scheduled', job: { state: 'queued' } })
  await engine.advance(2 * hour + 1)
  const { job, status } = await jobOf(workspaceId, postId)
  expect([job.state, job.byHand, job.nextAttemptAt, status]).toEqual(['pending_at_network', true, null, 'needs_attention'])
  expect(await engine.ask('outbox.readByHand', { workspaceId, jobId: job.id })).toEqual({ title: '', text: 'Bonjour le quartier', media: [] })
  expect(alerts()).toEqual(['post_by_hand'])

  await engine.advance(3 * 24 * hour)
  expect((await jobOf(workspaceId, postId)).job).toMatchObject({ state: 'pending_at_network', byHand: true, failure: null })
  expect(alerts()).toEqual(['post_by_hand'])

  const done = await engine.ask('outbox.decide', { workspaceId, jobId: job.id, decision: 'it_is_there', remoteUrl: 'https://mur.example/42' })
  expect(done).toMatchObject({ state: 'published', remoteUrl: 'https://mur.example/42' })
  expect(done.byHand).toBeUndefined()
  expect((await jobOf(workspaceId, postId)).status).toBe('published')
  await expect(engine.ask('outbox.readByHand', { workspaceId, jobId: job.id })).rejects.toThrow('not_found')
})

test('a crash at any moment leaves the card, never a failure', async () => {
  const { workspaceId, plan } = await start()
  const postId = await plan('Bonjour', '2026-11-21T12:00')
  await engine.advance(2 * hour + 1)
  await engine.restart({ crash: true })
  await engine.advance(10 * minute)
  expect((await jobOf(workspaceId, postId)).job).toMatchObject({ state: 'pending_at_network', byHand: true, nextAttemptAt: null, failure: null })
})

/** The backup is from 9:02, UTC; what the person said came later. */
async function loseWhatWasSaid(workspaceId: string): Promise<void> {
  await engine.restart({ crash: false, meanwhile: () => truncateSync(join(engine.folder, 'workspaces', workspaceId, 'workspace.db'), 5000) })
  expect((await engine.ask('studio.read', {})).recoveries).toMatchObject([{ workspaceId, restoredTo: Date.UTC(2026, 10, 21, 9, 2) }])
  await engine.advance(10 * minute)
}

test.each([['its time had not come', '2026-11-21T10:30'], ['it waited as a card', '2026-11-21T10:01']])('after a restoration to when %s, it is asked whether it is there; no card has it published twice', async (_, localDateTime) => {
  const { workspaceId, plan } = await start()
  const postId = await plan('Bonjour', localDateTime)
  const later = await plan('À demain', '2026-11-22T10:00')
  await engine.advance(3 * minute)
  await engine.advance(40 * minute)
  const jobId = (await jobOf(workspaceId, postId)).job.id
  await engine.ask('outbox.decide', { workspaceId, jobId, decision: 'it_is_there' })
  await loseWhatWasSaid(workspaceId)
  const asked = { id: jobId, state: 'unknown_outcome', nextAttemptAt: null }
  expect((await jobOf(workspaceId, postId)).job).toMatchObject(asked)
  expect(alerts().at(-1)).toBe('outcome_unknown')
  expect((await jobOf(workspaceId, later)).job.state).toBe('queued')

  await engine.ask('outbox.decide', { workspaceId, jobId, decision: 'look_again' })
  await engine.advance(10 * minute)
  await engine.restart({ crash: true })
  await engine.advance(10 * minute)
  expect((await jobOf(workspaceId, postId)).job).toMatchObject(asked)

  // Nothing of the client leaves before somebody has looked.
  await engine.ask('safety.decideRestored', { workspaceId, decisions: [] })
  await engine.ask('outbox.decide', { workspaceId, jobId, decision: 'send_again', seenSend: lastSendOf((await engine.ask('outbox.readJob', { workspaceId, jobId })).attempts) })
  await engine.advance(minute)
  expect((await jobOf(workspaceId, postId)).job).toMatchObject({ state: 'pending_at_network', byHand: true })
})

test('too late it asks first, like any other; then the card comes', async () => {
  const { workspaceId, plan } = await start()
  const postId = await plan('Bonjour', '2026-11-21T12:00')
  await engine.restart({ crash: false, downForMs: 3 * 24 * hour })
  await engine.advance(minute)
  const { job } = await jobOf(workspaceId, postId)
  expect([job.state, job.byHand]).toEqual(['missed', undefined])
  await engine.ask('outbox.decide', { workspaceId, jobId: job.id, decision: 'publish_now' })
  await engine.advance(minute)
  expect((await jobOf(workspaceId, postId)).job.byHand).toBe(true)
})

test('a card that stands ready may have another hour: it is put away, and ready again then', async () => {
  const { workspaceId, plan } = await start()
  const postId = await plan('Bonjour', '2026-11-21T12:00')
  await engine.advance(2 * hour + minute)
  expect((await jobOf(workspaceId, postId)).job.byHand).toBe(true)
  await engine.ask('posts.reschedule', { workspaceId, postId, localDateTime: '2026-11-21T15:00' })
  const { job, status } = await jobOf(workspaceId, postId)
  expect([job.state, job.byHand, status]).toEqual(['queued', undefined, 'scheduled'])
  expect((await engine.ask('outbox.readJob', { workspaceId, jobId: job.id })).moments).toMatchObject([{ kind: 'planned_for', until: Date.UTC(2026, 10, 21, 11) }, { kind: 'moved', until: Date.UTC(2026, 10, 21, 14) }])
  await engine.advance(2 * hour)
  expect((await jobOf(workspaceId, postId)).job.byHand).toBeUndefined()
  await engine.advance(hour + minute)
  expect((await jobOf(workspaceId, postId)).job.byHand).toBe(true)
  expect(alerts()).toEqual(['post_by_hand', 'post_by_hand'])
})

test('the card is got ready without a network too: nothing is sent', async () => {
  const { workspaceId, plan } = await start()
  const postId = await plan('Bonjour', '2026-11-21T12:00')
  await engine.ask('studio.saveSettings', { settings: { workOffline: true } })
  await engine.advance(2 * hour + minute)
  const { job } = await jobOf(workspaceId, postId)
  expect([job.state, job.byHand]).toEqual(['pending_at_network', true])
})

test('the person may give it up, and nothing else may be said of it', async () => {
  const { workspaceId, plan } = await start()
  const postId = await plan('Bonjour', '2026-11-21T12:00')
  await engine.advance(2 * hour + 1)
  const { job } = await jobOf(workspaceId, postId)
  await expect(engine.ask('outbox.decide', { workspaceId, jobId: job.id, decision: 'send_again', seenSend: null })).rejects.toThrow('conflict')
  expect(await engine.ask('outbox.decide', { workspaceId, jobId: job.id, decision: 'drop' })).toMatchObject({ state: 'cancelled', cancelReason: 'given_up' })
})

test('the same account is there once, and its name survives a check', async () => {
  const { workspaceId, accountId } = await start()
  await expect(engine.ask('accounts.addAssisted', { workspaceId, assistedId: 'own', networkName: 'Le Mur', address: 'https://mur.example/publier', handle: '@Atelier' })).rejects.toThrow('account_in_use')
  expect(await engine.ask('accounts.check', { workspaceId, accountId })).toMatchObject({ displayName: 'Le Mur du quartier', handle: '@atelier', serverUrl: 'https://mur.example/publier', state: 'connected' })
})

test('after the client’s no no card is got ready; one that stands ready says so, and “done” is still believed', async () => {
  const { workspaceId, plan } = await start()
  const [early, late] = [await plan('Bonjour', '2026-11-21T11:00'), await plan('Bonsoir', '2026-11-21T13:00')]
  await engine.advance(2 * hour)
  for (const postId of [early, late]) {
    const { post } = await engine.ask('posts.read', { workspaceId, postId })
    await engine.ask('posts.recordApproval', { workspaceId, postId, revision: post.revision, approval: { kind: 'refused', by: 'Claire', channel: 'mail', comment: '' } })
  }
  await engine.advance(2 * hour)
  const [first, second] = [(await jobOf(workspaceId, early)).job, (await jobOf(workspaceId, late)).job]
  expect((await engine.ask('outbox.readJob', { workspaceId, jobId: first.id })).job).toMatchObject({ byHand: true, stop: { code: 'refused_by_client' } })
  expect(second).toMatchObject({ state: 'held', failure: { code: 'refused_by_client' } })
  expect(await engine.ask('outbox.decide', { workspaceId, jobId: first.id, decision: 'it_is_there' })).toMatchObject({ state: 'published' })
})

test('asked for now, the card stands there at once: nothing leaves by itself that could be taken back first', async () => {
  const { workspaceId, accountId } = await start()
  await engine.ask('workspaces.update', { workspaceId, changes: { safety: { undoSeconds: 30, approval: 'not_needed', monthlyCapMills: null } } })
  const postId = engine.random.id()
  const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('Bonjour'), targets: [{ accountId, variant: null }], media: [] } })
  await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
  expect((await engine.ask('studio.leaving', {})).leaving).toEqual([])
  await engine.advance(0)
  expect(await jobOf(workspaceId, postId)).toMatchObject({ status: 'needs_attention', job: { state: 'pending_at_network', byHand: true } })
  // Given up, it is a draft again.
  await engine.ask('outbox.decide', { workspaceId, jobId: (await jobOf(workspaceId, postId)).job.id, decision: 'drop' })
  expect(await jobOf(workspaceId, postId)).toMatchObject({ status: 'draft' })
})

test('of a post that is out in part, the card alone has another hour where it is asked for; a drag of the rest leaves it', async () => {
  const { workspaceId, accountId } = await start()
  const other = await engine.ask('accounts.addAssisted', { workspaceId, assistedId: 'own', networkName: 'Le Mur du quartier', address: 'mur.example/publier', handle: '@autre' })
  const postId = engine.random.id()
  const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('Bonjour'), targets: [accountId, other.id].map((id) => ({ accountId: id, variant: null })), media: [] } })
  await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'at', localDateTime: '2026-11-21T12:00' } })
  await engine.advance(2 * hour + minute)
  const { job: first } = await jobOf(workspaceId, postId)
  await engine.ask('outbox.decide', { workspaceId, jobId: first.id, decision: 'it_is_there' })
  await expect(engine.ask('posts.reschedule', { workspaceId, postId, localDateTime: '2026-11-21T15:00' })).rejects.toThrow('post_not_editable')
  const { jobs } = await engine.ask('posts.reschedule', { workspaceId, postId, localDateTime: '2026-11-21T15:00', byHand: true })
  expect(jobs.map(({ state, byHand }) => [state, byHand])).toEqual([['published', undefined], ['queued', undefined]])
  await engine.advance(3 * hour)
  expect((await engine.ask('posts.read', { workspaceId, postId })).jobs.map(({ state, byHand }) => [state, byHand])).toEqual([['published', undefined], ['pending_at_network', true]])
})
