import { fail, succeed } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { EngineEnvironment } from '../engine-environment.ts'
import type { Connectivity } from '../http/connectivity.ts'
import type { RequestHandlers } from '../rpc/request-handlers.ts'
import { countWorkspace } from '../workspaces/count-workspace.ts'
import type { Workspaces } from '../workspaces/workspaces-service.ts'
import { listHolds } from '../safety/hold-all.ts'
import type { HoldStore } from '../safety/hold-store.ts'
import type { RecoveriesRepository } from './recoveries-repository.ts'
import type { RemovalsRepository } from './removals-repository.ts'
import type { SettingsRepository } from './settings-repository.ts'

export interface StudioHandlersNeeds {
  readonly environment: Pick<EngineEnvironment, 'clock' | 'emit' | 'log'>
  readonly settings: SettingsRepository
  readonly recoveries: RecoveriesRepository
  readonly removals: RemovalsRepository
  readonly workspaces: Workspaces
  readonly connectivity: Connectivity
  readonly holdOfAll: Pick<HoldStore, 'read'>
}

/** Answers everything that is about the studio as a whole, and about workspaces as entries of its list. */
export function createStudioHandlers({ environment, settings, recoveries, removals, workspaces, connectivity, holdOfAll }: StudioHandlersNeeds): RequestHandlers {
  const { clock, emit } = environment
  return {
    'studio.read': () =>
      succeed({
        settings: settings.read(),
        workspaces: [...workspaces.list()],
        unavailable: [...workspaces.listUnavailable()],
        connectivity: connectivity.current(),
        recoveries: [...recoveries.listOpen()],
        removals: [...removals.listOpen()],
        holds: listHolds(holdOfAll, { workspaces, removals, environment })
      }),
    'studio.saveSettings': ({ settings: changes }) => {
      const { lastWorkspaceId } = changes
      if (typeof lastWorkspaceId === 'string' && !workspaces.list().some((workspace) => workspace.id === lastWorkspaceId)) {
        return fail(studioError('not_found', 'no such workspace', { details: { what: 'workspace' } }))
      }
      settings.save(changes)
      if (changes.workOffline !== undefined) connectivity.setWorkOffline(changes.workOffline)
      emit('studio.changed', {})
      return succeed(settings.read())
    },
    'studio.dismissRecovery': ({ recoveryId }) => {
      if (!recoveries.dismiss(recoveryId, clock.now())) return fail(studioError('not_found', 'no such recovery', { details: { what: 'recovery' } }))
      emit('studio.changed', {})
      return succeed({})
    },
    'studio.dismissRemoval': ({ removalId }) => {
      if (!removals.dismiss(removalId, clock.now())) return fail(studioError('not_found', 'no such notice', { details: { what: 'removal' } }))
      emit('studio.changed', {})
      return succeed({})
    },
    'studio.counts': () => succeed({ workspaces: workspaces.listOpen().map(countWorkspace) }),
    'studio.leaving': () => {
      const leaving = workspaces.listOpen().flatMap(({ services }) => services.features.flatMap((feature) => feature.leaving?.() ?? []))
      return succeed({ leaving: leaving.toSorted((a, b) => a.leavesAt - b.leavesAt) })
    },
    'workspaces.create': (input) => workspaces.create({ ...input, kind: 'client' }),
    'workspaces.update': ({ workspaceId, changes }) => workspaces.update(workspaceId, changes),
    'workspaces.openAgain': ({ workspaceId }) => workspaces.openAgain(workspaceId),
    'workspaces.readOnTheWay': ({ workspaceId, since }) => workspaces.readOnTheWay(workspaceId, since),
    'workspaces.remove': async ({ workspaceId, leaveAtNetworks }) => {
      const removed = await workspaces.remove(workspaceId, { leaveAtNetworks })
      if (removed.ok && settings.read().lastWorkspaceId === workspaceId) settings.save({ lastWorkspaceId: null })
      return removed
    }
  }
}
