import type Database from 'better-sqlite3'
import { createHttpClient } from '../../../electron/engine/http/create-http-client.ts'
import type { HttpClient } from '../../../electron/engine/http/http-client.ts'
import { createWatch } from '../../../electron/engine/watch/create-watch.ts'
import type { Feature } from '../../../electron/engine/workspaces/feature.ts'
import type { RequestInput } from '../../../shared/contract/request-map.ts'
import { succeed } from '../../../shared/contract/result.ts'
import type { FeedItem } from '../../../shared/watch/feed.ts'
import { defaultSafety } from '../../../shared/workspaces/workspace-safety.ts'
import { askFeature, createConnectivitySwitch, openRigDatabase, recordEvents, type FeatureRequests, type RecordedEvents } from '../support/feature-rig.ts'
import { createManualClock, type ManualClock } from '../support/manual-clock.ts'
import { createSeededRandom } from '../support/seeded-random.ts'
import { settle } from '../support/settle.ts'
import { watchHttp } from '../support/watched-http.ts'

/** The watch on a real database, with the real http client on loopback. */
export interface WatchRig extends FeatureRequests, Omit<RecordedEvents, 'emit'> {
  readonly database: Database.Database
  readonly clock: ManualClock
  readonly feature: Feature
  readonly workspaceId: string
  readonly drafts: unknown[]
  readonly connectivity: { isThere: boolean; change(isThere: boolean): void }
  newId(): string
  /** Adds a feed; gives its id. */
  follow(url: string, folder?: string): Promise<string>
  items(source?: RequestInput<'watch.page'>['source'], unreadOnly?: boolean): Promise<FeedItem[]>
  advance(ms: number): Promise<void>
  settle(): Promise<void>
}

export const startAt = Date.UTC(2026, 10, 21, 9)
export const minute = 60_000
export const hour = 60 * minute

export async function startWatchRig(options: { isStarted?: boolean; loopbackIsAllowed?: boolean; send?: HttpClient['send'] } = {}): Promise<WatchRig> {
  const { folder, database, closeAtEnd } = openRigDatabase('watch')
  const clock = createManualClock(startAt)
  const random = createSeededRandom(9)
  const workspaceId = random.id()
  const record = recordEvents()
  const drafts: unknown[] = []
  const log = { info() {}, warning() {}, error() {} }
  const client = createHttpClient({ log, userAgent: 'Vigie/test', loopbackIsAllowed: options.loopbackIsAllowed ?? true })
  const http = watchHttp(options.send === undefined ? client : { send: options.send })
  const connectivity = createConnectivitySwitch()
  const feature = createWatch(
    {
      workspace: () => ({ id: workspaceId, name: 'Café « Bonjour »', colour: 'teal', timeZone: 'Europe/Paris', lateGraceMinutes: 60, safety: { ...defaultSafety, undoSeconds: 0 }, kind: 'client', createdAt: 0 }),
      database, folder, clock, random, log,
      emit: record.emit
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
  closeAtEnd(async () => {
    await feature.stop?.()
    client.close()
  })
  const { request, ask } = askFeature(feature, workspaceId)

  return {
    database, clock, feature, workspaceId, events: record.events, drafts, connectivity, request, ask,
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
    eventsNamed: record.eventsNamed
  }
}
