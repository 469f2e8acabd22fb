import type { HoldBegan } from '../../../shared/contract/safety.contract.ts'
import type { RequestOutput } from '../../../shared/contract/request-map.ts'
import type { HeldScope } from '../../../shared/contract/studio.contract.ts'
import { succeed } from '../../../shared/contract/result.ts'
import type { EngineEnvironment } from '../engine-environment.ts'
import type { Logger } from '../log/logger.ts'
import type { RequestHandlers } from '../rpc/request-handlers.ts'
import type { RemovalsRepository } from '../settings/removals-repository.ts'
import type { Workspaces } from '../workspaces/workspaces-service.ts'
import type { SafetyFeature } from './create-safety.ts'
import type { HoldStore } from './hold-store.ts'

export interface HoldHandlersNeeds {
  readonly environment: Pick<EngineEnvironment, 'clock' | 'emit' | 'log'>
  readonly workspaces: Pick<Workspaces, 'listOpen'>
  readonly holdOfAll: HoldStore
}

/**
 * Holds all clients back together. The row is written first: a client that opens later, or is made meanwhile, finds it. One client whose data
 * cannot be read or written has no say in what becomes of the others: it is named in the answer.
 */
export function createHoldHandlers({ environment, workspaces, holdOfAll }: HoldHandlersNeeds): RequestHandlers {
  function eachClient<T>(work: (safety: SafetyFeature) => T): { readonly done: readonly T[]; readonly troubled: string[] } {
    const done: T[] = []
    const troubled: string[] = []
    for (const { workspace, services } of workspaces.listOpen()) {
      const answer = attempt(environment.log, workspace.id, () => work(services.safety))
      if (answer.ok) done.push(answer.value)
      else troubled.push(workspace.id)
    }
    return { done, troubled }
  }

  return {
    'studio.hold': ({ reason }) => {
      holdOfAll.set({ reason, since: environment.clock.now() })
      const { done, troubled } = eachClient((safety) => safety.holdBegan())
      environment.emit('studio.changed', {})
      const sum = (key: keyof HoldBegan): number => done.reduce((total, each) => total + each[key], 0)
      return succeed({ kept: sum('kept'), onTheWire: sum('onTheWire'), troubled })
    },
    'studio.lift': () => {
      const standing = holdOfAll.read()
      const { troubled } = eachClient((safety) => safety.holdEnds())
      for (const { workspace, services } of workspaces.listOpen()) {
        // A record that takes not even this takes no attempt to send either: each one is written down before it is made.
        if (standing !== null && troubled.includes(workspace.id)) attempt(environment.log, workspace.id, () => services.safety.holdAlone(standing))
      }
      holdOfAll.clear()
      eachClient((safety) => safety.holdEnded())
      environment.emit('studio.changed', {})
      return succeed({ troubled })
    }
  }
}

function attempt<T>(log: Pick<Logger, 'error'>, workspaceId: string, work: () => T): { readonly ok: true; readonly value: T } | { readonly ok: false } {
  try {
    return { ok: true, value: work() }
  } catch (error) {
    log.error(`the hold of workspace ${workspaceId}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    return { ok: false }
  }
}

/** Every hold that stands: that of all clients first, then each one's own, with the removal that was interrupted. */
export function listHolds(holdOfAll: Pick<HoldStore, 'read'>, { workspaces, removals, environment: { log } }: { readonly workspaces: Pick<Workspaces, 'listOpen' | 'isBeingRemoved'>; readonly removals: Pick<RemovalsRepository, 'begun'>; readonly environment: Pick<EngineEnvironment, 'log'> }): RequestOutput<'studio.read'>['holds'] {
  const ofAll = holdOfAll.read()
  const removalOf = (workspaceId: string): Pick<HeldScope, 'removal'> => {
    const removal = workspaces.isBeingRemoved(workspaceId) ? null : removals.begun(workspaceId)
    return removal === null ? {} : { removal }
  }
  const own = workspaces.listOpen().flatMap(({ workspace, services }) => {
    const hold = attempt(log, workspace.id, () => services.safety.ownHold())
    return hold.ok && hold.value !== null ? [{ ...hold.value, workspaceId: workspace.id, ...removalOf(workspace.id) }] : []
  })
  return [...(ofAll === null ? [] : [{ ...ofAll, workspaceId: null }]), ...own]
}
