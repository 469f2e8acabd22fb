import { z } from 'zod'
import type { Account } from '../../../shared/accounts/account.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import type { PaidReading } from '../../../shared/networks/paid-messages.ts'
import { parseJson } from '../http/parse-json.ts'
import type { RateLimits } from '../limits/rate-limits-service.ts'
import { currentRecorder } from '../networks/network-calls.ts'
import type { PublicMedia } from '../networks/network-public-media.ts'
import type { NetworkAdapter } from '../networks/network-adapter.ts'
import type { RenewedAccess } from '../networks/network-connect.ts'
import type { AccountSession } from '../networks/network-session.ts'
import type { NetworkFailure, NetworkResult } from '../networks/network-failure.ts'
import type { EngineSecrets } from '../secrets/engine-secrets.ts'
import type { AccountRecord, AccountsRepository } from './accounts-repository.ts'
import type { EndAccess } from './end-access.ts'
import type { OwnApps } from './own-apps.ts'
import type { Clock } from '../time/clock.ts'
import { createSingleFlight } from '../single-flight.ts'
import { createUnsavedSecrets } from './unsaved-secrets.ts'

export type SessionCall<T> = (session: AccountSession, adapter: NetworkAdapter) => Promise<NetworkResult<T>>

export interface AccountSessions {
  /** `evenWhenLoggedOut`: try also when the network has refused the account's access before (a check, a removal). */
  run<T>(accountId: string, signal: AbortSignal, call: SessionCall<T>, options?: { evenWhenLoggedOut?: boolean }): Promise<NetworkResult<T>>
  /** Renews the access now, although it may still work. `auth_revoked`: only the user can; nothing was changed. */
  renew(accountId: string): Promise<Renewed>
  /**
   * The account is connected anew or removed: what calls that began before say about its access no longer counts, and no renewal of theirs is kept.
   * Returns the function to call when nothing came of it: a renewed access that the keychain has not taken is there again.
   */
  forgetCallsBefore(accountId: string): () => void
  /**
   * Waits until every renewed access is in the keychain, as long as that is worth it: a token that is good for one renewal is spent when its
   * renewal is cut off before that.
   */
  stop(): Promise<void>
}

export interface AccountSessionsNeeds {
  readonly repository: AccountsRepository
  readonly secrets: EngineSecrets
  adapterFor(networkId: NetworkId): NetworkAdapter
  setState(accountId: string, state: Account['state']): void
  /** What the access may do, as a renewal told it. */
  noteGranted(accountId: string, granted: readonly string[]): void
  readonly limits: RateLimits
  readonly clock: Clock
  readonly apps: Pick<OwnApps, 'find'>
  readonly endAccess: EndAccess
  /** The client's place for files that networks fetch; null: it has none. */
  publicMedia(): PublicMedia | null
  onPaidReading(accountId: string, reading: PaidReading): void
}

/** Main gives the engine 5 s to end. */
const longestEndMs = 4000

/** Logins through an app keep its id with their tokens; other secrets name none. */
const appSecretSchema = z.looseObject({ clientId: z.string().min(1) })

function appOf(secret: string): string | undefined {
  return appSecretSchema.safeParse(parseJson(secret)).data?.clientId
}

export type Renewed = NetworkResult<RenewedAccess>

