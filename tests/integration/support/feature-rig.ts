import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { workspaceMigrations } from '../../../electron/engine/database/workspace-migrations.ts'
import type { Connectivity } from '../../../electron/engine/http/connectivity.ts'
import type { Feature } from '../../../electron/engine/workspaces/feature.ts'
import type { EventName, EventPayload } from '../../../shared/contract/event-map.ts'
import { requestMap, type EngineRequestName, type RequestInput, type RequestOutput } from '../../../shared/contract/request-map.ts'
import type { Result } from '../../../shared/contract/result.ts'

/** Asks one feature as the page would: the input is parsed, and so is what comes back. */
export interface FeatureRequests {
  request<Name extends EngineRequestName>(name: Name, input: Omit<RequestInput<Name>, 'workspaceId'>): Promise<Result<RequestOutput<Name>>>
  /** For calls that a test expects to succeed. */
  ask<Name extends EngineRequestName>(name: Name, input: Omit<RequestInput<Name>, 'workspaceId'>): Promise<RequestOutput<Name>>
}

export interface RecordedEvents {
  readonly events: { name: EventName; payload: unknown }[]
  emit<Name extends EventName>(name: Name, payload: EventPayload<Name>): void
  eventsNamed<Name extends EventName>(name: Name): EventPayload<Name>[]
}

/** A workspace's database with all its tables, in a folder of its own. Call `closeAtEnd` once what uses it is there. */
export function openRigDatabase(name: string): { readonly folder: string; readonly database: Database.Database; closeAtEnd(stop: () => Promise<void> | void): void } {
  const folder = mkdtempSync(join(tmpdir(), `vigie-${name}-`))
  const database = openDatabase(join(folder, 'workspace.db'))
  for (const migration of workspaceMigrations) migration.up(database)
  return {
    folder,
    database,
    closeAtEnd(stop) {
      onTestFinished(async () => {
        await stop()
        database.close()
        rmSync(folder, { recursive: true, force: true })
      })
    }
  }
}

export function askFeature(feature: Feature, workspaceId: string): FeatureRequests {
  async function request<Name extends EngineRequestName>(name: Name, input: Omit<RequestInput<Name>, 'workspaceId'>): Promise<Result<RequestOutput<Name>>> {
    const definition = requestMap[name]
    const handler = feature.handlers[name] as ((input: unknown) => Promise<Result<unknown>> | Result<unknown>) | undefined
    const result = await handler!(definition.input.parse({ workspaceId, ...input }))
    if (result.ok) definition.output.parse(result.value)
    return result as Result<RequestOutput<Name>>
  }
  return {
    request,
    async ask(name, input) {
      const result = await request(name, input)
      if (!result.ok) throw new Error(`${name}: ${result.error.code}: ${result.error.message}`)
      return result.value
    }
  }
}

export function recordEvents(): RecordedEvents {
  const events: RecordedEvents['events'] = []
  return {
    events,
    emit: (name, payload) => void events.push({ name, payload }),
    eventsNamed: (name) => events.filter((event) => event.name === name).map((event) => event.payload as never)
  }
}

/** The network that a test takes away and brings back. */
export function createConnectivitySwitch() {
  const listeners = new Set<Parameters<Connectivity['onChange']>[0]>()
  const state = {
    isThere: true,
    change(isThere: boolean): void {
      state.isThere = isThere
      for (const listener of listeners) listener({ state: isThere ? 'online' : 'offline', since: 0 })
    },
    seam: {
      canReach: () => state.isThere,
      onChange(listener: Parameters<Connectivity['onChange']>[0]) {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      }
    }
  }
  return state
}
