import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSeededRandom } from '../integration/support/seeded-random.ts'
import { commentMark, createAnswerPeople } from './answer-people.ts'
import { createAsking } from './asking.ts'
import { createComputer, type Computer } from './computer.ts'
import { createIntents, type Intents } from './intents.ts'
import { fractionOf } from './networks/choose-fault.ts'
import { startNetworks } from './networks/start-networks.ts'
import { markOf } from './marks.ts'
import { makePlan } from './plan.ts'
import { createRemoveClient, type RemoveClient } from './remove-client.ts'
import { createRemovePosts } from './remove-posts.ts'
import { createPutBack, type PutBack } from './put-back.ts'
import { createRepeatPosts } from './repeat-posts.ts'
import { createSkewHistory, type SkewHistory } from './skew-history.ts'
import { startRealWorld, type RealName } from './real/real-world.ts'
import { createStorm, type Storm } from './storm.ts'
import { tally, type Tally } from './tally.ts'
import { kindOf, type AccountsOnNetworks } from './tally-facts.ts'
import { createUser, type Client, type User } from './user.ts'
import { beginWarpedTime, type WarpedTime } from './warped-time.ts'
import { worldOfOurs, type TortureWorld } from './world.ts'
import { createWritePosts } from './write-posts.ts'

export interface TortureOptions {
  readonly posts: number
  readonly seed: number
  /** How many times faster than real time goes. Everything that waits waits by this clock; nothing else is different. */
  readonly speed?: number
  /** The engine's file: the built one; its source when left out. */
  readonly engine?: string | undefined
  /** A real server on loopback behind a proxy that cuts connections, instead of the networks of our own. */
  readonly against?: RealName | undefined
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
  readonly holds: number
  /** Older copies that were put back and looked through. */
  readonly putBack: number
  readonly faults: readonly { readonly name: string; readonly times: number }[]
  /** What the engine itself complained of in its log, the last ten lines. */
  readonly log: readonly string[]
}

/** A real server has only so much breath. */
const defaultSpeed = { ours: 30, real: 10 }
const start = Date.UTC(2026, 10, 21, 9)

