import type Database from 'better-sqlite3'
import type { Account } from '../../../shared/accounts/account.ts'
import type { RequestOutput } from '../../../shared/contract/request-map.ts'
import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'
import { priceOfReading, type PaidMessagesRule } from '../../../shared/networks/paid-messages.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import { createSingleFlight } from '../single-flight.ts'
import type { PaidReadings } from '../costs/paid-readings.ts'
import type { Connectivity } from '../http/connectivity.ts'
import type { NetworkFailure } from '../networks/network-failure.ts'
import type { Clock } from '../time/clock.ts'
import type { MessageLooks } from './message-looks.ts'
import type { Batch, Stored } from './store-items.ts'

type Looked = RequestOutput<'inbox.readMessages'>

export interface ReadPaidMessages {
  /** Accounts whose private messages are read when the person asks, and when that was. */
  looks(): RequestOutput<'inbox.messageLooks'>['looks']
  /** One look; whoever asks while one is under way gets what that one brings. */
  look(accountId: string): Promise<Result<Looked>>
  stop(): Promise<void>
}

export interface ReadPaidMessagesNeeds {
  readonly database: Database.Database
  readonly clock: Clock
  readonly accounts: Pick<AccountsService, 'list' | 'read' | 'adapterFor' | 'withSession'>
  readonly connectivity: Pick<Connectivity, 'canReach'>
  readonly readings: PaidReadings
  readonly messageLooks: MessageLooks
  storeItems(batch: Batch): Stored
  /** After each commit. */
  onStored(stored: Stored): void
}

/** Nothing arrived there, or the network said no: nothing is charged. What was lost on the way may have been. */
const free: ReadonlySet<NetworkFailure['kind']> = new Set<NetworkFailure['kind']>(['not_sent', 'rejected', 'rate_limited', 'auth_expired', 'auth_revoked'])

/** Reads private messages that cost money, and never by itself: each call is counted before it is made, at the most that it can cost, and below the cap. */
export function createReadPaidMessages(needs: ReadPaidMessagesNeeds): ReadPaidMessages {
  const { database, clock, accounts, readings, messageLooks } = needs
  const underWay = createSingleFlight<Result<Looked>>()
  const ending = new AbortController()

  function ruleOf({ networkId }: Account): PaidMessagesRule | null {
    const { capabilities, paidMessages } = accounts.adapterFor(networkId)
    return paidMessages === undefined ? null : (capabilities.paidMessages ?? null)
  }

  /** One call, kept with its cursor and its cost in one transaction. */
  async function call(accountId: string, rule: PaidMessagesRule): Promise<Result<Looked>> {
    const reserved = readings.reserve(accountId, rule)
    if (!reserved.ok) return reserved
    const before = messageLooks.read(accountId)
    const fetched = await accounts.withSession(accountId, ending.signal, (session, adapter) => {
      if (adapter.paidMessages === undefined) throw new Error(`${adapter.capabilities.id} has no paid messages`)
      return adapter.paidMessages.fetchSince(session, before?.cursor ?? null)
    })
    // The database may be closed by now; the most that it can have cost stays counted.
    if (ending.signal.aborted) return fail(studioError('engine_stopped', 'the reading was ended', { retryable: true }))
    if (!fetched.ok) {
      if (free.has(fetched.failure.kind)) readings.settle(reserved.value, rule, null)
      return fail(fetched.failure.error)
    }
    const { items, nextCursor, more, paid } = fetched.value
    if (accounts.read(accountId) === null) {
      readings.settle(reserved.value, rule, paid)
      return fail(notHere(accountId))
    }
    const stored = database.transaction(() => {
      const now = clock.now()
      readings.settle(reserved.value, rule, paid)
      messageLooks.write(accountId, { cursor: nextCursor, hasMore: more, now })
      return needs.storeItems({ accountId, items, now, isFirstLook: (before?.caughtUpAt ?? null) === null })
    }).immediate()
    needs.onStored(stored)
    return succeed({ arrived: stored.arrived.length, messages: paid.messages, mills: priceOfReading(rule, paid), hasMore: more })
  }

  /** What came before a call failed is here, and paid for. */
  async function look(accountId: string): Promise<Result<Looked>> {
    const account = accounts.read(accountId)
    const rule = account === null ? null : ruleOf(account)
    if (account === null || rule === null) return fail(notHere(accountId))
    if (!needs.connectivity.canReach(account.serverUrl)) return fail(studioError('offline', 'the network cannot be reached', { retryable: true }))
    let sum: Looked = { arrived: 0, messages: 0, mills: 0, hasMore: true }
    for (let calls = 0; calls < rule.callsOfLook && sum.hasMore; calls += 1) {
      const called = await call(accountId, rule)
      if (!called.ok) return calls === 0 ? called : succeed(sum)
      const { arrived, messages, mills, hasMore } = called.value
      sum = { arrived: sum.arrived + arrived, messages: sum.messages + messages, mills: sum.mills + mills, hasMore }
    }
    return succeed(sum)
  }

  return {
    looks: () =>
      accounts.list().flatMap((account) => {
        const before = ruleOf(account) === null ? undefined : messageLooks.read(account.id)
        return before === undefined ? [] : [{ accountId: account.id, lookedAt: before?.lookedAt ?? null, hasMore: before?.hasMore ?? false }]
      }),
    look: (accountId) => underWay.run(accountId, () => look(accountId)),
    async stop() {
      ending.abort()
      await underWay.settled()
    }
  }
}

const notHere = (accountId: string): StudioError => studioError('not_found', `no account ${accountId} whose messages are read on demand`)