/** Runs calls with an account's secret and keeps its state true to what the network and the keychain say. */
export function createAccountSessions({ repository, secrets, apps, adapterFor, setState, noteGranted, limits, clock, endAccess, publicMedia, onPaidReading }: AccountSessionsNeeds): AccountSessions {
  const renewals = createSingleFlight<Renewed>()
  const saving = new Set<Promise<unknown>>()
  const unsaved = createUnsavedSecrets(secrets)
  /** Rises when the secret changes, so that a late answer about an old secret is not taken for news about the new one. */
  const generations = new Map<string, number>()
  /** From here on the database may be closed: what a late answer says is not written. */
  let isStopped = false
  const generationOf = (accountId: string): number => generations.get(accountId) ?? 0
  const nextGeneration = (accountId: string): void => void generations.set(accountId, generationOf(accountId) + 1)

  function saveSecret(record: AccountRecord, secret: string): Promise<void> {
    const saved = putOrKeep(record, secret).finally(() => saving.delete(saved))
    saving.add(saved)
    return saved
  }

  async function putOrKeep({ account, secretReference }: AccountRecord, secret: string): Promise<void> {
    const generation = generationOf(account.id)
    const saved = await secrets.put(secretReference, secret)
    if (saved.ok) unsaved.forget(account.id)
    // Connected anew or removed while the keychain was at work: this access is no longer used.
    else if (generationOf(account.id) !== generation) throw new SecretNotSaved(saved.error)
    else unsaved.keep(account.id, secretReference, secret)
    nextGeneration(account.id)
    if (!saved.ok) throw new SecretNotSaved(saved.error)
  }

  function sessionOf(record: AccountRecord, secret: string, signal: AbortSignal): AccountSession {
    const { id, networkId, serverUrl, remoteId, handle, serverLimits, lacksRights } = record.account
    let current = secret
    const place = publicMedia()
    currentRecorder()?.hide(secret)
    return {
      account: { id, networkId, serverUrl, remoteId, handle, serverLimits, ...(lacksRights === undefined ? {} : { lacksRights }) },
      get secret() {
        return current
      },
      async saveSecret(renewed) {
        currentRecorder()?.hide(renewed)
        await saveSecret(record, renewed)
        current = renewed
      },
      async findApp(clientId) {
        const found = await apps.find(networkId, clientId)
        return found.ok ? { ok: true, value: found.value } : failWith({ kind: 'not_sent', error: found.error })
      },
      limits: limits.of(record.account, appOf(secret)),
      ...(place === null ? {} : { publicMedia: place }),
      onPaidReading(reading) {
        // Of a late answer nothing can be kept: the database may be closed.
        if (!isStopped) onPaidReading(id, reading)
      },
      signal
    }
  }

  async function readSecret(record: AccountRecord): Promise<NetworkResult<string>> {
    const newest = await unsaved.read(record.account.id)
    if (newest !== null) return { ok: true, value: newest }
    const read = await secrets.get(record.secretReference)
    if (!read.ok) return failWith({ kind: 'not_sent', error: read.error })
    if (read.value !== null) return { ok: true, value: read.value }
    if (!isStopped) setState(record.account.id, 'secret_missing')
    return secretMissing
  }

  /** One renewal at a time: whoever comes while one runs gets its result; whoever comes after, with an older secret, gets the newer secret. */
  function renew(record: AccountRecord, adapter: NetworkAdapter, staleSecret: string): Promise<Renewed> {
    const { renew: renewAtNetwork } = adapter.connect
    if (renewAtNetwork === undefined) {
      return Promise.resolve(failWith({ kind: 'auth_revoked', error: studioError('auth_revoked', 'the access has ended and cannot be renewed without the user') }))
    }
    return renewals.run(record.account.id, async () => {
      const generation = generationOf(record.account.id)
      const stored = await readSecret(record)
      if (!stored.ok) return stored
      if (stored.value !== staleSecret) return { ok: true, value: { secret: stored.value, accessEndsAt: record.account.accessEndsAt } }
      // Not the caller's signal: others may be waiting for the same renewal. The http client's own deadline ends it.
      const renewed = await renewAtNetwork.call(adapter.connect, sessionOf(record, stored.value, new AbortController().signal))
      if (!renewed.ok) return renewed
      // Never overwritten by nothing: what is there may still work, or be renewed another way.
      if (renewed.value.secret.trim() === '') return failWith({ kind: 'server_error', error: studioError('unexpected_answer', 'the renewal brought no access') })
      // Connected anew or removed meanwhile: what this renewal brought belongs to an access that is no longer used.
      if (generationOf(record.account.id) !== generation || findInUse(record.account.id) === null) {
        void endAccess(record.account.networkId, { identity: record.account, secret: renewed.value.secret })
        return readAnew(record.account.id)
      }
      await saveSecret(record, renewed.value.secret)
      repository.setAccessEndsAt(record.account.id, renewed.value.accessEndsAt)
      if (renewed.value.granted !== undefined) noteGranted(record.account.id, renewed.value.granted)
      return renewed
    })
  }

  /** What opens the account by now. */
  async function readAnew(accountId: string): Promise<Renewed> {
    const record = findInUse(accountId)
    if (record === null) return noSuchAccount
    const stored = await readSecret(record)
    return stored.ok ? { ok: true, value: { secret: stored.value, accessEndsAt: record.account.accessEndsAt } } : stored
  }

  function findInUse(accountId: string): AccountRecord | null {
    const record = repository.find(accountId)
    return record === null || record.isRemoved ? null : record
  }

  async function callAndRenew<T>(record: AccountRecord, adapter: NetworkAdapter, signal: AbortSignal, call: SessionCall<T>): Promise<NetworkResult<T>> {
    const secret = await readSecret(record)
    if (!secret.ok) return secret
    const session = sessionOf(record, secret.value, signal)
    const first = await call(session, adapter)
    if (first.ok || first.failure.kind !== 'auth_expired' || signal.aborted) return first
    const renewed = await renew(record, adapter, session.secret)
    if (!renewed.ok) return { ok: false, failure: ofRenewal(renewed.failure) }
    return call(sessionOf(record, renewed.value.secret, signal), adapter)
  }

  return {
    async run(accountId, signal, call, options = {}) {
      const record = isStopped ? null : findInUse(accountId)
      if (record === null) return noSuchAccount
      if (record.account.state === 'needs_login' && options.evenWhenLoggedOut !== true) {
        return failWith({ kind: 'auth_revoked', error: studioError('auth_revoked', 'the account waits for a new login') })
      }
      const generation = generationOf(accountId)
      return keptInTheKeychain(async () => {
        const result = await callAndRenew(record, adapterFor(record.account.networkId), signal, call)
        if (isStopped) return result
        if (!result.ok && result.failure.kind === 'rate_limited') limits.hold(record.account, result.failure.until)
        noteOutcome(accountId, result, generation)
        return result
      })
    },
    async renew(accountId) {
      const record = findInUse(accountId)
      if (record === null) return noSuchAccount
      const stored = await readSecret(record)
      if (!stored.ok) return stored
      return keptInTheKeychain(() => renew(record, adapterFor(record.account.networkId), stored.value))
    },
    forgetCallsBefore(accountId) {
      nextGeneration(accountId)
      return unsaved.forget(accountId)
    },
    async stop() {
      let cancel = (): void => undefined
      const tooLong = new Promise<void>((resolve) => (cancel = clock.after(longestEndMs, resolve)))
      await Promise.race([saveEverything(), tooLong])
      cancel()
      isStopped = true
    }
  }

  async function saveEverything(): Promise<void> {
    await renewals.settled()
    await Promise.allSettled(saving)
    await unsaved.saveAll()
  }

  function noteOutcome(accountId: string, result: NetworkResult<unknown>, generationAtStart: number): void {
    const record = findInUse(accountId)
    if (record === null) return
    if (result.ok) {
      if (record.account.state !== 'connected') setState(accountId, 'connected')
      return
    }
    if (result.failure.kind !== 'auth_revoked' || result === secretMissing || generationOf(accountId) !== generationAtStart) return
    if (record.account.state !== 'needs_login') setState(accountId, 'needs_login')
  }
}

