import type { Chance } from './chance.ts'
import type { PlanStep } from './plan.ts'

/** A client is removed for good, with whatever is on its way. */
export interface RemoveClientStep {
  readonly kind: 'remove_client'
  readonly workspace: number
}

const share = 0.3

/** The same plan, and in some of them a client is removed when all is written and much of it is on its way; from a chance of its own. */
export function withClientRemoval(steps: readonly PlanStep[], { fraction }: Chance, workspaces: number): readonly PlanStep[] {
  const [dice, which] = [fraction(), fraction()]
  return dice < share && workspaces > 1 ? [...steps, { kind: 'remove_client', workspace: Math.floor(which * workspaces) }] : steps
}