/** A storm over an engine in its own process and the networks it publishes to, and what came of it. */
export async function runTorture(options: TortureOptions): Promise<TortureReport> {
  const began = performance.now()
  const { seed, against } = options
  const folder = mkdtempSync(join(tmpdir(), 'vigie-torture-'))
  const dataFolder = join(folder, 'data')
  const time = beginWarpedTime(options.speed ?? (against === undefined ? defaultSpeed.ours : defaultSpeed.real), against === undefined ? start : Date.now())
  let killClient: () => void = () => undefined
  const world = against === undefined ? worldOfOurs(await startNetworks(time, seed, () => killClient())) : await startRealWorld(against, seed)
  const computer = createComputer({ dataFolder, stateFolder: join(folder, 'state'), time, engine: options.engine, ...(world.testOptions === undefined ? {} : { testOptions: world.testOptions }) })
  killClient = () => void computer.kill()
  try {
    const { storm, intents, skews, clients, accountOf, olderCopies, clientRemoval, troubles } = await prepare({ computer, world, time, folder, options })
    await letItRage(storm, intents, world, options)
    await clientRemoval.examine()
    const record = await world.readAll()
    await computer.stop()
    const result = tally({ dataFolder, workspaceIds: clients.map(({ workspaceId }) => workspaceId), intents, accountOf, record, skews })
    return reportOf({ result, storm, olderCopies, troubles, computer, record, options, began })
  } finally {
    await computer.kill()
    await world.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** So many people say something to each account, so that there is somebody to answer. */
function commentsFor({ posts }: TortureOptions, world: TortureWorld): number {
  return world.hear === undefined ? 0 : Math.min(100, Math.max(4, Math.ceil(posts / 100)))
}

interface Rig {
  readonly computer: Computer
  readonly world: TortureWorld
  readonly time: WarpedTime
  readonly folder: string
  readonly options: TortureOptions
}

interface Prepared {
  readonly storm: Storm
  readonly intents: Intents
  readonly skews: SkewHistory
  readonly clients: readonly Client[]
  readonly accountOf: AccountsOnNetworks
  readonly olderCopies: PutBack
  readonly clientRemoval: RemoveClient
  /** What is wrong with what was put back, or removed. */
  readonly troubles: readonly string[]
}

/** Accounts are connected and what people said is read before anything goes wrong. */
async function prepare({ computer, world, time, folder, options }: Rig): Promise<Prepared> {
  const { seed } = options
  const dataFolder = join(folder, 'data')
  const [intents, skews, asking, random] = [createIntents(), createSkewHistory(), createAsking(computer), createSeededRandom(seed + 1)]
  const user = createUser(computer, random, asking)
  const clients = await openClients(user, world)
  const accountOf: AccountsOnNetworks = new Map(clients.flatMap(({ accounts }) => accounts.map((account) => [account.id, world.nameOf(account)] as const)))
  const comments = commentsFor(options, world)
  const writing = { computer, asking, user, time, random, clients, intents }
  const people = createAnswerPeople({ ...writing, comments, dataFolder })
  await world.hear?.(clients.flatMap(({ accounts }, workspace) => accounts.flatMap(({ id }, account) =>
    Array.from({ length: comments }, (_, comment) => ({ kind: kindOf(accountOf, id), account: accountOf.get(id)?.account ?? '', text: `${commentMark({ workspace, account, comment }, { accounts: accounts.length, comments })} merci !` })))))
  await people.findComments()
  const posts = createWritePosts(writing)
  const troubles: string[] = []
  const watching = { computer, asking, intents, clients, accountOf, dataFolder, arrived: async () => (await world.read()).arrived, complain: (what: string) => void troubles.push(what) }
  const olderCopies = createPutBack({ ...watching, user, copyFolder: join(folder, 'copies') })
  const clientRemoval = createRemoveClient(watching)
  const storm = createStorm({
    computer, networks: world, user, posts, removals: createRemovePosts(writing, posts), olderCopies, clientRemoval, people, series: createRepeatPosts(writing), intents, time, skews, clients, accountOf, dataFolder,
    cutFolder: join(folder, 'cuts'),
    mostOpen: 10 * accountOf.size,
    gaveUp: ({ excerpt, kind }) => fractionOf(seed, markOf(excerpt), kind, 'given up') < 0.25
  })
  return { storm, intents, skews, clients, accountOf, olderCopies, clientRemoval, troubles }
}

async function openClients(user: User, { places }: TortureWorld): Promise<readonly Client[]> {
  const clients: Client[] = []
  for (const [index, each] of places.entries()) clients.push(await user.openClient(`Client ${index + 1}`, each))
  return clients
}

async function letItRage(storm: Storm, intents: Intents, world: TortureWorld, options: TortureOptions): Promise<void> {
  world.order({ kind: 'hostile', isHostile: true })
  const { posts, seed, onProgress } = options
  const plan = makePlan({ posts, seed, workspaces: world.places.length, kinds: world.kinds, comments: commentsFor(options, world), isOurs: world.isOurs })
  for (const [index, step] of plan.entries()) {
    await storm.take(step)
    if (index % 25 !== 24) continue
    await storm.lookAfterAll()
    onProgress?.(intents.count())
  }
  await storm.rideItOut()
  await storm.calmDown()
}

interface Ingredients {
  readonly result: Tally
  readonly storm: Storm
  readonly olderCopies: PutBack
  readonly troubles: readonly string[]
  readonly computer: Computer
  readonly record: { readonly faults: TortureReport['faults'] }
  readonly options: TortureOptions
  readonly began: number
}

function reportOf({ result, storm, olderCopies, troubles, computer, record, options, began }: Ingredients): TortureReport {
  const places = [...computer.deaths.keys()].filter((place) => place !== 'at a random moment')
  return {
    ...result,
    complaints: [...storm.complaints, ...troubles, ...result.complaints].slice(0, 20),
    seed: options.seed,
    seconds: Math.round((performance.now() - began) / 1000),
    deaths: [...computer.deaths.values()].reduce((sum, times) => sum + times, 0),
    placesOfDeath: places.length,
    places: computer.points.size,
    powerCuts: storm.cuts,
    holds: storm.holds,
    putBack: olderCopies.times,
    faults: record.faults.toSorted((a, b) => a.name.localeCompare(b.name)),
    log: computer.log.slice(-10)
  }
}

/** Nothing lost, nothing twice, nothing out of place, nothing left open that could be known, and every copy of the files whole. */
export function isClean({ duplicates, lost, unknownNeedlessly, ghosts, outOfOrder, wrongParent, wrongAccount, strangers, removals, complaints }: TortureReport): boolean {
  return [removals.lost, removals.unknown, removals.stillThere, removals.uncalled, duplicates, lost, unknownNeedlessly, ghosts, outOfOrder, wrongParent, wrongAccount, strangers, complaints.length].every((count) => count === 0)
}
