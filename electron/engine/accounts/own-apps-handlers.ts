import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import type { ParsedInput, RequestOutput } from '../../../shared/contract/request-map.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { networkIds, type NetworkId } from '../../../shared/networks/network-id.ts'
import { addressesOf, loginAddresses, type OwnApp } from '../../../shared/networks/own-app.ts'
import { comesBackHere, ownAppProblems } from '../../../shared/networks/own-app-problems.ts'
import type { NetworkAdapter } from '../networks/network-adapter.ts'
import type { AppCredentials } from '../networks/network-session.ts'
import type { RequestHandlers } from '../rpc/request-handlers.ts'
import type { Clock } from '../time/clock.ts'
import { runWithDeadline } from '../time/run-with-deadline.ts'
import { browserLoginOf } from './browser-logins.ts'
import { connectFailure } from './connect-failure.ts'
import type { OwnApps } from './own-apps.ts'

export interface OwnAppsHandlersNeeds {
  readonly clock: Clock
  readonly apps: OwnApps
  findAdapter(networkId: NetworkId): NetworkAdapter | null
  readonly stopping: AbortSignal
}

const checkDeadlineMs = 30_000

export function createOwnAppsHandlers(needs: OwnAppsHandlersNeeds): RequestHandlers {
  return {
    'ownApps.list': () => list(needs),
    'ownApps.save': (input) => save(needs, input),
    async 'ownApps.remove'({ networkId, scope }) {
      const removed = await needs.apps.remove(networkId, scope)
      return removed.ok ? succeed({}) : removed
    }
  }
}

async function list({ apps, findAdapter }: OwnAppsHandlersNeeds): Promise<Result<RequestOutput<'ownApps.list'>>> {
  const listed: RequestOutput<'ownApps.list'>['apps'] = []
  for (const networkId of networkIds) {
    if (findAdapter(networkId)?.capabilities.ownApp === undefined) continue
    const found = await apps.look(networkId)
    if (!found.ok) return found
    if (found.value !== null) listed.push({ networkId, ...found.value })
  }
  return succeed({ apps: listed })
}

/** The network is asked before anything is kept: a wrong secret shows now, and not at the login. */
async function save(needs: OwnAppsHandlersNeeds, input: ParsedInput<'ownApps.save'>): Promise<Result<RequestOutput<'ownApps.save'>>> {
  const adapter = needs.findAdapter(input.networkId)
  const ownApp = adapter?.capabilities.ownApp
  if (adapter === null || ownApp === undefined) return fail(studioError('invalid_input', `${input.networkId} takes no app of the user's own`, { details: { field: 'networkId' } }))
  const app = toCredentials(input, ownApp)
  if (!app.ok) return app
  const checkApp = browserLoginOf(adapter)?.checkApp
  const redirectUri = app.value.redirectUri ?? addressesOf(ownApp)[0] ?? loginAddresses[0] ?? ''
  const checked = await (checkApp === undefined
    ? Promise.resolve({ ok: true as const, value: 'not_told' as const })
    : runWithDeadline(needs.clock, checkDeadlineMs, needs.stopping, (signal) => checkApp({ app: app.value, redirectUri, signal })))
  if (!checked.ok) return fail(connectFailure(checked.failure.error, adapter.capabilities, ''))
  const saved = await needs.apps.save(input.networkId, input.scope, app.value)
  return saved.ok ? succeed({ checked: checked.value }) : saved
}

function toCredentials(entered: ParsedInput<'ownApps.save'>, ownApp: OwnApp): Result<AppCredentials> {
  const [field] = Object.keys(ownAppProblems(entered, ownApp))
  if (field !== undefined) return fail(studioError('invalid_input', `the app's ${field} does not fit`, { details: { field } }))
  const { clientId, clientSecret, redirectUri } = entered
  if (comesBackHere(ownApp.redirect, redirectUri)) return succeed({ clientId, clientSecret: clientSecret === '' || ownApp.secret === 'none' ? null : clientSecret, redirectUri: null })
  return succeed({ clientId, clientSecret: clientSecret === '' ? null : clientSecret, redirectUri })
}
