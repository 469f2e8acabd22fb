import { defaultSafety } from '../../../shared/workspaces/workspace-safety.ts'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { createScriptedNetwork, identityOf, type ScriptedNetwork } from '../support/scripted-network.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let engine: TestEngine
let network: ScriptedNetwork
beforeEach(async () => {
  network = createScriptedNetwork('bluesky')
  network.people.set('lea', { password: 'p', identity: identityOf('lea') })
  engine = await startTestEngine({ adapters: [network.adapter] })
})
afterEach(() => engine.stop())

const client = { name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' } as const
const emitted = (name: string) => engine.events.filter((event) => event.name === name).length

function editStudio(edit: (studio: Database.Database) => void): void {
  const studio = openDatabase(join(engine.folder, 'studio.db'))
  edit(studio)
  studio.close()
}

async function createClient(changes: Partial<{ name: string; id: string }> = {}): Promise<string> {
  const id = engine.random.id()
  await engine.ask('workspaces.create', { id, ...client, ...changes })
  return changes.id ?? id
}

describe('studio.read', () => {
  it('says what a new studio is', async () => {
    expect(await engine.ask('studio.read', {})).toEqual({
      settings: { language: 'system', theme: 'system', lastWorkspaceId: null, workOffline: false, notifications: true, singleKeyShortcuts: true, frenchTyping: true, confirmClientChange: true, lastPublishingWorkspaceId: null, recentEmoji: [], emojiTone: 0 },
      workspaces: [],
      unavailable: [],
      connectivity: { state: 'online', since: engine.now() },
      recoveries: [],
      removals: [],
      holds: []
    })
  })
})

describe('workspaces.create', () => {
  it('makes a folder with a database of its own, which outlives a clean end and a crash', async () => {
    const id = await createClient()
    expect(readdirSync(join(engine.folder, 'workspaces', id)).toSorted()).toEqual(expect.arrayContaining(['media', 'workspace.db']))
    const expected = [{ id, ...client, lateGraceMinutes: 60, safety: { ...defaultSafety, undoSeconds: 0 }, kind: 'client', createdAt: engine.now() }]
    for (const crash of [false, true]) {
      await engine.restart({ crash })
      expect(await engine.ask('studio.read', {})).toMatchObject({ workspaces: expected, unavailable: [], recoveries: [] })
    }
  })

  it('is harmless when repeated, also at the same moment', async () => {
    const id = engine.random.id()
    const results = await Promise.all(['Maison Lune', 'Another name', 'Third'].map((name) => engine.request('workspaces.create', { id, ...client, name })))
    expect(results).toEqual(Array.from({ length: 3 }, () => ({ ok: true, value: expect.objectContaining({ id, name: 'Maison Lune' }) })))
    expect((await engine.ask('studio.read', {})).workspaces).toHaveLength(1)
    expect(emitted('studio.changed')).toBe(1)
  })

  it('finishes what a crash cut short: the folder is there, the entry is not', async () => {
    const id = await createClient()
    await engine.restart({ crash: false, meanwhile: () => editStudio((studio) => {
      studio.exec('DELETE FROM workspaces')
    }) })
    expect((await engine.ask('studio.read', {})).workspaces).toMatchObject([{ id, name: 'Maison Lune' }])
    expect(await engine.request('workspaces.create', { id, ...client })).toMatchObject({ ok: true })
  })

  it.each([
    ['no name', { name: '  ' }],
    ['a name too long', { name: 'x'.repeat(81) }],
    ['an unknown colour', { colour: 'beige' }],
    ['a time zone that does not exist', { timeZone: 'Europe/Lutetia' }],
    ['a time zone that is none', { timeZone: '../etc' }],
    ['an id that is none', { id: '../../evil' }]
  ])('refuses %s', async (_, changes) => {
    const result = await engine.requestAnything('workspaces.create', { id: engine.random.id(), ...client, ...changes })
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid_input', details: { field: Object.keys(changes)[0] } } })
    expect((await engine.ask('studio.read', {})).workspaces).toEqual([])
  })
})

describe('workspaces.update', () => {
  it('changes what is named and leaves the rest, over a restart', async () => {
    const workspaceId = await createClient()
    const updated = await engine.ask('workspaces.update', { workspaceId, changes: { colour: 'plum', lateGraceMinutes: 15 } })
    expect(updated).toMatchObject({ ...client, colour: 'plum', lateGraceMinutes: 15 })
    await engine.restart({ crash: true })
    expect((await engine.ask('studio.read', {})).workspaces).toEqual([updated])
  })

  it('refuses an unknown workspace, an unknown zone, a grace of more than a day', async () => {
    const workspaceId = await createClient()
    expect(await engine.request('workspaces.update', { workspaceId: engine.random.id(), changes: { name: 'x' } })).toMatchObject({ ok: false, error: { code: 'not_found' } })
    expect(await engine.request('workspaces.update', { workspaceId, changes: { timeZone: 'Moon/Tycho' } })).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
    expect(await engine.request('workspaces.update', { workspaceId, changes: { lateGraceMinutes: 1441 } })).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
    expect((await engine.ask('studio.read', {})).workspaces).toMatchObject([client])
  })
})

describe('workspaces.remove', () => {
  it('deletes the secrets, moves the folder to the bin, and forgets the choice of it', async () => {
    const workspaceId = await createClient()
    const other = await createClient({ name: 'Other' })
    for (const each of [workspaceId, other]) {
      await engine.ask('accounts.connectWithAppPassword', { workspaceId: each, networkId: 'bluesky', serverUrl: 'https://s.example', identifier: 'lea', appPassword: 'p' })
    }
    await engine.ask('studio.saveSettings', { settings: { lastWorkspaceId: workspaceId } })
    expect(await engine.request('workspaces.remove', { workspaceId })).toEqual({ ok: true, value: {} })
    expect([...engine.secrets.entries.keys()].map((reference) => reference.split(':')[0])).toEqual([other])
    expect(existsSync(join(engine.folder, 'workspaces', workspaceId))).toBe(false)
    const [inBin] = readdirSync(join(engine.folder, 'bin'))
    expect(inBin).toContain(workspaceId)
    expect(existsSync(join(engine.folder, 'bin', inBin!, 'workspace.db'))).toBe(true)
    const { workspaces, settings } = await engine.ask('studio.read', {})
    expect([workspaces.map((workspace) => workspace.id), settings.lastWorkspaceId]).toEqual([[other], null])
    expect(await engine.request('accounts.list', { workspaceId })).toMatchObject({ ok: false, error: { code: 'not_found' } })
    await engine.restart({ crash: true })
    expect((await engine.ask('studio.read', {})).workspaces).toHaveLength(1)
  })

  it('removes nothing while the keychain cannot delete the secrets', async () => {
    const workspaceId = await createClient()
    await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'bluesky', serverUrl: 'https://s.example', identifier: 'lea', appPassword: 'p' })
    engine.secrets.failWith('keychain_timeout')
    expect(await engine.request('workspaces.remove', { workspaceId })).toMatchObject({ ok: false, error: { code: 'keychain_timeout' } })
    expect((await engine.ask('accounts.list', { workspaceId })).accounts).toHaveLength(1)
  })

  it('is final for the id, and refused for an unknown one', async () => {
    const workspaceId = await createClient()
    await engine.ask('workspaces.remove', { workspaceId })
    expect(await engine.request('workspaces.create', { id: workspaceId, ...client })).toMatchObject({ ok: false, error: { code: 'conflict' } })
    expect(await engine.request('workspaces.remove', { workspaceId })).toMatchObject({ ok: false, error: { code: 'not_found' } })
  })

  it('is finished at the next start when a crash came before the move', async () => {
    const workspaceId = await createClient()
    await engine.restart({ crash: false, meanwhile: () => editStudio((studio) => {
      studio.exec('UPDATE workspaces SET removed_at = 1')
    }) })
    expect((await engine.ask('studio.read', {})).workspaces).toEqual([])
    expect(existsSync(join(engine.folder, 'workspaces', workspaceId))).toBe(false)
    expect(readdirSync(join(engine.folder, 'bin'))).toHaveLength(1)
  })
})

