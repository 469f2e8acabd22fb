import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrate } from '../../../electron/engine/database/migrate.ts'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { workspaceMigrations } from '../../../electron/engine/database/workspace-migrations.ts'
import type { NetworkAdapter } from '../../../electron/engine/networks/network-adapter.ts'
import type { NetworkFailure } from '../../../electron/engine/networks/network-failure.ts'
import type { ServerLimits } from '../../../shared/accounts/server-limits.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { createScriptedNetwork, identityOf } from '../support/scripted-network.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let engine: TestEngine
let workspaceId: string
const out: string[] = []
/** Each passing on by itself: the same post may have gone on twice. */
const passedOn: string[] = []
let trouble: { readonly failure: NetworkFailure; readonly isDone: boolean } | null = null
const lost: NetworkFailure = { kind: 'unknown_outcome', error: studioError('timeout', 'no answer', { retryable: true }) }

function discord(): NetworkAdapter & { readonly people: ReturnType<typeof createScriptedNetwork>['people'] } {
  const network = createScriptedNetwork('discord')
  return {
    ...network.adapter,
    people: network.people,
    publisher: {
      async publish(_session, { text }) {
        out.push(text)
        return { ok: true, value: { remoteId: String(out.length), url: null } }
      },
      findPublished: async () => ({ ok: true, value: 'none' }),
      act: async () => ({ ok: true, value: null }),
      async passOn(_session, { remoteId }) {
        const now = trouble
        trouble = null
        if (now === null || now.isDone) passedOn.push(remoteId)
        return now === null ? { ok: true, value: null } : { ok: false, failure: now.failure }
      },
      isPassedOn: async (_session, { remoteId }) => ({ ok: true, value: passedOn.includes(remoteId) })
    }
  }
}

const adapter = discord()
beforeEach(async () => {
  out.length = 0
  passedOn.length = 0
  trouble = null
  engine = await startTestEngine({ adapters: [adapter] })
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
})
afterEach(() => engine.stop())

async function connect(kind: 'plain' | 'announcement'): Promise<string> {
  const serverLimits: ServerLimits = { maxCharacters: null, charactersPerUrl: null, maxMedia: null, channel: { kind, tags: 'at_choice' } }
  adapter.people.set(kind, { password: 'p', identity: identityOf(kind, { serverLimits }) })
  return (await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'discord', serverUrl: 'https://server.example', identifier: kind, appPassword: 'p' })).id
}
async function publish(accountId: string, isPassedOn: boolean, text = 'Ouvert dimanche'): Promise<string> {
  const postId = engine.random.id()
  const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }, targets: [{ accountId, variant: null, ...(isPassedOn ? { framing: { isPassedOn } } : {}) }], media: [] } })
  await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
  await engine.until(async () => (await engine.advance(1000), (await engine.ask('posts.read', { workspaceId, postId })).post.status === 'published'))
  return postId
}
const stepOf = async (postId: string) => (await engine.ask('posts.read', { workspaceId, postId })).covers?.find(({ kind }) => kind === 'pass_on')
const untilStepIs = (postId: string, state: string) => engine.until(async () => (await engine.advance(10_000), (await stepOf(postId))?.state === state))

test('a post in an announcement channel goes on to the servers that follow it by a job of its own, where that was chosen, and nowhere else', async () => {
  const announcements = await connect('announcement')
  const postId = await publish(announcements, true)
  await untilStepIs(postId, 'published')
  const others = [await publish(announcements, false, 'Ouvert lundi'), await publish(await connect('plain'), true, 'Ouvert mardi')]
  await engine.advance(60_000)
  expect([passedOn, out.length, await Promise.all(others.map(stepOf))]).toEqual([['1'], 3, [undefined, undefined]])
})

test.each([['went on', true], ['did not', false]] as const)('where the answer was lost it is looked for before anything else: it %s', async (_name, isDone) => {
  trouble = { failure: lost, isDone }
  const postId = await publish(await connect('announcement'), true)
  await untilStepIs(postId, 'published')
  expect([passedOn, out.length]).toEqual([['1'], 1])
})

test('killed on the way, it is looked for after the start and goes on once, and the post is sent once', async () => {
  trouble = { failure: lost, isDone: true }
  const postId = await publish(await connect('announcement'), true)
  await engine.until(async () => (await engine.advance(1000), passedOn.length === 1))
  await engine.restart({ crash: true })
  await untilStepIs(postId, 'published')
  expect([passedOn, out.length]).toEqual([['1'], 1])
})

test('a refusal leaves the post as it is', async () => {
  trouble = { failure: { kind: 'rejected', error: studioError('rejected', 'no announcement channel') }, isDone: false }
  const postId = await publish(await connect('announcement'), true)
  await untilStepIs(postId, 'failed')
  expect([passedOn, (await engine.ask('posts.read', { workspaceId, postId })).post.status]).toEqual([[], 'published'])
})

test('the table of jobs of a client of before takes the new step, and still none that nobody knows', async () => {
  const database = openDatabase(':memory:')
  await migrate(database, workspaceMigrations.slice(0, workspaceMigrations.findIndex(({ version }) => version === 123)), async () => undefined)
  const sql = () => String(database.prepare(`SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = 'outbox_jobs'`).pluck().get())
  expect(sql()).not.toContain('pass_on')
  await migrate(database, workspaceMigrations, async () => undefined)
  expect(sql()).toContain(`'add_captions', 'pass_on'))`)
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
  database.close()
})
