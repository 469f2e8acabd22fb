import type { Account } from '../../../shared/accounts/account.ts'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import type { AccountsService } from '../../../electron/engine/accounts/accounts-service.ts'
import type { RateLimits } from '../../../electron/engine/limits/rate-limits-service.ts'
import type { NetworkAdapter } from '../../../electron/engine/networks/network-adapter.ts'
import type { AccountSession } from '../../../electron/engine/networks/network-session.ts'
import type { NetworkResult } from '../../../electron/engine/networks/network-failure.ts'

/** One process's view: what it does after its death counts no more. */
export interface RigLife {
  isGone: boolean
  readonly accountChanges: Set<(accountId: string) => void>
  readonly connectivityChanges: Set<() => void>
}

export interface RigAccounts {
  readonly all: readonly Account[]
  connect(accountId: string): Promise<void>
  setState(accountId: string, state: Account['state'], life: RigLife): void
  serviceFor(life: RigLife, limits: RateLimits): AccountsService
}

export const rigId = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`

/** Accounts and keychain in memory, with the rules of the real service that the outbox stands on. */
export function createRigAccounts(networks: readonly NetworkId[], adapterFor: (networkId: NetworkId) => NetworkAdapter): RigAccounts {
  const secrets = new Map<string, string>()
  const all = networks.map(accountOf)
  const find = (accountId: string): Account | null => all.find((account) => account.id === accountId) ?? null

  function setState(accountId: string, state: Account['state'], life: RigLife): void {
    const account = find(accountId)
    if (account === null || account.state === state) return
    all[all.indexOf(account)] = { ...account, state }
    for (const listener of life.accountChanges) listener(accountId)
  }

  return {
    all,
    async connect(accountId) {
      const account = find(accountId)
      const how = account === null ? null : adapterFor(account.networkId).connect
      if (account === null || how?.kind !== 'app_password') throw new Error('scripted networks connect by password')
      const connected = await how.connect({ serverUrl: account.serverUrl, identifier: account.handle, appPassword: 'x', signal: new AbortController().signal })
      if (!connected.ok) throw new Error('not connected')
      secrets.set(accountId, connected.value.secret)
    },
    setState,
    serviceFor: (life, limits) => ({
      list: () => all,
      listRemoved: () => [],
      listUnserved: () => [],
      read: find,
      adapterFor,
      beginWithTerms: () => true,
      noteLimits(accountId, serverLimits) {
        const account = find(accountId)
        if (account !== null) all[all.indexOf(account)] = { ...account, serverLimits }
      },
      async withSession<T>(accountId: string, signal: AbortSignal, call: (session: AccountSession, adapter: NetworkAdapter) => Promise<NetworkResult<T>>) {
        const account = find(accountId)
        if (account === null) throw new Error('no such account')
        const session: AccountSession = { account, secret: secrets.get(accountId) ?? '', saveSecret: async () => undefined, limits: limits.of(account), signal }
        const result = await call(session, adapterFor(account.networkId))
        if (!life.isGone && !result.ok && result.failure.kind === 'rate_limited') limits.hold(account, result.failure.until)
        // Of an access that a login took the place of meanwhile it says nothing.
        if (!life.isGone && !result.ok && result.failure.kind === 'auth_revoked' && secrets.get(accountId) === session.secret) setState(accountId, 'needs_login', life)
        return result
      },
      limitsReadAt: () => null,
      onChange(listener) {
        life.accountChanges.add(listener)
        return () => void life.accountChanges.delete(listener)
      },
      onRemoveAsked: () => () => undefined,
      onRemove: () => () => undefined
    })
  }
}

function accountOf(networkId: NetworkId, index: number): Account {
  return {
    id: rigId(index),
    networkId,
    handle: `account-${index}`,
    displayName: `account-${index}`,
    serverUrl: `https://${networkId}.example`,
    remoteId: `account-${index}`,
    state: 'connected',
    accessEndsAt: null,
    serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null },
    lastCheckedAt: null,
    connectedAt: 0
  }
}
