import { afterEach, expect, test } from 'vitest'
import type { Publisher, SendIntent } from '../../../electron/engine/networks/network-publisher.ts'
import { failed } from '../../../electron/engine/networks/network-results.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { createScriptedNetwork, identityOf } from '../support/scripted-network.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let engine: TestEngine | null = null
afterEach(async () => {
  await engine?.stop()
  engine = null
})

const document = { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Le phare' }] }] }

/** A post on Bluesky that is sent as `publish` has it; `seen`: what each send was given back. */
async function start(publish: (intent: SendIntent, time: number) => ReturnType<Publisher['publish']>) {
  const seen: (string | undefined)[] = []
  const network = createScriptedNetwork('bluesky')
  const publisher: Publisher = {
    publish: (_session, _draft, intent) => {
      seen.push(intent.begunBefore)
      return publish(intent, seen.length)
    },
    findPublished: async () => ({ ok: true, value: 'none' })
  }
  const own = await startTestEngine({ adapters: [{ ...network.adapter, capabilities: capabilitiesOf('bluesky'), publisher }] })
  engine = own
  const workspaceId = own.random.id()
  await own.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
  network.people.set('lune', { password: 'p', identity: identityOf('lune') })
  const { id: accountId } = await own.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'bluesky', serverUrl: 'https://server.example', identifier: 'lune', appPassword: 'p' })
  const postId = own.random.id()
  const { revision } = await own.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document, media: [], targets: [{ accountId, variant: null }] } })
  await own.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
  return { own, seen, stateOf: async () => (await own.ask('posts.read', { workspaceId, postId })).jobs[0]?.state }
}

const out = { ok: true as const, value: { remoteId: 'at://1', url: null } }
const later = failed('server_error', studioError('timeout', 'still at work', { retryable: true }))

test('what a send has begun at the network is given back to the next one, and to the one after', async () => {
  const { own, seen, stateOf } = await start(async ({ keepBegun, begunBefore }, time) => {
    keepBegun?.(begunBefore ?? 'upload-1')
    return time < 3 ? later : out
  })
  for (let turns = 0; turns < 40 && (await stateOf()) !== 'published'; turns += 1) await own.advance(60_000)
  expect([seen, await stateOf()]).toEqual([[undefined, 'upload-1', 'upload-1'], 'published'])
})

test('a network that is at work on it for longer than a few attempts is waited for, and one that only fails is not', async () => {
  const atWork = failed('server_error', studioError('timeout', 'still at work', { retryable: true, details: { reason: 'media_processing' } }))
  const { own, seen, stateOf } = await start(async ({ keepBegun, begunBefore }, time) => {
    keepBegun?.(begunBefore ?? 'upload-1')
    return time < 9 ? atWork : out
  })
  for (let turns = 0; turns < 40 && (await stateOf()) !== 'published'; turns += 1) await own.advance(60_000)
  expect([seen.length, new Set(seen.slice(1)), await stateOf()]).toEqual([9, new Set(['upload-1']), 'published'])
  await own.stop()
  const nothingBegun = await start(async () => atWork)
  for (let turns = 0; turns < 40 && (await nothingBegun.stateOf()) !== 'failed'; turns += 1) await nothingBegun.own.advance(60_000)
  expect([nothingBegun.seen.length, await nothingBegun.stateOf()]).toEqual([4, 'failed'])
})

test('it is given back over a crash in the middle of a send, too', async () => {
  const { own, seen, stateOf } = await start(({ keepBegun }, time) => {
    if (time > 1) return Promise.resolve(out)
    keepBegun?.('upload-1')
    return new Promise(() => undefined)
  })
  for (let turns = 0; turns < 10 && seen.length === 0; turns += 1) await own.advance(30_000)
  await own.restart({ crash: true })
  for (let turns = 0; turns < 40 && (await stateOf()) !== 'published'; turns += 1) await own.advance(60_000)
  expect([seen, await stateOf()]).toEqual([[undefined, 'upload-1'], 'published'])
})
