import type Database from 'better-sqlite3'
import { createRateLimits } from '../../../electron/engine/limits/create-rate-limits.ts'
import { createInbox } from '../../../electron/engine/inbox/create-inbox.ts'
import type { IncomingItem } from '../../../electron/engine/networks/network-incoming.ts'
import type { NetworkAdapter, SeveralInOne } from '../../../electron/engine/networks/network-adapter.ts'
import type { ReadReview } from '../../../electron/engine/networks/network-reading.ts'
import type { NetworkFailure, NetworkResult } from '../../../electron/engine/networks/network-failure.ts'
import type { JobIntent, OutboxService, SettledJob } from '../../../electron/engine/outbox/outbox-service.ts'
import type { Feature } from '../../../electron/engine/workspaces/feature.ts'
import type { Account } from '../../../shared/accounts/account.ts'
import { fail } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import type { NetworkCapabilities } from '../../../shared/networks/network-capabilities.ts'
import type { Job, JobState } from '../../../shared/outbox/job.ts'
import { defaultSafety } from '../../../shared/workspaces/workspace-safety.ts'
import { createSteppedClock, type SteppedClock } from '../../support/stepped-clock.ts'
import { askFeature, createConnectivitySwitch, openRigDatabase, recordEvents, type FeatureRequests, type RecordedEvents } from '../support/feature-rig.ts'
import { createSeededRandom } from '../support/seeded-random.ts'

type Answer = NetworkResult<{ items: readonly IncomingItem[]; nextCursor: string | null; more: boolean; pollAgainAfterMs: number | null }>

/** The inbox on a real database, with a network that says what the test writes into its script and an outbox that sends when told. */
export interface InboxRig extends FeatureRequests, Omit<RecordedEvents, 'emit'> {
  readonly database: Database.Database
  readonly clock: SteppedClock
  readonly feature: Feature
  readonly workspaceId: string
  readonly accounts: Map<string, Account>
  /** Cursors that the network was asked with. */
  readonly asked: (string | null)[]
  readonly connectivity: { isThere: boolean; change(isThere: boolean): void }
  accountId(index: number): string
  /** What the next fetch answers; without a script it has nothing new. */
  script(...answers: readonly Answer[]): void
  /** Brings items in through a refresh. */
  arrive(items: readonly IncomingItem[], cursor?: string): Promise<void>
  /** Ends a job as the outbox's runner would. */
  settle(jobId: string, state: JobState, remoteId?: string | null): void
  readonly intents: JobIntent[]
}

export const fetched = (items: readonly IncomingItem[], nextCursor: string | null = null, changes: { more?: boolean; pollAgainAfterMs?: number } = {}): Answer => ({
  ok: true, value: { items, nextCursor, more: changes.more ?? false, pollAgainAfterMs: changes.pollAgainAfterMs ?? null }
})
export const failedWith = (failure: NetworkFailure): Answer => ({ ok: false, failure })

export const startAt = Date.UTC(2026, 10, 21, 9)
const minute = 60_000

let made = 0
/** An item by somebody else, a minute old, in the conversation `c1`, unless told otherwise. */
export function incoming(changes: Partial<IncomingItem> = {}): IncomingItem {
  made += 1
  return {
    remoteId: `remote-${made}`, conversationRemoteId: 'c1', kind: 'comment', parentRemoteId: null, ourPostRemoteId: null, authorName: 'Léa', authorHandle: '@lea',
    isOwn: false, text: 'Bonjour', url: null, createdAt: startAt - minute, attachmentCount: 0, isLiked: false, isHeld: false, ...changes
  }
}

