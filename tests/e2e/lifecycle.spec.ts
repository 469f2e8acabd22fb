import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import type { Studio } from './support/studio.ts'
import { expect, test } from './support/test.ts'

const newWorkspace = (name: string) => ({ id: randomUUID(), name, colour: 'teal' as const, timeZone: 'Europe/Paris' })
const names = async ({ bridge }: Studio) => (await bridge.ask('studio.read', {})).workspaces.map(({ name }) => name)

/** The process that keeps this session's secrets. */
function keyringPid(): number {
  const answer = execFileSync('dbus-send', ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/', 'org.freedesktop.DBus.GetConnectionUnixProcessID', 'string:org.freedesktop.secrets'], { encoding: 'utf8' })
  return Number(/uint32 (\d+)/.exec(answer)?.[1])
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** The system may take a process from its list a moment after Chromium has said that it ended. */
const expectGone = (pid: number): Promise<void> => expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false)

test.describe('when the engine hangs', () => {
  test('it is said, it is started anew by itself, and no acknowledged write is lost', async ({ launch }) => {
    const studio = await launch({ environment: { VIGIE_TEST_OPTIONS: JSON.stringify({ engineBeatMs: 400 }) } })
    await studio.bridge.ask('workspaces.create', newWorkspace('Before'))
    const silent = studio.bridge.next('engine.changed', { state: 'silent' })
    const ready = studio.bridge.next('engine.changed', { state: 'ready' })
    const hung = await studio.enginePid()
    process.kill(hung, 'SIGSTOP')
    await silent
    await ready
    await expectGone(hung)
    expect(await studio.enginePid()).not.toBe(hung)
    expect(await names(studio)).toEqual(['Before'])
  })
})

test.describe('when the engine dies', () => {
  test('it is started again, the page hears of it, and no acknowledged write is lost', async ({ studio }) => {
    await studio.bridge.ask('workspaces.create', newWorkspace('Before'))
    const restarting = studio.bridge.next('engine.changed', { state: 'restarting' })
    const ready = studio.bridge.next('engine.changed', { state: 'ready' })
    const first = await studio.enginePid()
    process.kill(first, 'SIGKILL')
    await restarting
    await ready
    expect(await studio.enginePid()).not.toBe(first)
    expect(await names(studio)).toEqual(['Before'])
    await studio.bridge.ask('workspaces.create', newWorkspace('After'))
    expect((await names(studio)).toSorted()).toEqual(['After', 'Before'])
    expect((await studio.bridge.ask('studio.read', {})).recoveries).toEqual([])
  })

  test('a write that is on its way is answered with engine_stopped, a read is asked again', async ({ studio }) => {
    const pid = await studio.enginePid()
    // Held, so that both are certainly on their way when it dies.
    process.kill(pid, 'SIGSTOP')
    const write = studio.bridge.request('workspaces.create', newWorkspace('Perhaps'))
    const read = studio.bridge.request('studio.read', {})
    // The answer of main proves that both were handed on before.
    await studio.bridge.ask('studio.environment', {})
    process.kill(pid, 'SIGKILL')
    expect(await write).toMatchObject({ ok: false, error: { code: 'engine_stopped', retryable: true } })
    expect(await read).toMatchObject({ ok: true })
  })

  test('in the middle of many writes, exactly the acknowledged ones and at most those on their way are there', async ({ studio }) => {
    const wishes = Array.from({ length: 40 }, (_, index) => newWorkspace(`Client ${index}`))
    const pid = await studio.enginePid()
    const ready = studio.bridge.next('engine.changed', { state: 'ready' })
    const answers = wishes.map(async (wish, index) => {
      const answer = await studio.bridge.request('workspaces.create', wish)
      if (index === 10) process.kill(pid, 'SIGKILL')
      return answer.ok ? wish.name : null
    })
    const acknowledged = (await Promise.all(answers)).filter((name) => name !== null)
    await ready
    expect(acknowledged.length).toBeGreaterThan(10)
    expect(await names(studio)).toEqual(expect.arrayContaining(acknowledged))
  })

  test('again and again, the studio says so, and starts it at the user’s wish', async ({ studio }) => {
    test.setTimeout(90_000)
    const failed = studio.bridge.next('engine.changed', { state: 'failed' })
    for (let death = 0; death < 3; death++) {
      const again = studio.bridge.next('engine.changed', { state: 'ready' })
      process.kill(await studio.enginePid(), 'SIGKILL')
      await again
    }
    process.kill(await studio.enginePid(), 'SIGKILL')
    await failed
    expect(await studio.bridge.request('studio.read', {})).toMatchObject({ ok: false, error: { code: 'engine_stopped' } })
    expect(await studio.bridge.ask('studio.environment', {})).toMatchObject({ engine: 'failed' })
    const ready = studio.bridge.next('engine.changed', { state: 'ready' })
    await studio.bridge.ask('studio.restartEngine', {})
    await ready
    expect((await studio.bridge.request('studio.read', {})).ok).toBe(true)
  })
})

test.describe('ending', () => {
  test('puts everything in order: no open database, no process left', async ({ launch, dataFolder }) => {
    const studio = await launch()
    const pid = await studio.enginePid()
    await studio.bridge.ask('workspaces.create', newWorkspace('Boulangerie Martin'))
    expect(await studio.close()).toBe(0)
    await expectGone(pid)
    expect(existsSync(join(dataFolder, 'studio.db-wal'))).toBe(false)
    expect(studio.log()).toContain('everything is in order')
    const next = await launch()
    expect(await names(next)).toEqual(['Boulangerie Martin'])
  })

  test('lets the page hand over what it has not saved', async ({ launch }) => {
    const studio = await launch()
    const wish = newWorkspace('Said while leaving')
    await studio.page.evaluate((input) => window.addEventListener('pagehide', () => void window.studio!.request('workspaces.create', input)), wish)
    await studio.close()
    expect(await names(await launch())).toEqual(['Said while leaving'])
  })

  test('a page cannot keep the window open', async ({ launch }) => {
    const studio = await launch()
    await studio.page.evaluate(() => window.addEventListener('beforeunload', (event) => event.preventDefault()))
    await studio.page.mouse.click(5, 5)
    expect(await studio.close()).toBe(0)
  })

  test('by a signal is in order too, and asks nobody', async ({ launch, dataFolder }) => {
    const studio = await launch({ environment: { VIGIE_AUTOMATED: '0' } })
    const pid = await studio.enginePid()
    const child = studio.app.process()
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    await expectGone(pid)
    expect(existsSync(join(dataFolder, 'studio.db-wal'))).toBe(false)
  })

  test('an engine that hangs does not keep the studio from ending', async ({ launch }) => {
    const studio = await launch()
    const pid = await studio.enginePid()
    process.kill(pid, 'SIGSTOP')
    expect(await studio.close()).toBe(0)
    await expectGone(pid)
  })

  test('a keychain that waits for a person does not keep the studio from ending', async ({ launch }) => {
    test.skip(process.platform !== 'linux', 'the keychain of this session can be held only where it is a process of its own')
    const studio = await launch()
    const keyring = keyringPid()
    process.kill(keyring, 'SIGSTOP')
    try {
      expect(await studio.bridge.ask('studio.checkSecretStore', {})).toMatchObject({ state: 'locked' })
      const ended = new Promise<void>((resolve) => studio.app.process().once('exit', () => resolve()))
      await studio.app.evaluate(({ app }) => app.quit())
      await ended
      expect(studio.log()).toContain('is ended by force')
    } finally {
      process.kill(keyring, 'SIGCONT')
    }
  })

  test('by force takes the engine along, and the next start finds everything', async ({ launch }) => {
    const studio = await launch()
    const pid = await studio.enginePid()
    await studio.bridge.ask('workspaces.create', newWorkspace('Kept'))
    const child = studio.app.process()
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
    await expectGone(pid)
    expect(await names(await launch())).toEqual(['Kept'])
  })
})
