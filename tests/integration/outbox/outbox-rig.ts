import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Account } from '../../../shared/accounts/account.ts'
import type { EventName } from '../../../shared/contract/event-map.ts'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import type { Workspace } from '../../../shared/workspaces/workspace.ts'
import { defaultSafety } from '../../../shared/workspaces/workspace-safety.ts'
import type { OutboxPoint } from '../../../electron/engine/outbox/outbox-runner.ts'
import type { ScriptedServer, ScriptedServerOptions } from '../../support/scripted-adapter.ts'
import { createSeededRandom } from '../support/seeded-random.ts'
import { createJumpingClock, type JumpingClock } from '../../support/jumping-clock.ts'
import { createRigAccounts, rigId } from './rig-accounts.ts'
import { startRigProcess, type RigProcess } from './rig-process.ts'
import { createRigServers } from './rig-servers.ts'
import { createRestWatch } from './watch-rest.ts'

export interface RigOptions {
  readonly seed?: number
  readonly startAt?: number
  readonly lateGraceMinutes?: number
  readonly server?: Partial<ScriptedServerOptions>
  /** Network of each account; the handle is `account-<index>`. */
  readonly accounts?: readonly NetworkId[]
}

/** The publishing features of one workspace on a real database, without the rest of the engine: it can die between any two steps. */
export interface OutboxRig {
  readonly accounts: readonly Account[]
  server(networkId: NetworkId): ScriptedServer
  readonly events: readonly { readonly name: EventName; readonly payload: unknown }[]
  readonly errors: readonly string[]
  readonly run: RigProcess
  now(): number
  setOnline(isOnline: boolean): void
  changeWorkspace(changes: Partial<Workspace>): void
  logIn(accountId: string): Promise<void>
  /** The network no longer takes the account's access. */
  expire(accountId: string): void
  /** Lets what was begun come to rest, without time. */
  settle(): Promise<void>
  /** Time passes; the timers that come due run in order. Ends early when the process dies. */
  advance(ms: number): Promise<void>
  /** The computer's clock is set ahead (or back) by so many ms; no time passes. */
  jump(by: number): void
  /** The process dies the next time it reaches this point. */
  crashAt(point: OutboxPoint): void
  hasCrashed(): boolean
  /** The process dies now. */
  crash(): void
  /** Starts anew after a death. */
  restart(options?: { downForMs?: number }): Promise<void>
  stop(): void
}

export async function startOutboxRig(options: RigOptions = {}): Promise<OutboxRig> {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-outbox-'))
  const random = createSeededRandom(options.seed ?? 1)
  const events: { name: EventName; payload: unknown }[] = []
  const errors: string[] = []
  let clock: JumpingClock = createJumpingClock(options.startAt ?? Date.UTC(2026, 10, 21, 9))
  let workspace: Workspace = {
    id: rigId(999), name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris', lateGraceMinutes: options.lateGraceMinutes ?? 60, safety: { ...defaultSafety, undoSeconds: 0 }, kind: 'client', createdAt: 0
  }
  const servers = createRigServers(() => clock.steady.now(), options.server ?? {})
  const accounts = createRigAccounts(options.accounts ?? ['bluesky'], (networkId) => servers.of(networkId).adapter)
  for (const account of accounts.all) await accounts.connect(account.id)
  let isOnline = true
  let crashPoint: OutboxPoint | null = null
  let isCrashed = false
  const rest = createRestWatch(() => clock.steady.now())
  let isRestless = false
  let generation = 0
  const pathOf = (number: number): string => join(folder, `workspace-${number}.db`)

  function start(): RigProcess {
    return startRigProcess({
      databasePath: pathOf(generation),
      folder,
      accounts,
      clock,
      random,
      workspace: () => workspace,
      isOnline: () => isOnline,
      onEvent: (name, payload) => void events.push({ name, payload }),
      onError: (text) => void errors.push(text),
      atPoint(point) {
        isRestless ||= rest.isRestless()
        if (crashPoint === point || isRestless) crash()
      }
    })
  }

  /** What is on the disk at this moment is what the next start finds. */
  function crash(): void {
    if (isCrashed) return
    isCrashed = true
    crashPoint = null
    for (const suffix of ['', '-wal']) {
      if (existsSync(pathOf(generation) + suffix)) copyFileSync(pathOf(generation) + suffix, pathOf(generation + 1) + suffix)
    }
    run.end()
    for (const suffix of ['', '-wal', '-shm']) rmSync(pathOf(generation) + suffix, { force: true })
    generation += 1
  }

  async function settle(): Promise<void> {
    for (let turn = 0; turn < 6; turn += 1) await new Promise((resolve) => setImmediate(resolve))
    if (isRestless) throw new Error(`the engine does not come to rest at ${new Date(clock.now()).toISOString()}: step after step, and no time passes`)
  }

  async function advance(ms: number): Promise<void> {
    const { steady } = clock
    const until = steady.now() + ms
    await settle()
    for (let due = earliest(steady.nextDue(), servers.nextDue()); due !== null && due <= until && !isCrashed; due = earliest(steady.nextDue(), servers.nextDue())) {
      isRestless ||= rest.isRestless()
      steady.runDue(due)
      servers.runDue()
      await settle()
    }
    if (!isCrashed) steady.runDue(until)
    await settle()
  }

  let run = start()
  return {
    accounts: accounts.all,
    server: servers.of,
    events,
    errors,
    get run() {
      return run
    },
    now: () => clock.now(),
    setOnline(value) {
      isOnline = value
      for (const listener of run.life.connectivityChanges) listener()
    },
    changeWorkspace(changes) {
      workspace = { ...workspace, ...changes }
    },
    async logIn(accountId) {
      await accounts.connect(accountId)
      accounts.setState(accountId, 'connected', run.life)
    },
    expire: (accountId) => accounts.setState(accountId, 'needs_login', run.life),
    settle,
    advance,
    jump: (by) => clock.jump(by),
    crashAt(point) {
      crashPoint = point
    },
    hasCrashed: () => isCrashed,
    crash,
    async restart({ downForMs = 1000 } = {}) {
      await settle()
      clock = createJumpingClock(clock.now() + downForMs)
      servers.runDue()
      isCrashed = false
      run = start()
      await settle()
    },
    stop() {
      if (!isCrashed) run.end()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    }
  }
}

function earliest(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b
  return Math.min(a, b)
}
