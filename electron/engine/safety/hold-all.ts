import type { HoldBegan } from '../../../shared/contract/safety.contract.ts'
import type { RequestOutput } from '../../../shared/contract/request-map.ts'
import { succeed } from '../../../shared/contract/result.ts'
import type { EngineEnvironment } from '../engine-environment.ts'
import type { RequestHandlers } from '../rpc/request-handlers.ts'
import type { Workspaces } from '../workspaces/workspaces-service.ts'
import type { HoldStore } from './hold-store.ts'

export interface HoldHandlersNeeds {
  readonly environment: Pick<EngineEnvironment, 'clock' | 'emit'>
  readonly workspaces: Pick<Workspaces, 'listOpen'>
  readonly holdOfAll: HoldStore
}

/** Holds all clients back together. The row is written first: a client that opens later, or is made meanwhile, finds it. */
export function createHoldHandlers({ environment, workspaces, holdOfAll }: HoldHandlersNeeds): RequestHandlers {
  const safeties = () => workspaces.listOpen().map(({ services }) => services.safety)
  return {
    'studio.hold': ({ reason }) => {
      holdOfAll.set({ reason, since: environment.clock.now() })
      const began = safeties().map((safety) => safety.holdBegan())
      environment.emit('studio.changed', {})
      const sum = (key: keyof HoldBegan): number => began.reduce((total, each) => total + each[key], 0)
      return succeed({ kept: sum('kept'), onTheWire: sum('onTheWire') })
    },
    'studio.lift': () => {
      for (const safety of safeties()) safety.holdEnds()
      holdOfAll.clear()
      for (const safety of safeties()) safety.holdEnded()
      environment.emit('studio.changed', {})
      return succeed({})
    }
  }
}

/** Every hold that stands: that of all clients first, then each one's own. */
export function listHolds(holdOfAll: Pick<HoldStore, 'read'>, workspaces: Pick<Workspaces, 'listOpen'>): RequestOutput<'studio.read'>['holds'] {
  const ofAll = holdOfAll.read()
  const own = workspaces.listOpen().flatMap(({ workspace, services }) => {
    const hold = services.safety.ownHold()
    return hold === null ? [] : [{ ...hold, workspaceId: workspace.id }]
  })
  return [...(ofAll === null ? [] : [{ ...ofAll, workspaceId: null }]), ...own]
}
