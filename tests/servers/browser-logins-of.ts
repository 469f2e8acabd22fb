import { startLoginListener } from '../../electron/main/oauth/loopback-listener.ts'
import { BrowserLogins } from '../../electron/main/oauth/browser-logins.ts'
import type { EventPayload } from '../../shared/contract/event-map.ts'
import { succeed } from '../../shared/contract/result.ts'
import type { TestEngine } from '../integration/support/start-test-engine.ts'

export interface WatchedLogins {
  readonly logins: BrowserLogins
  /** The addresses that a browser was asked to open. */
  readonly opened: string[]
  readonly finished: Map<string, EventPayload<'accounts.loginFinished'>['outcome']>
}

/** Main's side of a login in the browser, with its real listener on loopback; no browser is opened. */
export function browserLoginsOf(engine: TestEngine): WatchedLogins {
  const opened: string[] = []
  const finished = new Map<string, EventPayload<'accounts.loginFinished'>['outcome']>()
  const logins = new BrowserLogins({
    request: (name, input) => engine.requestAnything(name, input) as never,
    openExternal: async (url) => (opened.push(url), succeed({})),
    listen: (place) => startLoginListener({ place, lifetime: 60_000 }),
    nonce: () => 'nonce',
    onFinished: (loginId, outcome) => void finished.set(loginId, outcome)
  })
  return { logins, opened, finished }
}
