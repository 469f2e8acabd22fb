import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { createScriptedServer, type ScriptedServer } from '../../support/scripted-adapter.ts'
import { createMemorySecrets, type MemorySecrets } from '../support/memory-secrets.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

const minute = 60_000
const hour = 60 * minute
let engine: TestEngine
let server: ScriptedServer
let root: string
const clients: string[] = []
let computer = 'this one'
let secrets: MemorySecrets

const data = (): string => join(root, 'data')
const state = (): string => join(root, 'state')
const aside = (): string => join(root, 'aside')
const holds = async () => (await engine.ask('studio.read', {})).holds.map(({ workspaceId, restored }) => `${workspaceId} ${restored?.cause}`).toSorted((a, b) => a.localeCompare(b))
const each = (cause: string) => clients.map((id) => `${id} ${cause}`).toSorted((a, b) => a.localeCompare(b))
const sent = (): readonly string[] => server.records.map(({ text }) => text)
const witnesses = (): readonly string[] => (existsSync(state()) ? readdirSync(state()).filter((name) => name.endsWith('.json')) : [])
const open = (folder = data()): Promise<TestEngine> => startTestEngine({ adapters: [server.adapter], startAt: Date.UTC(2026, 10, 21, 9), folder, stateFolder: state(), machine: () => computer, secrets })

async function makeClient(name: string): Promise<void> {
  const workspaceId = engine.random.id()
  clients.push(workspaceId)
  await engine.ask('workspaces.create', { id: workspaceId, name, colour: 'teal', timeZone: 'UTC' })
  const connected = await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'wordpress', serverUrl: 'https://server.example', identifier: name, appPassword: 'p' })
  const postId = engine.random.id()
  const document = { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: `${name} opens.` }] }] }
  const content = { title: name, document, targets: [{ accountId: connected.id, variant: null }], media: [] }
  const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
  await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'at', localDateTime: '2026-11-21T10:00' } })
}

/** The folder as a backup of the system would have it: copied while nothing runs. */
async function setAside(): Promise<void> {
  await engine.restart({ crash: false, meanwhile: () => cpSync(data(), aside(), { recursive: true }) })
}

function putBack(): void {
  rmSync(data(), { recursive: true })
  cpSync(aside(), data(), { recursive: true })
}

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'vigie-older-folder-'))
  clients.length = 0
  computer = 'this one'
  secrets = createMemorySecrets()
  server = createScriptedServer('wordpress', { now: () => engine.now(), looksByWords: true })
  engine = await open()
  await makeClient('lea')
  await makeClient('tom')
})

afterEach(async () => {
  await engine.stop()
  rmSync(root, { recursive: true, force: true })
})

describe('a whole data folder of earlier that is put back', () => {
  it.each([['after a clean end', false], ['after a power cut', true]])('is noticed %s: nothing leaves by itself, and each client asks for a look', async (_when, crash) => {
    await setAside()
    await engine.advance(hour + minute)
    expect(new Set(sent())).toEqual(new Set(['lea opens.', 'tom opens.']))
    await engine.restart({ crash, meanwhile: putBack })
    expect(await holds()).toEqual(each('older_copy'))
    await engine.advance(3 * hour)
    expect(sent()).toHaveLength(2)
    for (const workspaceId of clients) {
      const { entries } = await engine.ask('safety.readRestored', { workspaceId })
      await engine.ask('safety.decideRestored', { workspaceId, decisions: entries.map(({ jobId }) => ({ jobId, fate: { kind: 'drop' } })) })
    }
    await engine.restart({ crash: true })
    await engine.restart({ crash: false })
    expect([await holds(), sent().length]).toEqual([[], 2])
  })

  it('is noticed with one client only, where only that one sent something since', async () => {
    const [lea = '', tom = ''] = clients
    await engine.ask('safety.hold', { workspaceId: tom, reason: 'not yet' })
    await setAside()
    await engine.advance(hour + minute)
    await engine.restart({ crash: true, meanwhile: putBack })
    const held = new Map((await engine.ask('studio.read', {})).holds.map(({ workspaceId, restored }) => [workspaceId, restored?.cause ?? null]))
    expect(held.get(lea)).toBe('older_copy')
    expect(sent()).toEqual(['lea opens.'])
  })

  it('waits for a person where there was a witness and is none: a new computer', async () => {
    const other = (): void => {
      rmSync(state(), { recursive: true })
      computer = 'another one'
    }
    await engine.restart({ crash: false, meanwhile: other })
    expect(await holds()).toEqual(each('moved'))
    await engine.advance(2 * hour)
    expect(sent()).toEqual([])
    for (const workspaceId of clients) await engine.ask('safety.decideRestored', { workspaceId, decisions: [] })
    await engine.restart({ crash: false })
    expect(await holds()).toEqual([])
  })
})

