import { expect, test } from 'vitest'
import { isClean, runTorture } from '../../torture/run-torture.ts'
import { formatReport } from '../../torture/format-report.ts'

const posts = Number(process.env['VIGIE_TORTURE_POSTS'] ?? 100)
const seeds = Number(process.env['VIGIE_TORTURE_SEEDS'] ?? 3)

// The engine in its own process, killed at every step; `npm run torture` does the same with any number of posts.
test.concurrent.each(Array.from({ length: seeds }, (_, index) => index + 1))('seed %i: every post goes out once, whatever happens to network, clock, power and process', { timeout: 600_000 }, async (seed) => {
  const report = await runTorture({ posts, seed, speed: 60 })
  expect(isClean(report), formatReport(report)).toBe(true)
  // All that was meant is accounted for, and only a small part of it was taken back.
  expect(report.published + report.unknown + report.withdrawn + report.gone).toBe(posts)
  expect(report.withdrawn).toBeLessThan(posts / 4)
  // What an older copy took along is no large part either, or nothing would be left to look at.
  expect(report.gone).toBeLessThan(posts / 2)
  expect({ deaths: report.deaths > 0, powerCuts: report.powerCuts > 0, faults: report.faults.length > 0 }).toEqual({ deaths: true, powerCuts: true, faults: true })
})