export async function startInboxRig(options: { accounts?: number; capabilities?: Partial<NetworkCapabilities>; severalInOne?: SeveralInOne; readReview?: ReadReview } = {}): Promise<InboxRig> {
  const { folder, database, closeAtEnd } = openRigDatabase('inbox')
  const clock = createSteppedClock(startAt)
  const random = createSeededRandom(3)
  const workspaceId = random.id()
  const accounts = new Map<string, Account>()
  for (let index = 0; index < (options.accounts ?? 1); index += 1) addAccount(database, accounts, random.id(), index)
  const record = recordEvents()
  const asked: (string | null)[] = []
  const scripted: Answer[] = []
  const outbox = createScriptedOutbox(database, clock)
  const connectivity = createConnectivitySwitch()
  const adapter = createScriptedAdapter(async (cursor) => {
    asked.push(cursor)
    return scripted.shift() ?? fetched([])
  }, options)
  const feature = createInbox(
    {
      workspace: () => ({ id: workspaceId, name: 'Test', colour: 'teal', timeZone: 'Europe/Paris', lateGraceMinutes: 60, safety: { ...defaultSafety, undoSeconds: 0 }, kind: 'client', createdAt: 0 }),
      database, folder, clock, random,
      log: { info() {}, warning() {}, error() {} },
      emit: record.emit
    },
    {
      accounts: {
        list: () => [...accounts.values()],
        read: (id) => accounts.get(id) ?? null,
        adapterFor: () => adapter,
        withSession: (id, signal, call) => call({ account: accounts.get(id)!, secret: '', saveSecret: async () => undefined, signal }, adapter),
        onChange: () => () => undefined
      },
      outbox: outbox.service,
      limits: createRateLimits({ database, clock }),
      reactions: { note: () => false, announce: () => undefined },
      // What costs money has a test of its own, in a whole engine.
      readings: { reserve: () => fail(studioError('bug', 'nothing costs money here')), settle: () => undefined },
      connectivity: connectivity.seam,
      postSummary: (id) => ({ id, status: 'published', excerpt: 'Our post', accountIds: [], handedOver: [], mediaIds: [], schedule: null, plan: null, approval: 'none', publishedAt: startAt, updatedAt: startAt })
    }
  )
  closeAtEnd(() => feature.stop?.())
  const { request, ask } = askFeature(feature, workspaceId)

  const rig: InboxRig = {
    database, clock, feature, workspaceId, accounts, events: record.events, asked, connectivity, request, ask,
    accountId: (index) => [...accounts.keys()][index]!,
    script: (...answers) => void scripted.push(...answers),
    async arrive(items, cursor) {
      scripted.push(fetched(items, cursor ?? null))
      await ask('inbox.refresh', {})
    },
    settle: outbox.settle,
    intents: outbox.intents,
    eventsNamed: record.eventsNamed
  }
  return rig
}

function createScriptedAdapter(fetchSince: (cursor: string | null) => Promise<Answer>, { capabilities: changes = {}, severalInOne, readReview }: { capabilities?: Partial<NetworkCapabilities>; severalInOne?: SeveralInOne; readReview?: ReadReview }): NetworkAdapter {
  const notHere = (): Promise<never> => Promise.reject(new Error('not a part of this test'))
  return {
    capabilities: { ...capabilitiesOf('mastodon'), ...changes },
    connect: { kind: 'app_password', connect: notHere, whoAmI: notHere, revoke: notHere },
    publisher: { publish: notHere, findPublished: notHere, setLiked: notHere },
    inbox: { fetchSince: (_session, cursor) => fetchSince(cursor) },
    ...(severalInOne === undefined ? {} : { severalInOne }),
    ...(readReview === undefined ? {} : { readReview })
  }
}

function addAccount(database: Database.Database, accounts: Map<string, Account>, id: string, index: number): void {
  const account: Account = {
    id, networkId: 'mastodon', handle: `@vigie${index}@social.example`, displayName: 'Vigie', serverUrl: 'https://social.example', remoteId: `${index}`, state: 'connected',
    accessEndsAt: null, serverLimits: { maxCharacters: 500, charactersPerUrl: 23, maxMedia: 4 }, lastCheckedAt: null, connectedAt: index
  }
  accounts.set(id, account)
  database
    .prepare(
      `INSERT INTO accounts (id, network_id, handle, display_name, server_url, remote_id, state, server_limits, secret_reference, connected_at)
       VALUES (?, 'mastodon', ?, 'Vigie', 'https://social.example', ?, 'connected', '{}', ?, 0)`
    )
    .run(id, account.handle, account.remoteId, `secret-${index}`)
}

