import type { Account } from '../../shared/accounts/account.ts'
import type { Result } from '../../shared/contract/result.ts'
import type { Job } from '../../shared/outbox/job.ts'
import type { PostContent } from '../../shared/posts/post.ts'
import { toLocalDateTime } from '../../shared/schedule/local-time.ts'
import type { Random } from '../../electron/engine/random.ts'
import type { Computer } from './computer.ts'
import type { LedgerJob } from './ledger.ts'
import type { WarpedTime } from './warped-time.ts'

/** How an account is connected: asked for again whenever the network refused it. */
export interface Place {
  readonly network: 'bluesky' | 'mastodon' | 'wordpress'
  readonly serverUrl: string
  readonly name: string
  /** null: the user makes a new one for each login. */
  readonly password: string | null
}

export interface Client {
  readonly workspaceId: string
  readonly places: readonly Place[]
  /** One for each place, in the same order. */
  readonly accounts: readonly Account[]
}

/** An intent that the engine acknowledged: from now on it may neither be lost nor go out twice. */
export interface Intent {
  readonly jobId: string
  readonly workspaceId: string
  readonly accountId: string
  readonly text: string
  /** The true time. */
  readonly acknowledgedAt: number
}

export interface User {
  openClient(name: string, places: readonly Place[]): Promise<Client>
  publish(client: Client, text: string, accounts: readonly number[], inMinutes: number | null): Promise<readonly Intent[]>
  /** What a person does who looks at the list now and then: tries failed ones again, sends missed ones, logs in where it is asked for. */
  lookAfter(client: Client, open: readonly LedgerJob[]): Promise<void>
  setWorkOffline(workOffline: boolean): Promise<void>
}

const zone = 'Europe/Paris'

/** Does everything through the engine's own requests, and again when the engine died in between. */
export function createUser(computer: Computer, time: WarpedTime, random: Random): User {
  let logins = 0

  /** Asks until there is an answer. */
  async function persist<Value>(call: () => Promise<Result<Value> | null>): Promise<Result<Value>> {
    for (;;) {
      await computer.ensureRunning()
      const result = await call()
      if (result !== null && (result.ok || result.error.code !== 'engine_stopped')) return result
      // Until it is known that the process is gone.
      await realDelay(2)
    }
  }

  async function must<Value>(what: string, call: () => Promise<Result<Value> | null>): Promise<Value> {
    for (let tries = 0; tries < 60; tries += 1) {
      const result = await persist(call)
      if (result.ok) return result.value
      if (tries > 40) throw new Error(`${what}: ${result.error.code}: ${result.error.message}`)
      await realDelay(25)
    }
    throw new Error(what)
  }

  async function connect(workspaceId: string, { network, serverUrl, name, password }: Place): Promise<Account> {
    if (network !== 'mastodon') {
      logins += 1
      return must(`connecting ${name}`, () => computer.ask('accounts.connectWithAppPassword', { workspaceId, networkId: network, serverUrl, identifier: name, appPassword: password ?? `password ${logins}` }))
    }
    const connected = await must(`connecting ${name}`, async () => {
      const loginId = random.id()
      const begun = await computer.askAsMain('login.begin', { loginId, workspaceId, networkId: network, serverUrl, redirectUri: 'http://127.0.0.1:1/callback' })
      const ended = begun?.ok === true ? await computer.askAsMain('login.complete', { loginId, code: name, issuer: null }) : begun
      return ended as Result<{ account: Account }> | null
    })
    return connected.account
  }

  async function decideAll({ workspaceId }: Client, jobs: readonly LedgerJob[]): Promise<void> {
    for (const job of jobs) {
      const decision = job.state === 'missed' ? 'publish_now' : job.state === 'failed' && job.awaits_login === 0 ? 'try_again' : null
      if (decision !== null) await computer.ask('outbox.decide', { workspaceId, jobId: job.id, decision })
    }
  }

  async function logInAgain({ workspaceId, places, accounts }: Client): Promise<void> {
    const now = await persist(() => computer.ask('accounts.list', { workspaceId }))
    if (!now.ok) return
    for (const account of now.value.accounts) {
      const place = places[accounts.findIndex(({ id }) => id === account.id)]
      if (account.state !== 'connected' && place !== undefined) await connect(workspaceId, place)
    }
  }

  const when = (inMinutes: number | null) =>
    inMinutes === null ? ({ kind: 'now' } as const) : ({ kind: 'at', localDateTime: toLocalDateTime(time.now() + (inMinutes + 1) * 60_000, zone) } as const)

  return {
    async openClient(name, places) {
      const workspaceId = random.id()
      await must('a client', () => computer.ask('workspaces.create', { id: workspaceId, name, colour: 'teal', timeZone: zone }))
      const accounts: Account[] = []
      for (const place of places) accounts.push(await connect(workspaceId, place))
      return { workspaceId, places, accounts }
    },
    async publish(client, text, chosen, inMinutes) {
      const { workspaceId } = client
      const postId = random.id()
      const accountIds = chosen.flatMap((index) => client.accounts[index]?.id ?? [])
      for (let tries = 0; ; tries += 1) {
        const there = await persist(() => computer.ask('posts.read', { workspaceId, postId }))
        // The engine may have died between the commit and its answer.
        if (there.ok && there.value.jobs.length > 0) return intentsOf(there.value.jobs, workspaceId, text, time.trueNow())
        const revision = there.ok ? there.value.post.revision : 0
        const saved = await persist(() => computer.ask('posts.saveDraft', { workspaceId, postId, revision, content: contentOf(text, accountIds) }))
        const scheduled = saved.ok ? await persist(() => computer.ask('posts.schedule', { workspaceId, postId, revision: saved.value.revision, when: when(inMinutes) })) : saved
        if (scheduled.ok) return intentsOf(scheduled.value.jobs, workspaceId, text, time.trueNow())
        await logInAgain(client)
        if (tries > 50) throw new Error(`cannot be planned: ${scheduled.error.code}: ${scheduled.error.message} ${JSON.stringify(scheduled.error.details)}`)
      }
    },
    async lookAfter(client, open) {
      await logInAgain(client)
      await decideAll(client, open)
    },
    async setWorkOffline(workOffline) {
      await persist(() => computer.ask('studio.saveSettings', { settings: { workOffline } }))
    }
  }
}

export function realDelay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

function intentsOf(jobs: readonly Job[], workspaceId: string, text: string, acknowledgedAt: number): readonly Intent[] {
  return jobs.map(({ id, accountId }) => ({ jobId: id, workspaceId, accountId, text, acknowledgedAt }))
}

function contentOf(text: string, accountIds: readonly string[]): PostContent {
  return {
    title: text.slice(0, 200),
    document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
    targets: accountIds.map((accountId) => ({ accountId, variant: null })),
    media: []
  }
}
