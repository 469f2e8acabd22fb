import { fail, succeed } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { HttpClient } from '../http/http-client.ts'
import { createPracticeAdapter } from '../networks/practice/practice-adapter.ts'
import type { NetworkAdapter } from '../networks/network-adapter.ts'
import { practiceCapabilities } from '../../../shared/networks/practice-capabilities.ts'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import type { EngineSecrets } from '../secrets/engine-secrets.ts'
import type { Feature } from '../workspaces/feature.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import { createFillWorkspace, type FillNeeds, type FillPractice } from './month/fill-workspace.ts'
import { readPracticeFilm, readPracticePage } from './read-page.ts'
import { firstPlace, secondPlace, type PracticePlace } from './practice-places.ts'
import { createPracticeNetwork, languageOf, type PracticeFiles, type PracticeNetwork } from './practice-network.ts'
import { addSecondAccount, hasSecondPlace } from './second-account.ts'

export interface PracticeFeature extends Feature {
  /** What takes the place of the shared ones in a practice workspace: it holds the practice network and nothing else. */
  readonly http: HttpClient
  readonly secrets: EngineSecrets
  findAdapter(networkId: NetworkId): NetworkAdapter | null
  /** Given once the features that the month is written into are there; see `fill-workspace.ts`. */
  fillWith(needs: Omit<FillNeeds, 'network'>): FillPractice
}

export interface PracticeNeeds {
  readonly http: HttpClient
  readonly sqliteBinding: string | null
  /** Tests: people answer at once, and nothing happens by itself. */
  readonly isInstant: boolean
  readonly files: PracticeFiles
  /** There is something new for the workspace's account; a network that pushes would say so. */
  onNews(): void
}

/** Soonest after the last, ms: a storm must not spend the account's calls. */
const betweenNewsMs = 4_000

function isAt({ name }: PracticePlace, url: string): boolean {
  return URL.canParse(url) && new URL(url).host === name
}

/** The practice network as part of its workspace. Only workspaces of kind `practice` have it. */
export function createPractice(context: WorkspaceContext, needs: PracticeNeeds): PracticeFeature {
  let toldAt = -Infinity
  let features: Omit<FillNeeds, 'network'> | null = null
  let cancelTelling: (() => void) | null = null

  function tell(): void {
    if (cancelTelling !== null) return
    const wait = Math.max(0, toldAt + betweenNewsMs - context.clock.now())
    cancelTelling = context.clock.after(wait, () => {
      cancelTelling = null
      toldAt = context.clock.now()
      needs.onNews()
    })
  }

  const open = (place: PracticePlace): PracticeNetwork =>
    createPracticeNetwork(context, { place, http: needs.http, sqliteBinding: needs.sqliteBinding ?? undefined, isInstant: needs.isInstant, files: needs.files, onActs: tell })
  const network = open(firstPlace)
  let second = hasSecondPlace(context.folder) ? open(secondPlace) : null
  let isLively = false

  function openSecond(): PracticeNetwork {
    if (second === null) {
      second = open(secondPlace)
      if (isLively) second.startLife()
    }
    return second
  }

  const networkAt = (url: string): PracticeNetwork => (isAt(secondPlace, url) ? (second ?? network) : network)
  /** Whatever calls out calls through this, so that a second place made later is found. */
  const http: HttpClient = { send: (request) => networkAt(request.url).http.send(request) }
  const adapter = createPracticeAdapter({ capabilities: practiceCapabilities, http, clock: context.clock, random: context.random })
  const serverOf = context.database.prepare('SELECT server_url FROM accounts WHERE secret_reference = ?').pluck()
  const secretsFor = (reference: string): EngineSecrets => (isAt(secondPlace, String(serverOf.get(reference))) ? openSecond() : network).secrets
  const secrets: EngineSecrets = {
    get: (reference) => secretsFor(reference).get(reference),
    put: (reference, secret) => secretsFor(reference).put(reference, secret),
    delete: (reference) => secretsFor(reference).delete(reference)
  }

  return {
    http,
    secrets,
    findAdapter: (networkId) => (networkId === 'practice' ? adapter : null),
    fillWith(more) {
      features = more
      return createFillWorkspace(context, { ...more, network })
    },
    handlers: {
      'practice.read': async () => {
        const record = await network.record()
        if (!record.ok) return record
        await network.wake()
        const community = network.community()
        return succeed({ pace: community?.pace() ?? 'paused', members: community === null ? 0 : record.value.members.community().length, hasSecondAccount: second !== null })
      },
      'practice.addAccount': async () => {
        const record = await network.record()
        if (!record.ok) return record
        if (features === null) throw new Error('practice.addAccount before the features are there')
        return addSecondAccount({ context, ...features, network: openSecond }, languageOf(record.value))
      },
      'practice.readPage': async ({ url }) => {
        const record = await networkAt(url).record()
        return record.ok ? readPracticePage(record.value, url, context.clock.now()) : record
      },
      'practice.readFilm': async ({ url, mediaId }) => {
        const record = await networkAt(url).record()
        return record.ok ? readPracticeFilm(record.value, mediaId) : record
      },
      'practice.setPace': async ({ pace }) => {
        await network.wake()
        const community = network.community()
        if (community === null) return fail(studioError('not_found', 'the practice network of this workspace has not been filled', { details: { what: 'practice' } }))
        community.setPace(pace)
        await second?.wake()
        second?.community()?.setPace(pace)
        return succeed({})
      }
    },
    startBackgroundWork() {
      isLively = true
      network.startLife()
      second?.startLife()
    },
    async stop() {
      cancelTelling?.()
      await network.stop()
      await second?.stop()
    }
  }
}