interface ScriptedOutbox {
  readonly service: Pick<OutboxService, 'enqueue' | 'countUntil' | 'read' | 'textOf' | 'wake' | 'openJobsOfConversation' | 'repliesUnderWay' | 'isOurOutcome' | 'postIdOfRemote' | 'onSettled'>
  readonly intents: JobIntent[]
  settle(jobId: string, state: JobState, remoteId?: string | null): void
}

/** Keeps jobs in the real table, and sends nothing. */
function createScriptedOutbox(database: Database.Database, clock: SteppedClock): ScriptedOutbox {
  const jobs = new Map<string, { job: Job; intent: JobIntent }>()
  const listeners = new Set<(settled: SettledJob) => (() => void) | void>()
  const intents: JobIntent[] = []
  const insert = database.prepare(
    `INSERT INTO outbox_jobs (id, kind, state, account_id, post_id, conversation_id, item_id, idempotency_key, intent_at, payload, excerpt, is_planned, due_at, created_at)
     VALUES (?, ?, 'queued', ?, NULL, ?, ?, ?, 0, ?, '', 0, 0, 0)`
  )
  const end = database.prepare('UPDATE outbox_jobs SET state = ?, finished_at = ? WHERE id = ?')
  return {
    intents,
    service: {
      enqueue(intent) {
        const known = jobs.get(intent.id)
        if (known !== undefined) return known.job
        intents.push(intent)
        const job: Job = {
          id: intent.id, kind: intent.kind, state: 'queued', accountId: intent.accountId, postId: null, conversationId: intent.conversationId, excerpt: intent.excerpt,
          dueAt: intent.dueAt, nextAttemptAt: intent.dueAt, attempts: 0, failure: null, handOver: null, remoteUrl: null, cancelReason: null, createdAt: 0, finishedAt: null
        }
        jobs.set(intent.id, { job, intent })
        insert.run(intent.id, intent.kind, intent.accountId, intent.conversationId, intent.itemId, intent.id, JSON.stringify(intent.payload))
        return job
      },
      read: (id) => jobs.get(id)?.job ?? null,
      textOf(id) {
        const payload = jobs.get(id)?.intent.payload
        return payload?.effect === 'create' ? payload.text : null
      },
      wake() {},
      countUntil: () => 0,
      openJobsOfConversation: (id) => [...jobs.values()].filter(({ job }) => job.conversationId === id && job.finishedAt === null).map(({ job }) => job),
      repliesUnderWay: () => [],
      isOurOutcome: () => false,
      postIdOfRemote: (_accountId, remoteId, several) => (remoteId === 'our-post' || several?.holds('our-post', remoteId) === true ? '00000000-0000-4000-8000-00000000aaaa' : null),
      onSettled(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      }
    },
    settle(jobId, state, remoteId = null) {
      const { intent, job: before } = jobs.get(jobId)!
      const finishedAt = state === 'published' || state === 'cancelled' ? clock.now() : null
      const job: Job = { ...before, state, finishedAt, remoteUrl: remoteId === null ? null : `https://social.example/${remoteId}` }
      jobs.set(jobId, { job, intent })
      const afterwards: (() => void)[] = []
      database.transaction(() => {
        end.run(state, finishedAt, jobId)
        for (const listener of listeners) afterwards.push(listener({ job, itemId: intent.itemId, payload: intent.payload, remoteId }) ?? (() => undefined))
      })()
      afterwards.forEach((act) => act())
    }
  }
}
