import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createScriptedServer, type ScriptedServer } from '../../support/scripted-adapter.ts'
import { copyDatabase, putDatabase } from '../support/older-file.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

const minute = 60_000
const hour = 60 * minute
let engine: TestEngine
let server: ScriptedServer
let workspaceId: string
let aside: string

const file = (name: string): string => join(engine.folder, name)
const workspaceFile = (): string => file(join('workspaces', workspaceId, 'workspace.db'))
const holds = async () => (await engine.ask('studio.read', {})).holds
const sent = (): readonly string[] => server.records.map(({ text }) => text)

async function plan(text: string, localDateTime: string): Promise<void> {
  const { accounts } = await engine.ask('accounts.list', { workspaceId })
  const postId = engine.random.id()
  const document = { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }] }
  const content = { title: text, document, targets: accounts.map(({ id }) => ({ accountId: id, variant: null })), media: [] }
  const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
  await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'at', localDateTime } })
}

const copy = (from: string, to: string): Promise<void> => copyDatabase(from, join(aside, to))
const putBack = (name: string, to: string): void => putDatabase(join(aside, name), to)

beforeEach(async () => {
  aside = mkdtempSync(join(tmpdir(), 'vigie-aside-'))
  server = createScriptedServer('wordpress', { now: () => engine.now(), looksByWords: true })
  engine = await startTestEngine({ adapters: [server.adapter], startAt: Date.UTC(2026, 10, 21, 9) })
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'UTC' })
  await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'wordpress', serverUrl: 'https://server.example', identifier: 'lea', appPassword: 'p' })
  await plan('Candles are back.', '2026-11-21T10:00')
  await engine.advance(minute)
})

afterEach(async () => {
  await engine.stop()
  rmSync(aside, { recursive: true, force: true })
})

describe('an older file of a client that is put back by hand', () => {
  it.each([['after a clean end', false], ['after a power cut', true]])('is noticed %s: nothing of it leaves, and what is out is found', async (_when, crash) => {
    await copy(workspaceFile(), 'old.db')
    await engine.advance(hour + minute)
    expect(sent()).toEqual(['Candles are back.'])
    await engine.restart({ crash, meanwhile: () => putBack('old.db', workspaceFile()) })
    expect(await holds()).toMatchObject([{ workspaceId, restored: { cause: 'older_copy', restoredTo: Date.UTC(2026, 10, 21, 9) } }])
    await engine.advance(3 * hour)
    expect(sent()).toEqual(['Candles are back.'])
    const { entries } = await engine.ask('safety.readRestored', { workspaceId })
    await engine.ask('safety.decideRestored', { workspaceId, decisions: entries.map(({ jobId }) => ({ jobId, fate: { kind: 'drop' } })) })
    await engine.restart({ crash: true })
    await engine.restart({ crash: false })
    expect([await holds(), sent()]).toEqual([[], ['Candles are back.']])
  })

  it('is noticed with nothing sent since, once the file was closed: what was taken back since is not taken back in it', async () => {
    await copy(workspaceFile(), 'old.db')
    await engine.restart({ crash: false, meanwhile: () => putBack('old.db', workspaceFile()) })
    expect(await holds()).toMatchObject([{ restored: { cause: 'older_copy' } }])
  })

  it('is noticed again when it is put back again', async () => {
    await copy(workspaceFile(), 'old.db')
    for (let count = 0; count < 2; count += 1) {
      await engine.restart({ crash: false, meanwhile: () => putBack('old.db', workspaceFile()) })
      expect(await holds()).toMatchObject([{ restored: { cause: 'older_copy' } }])
      await engine.ask('safety.decideRestored', { workspaceId, decisions: [] })
    }
  })
})

describe('no wolf is cried', () => {
  it('by starts, clean or not, with or without something sent', async () => {
    for (const crash of [true, false, true, true, false]) {
      await engine.restart({ crash })
      await engine.advance(20 * minute)
    }
    expect([await holds(), sent()]).toEqual([[], ['Candles are back.']])
  })

  it('when the telling was cut off between the two files, or the studio’s own file is an older one', async () => {
    await copy(file('studio.db'), 'studio.db')
    await engine.advance(hour + minute)
    await engine.restart({ crash: true, meanwhile: () => putBack('studio.db', file('studio.db')) })
    expect(await holds()).toEqual([])
    await engine.restart({ crash: false })
    expect(await holds()).toEqual([])
  })
})

it('a client’s folder that another installation wrote in waits for a person, and is then ours', async () => {
  await engine.restart({ crash: false, meanwhile: () => cpSync(file('workspaces'), join(aside, 'workspaces'), { recursive: true }) })
  await engine.stop()
  const other = await startTestEngine({ adapters: [server.adapter], startAt: Date.UTC(2026, 10, 21, 9, 30), folder: aside, seed: 7 })
  expect((await other.ask('studio.read', {})).holds).toMatchObject([{ workspaceId, restored: { cause: 'other_computer' } }])
  await other.advance(2 * hour)
  expect(sent()).toEqual([])
  await other.ask('safety.decideRestored', { workspaceId, decisions: [] })
  await other.restart({ crash: true })
  expect((await other.ask('studio.read', {})).holds).toEqual([])
  await other.stop()
  // And back, as through a folder that is kept the same on both.
  engine = await startTestEngine({ adapters: [server.adapter], startAt: Date.UTC(2026, 10, 21, 9) })
})
