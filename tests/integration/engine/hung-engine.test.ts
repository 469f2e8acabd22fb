import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { EngineSupervisor, type EngineState } from '../../../electron/main/engine/engine-supervisor.ts'
import type { ForkEngine } from '../../../electron/main/engine/engine-process.ts'
import type { EngineOptions } from '../../../shared/contract/engine-options.ts'
import type { FromEngine } from '../../../shared/contract/engine-link.ts'
import { succeed } from '../../../shared/contract/result.ts'

const enginePath = fileURLToPath(new URL('../../../electron/engine/engine.ts', import.meta.url))
const client = (id: string, name: string) => ({ id, name, colour: 'teal' as const, timeZone: 'Europe/Paris' })
const ids = ['0b1f7a7e-3c1b-4d52-9d5c-111111111111', '0b1f7a7e-3c1b-4d52-9d5c-222222222222', '0b1f7a7e-3c1b-4d52-9d5c-333333333333'] as const

let dataFolder: string
let states: EngineState[]
let logged: string[]
let supervisor: EngineSupervisor

/** The real engine in a process of its own, as Electron's utility process is one. */
const forkEngine: ForkEngine = ({ onMessage, onExit }) => {
  const options: EngineOptions = { dataFolder, stateFolder: null, sqliteBinding: null, isDevelopment: true, appVersion: '0.0.0', systemLanguage: 'en' }
  const child = fork(enginePath, [JSON.stringify(options)], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'], execArgv: ['--disable-warning=ExperimentalWarning'] })
  child.on('message', (message) => onMessage(message as FromEngine))
  child.on('exit', (code) => onExit(code ?? -1))
  return { pid: child.pid, post: (message) => void child.send(message, () => undefined), kill: () => void child.kill('SIGKILL') }
}

/** Long enough for a process that works on a machine that is busy with others. */
const beatMs = 750

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'vigie-hung-'))
  states = []
  logged = []
  supervisor = new EngineSupervisor({
    fork: forkEngine,
    now: () => Date.now(),
    patience: 20_000,
    beatMs,
    onEvent: () => undefined,
    onState: (state) => void states.push(state),
    answer: async () => succeed(null),
    log: (level, text) => void logged.push(`${level} ${text}`)
  })
  supervisor.start()
})
afterEach(async () => {
  await supervisor.stop(5_000)
  rmSync(dataFolder, { recursive: true, force: true })
})

const names = async (): Promise<readonly string[]> => {
  const answer = await supervisor.request('studio.read', {})
  return answer.ok ? answer.value.workspaces.map(({ name }) => name).toSorted() : [answer.error.code]
}
const comesTo = (state: EngineState): Promise<void> => vi.waitFor(() => expect(states.at(-1)).toBe(state), { timeout: 20_000, interval: 20 })

test('an engine that hangs is said to be silent, ended and started anew; what was acknowledged is there, what was not is said', async () => {
  await supervisor.request('workspaces.create', client(ids[0], 'Before'))
  const hung = supervisor.pid ?? 0
  process.kill(hung, 'SIGSTOP')
  const write = supervisor.request('workspaces.create', client(ids[1], 'Perhaps'))
  const read = supervisor.request('studio.read', {})
  await comesTo('silent')
  await comesTo('ready')
  expect(states).toEqual(['ready', 'silent', 'restarting', 'ready'])
  expect(supervisor.pid).not.toBe(hung)
  expect(() => process.kill(hung, 0)).toThrow('ESRCH')
  expect(await write).toMatchObject({ ok: false, error: { code: 'engine_stopped', retryable: true } })
  expect(await read).toMatchObject({ ok: true })
  await supervisor.request('workspaces.create', client(ids[2], 'After'))
  expect((await names()).filter((name) => name !== 'Perhaps')).toEqual(['After', 'Before'])
  expect(logged.filter((line) => line.includes('no sign of life'))).toHaveLength(1)
}, 60_000)

test('an engine that goes on after a while is left alone, and answers what it was asked', async () => {
  await supervisor.request('workspaces.create', client(ids[0], 'Before'))
  const pid = supervisor.pid ?? 0
  process.kill(pid, 'SIGSTOP')
  const answer = names()
  await comesTo('silent')
  process.kill(pid, 'SIGCONT')
  await comesTo('ready')
  expect([await answer, supervisor.pid, states]).toEqual([['Before'], pid, ['ready', 'silent', 'ready']])
}, 60_000)

test('an engine that works is never ended', async () => {
  await supervisor.request('workspaces.create', client(ids[0], 'Before'))
  const { pid } = supervisor
  await new Promise((resolve) => setTimeout(resolve, beatMs * 12))
  expect([supervisor.pid, states]).toEqual([pid, ['ready']])
}, 60_000)
