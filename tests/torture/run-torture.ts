import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSeededRandom } from '../integration/support/seeded-random.ts'
import { createComputer, type Computer } from './computer.ts'
import { startNetworks, type Networks } from './networks/start-networks.ts'
import type { NetworkKind } from './networks/torture-network.ts'
import { makePlan } from './plan.ts'
import { createSkewHistory } from './skew-history.ts'
import { createStorm, networkKindOf, type Storm } from './storm.ts'
import { tally, type AccountsOnNetworks, type Tally } from './tally.ts'
import { createUser, type Client, type Place, type User } from './user.ts'
import { beginWarpedTime } from './warped-time.ts'

export interface TortureOptions {
  readonly posts: number
  readonly seed: number
  /** How many times faster than real time goes. Everything that waits waits by this clock; nothing else is different. */
  readonly speed?: number
  /** The engine's file: the built one; its source when left out. */
  readonly engine?: string | undefined
  /** Told now and then how far it is. */
  onProgress?(planned: number): void
}

export interface TortureReport extends Tally {
  readonly seed: number
  readonly seconds: number
  readonly deaths: number
  /** Different places between two steps at which the engine died, of those that it passed. */
  readonly placesOfDeath: number
  readonly places: number
  readonly powerCuts: number
  readonly faults: readonly { readonly name: string; readonly times: number }[]
  /** What the engine itself complained of in its log, the last ten lines. */
  readonly log: readonly string[]
}

const defaultSpeed = 30
const workspaces = 2
const accountsPerKind = 3
const kinds: readonly NetworkKind[] = ['header_key', 'client_id', 'look_up', 'none']
const start = Date.UTC(2026, 10, 21, 9)

/** A storm over an engine in its own process and four networks in another one, and what came of it. */
export async function runTorture(options: TortureOptions): Promise<TortureReport> {
  const began = performance.now()
  const folder = mkdtempSync(join(tmpdir(), 'vigie-torture-'))
  const time = beginWarpedTime(options.speed ?? defaultSpeed, start)
  const dataFolder = join(folder, 'data')
  const computer = createComputer({ dataFolder, time, engine: options.engine })
  const networks = await startNetworks(time, options.seed, () => void computer.kill())
  const skews = createSkewHistory()
  try {
    const user = createUser(computer, time, createSeededRandom(options.seed + 1))
    const clients = await openClients(user, networks)
    const accountOf = accountsOf(clients, networks)
    const storm = createStorm({ computer, networks, user, time, skews, clients, accountOf, dataFolder, cutFolder: join(folder, 'cuts'), mostOpen: 10 * accountOf.size })
    await letItRage(storm, networks, options)
    const record = await networks.read({ withHistory: true })
    await computer.stop()
    const result = tally({ dataFolder, intents: storm.intents, accountOf, record, skews })
    return reportOf({ result, storm, computer, record, options, began })
  } finally {
    await computer.kill()
    await networks.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function openClients(user: User, networks: Networks): Promise<readonly Client[]> {
  const clients: Client[] = []
  for (let index = 0; index < workspaces; index += 1) clients.push(await user.openClient(`Client ${index + 1}`, placesOf(index, networks)))
  return clients
}

const letters = 'abcdefghijklmnopqrstuvw'

function placesOf(workspace: number, { urls }: Networks): readonly Place[] {
  return Array.from({ length: accountsPerKind }, (_, index) => `torture${letters[workspace]}${letters[index]}`).flatMap((name): Place[] => [
    { network: 'mastodon', serverUrl: urls.header_key, name, password: null },
    { network: 'bluesky', serverUrl: urls.client_id, name: `${name}.test`, password: null },
    { network: 'wordpress', serverUrl: `${urls.look_up}/${name}`, name: 'admin', password: null },
    { network: 'wordpress', serverUrl: `${urls.none}/${name}`, name: 'admin', password: null }
  ])
}

function accountsOf(clients: readonly Client[], { urls }: Networks): AccountsOnNetworks {
  return new Map(
    clients.flatMap(({ accounts }) =>
      accounts.map(({ id, serverUrl, remoteId, networkId }) => {
        const kind = networkKindOf(urls, serverUrl)
        if (kind === null) throw new Error(`nobody knows ${serverUrl}`)
        return [id, { kind, account: networkId === 'wordpress' ? new URL(serverUrl).pathname.slice(1) : remoteId }] as const
      })
    )
  )
}

async function letItRage(storm: Storm, networks: Networks, { posts, seed, onProgress }: TortureOptions): Promise<void> {
  networks.order({ kind: 'hostile', isHostile: true })
  const plan = makePlan({ posts, seed, workspaces, accountsPerWorkspace: kinds.length * accountsPerKind, hasOwnWorld: true })
  for (const [index, step] of plan.entries()) {
    await storm.take(step)
    if (index % 25 !== 24) continue
    await storm.lookAfterAll()
    onProgress?.(storm.intents.length)
  }
  await storm.calmDown()
}

interface Ingredients {
  readonly result: Tally
  readonly storm: Storm
  readonly computer: Computer
  readonly record: { readonly faults: TortureReport['faults'] }
  readonly options: TortureOptions
  readonly began: number
}

function reportOf({ result, storm, computer, record, options, began }: Ingredients): TortureReport {
  const places = [...computer.deaths.keys()].filter((place) => place !== 'at a random moment')
  return {
    ...result,
    complaints: [...storm.complaints, ...result.complaints].slice(0, 20),
    seed: options.seed,
    seconds: Math.round((performance.now() - began) / 1000),
    deaths: [...computer.deaths.values()].reduce((sum, times) => sum + times, 0),
    placesOfDeath: places.length,
    places: computer.points.size,
    powerCuts: storm.cuts,
    faults: record.faults.toSorted((a, b) => a.name.localeCompare(b.name)),
    log: computer.log.slice(-10)
  }
}

/** Nothing lost, nothing twice, nothing left open that could be known, and every copy of the files whole. */
export function isClean({ duplicates, lost, unknownNeedlessly, strangers, complaints }: TortureReport): boolean {
  return duplicates === 0 && lost === 0 && unknownNeedlessly === 0 && strangers === 0 && complaints.length === 0
}
