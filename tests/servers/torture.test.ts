import { describe, expect, test } from 'vitest'
import { formatReport } from '../torture/format-report.ts'
import { isClean, runTorture } from '../torture/run-torture.ts'
import { hasBlueskyServer } from './start-bluesky-server.ts'
import { hasWordpressServer } from './start-wordpress-server.ts'

/** 200 with `npm run torture -- --posts 200 --against bluesky|wordpress`. */
const posts = Number(process.env['VIGIE_TORTURE_POSTS'] ?? 20)

describe.each([
  { against: 'bluesky' as const, isThere: hasBlueskyServer },
  { against: 'wordpress' as const, isThere: hasWordpressServer }
])('a real $against behind a proxy that cuts connections', ({ against, isThere }) => {
  test.skipIf(!isThere)('has every post once', { timeout: 600_000 }, async () => {
    const report = await runTorture({ posts, seed: 1, against })
    expect(isClean(report), formatReport(report)).toBe(true)
    // All that was meant is accounted for: out, or taken back in time. Both servers can always be asked, so nothing stays unknown.
    expect(report.published + report.withdrawn).toBe(posts)
    expect(report.withdrawn).toBeLessThan(posts / 4)
    expect(report.faults.length).toBeGreaterThan(0)
  })
})
