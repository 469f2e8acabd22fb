import { lastSendOf } from '../../shared/outbox/last-send.ts'
import type { Account } from '../../shared/accounts/account.ts'
import type { Result } from '../../shared/contract/result.ts'
import { sniffedBytes } from '../../shared/media/sniff-media.ts'
import type { Random } from '../../electron/engine/random.ts'
import { tinyMp4 } from '../support/tiny-videos.ts'
import { createAsking, type Asking } from './asking.ts'
import type { Computer } from './computer.ts'
import { isUnsureDeletion, type LedgerJob } from './ledger.ts'

/** How an account is connected: asked for again whenever the network refused it. */
export interface Place {
  readonly network: 'bluesky' | 'mastodon' | 'wordpress' | 'facebook' | 'youtube'
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
  /** A video of the library; null where no network takes one. */
  readonly filmId: string | null
}

export interface User {
  openClient(name: string, places: readonly Place[]): Promise<Client>
  logInAgain(client: Client): Promise<void>
  /**
   * What a person does who looks at the list now and then: tries failed ones again, sends missed and held ones (or gives up what `gaveUp` says), logs
   * in where it is asked for, sends again what `isSurelyGone` says its network never published. Gives the jobs that were given up.
   */
  lookAfter(client: Client, open: readonly LedgerJob[], mind: Mind): Promise<readonly string[]>
  setWorkOffline(workOffline: boolean): Promise<void>
  /** null: all clients. */
  hold(client: Client | null): Promise<void>
  lift(client: Client | null): Promise<void>
  /** What a hold called back goes to its networks again, as far as they take it. */
  handOverAgain(client: Client): Promise<void>
}

export const zone = 'Europe/Paris'
const issuers: Partial<Readonly<Record<Place['network'], string>>> = { youtube: 'https://accounts.google.com' }

export interface Mind {
  gaveUp(job: LedgerJob): boolean
  isSurelyGone(job: LedgerJob): boolean
}

type Answer = 'drop' | 'publish_now' | 'try_again' | 'send_again'

/** What a person presses who sees it in the list; null: nothing. */
function answerFor(job: LedgerJob, mind: Mind): Answer | null {
  if (isUnsureDeletion(job)) return 'send_again'
  const isAsking = job.state === 'missed' || job.state === 'held'
  // What nobody could say of it in the review, nobody can say now.
  if (job.doubtful === 1) return isAsking || job.state === 'failed' ? 'drop' : null
  if (isAsking) return job.state === 'held' && mind.gaveUp(job) ? 'drop' : 'publish_now'
  if (job.state === 'failed') return job.awaits_login === 0 ? 'try_again' : null
  return mind.isSurelyGone(job) ? 'send_again' : null
}

