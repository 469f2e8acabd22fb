import { z } from 'zod'
import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import type { ProxyState } from '../../../shared/contract/proxies.contract.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { EngineSecrets } from '../secrets/engine-secrets.ts'
import type { ExchangeResult } from './exchange-result.ts'
import type { ProxyLogin } from './proxy-login.ts'
import { ProxyRefusal } from './proxy-refusal.ts'
import type { Proxy } from './route.ts'

/** Logins of the proxies on the way. Each is asked for once, when its proxy asks; a wrong one is not tried again, since such tries lock people out. */
export interface ProxyLogins {
  /** Makes a call through the proxy, with its login where it wants one and somebody gave it. `attempt` is made again only while the proxy alone has refused. */
  run(proxy: Proxy, attempt: (login: ProxyLogin | null) => Promise<ExchangeResult>): Promise<ExchangeResult>
  /** Those that asked since the start. */
  list(): readonly ProxyState[]
  signIn(id: string, login: ProxyLogin): Promise<Result<null>>
  forget(id: string): Promise<Result<null>>
}

interface Entry {
  readonly id: string
  readonly place: string
  state: ProxyState['state'] | 'unknown'
  login: ProxyLogin | null
  isProven: boolean
  /** The keychain has said that it has none. */
  isSought: boolean
  /** Under way: a first try with a login, or the question to the keychain. Others wait for what comes of it. */
  trial: Promise<unknown> | null
}

const storedSchema = z.object({ name: z.string(), password: z.string() })
const missing = studioError('not_found', 'no such proxy has asked')

export interface ProxyLoginsNeeds {
  readonly secrets: EngineSecrets
  /** What is asked for has changed. */
  onChange(): void
}

export function createProxyLogins({ secrets, onChange }: ProxyLoginsNeeds): ProxyLogins {
  const entries = new Map<string, Entry>()

  function entryOf(proxy: Proxy): Entry {
    const kind = proxy.kind === 'socks' ? 'socks' : proxy.isSecured ? 'https' : 'http'
    const id = `${kind}:${proxy.host}:${String(proxy.port)}`
    const entry = entries.get(id) ?? { id, place: `${proxy.host}:${String(proxy.port)}`, state: 'unknown', login: null, isProven: false, isSought: false, trial: null }
    entries.set(id, entry)
    return entry
  }

  function settle(entry: Entry, state: Entry['state']): void {
    if (entry.state === state) return
    entry.state = state
    onChange()
  }

  /** What the attempt says of its login. Anything but a word of the proxy's says nothing. */
  function learn(entry: Entry, login: ProxyLogin | null, result: ExchangeResult): ExchangeResult {
    const wants = wantedBy(result)
    // Somebody gave another one meanwhile.
    if (login !== entry.login) return result
    if (wants === 'other') settle(entry, 'unsupported')
    else if (wants === 'password') refuse(entry)
    else if (result.ok || result.sent === 'maybe') {
      entry.isProven = login !== null
      settle(entry, login === null ? 'unknown' : 'known')
    }
    return result
  }

  function refuse(entry: Entry): void {
    settle(entry, entry.login === null && entry.state !== 'wrong' ? 'wanted' : 'wrong')
    entry.login = null
    entry.isProven = false
  }

  async function seek(entry: Entry): Promise<void> {
    const stored = await secrets.get(referenceOf(entry.id))
    // A keychain that does not answer is asked with the next call.
    if (!stored.ok) return
    entry.isSought = true
    entry.login ??= loginIn(stored.value)
  }

  /** One at a time, so that a wrong login is tried once and not by every call that waits. */
  async function alone<Answer>(entry: Entry, work: () => Promise<Answer>): Promise<Answer> {
    const trial = work()
    entry.trial = trial.catch(() => undefined)
    try {
      return await trial
    } finally {
      entry.trial = null
    }
  }

  async function run(entry: Entry, attempt: (login: ProxyLogin | null) => Promise<ExchangeResult>): Promise<ExchangeResult> {
    for (let trial = trialOf(entry); trial !== null; trial = trialOf(entry)) await trial
    const { login } = entry
    if (login === null) {
      const result = await attempt(null)
      if (wantedBy(result) !== 'password') return learn(entry, null, result)
      for (let trial = trialOf(entry); trial !== null; trial = trialOf(entry)) await trial
      if (entry.login === null && !entry.isSought) await alone(entry, () => seek(entry))
      return entry.login === null ? learn(entry, null, result) : run(entry, attempt)
    }
    const once = async (): Promise<ExchangeResult> => learn(entry, login, await attempt(login))
    return entry.isProven ? once() : alone(entry, once)
  }

  return {
    run: (proxy, attempt) => run(entryOf(proxy), attempt),
    list: () => [...entries.values()].flatMap(({ id, place, state }) => (state === 'unknown' ? [] : [{ id, place, state }])),
    async signIn(id, login) {
      const entry = entries.get(id)
      if (entry === undefined) return fail(missing)
      const kept = await secrets.put(referenceOf(id), JSON.stringify(login))
      if (!kept.ok) return kept
      Object.assign(entry, { login, isProven: false, isSought: true })
      settle(entry, 'given')
      return succeed(null)
    },
    async forget(id) {
      const entry = entries.get(id)
      if (entry === undefined) return fail(missing)
      const gone = await secrets.delete(referenceOf(id))
      if (!gone.ok) return gone
      Object.assign(entry, { login: null, isProven: false, isSought: true })
      settle(entry, 'unknown')
      return succeed(null)
    }
  }
}

/** Looked at anew each time: between the look and the next step nobody else may begin one. */
function trialOf(entry: Entry): Entry['trial'] {
  return entry.trial
}

function referenceOf(id: string): string {
  return `proxy:${id}`
}

function wantedBy(result: ExchangeResult): ProxyRefusal['wants'] {
  return !result.ok && result.cause instanceof ProxyRefusal ? result.cause.wants : null
}

function loginIn(stored: string | null): ProxyLogin | null {
  if (stored === null) return null
  try {
    return storedSchema.parse(JSON.parse(stored))
  } catch {
    // Something else under our name in the keychain: as good as nothing.
    return null
  }
}
