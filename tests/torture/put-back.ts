import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { RequestOutput } from '../../shared/contract/request-map.ts'
import { copyDatabase, putDatabase } from '../integration/support/older-file.ts'
import { answerReview } from './answer-review.ts'
import { realDelay, type Asking } from './asking.ts'
import type { Computer } from './computer.ts'
import type { Intents } from './intents.ts'
import { allJobs, allSeries, knownSerial, openJobs, serialOf, workspaceFile } from './ledger.ts'
import type { NetworkRecord } from './networks/network-orders.ts'
import type { CopyStep, PutBackStep } from './plan-older-copies.ts'
import { keyOf, type AccountsOnNetworks } from './tally-facts.ts'
import type { Client, User } from './user.ts'

export interface PutBackNeeds {
  readonly computer: Computer
  readonly asking: Asking
  readonly user: Pick<User, 'logInAgain'>
  readonly intents: Intents
  readonly clients: readonly Client[]
  readonly accountOf: AccountsOnNetworks
  readonly dataFolder: string
  readonly copyFolder: string
  arrived(): Promise<NetworkRecord['arrived']>
  complain(what: string): void
}

export interface PutBack {
  /** Copies that were put back and looked through. */
  readonly times: number
  copy(step: CopyStep): Promise<void>
  putBack(step: PutBackStep): Promise<void>
}

type Review = RequestOutput<'safety.readRestored'>

/** Longer than what was due is looked for, in real ms; then the rest is left as it is. */
const longestReviewMs = 20_000
/** An account that does not answer is asked so often again. */
const mostAsked = 5
/** A witness is written that late, with the slowest clock. */
const untilWitnessMs = 250