describe('studio.saveSettings', () => {
  it('saves what is named and keeps it', async () => {
    const workspaceId = await createClient()
    await engine.ask('studio.saveSettings', { settings: { language: 'fr', theme: 'dark' } })
    expect(await engine.ask('studio.saveSettings', { settings: { notifications: false, lastWorkspaceId: workspaceId } })).toEqual({
      language: 'fr', theme: 'dark', notifications: false, lastWorkspaceId: workspaceId, workOffline: false, singleKeyShortcuts: true, frenchTyping: true, confirmClientChange: true, lastPublishingWorkspaceId: null, recentEmoji: [], emojiTone: 0
    })
    await engine.restart({ crash: true })
    expect((await engine.ask('studio.read', {})).settings).toMatchObject({ language: 'fr', theme: 'dark', notifications: false, lastWorkspaceId: workspaceId })
  })

  it('keeps that keys alone are switched off', async () => {
    await engine.ask('studio.saveSettings', { settings: { singleKeyShortcuts: false } })
    await engine.restart({ crash: true })
    expect((await engine.ask('studio.read', {})).settings.singleKeyShortcuts).toBe(false)
  })

  it('refuses what it does not know', async () => {
    for (const settings of [{ language: 'de' }, { theme: 3 }, { lastWorkspaceId: 'x' }, { workOffline: 'yes' }]) {
      expect(await engine.requestAnything('studio.saveSettings', { settings })).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
    }
    expect(await engine.request('studio.saveSettings', { settings: { lastWorkspaceId: engine.random.id() } })).toMatchObject({ ok: false, error: { code: 'not_found' } })
  })

  it('takes the whole studio offline, says so, and remembers it', async () => {
    await engine.ask('studio.saveSettings', { settings: { workOffline: true } })
    expect((await engine.ask('studio.read', {})).connectivity.state).toBe('working_offline')
    expect(engine.events).toContainEqual({ name: 'connectivity.changed', payload: { state: 'working_offline', since: engine.now() } })
    await engine.restart({ crash: false })
    expect((await engine.ask('studio.read', {})).connectivity.state).toBe('working_offline')
    await engine.ask('studio.saveSettings', { settings: { workOffline: false } })
    expect((await engine.ask('studio.read', {})).connectivity.state).toBe('online')
  })

  it('is not taken offline by one address that was mistyped, but is when the server of an account is silent', async () => {
    const workspaceId = await createClient()
    const follow = (url: string) => engine.request('watch.addFeed', { workspaceId, feedId: engine.random.id(), url, folder: '' })
    expect(await follow('https://bolg.example/feed')).toMatchObject({ ok: false, error: { code: 'unreachable' } })
    expect((await engine.ask('studio.read', {})).connectivity.state).toBe('online')
    await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'bluesky', serverUrl: 'https://server.example', identifier: 'lea', appPassword: 'p' })
    expect(await follow('https://server.example/feed')).toMatchObject({ ok: true })
    expect((await engine.ask('studio.read', {})).connectivity.state).toBe('offline')
  })

  it('falls back to the default for one value that cannot be understood, and keeps the others', async () => {
    await engine.ask('studio.saveSettings', { settings: { language: 'fr', theme: 'dark' } })
    await engine.restart({ crash: false, meanwhile: () => editStudio((studio) => {
      studio.prepare(`UPDATE settings SET value = ? WHERE key = 'theme'`).run('{broken')
      studio.prepare(`INSERT INTO settings VALUES ('from_the_future', '1')`).run()
    }) })
    expect((await engine.ask('studio.read', {})).settings).toMatchObject({ language: 'fr', theme: 'system' })
  })
})

