import type { Account } from '../../../shared/accounts/account.ts'
import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import type { ParsedInput } from '../../../shared/contract/request-map.ts'
import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import type { NetworkAdapter } from '../networks/network-adapter.ts'
import type { RequestHandlers } from '../rpc/request-handlers.ts'
import type { EngineSecrets } from '../secrets/engine-secrets.ts'
import { runWithDeadline } from '../time/run-with-deadline.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import { dueAccessWarning } from '../../../shared/accounts/access.ts'
import type { AccessNotices } from './access-notices.ts'
import type { AccountSessions } from './account-sessions.ts'
import type { AccountsRepository } from './accounts-repository.ts'
import type { AccountsService } from './accounts-service.ts'
import { connectFailure } from './connect-failure.ts'
import { revokeDeadlineMs } from './end-access.ts'
import type { NewConnection } from './new-connection.ts'

export interface AccountsHandlersNeeds {
  readonly context: WorkspaceContext
  readonly repository: AccountsRepository
  readonly secrets: EngineSecrets
  readonly sessions: AccountSessions
  readonly service: AccountsService
  findAdapter(networkId: NetworkId): NetworkAdapter | null
  saveConnection(connection: NewConnection): Promise<Result<Account>>
  /** With the other clients that have it too. */
  marked(account: Account): Account
  announce(accountId: string): void
  objectionToRemoval(accountId: string): StudioError | null
  readonly removeListeners: ReadonlySet<(accountId: string) => void>
  readonly accessNotices: AccessNotices
  readonly stopping: AbortSignal
}

/** How long the user waits for a network's answer at most, in ms. */
const loginDeadlineMs = 60_000

export function createAccountsHandlers(needs: AccountsHandlersNeeds): RequestHandlers {
  return {
    'accounts.list': () => succeed({ accounts: needs.service.list().map(needs.marked), removed: [...needs.service.listRemoved()], unserved: [...needs.service.listUnserved()], accessNotices: [...needs.accessNotices.listUnread()] }),
    'accounts.connectWithAppPassword': (input) => connectWithAppPassword(needs, input),
    'accounts.addAssisted': (input) => addAssisted(needs, input),
    'accounts.check': ({ accountId }) => checkAccount(needs, accountId),
    'accounts.renew': ({ accountId }) => renewAccess(needs, accountId),
    'accounts.dismissAccessNotice': ({ accountId }) => dismissAccessNotice(needs, accountId),
    'accounts.remove': ({ accountId }) => removeAccount(needs, accountId)
  }
}

async function connectWithAppPassword(needs: AccountsHandlersNeeds, input: ParsedInput<'accounts.connectWithAppPassword'>): Promise<Result<Account>> {
  const { networkId, serverUrl, identifier, appPassword, accountId } = input
  const adapter = needs.findAdapter(networkId)
  if (adapter?.connect.kind !== 'app_password') return fail(studioError('invalid_input', `${networkId} is not connected with an app password`))
  const { connect, capabilities } = adapter
  const connected = await runWithDeadline(needs.context.clock, loginDeadlineMs, needs.stopping, (signal) =>
    connect.connect({ serverUrl, identifier, appPassword, signal })
  )
  if (!connected.ok) return fail(connectFailure(connected.failure.error, capabilities, serverUrl))
  return needs.saveConnection({ networkId, accountId, ...connected.value })
}

async function addAssisted(needs: AccountsHandlersNeeds, input: ParsedInput<'accounts.addAssisted'>): Promise<Result<Account>> {
  const connect = needs.findAdapter('assisted')?.connect
  if (connect?.kind !== 'by_hand') return fail(studioError('network_not_served', 'nothing is published by hand here'))
  const described = connect.describe(input)
  return described.ok ? needs.saveConnection({ networkId: 'assisted', ...described.value }) : fail(described.failure.error)
}

async function checkAccount(needs: AccountsHandlersNeeds, accountId: string): Promise<Result<Account>> {
  const before = needs.service.read(accountId)
  if (before === null) return fail(noSuchAccount)
  const answer = await runWithDeadline(needs.context.clock, loginDeadlineMs, needs.stopping, (signal) =>
    needs.sessions.run(accountId, signal, (session, adapter) => adapter.connect.whoAmI(session), { evenWhenLoggedOut: true })
  )
  const now = needs.service.read(accountId)
  if (now === null) return fail(noSuchAccount) // Removed while the network was asked.
  if (!answer.ok) return answer.failure.kind === 'auth_revoked' ? succeed(now) : fail(answer.failure.error)
  if (answer.value.remoteId !== before.remoteId) return fail(studioError('unexpected_answer', 'the network answers as another account'))
  // A network that does not say when the access ends (null) does not make it endless.
  needs.repository.updateIdentity(accountId, { ...answer.value, accessEndsAt: answer.value.accessEndsAt ?? now.accessEndsAt }, needs.context.clock.now(), null)
  needs.announce(accountId)
  return succeed(needs.service.read(accountId) ?? now)
}

async function renewAccess(needs: AccountsHandlersNeeds, accountId: string): Promise<Result<{ outcome: 'renewed' | 'needs_login' }>> {
  const account = needs.service.read(accountId)
  if (account === null) return fail(noSuchAccount)
  const renewed = await needs.sessions.renew(accountId)
  if (!renewed.ok) return renewed.failure.kind === 'auth_revoked' ? succeed({ outcome: 'needs_login' }) : fail(renewed.failure.error)
  needs.announce(accountId)
  const isStillSoon = dueAccessWarning({ ...account, accessEndsAt: renewed.value.accessEndsAt }, needs.context.clock.now()) !== null
  return succeed({ outcome: isStillSoon ? 'needs_login' : 'renewed' })
}

function dismissAccessNotice(needs: AccountsHandlersNeeds, accountId: string): Result<Record<string, never>> {
  if (needs.service.read(accountId) === null) return fail(noSuchAccount)
  needs.accessNotices.markRead(accountId)
  needs.announce(accountId)
  return succeed({})
}

async function removeAccount(needs: AccountsHandlersNeeds, accountId: string): Promise<Result<Record<string, never>>> {
  const record = needs.repository.find(accountId) ?? needs.repository.listForeign().find(({ account }) => account.id === accountId) ?? null
  if (record === null) return fail(noSuchAccount)
  if (record.isRemoved) return succeed({})
  const objection = needs.objectionToRemoval(accountId)
  if (objection !== null) return fail(objection)
  if (needs.service.read(accountId) !== null) await endAccess(needs, accountId)
  // A renewal that is out would bring the secret back.
  const keepAsItWas = needs.sessions.forgetCallsBefore(accountId)
  const deleted = await needs.secrets.delete(record.secretReference)
  if (!deleted.ok) {
    keepAsItWas()
    return deleted
  }
  needs.context.database.transaction(() => {
    for (const listener of needs.removeListeners) listener(accountId)
    needs.repository.markRemoved(accountId, needs.context.clock.now())
  })()
  needs.announce(accountId)
  return succeed({})
}

async function endAccess({ context, sessions, stopping }: AccountsHandlersNeeds, accountId: string): Promise<void> {
  const revoked = await runWithDeadline(context.clock, revokeDeadlineMs, stopping, (signal) => sessions.run(accountId, signal, (session, adapter) => adapter.connect.revoke(session)))
  if (!revoked.ok) context.log.info(`the access of account ${accountId} was not ended at the network: ${revoked.failure.kind}`)
}

const noSuchAccount = studioError('not_found', 'no such account in this workspace', { details: { what: 'account' } })