/** Does everything through the engine's own requests, and again when the engine died in between. */
export function createUser(computer: Computer, random: Random, { persist, must }: Asking = createAsking(computer)): User {
  let logins = 0

  async function connect(workspaceId: string, { network, serverUrl, name, password }: Place): Promise<Account> {
    if (network === 'bluesky' || network === 'wordpress') {
      logins += 1
      return must(`connecting ${name}`, () => computer.ask('accounts.connectWithAppPassword', { workspaceId, networkId: network, serverUrl, identifier: name, appPassword: password ?? `password ${logins}` }))
    }
    const connected = await must(`connecting ${name}`, async () => {
      const loginId = random.id()
      const begun = await computer.askAsMain('login.begin', { loginId, workspaceId, networkId: network, serverUrl, redirectUri: 'http://127.0.0.1:1/callback' })
      const ended = begun?.ok === true ? await computer.askAsMain('login.complete', { loginId, code: name, issuer: issuers[network] ?? null }) : begun
      return ended as Result<{ account: Account }> | null
    })
    return connected.account
  }

  /** Again where the computer had no time to read it: the engine's two minutes are a few seconds here. */
  async function addFilm(workspaceId: string, triesLeft = 5): Promise<string> {
    const [mediaId, bytes] = [random.id(), await tinyMp4()]
    await must('a film', () => computer.ask('media.beginFile', { workspaceId, mediaId, fileName: 'film.mp4', bytes: bytes.byteLength, beginning: Uint8Array.from(bytes.subarray(0, sniffedBytes)) }))
    await must('its bytes', () => computer.ask('media.addFilePart', { workspaceId, mediaId, offset: 0, bytes }))
    const ended = await persist(() => computer.ask('media.finishFile', { workspaceId, mediaId }))
    if (ended.ok) return mediaId
    if (triesLeft === 0 || ended.error.code !== 'video_unreadable') throw new Error(`no film: ${JSON.stringify(ended.error)}`)
    return addFilm(workspaceId, triesLeft - 1)
  }

  async function lookedFor(workspaceId: string, jobId: string): Promise<string | null> {
    const told = await persist(() => computer.ask('outbox.readJob', { workspaceId, jobId }))
    return told.ok ? lastSendOf(told.value.attempts) : null
  }

  async function decide(workspaceId: string, job: LedgerJob, mind: Mind): Promise<'sent' | 'given up' | 'nothing'> {
    const decision = answerFor(job, mind)
    if (decision === null) return 'nothing'
    if (decision === 'drop') {
      const dropped = await persist(() => computer.ask('outbox.decide', { workspaceId, jobId: job.id, decision }))
      return dropped.ok ? 'given up' : 'nothing'
    }
    await computer.ask('outbox.decide', { workspaceId, jobId: job.id, decision, ...(decision === 'send_again' ? { seenSend: await lookedFor(workspaceId, job.id) } : {}) })
    return 'sent'
  }

  async function logInAgain({ workspaceId, places, accounts }: Client): Promise<void> {
    const now = await persist(() => computer.ask('accounts.list', { workspaceId }))
    if (!now.ok) return
    for (const account of now.value.accounts) {
      const place = places[accounts.findIndex(({ id }) => id === account.id)]
      if (account.state !== 'connected' && place !== undefined) await connect(workspaceId, place)
    }
  }

  return {
    async openClient(name, places) {
      const workspaceId = random.id()
      await must('a client', () => computer.ask('workspaces.create', { id: workspaceId, name, colour: 'teal', timeZone: zone }))
      const accounts: Account[] = []
      for (const network of ['facebook', 'youtube'] as const) {
        if (places.every((place) => place.network !== network)) continue
        await must('an app', () => computer.ask('ownApps.save', { workspaceId, networkId: network, scope: 'workspace', clientId: '4711', clientSecret: 'secret-of-the-app', redirectUri: '' }))
      }
      for (const place of places) accounts.push(await connect(workspaceId, place))
      const filmId = places.some((place) => place.network === 'youtube') ? await addFilm(workspaceId) : null
      return { workspaceId, places, accounts, filmId }
    },
    logInAgain,
    async lookAfter(client, open, mind) {
      await logInAgain(client)
      const givenUp: string[] = []
      for (const job of open) if ((await decide(client.workspaceId, job, mind)) === 'given up') givenUp.push(job.id)
      return givenUp
    },
    async setWorkOffline(workOffline) {
      await persist(() => computer.ask('studio.saveSettings', { settings: { workOffline } }))
    },
    async hold(client) {
      const reason = 'A storm'
      await must('a hold', async () => (client === null ? computer.ask('studio.hold', { reason }) : computer.ask('safety.hold', { workspaceId: client.workspaceId, reason })))
    },
    async lift(client) {
      await must('the end of a hold', async (): Promise<Result<unknown> | null> => (client === null ? computer.ask('studio.lift', {}) : computer.ask('safety.lift', { workspaceId: client.workspaceId })))
    },
    async handOverAgain({ workspaceId }) {
      const held = await persist(() => computer.ask('handOver.readHeld', { workspaceId }))
      const postIds = held.ok ? held.value.posts.map(({ postId }) => postId) : []
      if (postIds.length > 0) await persist(() => computer.ask('handOver.decideHeld', { workspaceId, postIds, decision: 'hand_over' }))
    }
  }
}
