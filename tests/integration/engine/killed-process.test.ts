import { cpSync, existsSync, mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RequestOutput } from '../../../shared/contract/request-map.ts'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { startEngineChild, type EngineChild } from '../support/engine-child.ts'
import { startTestEngine } from '../support/start-test-engine.ts'
import { createSeededRandom } from '../support/seeded-random.ts'

let folder: string
let child: EngineChild | null = null
const random = createSeededRandom(Number(process.env['VIGIE_TEST_SEED'] ?? 7))

beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'vigie-kill-'))))
afterEach(async () => {
  await child?.kill()
  rmSync(folder, { recursive: true, force: true })
})

async function readStudio(each: EngineChild): Promise<RequestOutput<'studio.read'>> {
  const answer = await each.ask('studio.read', {})
  if (answer?.ok !== true) throw new Error(`no list: ${JSON.stringify(answer)}`)
  return answer.value as RequestOutput<'studio.read'>
}

const nameOf = (round: number, count: number): string => `Round ${round}, change ${count}`

describe('an engine killed in the middle of writing', () => {
  it('has every write that it confirmed, and opens without a loss, again and again', { timeout: 60_000 }, async () => {
    const id = random.id()
    child = await startEngineChild({ dataFolder: folder })
    await child.ask('workspaces.create', { id, name: 'Before', colour: 'teal', timeZone: 'Europe/Paris' })
    for (let round = 1; round <= 5; round += 1) {
      let confirmed = 0
      let firstConfirmed: () => void = () => undefined
      const hasBegun = new Promise<void>((resolve) => (firstConfirmed = resolve))
      const writing = (async () => {
        for (let count = 1; ; count += 1) {
          const answer = await child?.ask('workspaces.update', { workspaceId: id, changes: { name: nameOf(round, count) } })
          if (answer?.ok !== true) return count
          confirmed = count
          firstConfirmed()
        }
      })()
      await hasBegun
      await new Promise((resolve) => setTimeout(resolve, random.fraction() * 200))
      await child.kill()
      const unconfirmed = await writing
      child = await startEngineChild({ dataFolder: folder })
      const { workspaces, unavailable, recoveries } = await readStudio(child)
      expect({ unavailable, recoveries }).toEqual({ unavailable: [], recoveries: [] })
      // The last one sent may have been carried out without its answer getting through.
      expect([nameOf(round, confirmed), nameOf(round, unconfirmed)]).toContain(workspaces[0]?.name)
    }
  })

  it('opens clean from copies of its files taken at any moment, as after a power cut', { timeout: 60_000 }, async () => {
    const id = random.id()
    child = await startEngineChild({ dataFolder: folder })
    await child.ask('workspaces.create', { id, name: 'Before', colour: 'teal', timeZone: 'Europe/Paris' })
    let isWriting = true
    let confirmed = 0
    const writing = (async () => {
      for (let count = 1; isWriting; count += 1) {
        const answer = await child?.ask('workspaces.update', { workspaceId: id, changes: { name: nameOf(0, count) } })
        if (answer?.ok === true) confirmed = count
      }
    })()
    const copies: { readonly at: string; readonly confirmed: number }[] = []
    for (let copy = 0; copy < 15; copy += 1) {
      await new Promise((resolve) => setTimeout(resolve, random.fraction() * 40))
      const at = `${folder}-cut-${copy}`
      copies.push({ at, confirmed })
      await child.whileStopped(() => cpSync(folder, at, { recursive: true }))
    }
    isWriting = false
    await writing
    await child.kill()
    for (const { at, confirmed: atLeast } of copies) {
      expect(await countAfterOpening(at)).toBeGreaterThanOrEqual(atLeast)
      rmSync(at, { recursive: true, force: true })
    }
  })

  it('opens without a loss of what is there when the end of its log never reached the disk', { timeout: 60_000 }, async () => {
    const id = random.id()
    child = await startEngineChild({ dataFolder: folder })
    await child.ask('workspaces.create', { id, name: 'Before', colour: 'teal', timeZone: 'Europe/Paris' })
    // The making is on the disk: it was confirmed. What came after is cut at every length.
    const logs = ['studio.db-wal', join('workspaces', id, 'workspace.db-wal')].map((name) => ({ name, synced: statSync(join(folder, name)).size }))
    for (let count = 1; count <= 40; count += 1) await child.ask('workspaces.update', { workspaceId: id, changes: { name: nameOf(0, count) } })
    await child.kill()
    let last = 40
    for (const part of [1, 0.9, 0.77, 0.5, 0.31, 0.1, 0.01]) {
      const at = `${folder}-cut`
      cpSync(folder, at, { recursive: true })
      for (const { name, synced } of logs) truncateSync(join(at, name), synced + Math.floor((statSync(join(at, name)).size - synced) * part))
      const count = await countAfterOpening(at)
      expect(count).toBeLessThanOrEqual(last)
      last = count
      rmSync(at, { recursive: true, force: true })
    }
  })

  it('ends by itself, clean, when it is told to', async () => {
    const id = random.id()
    child = await startEngineChild({ dataFolder: folder })
    await child.ask('workspaces.create', { id, name: 'Before', colour: 'teal', timeZone: 'Europe/Paris' })
    expect(await child.ask('engine.stop', {})).toEqual({ ok: true, value: {} })
    expect(await child.gone).toBe(0)
    for (const path of [join(folder, 'studio.db'), join(folder, 'workspaces', id, 'workspace.db')]) {
      expect(existsSync(`${path}-open`)).toBe(false)
      expect(existsSync(`${path}-wal`)).toBe(false)
    }
  })

  it('says why it cannot start, instead of starting again and again', async () => {
    const future = openDatabase(join(folder, 'studio.db'))
    future.pragma('user_version = 9999')
    future.close()
    child = await startEngineChild({ dataFolder: folder })
    expect(await child.ask('studio.read', {})).toMatchObject({ ok: false, error: { code: 'database_from_the_future' } })
    expect(await child.ask('engine.stop', {})).toMatchObject({ ok: false })
    expect(await child.gone).toBe(0)
  })

  it('answers nonsense with a line in the log and goes on', async () => {
    child = await startEngineChild({ dataFolder: folder })
    child.post({ kind: 'nonsense' })
    child.post('text')
    expect((await child.ask('studio.read', {}))?.ok).toBe(true)
    expect(await child.ask('studio.noSuchThing', {})).toMatchObject({ ok: false, error: { code: 'unknown_request' } })
    expect(child.logLines.filter((line) => line.includes('could not be understood'))).toHaveLength(2)
  })
})

/** Opens a copy of the data folder, expects nothing to be damaged, and gives the number of the last change that is in it. */
async function countAfterOpening(dataFolder: string): Promise<number> {
  const engine = await startTestEngine({ folder: dataFolder })
  const { workspaces, recoveries, unavailable } = await engine.ask('studio.read', {})
  await engine.stop()
  expect({ recoveries, unavailable }).toEqual({ recoveries: [], unavailable: [] })
  return /change (\d+)/.exec(workspaces[0]?.name ?? '')?.[1] === undefined ? 0 : Number(workspaces[0]?.name.split(' ').at(-1))
}
