import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createScriptedServer } from '../../support/scripted-adapter.ts'
import { contentOf } from '../outbox/publish.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

const client = { name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' } as const
const megabyte = 1_048_576

/** A real disk of a few megabytes. Only root may have one; without it the error that SQLite gives is tested by itself (storage-error.test.ts). */
function mountSmallDisk(at: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'vigie-test', at], { stdio: 'ignore' })
    return true
  } catch {
    return false // Not root, or no mounts in this container.
  }
}

const probe = mkdtempSync(join(tmpdir(), 'vigie-disk-probe-'))
const canMount = process.platform === 'linux' && mountSmallDisk(probe)
if (canMount) execFileSync('umount', [probe])
rmSync(probe, { recursive: true, force: true })

let folder: string
let engine: TestEngine | null = null
const ballast = (): string => join(folder, 'ballast')

function fillDisk(leaveBytes = 0): void {
  const { bavail, bsize } = statfsSync(folder)
  writeFileSync(ballast(), Buffer.alloc(bavail * bsize - leaveBytes))
}

describe.skipIf(!canMount)('a full disk', () => {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'vigie-disk-'))
    mountSmallDisk(folder)
  })
  afterEach(async () => {
    await engine?.stop()
    engine = null
    execFileSync('umount', ['-l', folder])
    rmSync(folder, { recursive: true, force: true })
  })

  it('is an answer, loses nothing, and everything goes on when there is room again', async () => {
    engine = await startTestEngine({ folder })
    const id = engine.random.id()
    await engine.ask('workspaces.create', { id, ...client })
    fillDisk()
    let refused = 0
    for (let count = 0; count < 400; count += 1) {
      const result = await engine.request('studio.saveSettings', { settings: { theme: count % 2 === 0 ? 'dark' : 'light' } })
      if (!result.ok) {
        expect(result.error).toMatchObject({ code: 'disk_full', retryable: true })
        refused += 1
      }
      if (refused > 3) break
    }
    expect(refused).toBeGreaterThan(3)
    expect(await engine.request('workspaces.create', { id: engine.random.id(), ...client })).toMatchObject({ ok: false, error: { code: 'disk_full' } })
    expect((await engine.ask('studio.read', {})).workspaces).toHaveLength(1)
    rmSync(ballast())
    expect((await engine.request('studio.saveSettings', { settings: { theme: 'dark' } })).ok).toBe(true)
    expect((await engine.request('workspaces.create', { id: engine.random.id(), ...client })).ok).toBe(true)
    await engine.restart({ crash: false })
    expect(await engine.ask('studio.read', {})).toMatchObject({ settings: { theme: 'dark' }, workspaces: [client, client], recoveries: [], unavailable: [] })
  })

  it('puts off a backup without harm to the backups that are there', async () => {
    engine = await startTestEngine({ folder })
    await engine.ask('workspaces.create', { id: engine.random.id(), ...client })
    await engine.advance(3 * 60_000)
    fillDisk()
    await engine.request('studio.saveSettings', { settings: { theme: 'dark' } })
    await engine.advance(4 * 3_600_000)
    expect(engine.logLines.filter((line) => line.includes('disk'))).not.toEqual([])
    rmSync(ballast())
    await engine.advance(3_600_000)
    await engine.restart({ crash: false })
    expect(await engine.ask('studio.read', {})).toMatchObject({ recoveries: [], unavailable: [] })
  })

  it('without any room says so at the start, and harms nothing', async () => {
    engine = await startTestEngine({ folder })
    await engine.ask('workspaces.create', { id: engine.random.id(), ...client })
    await expect(engine.restart({ crash: false, meanwhile: () => fillDisk() })).rejects.toMatchObject({ error: { code: 'disk_full' } })
    rmSync(ballast())
    engine = await startTestEngine({ folder })
    expect(await engine.ask('studio.read', {})).toMatchObject({ workspaces: [client], recoveries: [], unavailable: [] })
  })

  it('lets a damaged workspace wait, untouched, until it can be restored', async () => {
    engine = await startTestEngine({ folder })
    const id = engine.random.id()
    await engine.ask('workspaces.create', { id, ...client })
    await engine.advance(3 * 60_000)
    const path = join(folder, 'workspaces', id, 'workspace.db')
    await engine.restart({
      crash: false,
      meanwhile() {
        writeFileSync(path, Buffer.alloc(megabyte / 4, 'x'))
        fillDisk(80_000) // Room to open the list, none for the copy of a backup.
      }
    })
    expect((await engine.ask('studio.read', {})).unavailable).toEqual([{ workspaceId: id, reason: 'disk_full' }])
    await engine.restart({ crash: false, meanwhile: () => rmSync(ballast()) })
    expect(await engine.ask('studio.read', {})).toMatchObject({ unavailable: [], recoveries: [{ workspaceId: id, restoredTo: expect.any(Number) }] })
  })

  it.each([60_000, 80_000, 100_000, 120_000])('is not taken for damage where what was on its way cannot be written down, with %i bytes left', async (left) => {
    const server = createScriptedServer('wordpress', { now: () => engine?.now() ?? 0 })
    engine = await startTestEngine({ folder, adapters: [server.adapter] })
    const id = engine.random.id()
    await engine.ask('workspaces.create', { id, ...client })
    const { id: accountId } = await engine.ask('accounts.connectWithAppPassword', { workspaceId: id, networkId: 'wordpress', serverUrl: 'https://site.example', identifier: 'lea', appPassword: 'x' })
    server.nextSends('hang')
    const postId = engine.random.id()
    const { revision } = await engine.ask('posts.saveDraft', { workspaceId: id, postId, revision: 0, content: contentOf('On its way', [accountId]) })
    await engine.ask('posts.schedule', { workspaceId: id, postId, revision, when: { kind: 'now' } })
    await engine.advance(20_000)
    expect((await engine.ask('posts.read', { workspaceId: id, postId })).jobs).toMatchObject([{ state: 'sending' }])
    await engine.restart({ crash: false, meanwhile: () => fillDisk(left) })
    expect((await engine.ask('studio.read', {})).unavailable.filter(({ reason }) => reason !== 'disk_full')).toEqual([])
    rmSync(ballast())
    await engine.advance(2 * 60_000)
    expect((await engine.ask('studio.read', {})).unavailable).toEqual([])
    expect((await engine.ask('posts.read', { workspaceId: id, postId })).jobs[0]?.state).not.toBe('queued')
  })
})