describe('studio.noteUnfinished', () => {
  const unfinished = { workspaceId: '0b1f7a7e-3c1b-4d52-9d5c-111111111111', postId: null, files: [{ name: 'quay.mp4', inPost: null }] }

  it('is there after a crash, and gone once it is taken back', async () => {
    expect(await engine.ask('studio.unfinished', {})).toEqual({ unfinished: null })
    await engine.ask('studio.noteUnfinished', { unfinished })
    await engine.restart({ crash: true })
    expect(await engine.ask('studio.unfinished', {})).toEqual({ unfinished })
    await engine.ask('studio.noteUnfinished', { unfinished: null })
    await engine.restart({ crash: true })
    expect(await engine.ask('studio.unfinished', {})).toEqual({ unfinished: null })
  })

  it('that cannot be read counts as none', async () => {
    await engine.ask('studio.noteUnfinished', { unfinished })
    editStudio((studio) => studio.prepare("UPDATE settings SET value = '{\"postId\": 7}' WHERE key = 'unfinishedWork'").run())
    expect(await engine.ask('studio.unfinished', {})).toEqual({ unfinished: null })
    expect(await engine.ask('studio.read', {})).toMatchObject({ recoveries: [] })
  })
})

describe('studio.dismissRecovery', () => {
  it('refuses a recovery that does not exist', async () => {
    expect(await engine.request('studio.dismissRecovery', { recoveryId: engine.random.id() })).toMatchObject({ ok: false, error: { code: 'not_found' } })
    expect(await engine.requestAnything('studio.dismissRecovery', { recoveryId: 7 })).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
  })
})

describe('studio.counts', () => {
  it('counts nothing in an empty workspace, and each workspace for itself', async () => {
    const first = await createClient()
    const second = await createClient()
    const none = { unreadInbox: 0, unreadWatch: 0, needsAttention: 0, waiting: 0, withoutYes: 0, atNetwork: 0, soughtThere: 0, movingThere: 0, outAtOldHour: 0, nextDueAt: null }
    expect(await engine.ask('studio.counts', {})).toEqual({ workspaces: [first, second].map((workspaceId) => ({ workspaceId, ...none })) })
  })
})

describe('any request', () => {
  it('is refused when its name is unknown, or main answers it', async () => {
    for (const name of ['nothing', 'studio.environment', 'accounts.beginBrowserLogin', '__proto__', 'constructor', 'toString', '']) {
      expect(await engine.requestAnything(name, {})).toMatchObject({ ok: false, error: { code: 'unknown_request' } })
    }
  })

  it('names the field that does not fit, never its value', async () => {
    const workspaceId = await createClient()
    const secret = 'hunter2'.repeat(100)
    const result = await engine.requestAnything('accounts.connectWithAppPassword', { workspaceId, networkId: 'bluesky', serverUrl: 'x', identifier: 'y', appPassword: secret })
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid_input', details: { field: 'appPassword' } } })
    expect(JSON.stringify([result, engine.logLines])).not.toContain('hunter2')
  })

  it('is refused once the engine has stopped', async () => {
    await engine.stop()
    expect(await engine.requestAnything('studio.read', {})).toMatchObject({ ok: false, error: { code: 'engine_stopped', retryable: true } })
  })
})
