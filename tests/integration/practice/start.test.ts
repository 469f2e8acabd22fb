import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { startPracticeEngine, type PracticeEngine } from './practice-engine.ts'

let engine: PracticeEngine
afterEach(() => engine.stop())

const start = () => engine.request('practice.start', { workspaceId: engine.workspaceId, language: 'fr', timeZone: 'Europe/Paris' })

/** What a whole workspace has, counted in both books. */
async function wholeness() {
  const scope = { workspaceId: engine.workspaceId }
  const { posts } = await engine.ask('posts.list', { ...scope, from: 0, until: 8e15, drafts: true })
  const { conversations } = await engine.ask('inbox.page', { ...scope, view: 'all', kind: null, accountId: null, before: null, limit: 200 })
  const { accounts } = await engine.ask('accounts.list', scope)
  const statuses = engine.onTheNetwork<{ id: string }>('SELECT id FROM statuses').length
  return { posts: posts.length, conversations: conversations.length, accounts: accounts.length, statuses }
}

describe('practice.start', () => {
  it('fills the workspace', async () => {
    engine = await startPracticeEngine({ start: false, startBackgroundWork: false })
    expect((await start()).ok).toBe(true)
    const { posts, accounts, statuses } = await wholeness()
    expect(Math.min(posts, accounts, statuses)).toBeGreaterThan(0)
  })

  it('gives each further one a name and a colour of its own, in either language', async () => {
    engine = await startPracticeEngine({ start: false, startBackgroundWork: false })
    await start()
    for (const language of ['fr', 'en', 'fr'] as const) await engine.ask('practice.start', { workspaceId: randomUUID(), language, timeZone: 'Europe/Paris' })
    const { workspaces } = await engine.ask('studio.read', {})
    expect(workspaces.map(({ name }) => name).toSorted()).toEqual(['Essai 2', 'Essai 3', 'Les Amarres', 'Practice 2'])
    expect(new Set(workspaces.map(({ colour }) => colour)).size).toBe(4)
    // Each line names the account: none passes for another client's.
    const accounts = await Promise.all(workspaces.map(({ id }) => engine.ask('accounts.list', { workspaceId: id })))
    expect(accounts.flatMap((answer) => answer.accounts.map(({ displayName }) => displayName)).toSorted()).toEqual(['Halyard & Page (Practice 2)', 'Les Amarres', 'Les Amarres (Essai 2)', 'Les Amarres (Essai 3)'])
  })

  it('works without a keychain', async () => {
    engine = await startPracticeEngine({ start: false, startBackgroundWork: false })
    engine.secrets.failWith('no_keychain')
    expect((await start()).ok).toBe(true)
    const { accounts } = await engine.ask('accounts.list', { workspaceId: engine.workspaceId })
    expect((await engine.ask('accounts.check', { workspaceId: engine.workspaceId, accountId: accounts[0]!.id })).state).toBe('connected')
  })

  it('fills the workspace while the user works offline', async () => {
    engine = await startPracticeEngine({ start: false, startBackgroundWork: false })
    await engine.ask('studio.saveSettings', { settings: { workOffline: true } })
    expect((await start()).ok).toBe(true)
    expect((await wholeness()).conversations).toBeGreaterThan(59)
  })

  it('makes one workspace of two calls at once', async () => {
    engine = await startPracticeEngine({ start: false, startBackgroundWork: false })
    const both = await Promise.all([start(), start()])
    expect(both.map((result) => result.ok)).toEqual([true, true])
    const { posts } = await engine.ask('posts.list', { workspaceId: engine.workspaceId, from: 0, until: 8e15, drafts: true })
    expect(new Set(posts.map((post) => post.excerpt)).size).toBe(posts.length)
  })

  it('ends whole after a crash at any moment, when it is called again', async () => {
    engine = await startPracticeEngine({ start: false, startBackgroundWork: false })
    await start()
    const whole = await wholeness()
    await engine.stop()
    for (const wait of [0, 300, 550]) {
      engine = await startPracticeEngine({ start: false, startBackgroundWork: false })
      void start()
      await new Promise((resolve) => setTimeout(resolve, wait))
      await engine.restart({ crash: true })
      expect((await start()).ok).toBe(true)
      expect({ wait, ...(await wholeness()) }).toEqual({ wait, ...whole, conversations: expect.any(Number), statuses: expect.any(Number) })
      const doubled = engine.inTheWorkspace('SELECT remote_id FROM inbox_items GROUP BY remote_id HAVING COUNT(*) > 1')
      expect(doubled).toEqual([])
      if (wait < 550) await engine.stop()
    }
  }, 60_000)

  it('refuses a client’s workspace and an unknown time zone', async () => {
    engine = await startPracticeEngine({ start: false, startBackgroundWork: false })
    await engine.ask('workspaces.create', { id: engine.workspaceId, name: 'Client', colour: 'brick', timeZone: 'Europe/Paris' })
    expect(await start()).toMatchObject({ ok: false, error: { code: 'conflict' } })
    const unknown = await engine.request('practice.start', { workspaceId: randomUUID(), language: 'en', timeZone: 'Mars/Olympus' })
    expect(unknown).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
    expect(await engine.request('practice.read', { workspaceId: engine.workspaceId })).toMatchObject({ ok: false })
  })
})

describe('after a restart', () => {
  it('the network lives again, on another port when its own is taken, under the same address', async () => {
    engine = await startPracticeEngine({ folder: mkdtempSync(join(tmpdir(), 'vigie-test-')), startBackgroundWork: false })
    const scope = { workspaceId: engine.workspaceId }
    const portOf = () => Number(engine.onTheNetwork<{ value: string }>("SELECT value FROM facts WHERE key = 'port'")[0]!.value)
    const [account] = (await engine.ask('accounts.list', scope)).accounts
    const first = portOf()

    await engine.restart({ crash: false })
    expect((await engine.ask('accounts.check', { ...scope, accountId: account!.id })).state).toBe('connected')
    expect(portOf()).toBe(first)

    await engine.stop()
    const squatter = createServer()
    await new Promise<void>((resolve) => squatter.listen(first, '127.0.0.1', resolve))
    engine = await startPracticeEngine({ folder: engine.folder, workspaceId: engine.workspaceId, start: false, startBackgroundWork: false })
    expect(await engine.ask('accounts.check', { ...scope, accountId: account!.id })).toMatchObject({ state: 'connected', serverUrl: account!.serverUrl })
    expect(portOf()).not.toBe(first)
    squatter.close()
    rmSync(engine.folder, { recursive: true, force: true })
  })
})
