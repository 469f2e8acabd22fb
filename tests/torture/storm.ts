import { join } from 'node:path'
import type { Computer } from './computer.ts'
import { isMoving, openJobs, workspaceFile } from './ledger.ts'
import type { NetworkOrder, NetworkRecord } from './networks/network-orders.ts'
import type { PlanStep } from './plan.ts'
import { examineCut, takeCut } from './power-cut.ts'
import type { SkewHistory } from './skew-history.ts'
import { keyOf, type AccountsOnNetworks } from './tally.ts'
import { realDelay, type Client, type Intent, type User } from './user.ts'
import type { WarpedTime } from './warped-time.ts'

/** The networks as the storm needs them; real servers behind a proxy obey less. */
export interface StormyNetworks {
  order(order: Exclude<NetworkOrder, { kind: 'read' }>): void
  read(): Promise<NetworkRecord>
}

export interface StormNeeds {
  readonly computer: Computer
  readonly networks: StormyNetworks
  readonly user: User
  readonly time: WarpedTime
  readonly skews: SkewHistory
  readonly clients: readonly Client[]
  readonly accountOf: AccountsOnNetworks
  readonly dataFolder: string
  /** Where copies of the files are laid. */
  readonly cutFolder: string
  /** No more than so many jobs are on their way at a time: else all would be late. */
  readonly mostOpen: number
}

export interface Storm {
  readonly intents: readonly Intent[]
  /** What is wrong with copies of the files. */
  readonly complaints: readonly string[]
  readonly cuts: number
  take(step: PlanStep): Promise<void>
  /** A look at everything by a person; waits while too much is on its way. */
  lookAfterAll(): Promise<void>
  /** Nothing more is written, and the storm goes on until nearly all had its turn in it. */
  rideItOut(): Promise<void>
  /** The storm is over. Waits until nothing moves by itself any more; hours are skipped where only waiting is left. */
  calmDown(): Promise<void>
}

/** Calm may take this long, in real ms, before what still moves is counted as it stands. */
const calmLimitMs = 120_000
/** A post is planned no further ahead; in ms of the networks' time. */
const longestPlanMs = 12 * 60_000

export function createStorm(needs: StormNeeds): Storm {
  const { computer, networks, user, time, skews, clients } = needs
  const intents: Intent[] = []
  const complaints: string[] = []
  let cuts = 0

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
    const before = [...intents]
    let arrived: readonly string[] = []
    await computer.whileStopped(async () => {
      takeCut(needs.dataFolder, folder, workspaceIds, tail)
      ;({ arrived } = await networks.read())
    })
    const keyOfIntent = ({ accountId, text }: Intent): string => {
      const place = needs.accountOf.get(accountId)
      return place === undefined ? '' : keyOf(place.kind, place.account, text)
    }
    complaints.push(...examineCut({ folder, workspaceIds, intents: before, arrived: new Set(arrived) }, keyOfIntent))
  }

  function dieNearby(pick: number, skip: number): void {
    // The places that were met least often come first, so that in the end each has had its turn.
    const places = [...computer.points].toSorted((a, b) => (computer.deaths.get(a) ?? 0) - (computer.deaths.get(b) ?? 0) || a.localeCompare(b))
    const least = places.filter((place) => (computer.deaths.get(place) ?? 0) === (computer.deaths.get(places[0] ?? '') ?? 0))
    const name = least[Math.floor(pick * least.length)] ?? null
    computer.dieAt({ name, skip: least.length > 10 ? 0 : skip })
  }

  async function publish(step: Extract<PlanStep, { kind: 'post' }>): Promise<void> {
    const client = clients[step.workspace]
    if (client !== undefined) intents.push(...(await user.publish(client, step.text, step.accounts, step.inMinutes)))
  }

  async function take(step: PlanStep): Promise<void> {
    await computer.ensureRunning()
    switch (step.kind) {
      case 'post':
        return publish(step)
      case 'kill':
        await realDelay(step.afterRealMs)
        return computer.kill()
      case 'die':
        return dieNearby(step.pick, step.skip)
      case 'set_clock':
        return setSkew(Math.round(step.skew))
      case 'sleep':
        return sleep(step.ms, step.isToldAfterwards)
      case 'off':
        await computer.kill()
        return advance(step.ms)
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
    }
  }

  /** How many jobs go on by themselves. */
  async function lookOnce(): Promise<number> {
    await computer.ensureRunning()
    let moving = 0
    for (const client of clients) {
      const open = openJobs(workspaceFile(needs.dataFolder, client.workspaceId))
      await user.lookAfter(client, open)
      moving += open.filter(isMoving).length
    }
    return moving
  }

  return {
    intents,
    complaints,
    get cuts() {
      return cuts
    },
    take,
    async lookAfterAll() {
      while ((await lookOnce()) > needs.mostOpen) await realDelay(100)
    },
    async rideItOut() {
      const until = time.trueNow() + longestPlanMs
      while (time.trueNow() < until && (await lookOnce()) > intents.length / 20) await realDelay(200)
    },
    async calmDown() {
      networks.order({ kind: 'hostile', isHostile: false })
      const until = performance.now() + calmLimitMs
      for (let last = Number.POSITIVE_INFINITY; performance.now() < until; ) {
        computer.dieAt(null)
        const moving = await lookOnce()
        if (moving === 0) return
        // Nothing comes to its end for a while: what is left only waits.
        if (moving >= last) await sleep(5 * 60_000, true)
        last = moving
        await realDelay(250)
      }
    }
  }
}
