import { expect, test } from 'vitest'
import { createSeededRandom } from '../../integration/support/seeded-random.ts'
import { makePlan, type PlanStep } from '../../torture/plan.ts'
import { withRemovals } from '../../torture/plan-removals.ts'
import { networkKinds } from '../../torture/networks/torture-network.ts'

const options = { posts: 400, seed: 7, workspaces: 2, kinds: networkKinds, comments: 4, isOurs: true }
const isRemoval = ({ kind }: PlanStep): boolean => kind === 'remove'

test('the same seed deletes the same posts, each after it was written, and changes nothing else of the plan', () => {
  const plan = makePlan(options)
  expect(makePlan(options)).toEqual(plan)
  const rest = plan.filter((step) => !isRemoval(step))
  expect(withRemovals(rest, createSeededRandom(5)).filter((step) => !isRemoval(step))).toEqual(rest)
  const removals = plan.filter((step) => step.kind === 'remove')
  expect(removals.length).toBeGreaterThan(5)
  for (const removal of removals) expect(plan.findIndex((step) => step.kind === 'post' && step.id === removal.post)).toBeLessThan(plan.indexOf(removal))
  expect(new Set(removals.map(({ post }) => post)).size).toBe(removals.length)
})

test('nothing is deleted at a real server', () => {
  expect(makePlan({ ...options, isOurs: false }).some(isRemoval)).toBe(false)
})
