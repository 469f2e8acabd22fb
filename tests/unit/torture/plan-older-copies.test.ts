import { expect, test } from 'vitest'
import { createSeededRandom } from '../../integration/support/seeded-random.ts'
import { makePlan, type PlanStep } from '../../torture/plan.ts'
import { withOlderCopies } from '../../torture/plan-older-copies.ts'
import { networkKinds } from '../../torture/networks/torture-network.ts'

const isCopy = ({ kind }: PlanStep): boolean => kind === 'copy' || kind === 'put_back'

test.each([40, 100, 1000])('of %i posts in every plan a copy is put back, after it was made, and nothing else changes', (posts) => {
  for (const seed of [1, 2, 3]) {
    const plan = makePlan({ posts, seed, workspaces: 2, kinds: networkKinds, comments: 4, isOurs: true })
    const rest = plan.filter((step) => !isCopy(step))
    expect(withOlderCopies(rest, createSeededRandom(9), 2).filter((step) => !isCopy(step))).toEqual(rest)
    const copies = plan.filter((step) => step.kind === 'copy')
    const back = plan.filter((step) => step.kind === 'put_back')
    expect(copies.length).toBeGreaterThan(0)
    expect(back.map(({ copy, workspace }) => ({ copy, workspace }))).toEqual(copies.map(({ copy, workspace }) => ({ copy, workspace })))
    for (const [index, copy] of copies.entries()) expect(plan.indexOf(copy)).toBeLessThan(plan.indexOf(back[index] as PlanStep))
  }
})
