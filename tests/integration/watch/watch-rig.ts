import { defaultSafety } from '../../../shared/workspaces/workspace-safety.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { workspaceMigrations } from '../../../electron/engine/database/workspace-migrations.ts'
import { createHttpClient } from '../../../electron/engine/http/create-http-client.ts'
import type { HttpClient } from '../../../electron/engine/http/http-client.ts'
import { createWatch } from '../../../electron/engine/watch/create-watch.ts'
import type { Feature } from '../../../electron/engine/workspaces/feature.ts'
import type { EventName, EventPayload } from '../../../shared/contract/event-map.ts'
import { requestMap, type EngineRequestName, type RequestInput, type RequestOutput } from '../../../shared/contract/request-map.ts'
import { succeed, type Result } from '../../../shared/contract/result.ts'
import type { FeedItem } from '../../../shared/watch/feed.ts'
import { createManualClock, type ManualClock } from '../support/manual-clock.ts'
import { createSeededRandom } from '../support/seeded-random.ts'
import { settle } from '../support/settle.ts'
import { watchHttp } from '../support/watched-http.ts'

/** The watch on a real database, with the real http client on loopback. */
export interface WatchRig {
  readonly database: Database.Database
  readonly clock: ManualClock
  readonly feature: Feature
  readonly workspaceId: string
  readonly events: { name: EventName; payload: unknown }[]
  readonly drafts: unknown[]
  readonly connectivity: { isThere: boolean; change(isThere: boolean): void }
  newId(): string
  request<Name extends EngineRequestName>(name: Name, input: Omit<RequestInput<Name>, 'workspaceId'>): Promise<Result<RequestOutput<Name>>>
  ask<Name extends EngineRequestName>(name: Name, input: Omit<RequestInput<Name>, 'workspaceId'>): Promise<RequestOutput<Name>>
  /** Adds a feed; gives its id. */
  follow(url: string, folder?: string): Promise<string>
  items(source?: RequestInput<'watch.page'>['source'], unreadOnly?: boolean): Promise<FeedItem[]>
  advance(ms: number): Promise<void>
  settle(): Promise<void>
  eventsNamed<Name extends EventName>(name: Name): EventPayload<Name>[]
}

export const startAt = Date.UTC(2026, 10, 21, 9)
export const minute = 60_000
export const hour = 60 * minute

export async function startWatchRig(options: { isStarted?: boolean; loopbackIsAllowed?: boolean; send?: HttpClient['send'] } = {}): Promise<WatchRig> {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-watch-'))
  const database = openDatabase(join(folder, 'workspace.db'))
  for (const migration of workspaceMigrations) migration.up(database)
  const clock = createManualClock(startAt)
  const random = createSeededRandom(9)
  const workspaceId = random.id()
  const events: WatchRig['events'] = []
  const drafts: unknown[] = []
  const log = { info() {}, warning() {}, error() {} }
  const client = createHttpClient({ log, userAgent: 'Vigie/test', loopbackIsAllowed: options.loopbackIsAllowed ?? true })
  const http = watchHttp(options.send === undefined ? client : { send: options.send })
  const connectivity = createConnectivitySwitch()
  const feature = createWatch(
    {
      workspace: () => ({ id: workspaceId, name: 'Café « Bonjour »', colour: 'teal', timeZone: 'Europe/Paris', lateGraceMinutes: 60, safety: { ...defaultSafety, undoSeconds: 0 }, kind: 'client', createdAt: 0 }),
      database, folder, clock, random, log,
      emit: (name, payload) => void events.push({ name, payload })
    },
    {
      http,
      connectivity: connectivity.seam,
      createDraftFromSource(source) {
        drafts.push(source)
        return succeed(null)
      }
    }
  )
  if (options.isStarted ?? true) feature.startBackgroundWork?.()
  onTestFinished(async () => {
    await feature.stop?.()
    client.close()
    database.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function request<Name extends EngineRequestName>(name: Name, input: Omit<RequestInput<Name>, 'workspaceId'>): Promise<Result<RequestOutput<Name>>> {
    const definition = requestMap[name]
    const handler = feature.handlers[name] as ((input: unknown) => Promise<Result<unknown>> | Result<unknown>) | undefined
    const result = await handler!(definition.input.parse({ workspaceId, ...input }))
    if (result.ok) definition.output.parse(result.value)
    return result as Result<RequestOutput<Name>>
  }
  async function ask<Name extends EngineRequestName>(name: Name, input: Omit<RequestInput<Name>, 'workspaceId'>): Promise<RequestOutput<Name>> {
    const result = await request(name, input)
    if (!result.ok) throw new Error(`${name}: ${result.error.code}: ${result.error.message}`)
    return result.value
  }
  return {
    database, clock, feature, workspaceId, events, drafts, connectivity, request, ask,
    newId: () => random.id(),
    async follow(url, intoFolder = '') {
      return (await ask('watch.addFeed', { feedId: random.id(), url, folder: intoFolder })).id
    },
    items: async (source = { kind: 'all' }, unreadOnly = false) => (await ask('watch.page', { source, unreadOnly, before: null, limit: 200 })).items,
    async advance(ms) {
      const until = clock.now() + ms
      await settle(http)
      for (let due = clock.nextDue(); due !== null && due <= until; due = clock.nextDue()) {
        clock.runDue(due)
        await settle(http)
      }
      clock.runDue(until)
      await settle(http)
    },
    settle: () => settle(http),
    eventsNamed: (name) => events.filter((event) => event.name === name).map((event) => event.payload as never)
  }
}

function createConnectivitySwitch() {
  const listeners = new Set<(value: { state: 'online' | 'offline'; since: number }) => void>()
  const state = {
    isThere: true,
    change(isThere: boolean): void {
      state.isThere = isThere
      for (const listener of listeners) listener({ state: isThere ? 'online' : 'offline', since: 0 })
    },
    seam: {
      canReach: () => state.isThere,
      onChange(listener: (value: { state: 'online' | 'offline'; since: number }) => void) {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      }
    }
  }
  return state
}
