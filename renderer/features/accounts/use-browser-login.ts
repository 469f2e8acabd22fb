import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Account } from '../../../shared/accounts/account.ts'
import type { LoginChoice } from '../../../shared/contract/accounts.contract.ts'
import type { StudioError } from '../../../shared/errors/studio-error.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import { studio } from '../../bridge/studio-client.ts'
import { newId } from '../../bridge/system-random.ts'

export type BrowserLoginState =
  | { readonly kind: 'idle'; readonly error: StudioError | null }
  | { readonly kind: 'opening' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'choosing'; readonly choices: readonly LoginChoice[] }

export interface BrowserLogin {
  readonly state: BrowserLoginState
  /** `identifier`: whose login it is, where the network wants to know beforehand. `withMore`: with the rights that its app may be without. */
  readonly begin: (serverUrl: string, identifier?: string, withMore?: boolean) => Promise<void>
  /** With the address that the browser ended on; null once it is taken. Refused, the login goes on. */
  readonly finish: (address: string) => Promise<StudioError | null>
  /** Of the accounts that the login opens; null once it is taken. */
  readonly choose: (remoteId: string) => Promise<StudioError | null>
  readonly cancel: () => void
}

/** Whose login it is: of this account alone when it is connected again, at once when the user has asked for nothing else. */
export interface LoginFor {
  readonly workspaceId: string
  readonly account: Account | null
  readonly isAtOnce: boolean
  readonly onConnected: (account: Account) => void
}

/** A login that happens in the system's browser; it is given up when the dialog closes. */
export function useBrowserLogin({ workspaceId, account, isAtOnce, onConnected }: LoginFor, networkId: NetworkId): BrowserLogin {
  const [state, setState] = useState<BrowserLoginState>({ kind: 'idle', error: null })
  const loginId = useRef<string | null>(null)
  const whenConnected = useRef(onConnected)
  useEffect(() => {
    whenConnected.current = onConnected
  })

  useEffect(() => {
    const end = studio.on('accounts.loginFinished', (event) => {
      if (event.loginId !== loginId.current) return
      loginId.current = null
      if (event.outcome.kind === 'connected') whenConnected.current(event.outcome.account)
      else setState({ kind: 'idle', error: event.outcome.error })
    })
    const endChoice = studio.on('accounts.loginChoice', (event) => {
      if (event.loginId === loginId.current) setState({ kind: 'choosing', choices: event.choices })
    })
    return () => {
      end()
      endChoice()
      if (loginId.current !== null) void studio.request('accounts.cancelBrowserLogin', { loginId: loginId.current })
    }
  }, [])

  const beginAtOnce = useEffectEvent(() => {
    // Where the person says first which rights the app has, nothing begins by itself.
    if (isAtOnce && account !== null && capabilitiesOf(networkId).ownApp?.moreScopes === undefined) void begin(account.serverUrl, account.handle)
  })
  useEffect(() => beginAtOnce(), [])

  async function begin(serverUrl: string, identifier?: string, withMore = false): Promise<void> {
    const id = newId()
    loginId.current = id
    setState({ kind: 'opening' })
    const answer = await studio.request('accounts.beginBrowserLogin', { workspaceId, loginId: id, networkId, serverUrl, ...(identifier === undefined ? {} : { identifier }), ...(account === null ? {} : { accountId: account.id }), ...(withMore ? { withMore } : {}) })
    if (loginId.current !== id) return
    if (answer.ok) setState({ kind: 'waiting' })
    else {
      loginId.current = null
      setState({ kind: 'idle', error: answer.error })
    }
  }

  async function finish(address: string): Promise<StudioError | null> {
    // Over meanwhile: its outcome is shown, or already gone with the dialog.
    if (loginId.current === null) return null
    const answer = await studio.request('accounts.finishBrowserLogin', { loginId: loginId.current, address })
    return answer.ok ? null : answer.error
  }

  async function choose(remoteId: string): Promise<StudioError | null> {
    if (loginId.current === null) return null
    const answer = await studio.request('accounts.chooseForLogin', { loginId: loginId.current, remoteId })
    return answer.ok ? null : answer.error
  }

  function cancel(): void {
    if (loginId.current !== null) void studio.request('accounts.cancelBrowserLogin', { loginId: loginId.current })
    loginId.current = null
    setState({ kind: 'idle', error: null })
  }

  return { state, begin, finish, choose, cancel }
}