describe('a copy that is opened elsewhere on the same computer', () => {
  it.each([['had gone on since', hour + minute], ['had not been opened since', 0]])('waits once, and leaves alone the original, which %s', async (_what, since) => {
    await setAside()
    await engine.advance(since)
    await engine.stop()
    if (since === 0) {
      rmSync(aside(), { recursive: true })
      cpSync(data(), aside(), { recursive: true })
    }
    const before = sent().length
    const mine = new Map(witnesses().map((name) => [name, readFileSync(join(state(), name), 'utf8')]))
    engine = await open(aside())
    expect(await holds()).toEqual(each('moved'))
    await engine.advance(3 * hour)
    for (const workspaceId of clients) await engine.ask('safety.decideRestored', { workspaceId, decisions: [] })
    await engine.restart({ crash: false })
    expect([await holds(), sent().length]).toEqual([[], before])
    await engine.stop()
    for (const [name, text] of mine) expect(readFileSync(join(state(), name), 'utf8')).toBe(text)
    engine = await open()
    expect(await holds()).toEqual([])
    await engine.advance(3 * hour)
    expect(sent()).toHaveLength(2)
    await engine.restart({ crash: true })
    await engine.stop()
    engine = await open(aside())
    expect([await holds(), sent().length, witnesses().length]).toEqual([[], 2, 2])
  })

  it('is noticed again when it is put in the original’s place, however far it went meanwhile', async () => {
    await setAside()
    await engine.advance(hour + minute)
    await engine.stop()
    engine = await open(aside())
    for (const workspaceId of clients) await engine.ask('safety.decideRestored', { workspaceId, decisions: [] })
    for (let times = 0; times < 9; times++) await engine.restart({ crash: false })
    expect(await holds()).toEqual([])
    await engine.stop()
    putBack()
    engine = await open()
    expect(await holds()).toEqual(each('moved'))
    await engine.advance(3 * hour)
    expect(sent()).toHaveLength(2)
  })
})

describe('no wolf is cried', () => {
  it('by a folder that is carried elsewhere in good order, and back again', async () => {
    await engine.stop()
    renameSync(data(), aside())
    engine = await open(aside())
    expect(await holds()).toEqual([])
    await engine.restart({ crash: true })
    expect(await holds()).toEqual([])
    await engine.advance(hour + minute)
    expect(sent()).toHaveLength(2)
    await engine.stop()
    renameSync(aside(), data())
    engine = await open()
    expect([await holds(), witnesses().length]).toEqual([[], 2])
  })

  it('by a state folder that does not last, nor by one that could not be written on the new computer', async () => {
    for (const crash of [false, true]) {
      await engine.restart({ crash, meanwhile: () => rmSync(state(), { recursive: true }) })
      expect(await holds()).toEqual([])
      await engine.until(() => witnesses().length === 1)
      // A write that is still under way would bring the file back after it was lost.
      await engine.settle()
    }
    expect(engine.logLines.filter((line) => line.includes('begins anew'))).toHaveLength(2)
    const shut = (): void => {
      rmSync(state(), { recursive: true })
      writeFileSync(state(), '')
      computer = 'another one'
    }
    await engine.restart({ crash: false, meanwhile: shut })
    await engine.restart({ crash: false })
    expect(await holds()).toEqual([])
  })

  it('by starts, clean or not, nor by a state folder that cannot be read', async () => {
    for (const crash of [true, false, true, false]) {
      await engine.restart({ crash })
      await engine.advance(20 * minute)
    }
    expect([await holds(), sent().length]).toEqual([[], 2])
    const [name = ''] = witnesses()
    await engine.restart({ crash: false, meanwhile: () => writeFileSync(join(state(), name), '') })
    expect(await holds()).toEqual([])
    await engine.advance(minute)
    await engine.restart({ crash: true })
    expect(await holds()).toEqual([])
  })

  it('by a second data folder on the same computer', async () => {
    await setAside()
    await engine.stop()
    const other = await startTestEngine({ folder: join(root, 'other'), stateFolder: state(), seed: 7 })
    await other.ask('workspaces.create', { id: other.random.id(), name: 'Other', colour: 'teal', timeZone: 'UTC' })
    await other.restart({ crash: false })
    expect((await other.ask('studio.read', {})).holds).toEqual([])
    await other.stop()
    engine = await open()
    expect([await holds(), witnesses().length]).toEqual([[], 2])
  })
})

describe('a studio file that takes nothing down', () => {
  const change = (sql: string) => () => {
    const database = openDatabase(join(data(), 'studio.db'))
    database.exec(sql)
    database.close()
  }
  const refuse = "UPDATE lineages SET is_witnessed = 0; CREATE TRIGGER refuse BEFORE UPDATE OF is_witnessed ON lineages BEGIN SELECT raise(ABORT, 'refused by the test'); END;"
  const warned = (): number => engine.logLines.filter((line) => line.startsWith('warning') && line.includes('refused by the test')).length

  it('keeps the engine from nothing, its clean end least of all', async () => {
    await engine.restart({ crash: false, meanwhile: change(refuse) })
    await engine.advance(hour + minute)
    await engine.until(() => warned() > 0)
    expect(sent()).toHaveLength(2)
    await engine.restart({ crash: false, meanwhile: change('DROP TRIGGER refuse') })
    expect(await holds()).toEqual([])
  })

  it('nor from starting where what was noted cannot be read', async () => {
    await engine.restart({ crash: false, meanwhile: () => {
      change(`UPDATE lineages SET is_witnessed = 1; CREATE TRIGGER refuse BEFORE UPDATE OF is_witnessed ON lineages BEGIN SELECT raise(ABORT, 'refused by the test'); END;`)()
      for (const name of witnesses()) writeFileSync(join(state(), name), '')
    } })
    expect([await holds(), warned() > 0]).toEqual([[], true])
    await engine.restart({ crash: false, meanwhile: change('DROP TRIGGER refuse') })
  })
})

it('is written while something leaves, and seldom', async () => {
  const [lea = ''] = clients
  await engine.advance(minute)
  await engine.until(() => witnesses().length === 1)
  const [name = ''] = witnesses()
  const serial = (): number => (JSON.parse(readFileSync(join(state(), name), 'utf8')) as { clients: Record<string, { serial: number }> }).clients[lea]?.serial ?? 0
  const before = serial()
  await engine.advance(hour)
  await engine.until(() => serial() > before)
  expect(readFileSync(join(state(), name), 'utf8')).not.toMatch(/lea|opens|server|vigie-older/)
})
