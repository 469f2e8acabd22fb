import { afterEach, expect, test } from 'vitest'
import { startOutboxRig, type OutboxRig } from './outbox-rig.ts'
import { publish, unschedule } from './publish.ts'

let rig: OutboxRig
afterEach(() => rig.stop())

test('the whole ledger comes page by page, each job once and in the order of its recording', async () => {
  rig = await startOutboxRig({ accounts: ['bluesky', 'mastodon'] })
  for (const text of ['One', 'Two', 'Three']) await publish(rig, text)
  await unschedule(rig, await publish(rig, 'Four', { at: '2026-11-22T09:00' }))
  const seen: string[] = []
  let after = 0
  for (let pages = 0; pages < 3; pages += 1) {
    const page = await rig.run.outbox.handlers['outbox.export']?.({ workspaceId: rig.run.context.workspace().id, after, limit: 3 })
    if (!page?.ok) throw new Error('no page')
    seen.push(...page.value.jobs.map(({ postId, accountId, state }) => `${String(postId)} ${accountId} ${state}`))
    expect(page.value.next === null).toBe(pages === 2)
    after = page.value.next ?? after
  }
  expect(seen).toHaveLength(8)
  expect(new Set(seen).size).toBe(8)
  expect(seen.map((line) => line.endsWith('cancelled'))).toEqual([false, false, false, false, false, false, true, true])
})
