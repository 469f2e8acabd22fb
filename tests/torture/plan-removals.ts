import type { Chance } from './chance.ts'
import type { PlanStep, PostStep } from './plan.ts'

/** Somebody wants a post of theirs gone that is out, or will be in a moment: then they come back for it. */
export interface RemoveStep {
  readonly kind: 'remove'
  readonly post: number
  /** From all of its accounts; else from the first alone. */
  readonly isEverywhere: boolean
  /** They think better of it at once. */
  readonly isUndone: boolean
}

const share = 0.15
/** So many steps later at most. */
const longest = 40

/** The same plan with deletions in it; from a chance of their own, so that the rest of it stays what it was. */
export function withRemovals(steps: readonly PlanStep[], chance: Chance): readonly PlanStep[] {
  const places = steps.flatMap((step, index) => (step.kind === 'post' ? drawRemoval(step, index, chance) : []))
  return steps.flatMap((step, index) => [step, ...places.filter(({ behind }) => Math.min(behind, steps.length - 1) === index).map(({ step: removal }) => removal)])
}

function drawRemoval({ id }: PostStep, index: number, chance: Chance): readonly { readonly behind: number; readonly step: RemoveStep }[] {
  const [dice, distance, accounts, undo] = [chance.fraction(), chance.fraction(), chance.fraction(), chance.fraction()]
  if (dice >= share) return []
  return [{ behind: index + 1 + Math.floor(distance * longest), step: { kind: 'remove', post: id, isEverywhere: accounts < 0.7, isUndone: undo < 0.1 } }]
}