/** Puts older copies back, and answers for what stood open in them as a person does. */
export function createPutBack(needs: PutBackNeeds): PutBack {
  const { computer, asking: { persist }, user, intents, clients, dataFolder } = needs
  let times = 0

  const placeOf = (copy: number): string => join(needs.copyFolder, `copy-${copy}`)
  const chosen = (workspace: number | null): readonly Client[] => clients.filter((_, index) => workspace === null || workspace === index)
  const fileIn = (copy: number, { workspaceId }: Client, isWhole: boolean): string => (isWhole ? workspaceFile(placeOf(copy), workspaceId) : join(placeOf(copy), `${workspaceId}.db`))
  const current = ({ workspaceId }: Client): string => workspaceFile(dataFolder, workspaceId)

  /** What was acknowledged since is gone with the newer file; what is open in this one may be out since. */
  function remember(client: Client): void {
    const inCopy = allJobs(current(client))
    const known = new Set(inCopy.map(({ id }) => id))
    const isGone = ({ jobId, workspaceId }: { readonly jobId: string; readonly workspaceId: string }): boolean => workspaceId === client.workspaceId && !known.has(jobId)
    intents.goWithCopy([...intents.all.filter(isGone), ...intents.removals.filter(isGone)].map(({ jobId }) => jobId))
    const series = new Set(allSeries(current(client)))
    intents.goWithCopy(intents.series.filter(({ seriesId, workspaceId }) => workspaceId === client.workspaceId && !series.has(seriesId)).map(({ seriesId }) => seriesId))
    intents.doubt(inCopy.filter(({ finished_at: finishedAt }) => finishedAt === null).map(({ id }) => id))
    intents.noteRestored(client.workspaceId)
  }

  async function lay(step: PutBackStep, own: readonly Client[]): Promise<void> {
    const from = placeOf(step.copy)
    if (step.workspace !== null) {
      for (const client of own) putDatabase(fileIn(step.copy, client, false), current(client))
      return
    }
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 })
    cpSync(from, dataFolder, { recursive: true })
  }

  /** What left since, of these clients. */
  async function sinceThen(own: readonly Client[], before: ReadonlyMap<string, number>): Promise<readonly string[]> {
    const accounts = own.flatMap(({ accounts: all }) => all.map(({ id }) => keyOf(needs.accountOf, id, '')))
    return (await needs.arrived()).flatMap(([key, count]) => (count > (before.get(key) ?? 0) && accounts.some((account) => key.startsWith(account)) ? [key] : []))
  }

  /** A file that cannot be opened yet says nothing of itself: it is waited for. */
  async function examine(step: PutBackStep, own: readonly Client[]): Promise<void> {
    for (const client of own) {
      const until = performance.now() + longestReviewMs
      for (;;) {
        const studio = await persist(() => computer.ask('studio.read', {}))
        if (!studio.ok) continue
        const { holds, unavailable } = studio.value
        if (holds.some((hold) => hold.workspaceId === client.workspaceId && hold.restored !== null)) break
        const closed = unavailable.find(({ workspaceId }) => workspaceId === client.workspaceId)
        if (closed === undefined || performance.now() > until) {
          const [copied, found] = [serialOf(fileIn(step.copy, client, step.workspace === null)), serialOf(current(client))]
          needs.complain(`an older copy was put back, and nobody noticed: client ${clients.indexOf(client) + 1}, copied at ${copied}, now at ${found}, known ${knownSerial(dataFolder, client.workspaceId)}, ${closed?.reason ?? 'open'}`)
          break
        }
        await realDelay(200)
      }
    }
  }

  /** What is under way, or with its network, settles by itself; what could not be asked is asked again. */
  function isSettled(client: Client, { entries }: Review, asked: number): boolean {
    if (entries.some(({ isWithNetwork }) => isWithNetwork)) return false
    if (asked < mostAsked && entries.some(({ finding }) => finding.kind === 'not_asked')) return false
    return openJobs(current(client)).every(({ state, next_attempt_at: next, hand_over: handOver }) => handOver === null && (!['sending', 'unknown_outcome', 'pending_at_network'].includes(state) || next === null))
  }

  async function review(client: Client): Promise<void> {
    const { workspaceId } = client
    const until = performance.now() + longestReviewMs
    for (let asked = 1; ; asked += 1) {
      await user.logInAgain(client)
      const shown = await persist(() => computer.ask('safety.readRestored', { workspaceId }))
      if (shown.ok && (isSettled(client, shown.value, asked) || performance.now() > until)) return decide(client, shown.value)
      await realDelay(200)
    }
  }

  async function decide(client: Client, { entries, onlyThere }: Review): Promise<void> {
    const { workspaceId } = client
    const unwanted = new Set(intents.removals.flatMap(({ jobId, about }) => (intents.isWithdrawn(jobId) ? [] : [about])))
    const isUnwanted = (jobId: string): boolean => intents.isWithdrawn(jobId) || unwanted.has(jobId)
    const standing = allJobs(current(client)).flatMap(({ id, state, kind, account_id: accountId, excerpt }) => (state === 'published' && intents.isDoubted(id) && isUnwanted(id) ? [{ accountId, kind, excerpt }] : []))
    const decisions = answerReview({ entries, onlyThere, standing, isUnwanted })
    for (;;) {
      const decided = await persist(() => computer.ask('safety.decideRestored', { workspaceId, decisions: [...decisions] }))
      if (decided.ok) break
      await realDelay(50)
    }
    intents.withdraw(decisions.flatMap(({ jobId, fate }) => (fate.kind === 'drop' ? [jobId] : [])))
  }

  return {
    get times() {
      return times
    },
    async copy({ copy, workspace }) {
      mkdirSync(placeOf(copy), { recursive: true })
      if (workspace === null) await computer.whileStopped(() => cpSync(dataFolder, placeOf(copy), { recursive: true }))
      else for (const client of chosen(workspace)) await copyDatabase(current(client), fileIn(copy, client, false))
    },
    async putBack(step) {
      const own = chosen(step.workspace)
      if (!existsSync(placeOf(step.copy))) return
      await realDelay(untilWitnessMs)
      await (step.isEndedCleanly ? computer.stop() : computer.kill())
      // What nothing has left of since is not told from the newer one, unless that was closed.
      if (own.some((client) => serialOf(fileIn(step.copy, client, step.workspace === null)) >= serialOf(current(client)))) return
      await realDelay(30)
      const before = new Map(await needs.arrived())
      await lay(step, own)
      for (const client of own) remember(client)
      times += 1
      await computer.ensureRunning()
      await examine(step, own)
      for (const client of own) {
        const left = await sinceThen([client], before)
        if (left.length > 0) needs.complain(`left although nobody had looked through the older copy: ${left.join(', ')}`)
        await review(client)
      }
    }
  }
}
