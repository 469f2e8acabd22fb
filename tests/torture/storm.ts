import { join } from 'node:path'
import { realDelay } from './asking.ts'
import type { AnswerPeople } from './answer-people.ts'
import type { Computer } from './computer.ts'
import type { Intents } from './intents.ts'
import { callingAccounts, isLostThere, isMoving, isUnsureDeletion, openJobs, workspaceFile, type LedgerJob } from './ledger.ts'
import type { NetworkOrder, NetworkRecord } from './networks/network-orders.ts'
import type { PlanStep } from './plan.ts'
import { examineCut, takeCut } from './power-cut.ts'
import type { RemovePosts } from './remove-posts.ts'
import type { RemoveClient } from './remove-client.ts'
import type { RepeatPosts } from './repeat-posts.ts'
import type { PutBack } from './put-back.ts'
import type { SkewHistory } from './skew-history.ts'
import { keyOf, kindOf, type AccountsOnNetworks } from './tally-facts.ts'
import type { Client, User } from './user.ts'
import type { WarpedTime } from './warped-time.ts'
import type { WritePosts } from './write-posts.ts'

/** The networks as the storm needs them; real servers behind a proxy obey less. */
export interface StormyNetworks {
  order(order: Exclude<NetworkOrder, { kind: 'read' }>): void
  read(): Promise<NetworkRecord>
}

export interface StormNeeds {
  readonly computer: Computer
  readonly networks: StormyNetworks
  readonly user: User
  readonly posts: WritePosts
  readonly people: AnswerPeople
  readonly series: RepeatPosts
  readonly removals: RemovePosts
  readonly olderCopies: PutBack
  readonly clientRemoval: RemoveClient
  readonly intents: Intents
  readonly time: WarpedTime
  readonly skews: SkewHistory
  readonly clients: readonly Client[]
  readonly accountOf: AccountsOnNetworks
  readonly dataFolder: string
  /** Where copies of the files are laid. */
  readonly cutFolder: string
  /** No more than so many jobs are on their way at a time: else all would be late. */
  readonly mostOpen: number
  /** Whether the user gives up this one that was held back. */
  gaveUp(job: LedgerJob): boolean
}

export interface Storm {
  /** What is wrong with copies of the files, and what left during a hold. */
  readonly complaints: readonly string[]
  readonly cuts: number
  readonly holds: number
  take(step: PlanStep): Promise<void>
  /** A look at everything by a person; waits while too much is on its way. */
  lookAfterAll(): Promise<void>
  /** Nothing more is written, and the storm goes on until nearly all had its turn in it, the days of the series too. */
  rideItOut(): Promise<void>
  /** The storm is over. Waits until nothing moves by itself any more; hours are skipped where only waiting is left. */
  calmDown(): Promise<void>
}

/** Calm may take this long, in real ms. What still moves then is told: nobody has seen what becomes of it, and it is not lost by the engine. */
const calmLimitMs = 10 * 60_000
/** A post is planned no further ahead; in ms of the networks' time. What is later is a day of a series. */
const longestPlanMs = 12 * 60_000
/** The user is awake from so long before the hour of the series until so long after, in ms of the networks' time; longer while much is on its way. */
const beforeSeries = 30_000
const afterSeries = 2 * 60_000
const longAfterSeries = 6 * 60_000
const mostDays = 8
const shortNap = 5 * 60_000
/** A network that cannot tell is asked for a day. */
const longNap = 2 * 60 * 60_000