async function keptInTheKeychain<T>(work: () => Promise<NetworkResult<T>>): Promise<NetworkResult<T>> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof SecretNotSaved) return failWith({ kind: 'not_sent', error: error.reason })
    throw error
  }
}

/** The keychain refused a renewed secret in the middle of an adapter's call; ends that call. */
class SecretNotSaved extends Error {
  readonly reason
  constructor(reason: ReturnType<typeof studioError>) {
    super('a renewed secret could not be saved')
    this.reason = reason
  }
}

const secretMissing: { readonly ok: false; readonly failure: NetworkFailure } = {
  ok: false,
  failure: { kind: 'auth_revoked', error: studioError('auth_revoked', 'the keychain no longer holds the access to this account') }
}

const noSuchAccount = failWith({ kind: 'rejected', error: studioError('not_found', 'no such account in this workspace') })

function failWith(failure: NetworkFailure): { readonly ok: false; readonly failure: NetworkFailure } {
  return { ok: false, failure }
}

/** The call itself was refused for its access, so nothing came of it; whatever went wrong with the renewal is no riddle about the call. */
function ofRenewal(failure: NetworkFailure): NetworkFailure {
  return failure.kind === 'bug' || failure.kind === 'unknown_outcome' ? { kind: 'server_error', error: failure.error } : failure
}
