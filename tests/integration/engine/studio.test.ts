import { afterEach, describe, expect, it } from 'vitest'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let engine: TestEngine
afterEach(() => engine.stop())

const client = { name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' } as const

describe('the list of workspaces', () => {
  it('keeps a workspace over a clean restart and over a crash', async () => {
    engine = await startTestEngine()
    const id = engine.random.id()
    await engine.ask('workspaces.create', { id, ...client })
    await engine.restart({ crash: false })
    expect((await engine.ask('studio.read', {})).workspaces.map((workspace) => workspace.id)).toEqual([id])
    await engine.restart({ crash: true })
    const { workspaces, unavailable, recoveries } = await engine.ask('studio.read', {})
    expect(workspaces).toEqual([{ id, ...client, lateGraceMinutes: 60, kind: 'client', createdAt: engine.now() }])
    expect({ unavailable, recoveries }).toEqual({ unavailable: [], recoveries: [] })
    expect(await engine.ask('accounts.list', { workspaceId: id })).toEqual({ accounts: [] })
  })
})