export function createStorm(needs: StormNeeds): Storm {
  const { computer, networks, user, time, skews, clients, intents } = needs
  const complaints: string[] = []
  let cuts = 0
  let holds = 0

  function setSkew(skew: number): void {
    computer.setSkew(skew)
    skews.note(time.trueNow(), skew)
  }

  /** Hours pass: for the networks and for this computer's clock. */
  function advance(by: number): void {
    skews.noteSleep(time.trueNow(), by)
    time.advance(by)
    computer.noteAdvance(by)
    networks.order({ kind: 'advance', by })
  }

  async function sleep(ms: number, isToldAfterwards: boolean): Promise<void> {
    await computer.whileStopped(async () => {
      await realDelay(30)
      advance(ms)
    })
    if (isToldAfterwards) await computer.askAsMain('engine.systemResumed', {})
  }

  async function cutPower(afterRealMs: number, tail: number): Promise<void> {
    await realDelay(afterRealMs)
    cuts += 1
    const folder = join(needs.cutFolder, `cut-${cuts}`)
    const workspaceIds = clients.map(({ workspaceId }) => workspaceId)
    const isKept = ({ jobId }: { readonly jobId: string }): boolean => !intents.isGone(jobId)
    const before = { intents: intents.all.filter(isKept), removals: intents.removals.filter(isKept), series: intents.series.filter(({ seriesId }) => !intents.isGone(seriesId)), isRestored: intents.isRestored }
    let arrived: NetworkRecord['arrived'] = []
    await computer.whileStopped(async () => {
      takeCut(needs.dataFolder, folder, workspaceIds, tail)
      ;({ arrived } = await networks.read())
    })
    complaints.push(...examineCut({ folder, workspaceIds, ...before, arrived: new Set(arrived.map(([key]) => key)) }, ({ accountId, mark }) => keyOf(needs.accountOf, accountId, mark)))
  }

  function dieNearby(pick: number, skip: number): void {
    // The places that were met least often come first, so that in the end each has had its turn.
    const places = [...computer.points].toSorted((a, b) => (computer.deaths.get(a) ?? 0) - (computer.deaths.get(b) ?? 0) || a.localeCompare(b))
    const least = places.filter((place) => (computer.deaths.get(place) ?? 0) === (computer.deaths.get(places[0] ?? '') ?? 0))
    const name = least[Math.floor(pick * least.length)] ?? null
    computer.dieAt({ name, skip: least.length > 10 ? 0 : skip })
  }

  /** Once the hold is answered nothing more reaches a network from these clients, but for what was on the wire. */
  async function hold({ workspace, realMs, isKilled }: Extract<PlanStep, { kind: 'hold' }>): Promise<void> {
    const client = workspace === null ? null : (clients[workspace] ?? null)
    holds += 1
    await user.hold(client)
    const held = client === null ? clients : [client]
    const onTheWire = new Set(held.flatMap(({ workspaceId }) => callingAccounts(workspaceFile(needs.dataFolder, workspaceId))))
    await realDelay(30)
    const before = new Map((await networks.read()).arrived)
    await realDelay(realMs / 2)
    if (isKilled) await computer.kill()
    await computer.ensureRunning()
    await realDelay(realMs / 2)
    const quiet = held.flatMap(({ accounts }) => accounts.flatMap(({ id }) => (onTheWire.has(id) ? [] : [keyOf(needs.accountOf, id, '')])))
    for (const [key, times] of (await networks.read()).arrived) {
      if (times > (before.get(key) ?? 0) && quiet.some((account) => key.startsWith(account))) complaints.push(`${key} left while everything was on hold`)
    }
    await user.lift(client)
    // Some want what the hold called back to wait at its network again.
    if (isKilled) for (const each of held) await user.handOverAgain(each)
  }

  async function afterwards(step: PlanStep): Promise<void> {
    switch (step.kind) {
      case 'hold':
        return hold(step)
      case 'work_offline':
        await user.setWorkOffline(true)
        await realDelay(step.realMs)
        return user.setWorkOffline(false)
      case 'down':
        return networks.order({ kind: 'down', network: step.network, realMs: step.realMs })
      case 'revoke': {
        const account = needs.accountOf.get(clients[step.workspace]?.accounts[step.account]?.id ?? '')
        if (account !== undefined) networks.order({ kind: 'revoke', network: account.kind, account: account.account })
        return
      }
      case 'power_cut':
        return cutPower(step.afterRealMs, step.tail)
      case 'set_clock':
        return setSkew(Math.round(step.skew))
      case 'sleep':
        return sleep(step.ms, step.isToldAfterwards)
      case 'off':
        await computer.kill()
        return advance(step.ms)
      default:
    }
  }

  async function take(step: PlanStep): Promise<void> {
    await computer.ensureRunning()
    switch (step.kind) {
      case 'post':
        return needs.posts.publish(step)
      case 'change':
        return needs.posts.change(step)
      case 'reply':
        return needs.people.reply(step)
      case 'act':
        return needs.people.act(step)
      case 'series':
        return needs.series.start(step)
      case 'remove':
        return needs.removals.remove(step)
      case 'copy':
        return needs.olderCopies.copy(step)
      case 'put_back':
        return needs.olderCopies.putBack(step)
      case 'remove_client':
        return needs.clientRemoval.remove(step)
      case 'kill':
        await realDelay(step.afterRealMs)
        return computer.kill()
      case 'die':
        return dieNearby(step.pick, step.skip)
      default:
        return afterwards(step)
    }
  }

  /** The jobs that go on by themselves. */
  async function lookOnce(): Promise<readonly LedgerJob[]> {
    await computer.ensureRunning()
    await needs.removals.askAgain()
    const moving: LedgerJob[] = []
    for (const client of clients.filter(({ workspaceId }) => !needs.clientRemoval.isRemoved(workspaceId))) {
      const open = openJobs(workspaceFile(needs.dataFolder, client.workspaceId))
      const isSurelyGone = (job: LedgerJob): boolean => isLostThere(job) && job.doubtful === 0 && kindOf(needs.accountOf, job.account_id) !== 'none'
      intents.withdraw(await user.lookAfter(client, open, { gaveUp: needs.gaveUp, isSurelyGone }))
      moving.push(...open.filter((job) => isMoving(job) || isSurelyGone(job) || isUnsureDeletion(job)))
    }
    return moving
  }

  /** Not what waits for another day. */
  async function movingSoon(): Promise<number> {
    return (await lookOnce()).filter(({ due_at: dueAt }) => dueAt < time.now() + longestPlanMs).length
  }

  async function settle(forMs: number): Promise<void> {
    const until = time.trueNow() + forMs
    while (time.trueNow() < until && (await movingSoon()) > intents.count() / 20) await realDelay(200)
  }

  /** Sleeps until shortly before the hour of the series and is awake at it; false when none is to come. */
  async function liveThroughOneDay(): Promise<boolean> {
    const [next] = (await lookOnce()).map(({ due_at: dueAt }) => dueAt).filter((dueAt) => dueAt >= time.now() + longestPlanMs).toSorted((a, b) => a - b)
    if (next === undefined) return false
    await sleep(Math.max(0, next - time.now() - beforeSeries), true)
    const begin = time.trueNow() + beforeSeries
    for (let moving = Number.POSITIVE_INFINITY; time.trueNow() < begin + (moving > intents.count() / 20 ? longAfterSeries : afterSeries); ) {
      dieNearby(0, 0)
      moving = await movingSoon()
      await realDelay(200)
    }
    return true
  }

  return {
    complaints,
    get cuts() {
      return cuts
    },
    get holds() {
      return holds
    },
    take,
    async lookAfterAll() {
      while ((await movingSoon()) > needs.mostOpen) await realDelay(100)
    },
    async rideItOut() {
      await settle(longestPlanMs)
      for (let day = 0; day < mostDays && (await liveThroughOneDay()); day += 1);
    },
    async calmDown() {
      networks.order({ kind: 'hostile', isHostile: false })
      const until = performance.now() + calmLimitMs
      let last = Number.POSITIVE_INFINITY
      while (performance.now() < until) {
        computer.dieAt(null)
        const moving = await lookOnce()
        if (moving.length === 0) return
        // Nothing comes to its end for a while: what is left only waits.
        if (moving.length >= last) await sleep(moving.every(({ hand_over: handOver }) => handOver !== null) ? longNap : shortNap, true)
        last = moving.length
        await realDelay(250)
      }
      complaints.push(`the calm was over before ${last} jobs had come to their end: this computer was too busy to see what becomes of them`)
    }
  }
}
