import { expect, test } from 'vitest'
import { createAccountSessions } from '../../../electron/engine/accounts/account-sessions.ts'
import type { AccountsRepository } from '../../../electron/engine/accounts/accounts-repository.ts'
import type { RateLimits } from '../../../electron/engine/limits/rate-limits-service.ts'
import type { NetworkAdapter } from '../../../electron/engine/networks/network-adapter.ts'
import { done } from '../../../electron/engine/networks/network-results.ts'
import { writeOAuthSecret } from '../../../electron/engine/networks/oauth/oauth-tokens.ts'
import { succeed } from '../../../shared/contract/result.ts'
import type { Account } from '../../../shared/accounts/account.ts'
import { createManualClock } from '../../integration/support/manual-clock.ts'
import { createSession } from '../../support/adapter-session.ts'

async function appsAskedFor(secret: string): Promise<readonly (string | undefined)[]> {
  const asked: (string | undefined)[] = []
  const session = createSession('x', { handle: '@lea', displayName: 'Léa', remoteId: '1', accessEndsAt: null, serverUrl: 'https://api.x.com', serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }, secret)
  const account: Account = { ...session.account, displayName: 'Léa', state: 'connected', accessEndsAt: null, lastCheckedAt: null, connectedAt: 0 }
  const limits: Pick<RateLimits, 'of'> = {
    of(_account, app) {
      asked.push(app)
      return { heldUntil: () => null, note: () => undefined }
    }
  }
  const repository: Pick<AccountsRepository, 'find'> = { find: () => ({ account, granted: null, limitsReadAt: null, secretReference: 'r', isRemoved: false }) }
  const sessions = createAccountSessions({
    publicMedia: () => null,
    repository: repository as AccountsRepository,
    limits: limits as RateLimits,
    secrets: { get: async () => succeed(secret), put: async () => succeed(null), delete: async () => succeed(null) },
    apps: { find: async () => succeed(null) },
    adapterFor: () => ({}) as NetworkAdapter,
    setState: () => undefined,
    noteGranted: () => undefined,
    endAccess: () => Promise.resolve(),
    onPaidReading: () => undefined,
    clock: createManualClock(0)
  })
  await sessions.run('a', new AbortController().signal, async () => done(null))
  return asked
}

test('a login through an app draws on the budget of that app, whichever account it is', async () => {
  const tokens = { accessToken: 'a', refreshToken: 'r', accessEndsAt: null, renewableUntil: null }
  expect(await appsAskedFor(writeOAuthSecret({ ...tokens, clientId: 'app-1' }))).toEqual(['app-1'])
  expect(await appsAskedFor(writeOAuthSecret({ ...tokens, accessToken: 'b', clientId: 'app-2' }))).toEqual(['app-2'])
})

test.each(['1234-abcd', '', '{"identifier":"lea","password":"clientId"}', '{"clientId":""}', '{"clientId":7}', 'null', '[]'])('a secret that names no app (%s) has none', async (secret) => {
  expect(await appsAskedFor(secret)).toEqual([undefined])
})
