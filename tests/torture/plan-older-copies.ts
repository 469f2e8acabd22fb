import type { Chance } from './chance.ts'
import type { PlanStep } from './plan.ts'

/** A copy of a client's file is made, or of the whole data folder (`workspace` null). */
export interface CopyStep {
  readonly kind: 'copy'
  readonly copy: number
  readonly workspace: number | null
}

/** That copy is put back over what is newer, while nothing runs: after a clean end, or after the engine died. */
export interface PutBackStep {
  readonly kind: 'put_back'
  readonly copy: number
  readonly workspace: number | null
  readonly isEndedCleanly: boolean
}

/** Once in so many steps, and once in every run. */
const every = 150
const [shortest, longest] = [8, 50]

/** The same plan with older copies in it; from a chance of their own, so that the rest of it stays what it was. */
export function withOlderCopies(steps: readonly PlanStep[], chance: Chance, workspaces: number): readonly PlanStep[] {
  const places = Array.from({ length: Math.max(1, Math.floor(steps.length / every)) }, (_, index) => drawCopy(index, chance, { workspaces, of: Math.min(every, steps.length) }))
  return steps.flatMap((step, index) => [step, ...places.flatMap(({ copyAt, backAt, copy, back }) => [...(copyAt === index ? [copy] : []), ...(backAt === index ? [back] : [])])])
}

function drawCopy(copy: number, { fraction }: Chance, { workspaces, of }: { readonly workspaces: number; readonly of: number }): { readonly copyAt: number; readonly backAt: number; readonly copy: CopyStep; readonly back: PutBackStep } {
  const [place, distance, whole, which, end] = [fraction(), fraction(), fraction(), fraction(), fraction()]
  const workspace = whole < 0.2 ? null : Math.floor(which * workspaces)
  const apart = Math.min(Math.floor(of / 3), shortest + Math.floor(distance * (longest - shortest)))
  const copyAt = copy * every + Math.floor(of / 6 + place * (of / 3))
  return { copyAt, backAt: copyAt + apart, copy: { kind: 'copy', copy, workspace }, back: { kind: 'put_back', copy, workspace, isEndedCleanly: end < 0.4 } }
}
