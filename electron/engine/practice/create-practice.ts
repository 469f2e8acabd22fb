import { fail, succeed } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { HttpClient } from '../http/http-client.ts'
import type { NetworkAdapter } from '../networks/network-adapter.ts'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import type { EngineSecrets } from '../secrets/engine-secrets.ts'
import type { Feature } from '../workspaces/feature.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import { createFillWorkspace, type FillNeeds, type FillPractice } from './month/fill-workspace.ts'
import { readPracticePage } from './read-page.ts'
import { createPracticeNetwork, type PracticeFiles } from './practice-network.ts'

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

/** The practice network as part of its workspace. Only workspaces of kind `practice` have it. */
export function createPractice(context: WorkspaceContext, needs: PracticeNeeds): PracticeFeature {
  let toldAt = -Infinity
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

  const network = createPracticeNetwork(context, { http: needs.http, sqliteBinding: needs.sqliteBinding ?? undefined, isInstant: needs.isInstant, files: needs.files, onActs: tell })

  return {
    http: network.http,
    secrets: network.secrets,
    findAdapter: (networkId) => (networkId === 'practice' ? network.adapter : null),
    fillWith: (more) => createFillWorkspace(context, { ...more, network }),
    handlers: {
      'practice.read': async () => {
        const record = await network.record()
        if (!record.ok) return record
        await network.wake()
        const community = network.community()
        return succeed({ pace: community?.pace() ?? 'paused', members: community === null ? 0 : record.value.members.community().length })
      },
      'practice.readPage': async ({ url }) => {
        const record = await network.record()
        return record.ok ? readPracticePage(record.value, url, context.clock.now()) : record
      },
      'practice.setPace': async ({ pace }) => {
        await network.wake()
        const community = network.community()
        if (community === null) return fail(studioError('not_found', 'the practice network of this workspace has not been filled', { details: { what: 'practice' } }))
        community.setPace(pace)
        return succeed({})
      }
    },
    startBackgroundWork: () => network.startLife(),
    async stop() {
      cancelTelling?.()
      await network.stop()
    }
  }
}
