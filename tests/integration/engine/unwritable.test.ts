import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createScriptedServer } from '../../support/scripted-adapter.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

const client = { name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' } as const
const minute = 60_000

let folder: string
let engine: TestEngine
let id: string
let allow: (() => void) | null
const root = (): string => join(folder, 'workspaces', id)
const database = (): string => join(root(), 'workspace.db')
const unavailable = async () => (await engine.ask('studio.read', {})).unavailable

beforeEach(async () => {
  allow = null
  folder = mkdtempSync(join(tmpdir(), 'vigie-unwritable-'))
  engine = await startTestEngine({ folder })
  id = engine.random.id()
  await engine.ask('workspaces.create', { id, ...client })
  await engine.ask('posts.saveDraft', { workspaceId: id, postId: engine.random.id(), revision: 0, content: { title: 'Kept', document: { type: 'doc', content: [] }, targets: [], media: [] } })
  // A backup lies there, as always: nothing may put it over the file.
  await engine.advance(3 * minute)
})
afterEach(async () => {
  allowAgain()
  await engine.stop()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

function allowAgain(): void {
  allow?.()
  allow = null
}

async function expectWhole(): Promise<void> {
  expect(await engine.ask('studio.read', {})).toMatchObject({ unavailable: [], recoveries: [], workspaces: [{ id }] })
  expect((await engine.ask('posts.search', { workspaceId: id, text: 'Kept', limit: 5 })).hits).toHaveLength(1)
  expect(existsSync(join(root(), 'damaged'))).toBe(false)
}

/** Refuses every write to a folder; null where this system does not let the test do it. */
function makeReadOnly(path: string): (() => void) | null {
  if (process.getuid?.() !== 0) {
    chmodSync(path, 0o500)
    return () => chmodSync(path, 0o700)
  }
  // Rights do not bind root: a mount does.
  try {
    execFileSync('mount', ['--bind', path, path], { stdio: 'ignore' })
    execFileSync('mount', ['-o', 'remount,ro,bind', path], { stdio: 'ignore' })
    return () => void execFileSync('umount', ['-l', path])
  } catch {
    return null
  }
}

const probe = mkdtempSync(join(tmpdir(), 'vigie-probe-'))
const release = makeReadOnly(probe)
release?.()
rmSync(probe, { recursive: true, force: true })

describe.skipIf(release === null)('a folder that cannot be written', () => {
  it('is called so, not damaged, and opens by itself once it can be', async () => {
    await engine.restart({ crash: false, meanwhile: () => void (allow = makeReadOnly(root())) })
    const before = readFileSync(database())
    expect(await unavailable()).toEqual([{ workspaceId: id, reason: 'not_writable' }])
    expect(await engine.request('posts.search', { workspaceId: id, text: 'Kept', limit: 5 })).toMatchObject({ ok: false, error: { code: 'not_writable', retryable: true } })
    await engine.advance(5 * minute)
    expect(await unavailable()).toEqual([{ workspaceId: id, reason: 'not_writable' }])
    expect(readFileSync(database()).equals(before)).toBe(true)
    allowAgain()
    await engine.advance(minute + 1000)
    await expectWhole()
    expect(engine.events.filter(({ name }) => name === 'studio.changed').length).toBeGreaterThan(0)
  })

  it('left by a crash is called so too, and what it held is there', async () => {
    await engine.restart({ crash: true, meanwhile: () => void (allow = makeReadOnly(root())) })
    expect(await unavailable()).toEqual([{ workspaceId: id, reason: 'not_writable' }])
    allowAgain()
    await engine.ask('workspaces.openAgain', { workspaceId: id })
    await expectWhole()
  })

  it('opens when somebody asks, and says which reason still stands', async () => {
    await engine.restart({ crash: false, meanwhile: () => void (allow = makeReadOnly(root())) })
    expect(await engine.request('workspaces.openAgain', { workspaceId: id })).toMatchObject({ ok: false, error: { code: 'not_writable', retryable: true } })
    allowAgain()
    await engine.ask('workspaces.openAgain', { workspaceId: id })
    await expectWhole()
    await engine.ask('workspaces.openAgain', { workspaceId: id })
    expect(await engine.request('workspaces.openAgain', { workspaceId: engine.random.id() })).toMatchObject({ ok: false, error: { code: 'not_found' } })
  })

  it('does not keep the studio from starting when it belongs to a client that was removed', async () => {
    const other = engine.random.id()
    await engine.ask('workspaces.create', { id: other, ...client, name: 'Other' })
    allow = makeReadOnly(root())
    // Root cannot write on it, but may rename the mount point's parent entry only after the end of the mount: as on a share that refuses.
    await engine.request('workspaces.remove', { workspaceId: id })
    await engine.restart({ crash: false })
    expect(await engine.ask('studio.read', {})).toMatchObject({ workspaces: [{ id: other }], unavailable: [] })
    allowAgain()
    await engine.restart({ crash: false })
    expect(existsSync(root())).toBe(false)
  })

  it('is the answer of the whole studio when it holds everything', async () => {
    await expect(engine.restart({ crash: false, meanwhile: () => void (allow = makeReadOnly(folder)) })).rejects.toMatchObject({ error: { code: 'not_writable', retryable: true } })
    allowAgain()
    engine = await startTestEngine({ folder })
    await expectWhole()
  })
})

/** Another program with the file to itself. */
async function holdFile(path: string): Promise<ChildProcess> {
  const script = `const db = new (require('better-sqlite3'))(process.argv[1]); db.pragma('locking_mode = EXCLUSIVE'); db.exec('BEGIN EXCLUSIVE'); console.log('held'); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['-e', script, path], { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise((resolve) => child.stdout?.once('data', resolve))
  return child
}

async function letGo(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}

describe('a file that another program holds', () => {
  it('is called so, not damaged, and opens once it is let go', async () => {
    await engine.stop()
    const holder = await holdFile(database())
    try {
      engine = await startTestEngine({ folder, startAt: engine.now() })
      expect(await unavailable()).toEqual([{ workspaceId: id, reason: 'file_locked' }])
      const askedAt = performance.now()
      expect(await engine.request('workspaces.openAgain', { workspaceId: id })).toMatchObject({ ok: false, error: { code: 'file_locked', retryable: true } })
      // The other clients do not stand still for seconds at each try.
      expect(performance.now() - askedAt).toBeLessThan(3000)
    } finally {
      await letGo(holder)
    }
    await engine.advance(minute + 1000)
    await expectWhole()
  }, 30_000)
})

describe('a disk that goes away while its file is open', () => {
  it('closes the client, and opens it again once the disk is back, with nothing put over it', async () => {
    await engine.stop()
    const server = createScriptedServer('wordpress', { now: () => engine.now() })
    engine = await startTestEngine({ folder, startAt: engine.now(), adapters: [server.adapter] })
    const away = join(folder, 'away')
    // No test can pull out a real stick: the error is SQLite's, at the moment at which something is written.
    engine.secrets.put = async () => {
      renameSync(root(), away)
      throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_WRITE' })
    }
    const refused = await engine.request('accounts.connectWithAppPassword', { workspaceId: id, networkId: 'wordpress', serverUrl: 'https://site.example', identifier: 'lea', appPassword: 'x' })
    expect(refused).toMatchObject({ ok: false, error: { code: 'disk_gone', retryable: true } })
    await engine.settle()
    expect(await unavailable()).toEqual([{ workspaceId: id, reason: 'folder_missing' }])
    renameSync(away, root())
    await engine.advance(minute + 1000)
    await expectWhole()
  })
})
