import { afterEach, expect, test } from 'vitest'
import type { Job } from '../../../shared/outbox/job.ts'
import { foldThreads, openSection, openSections } from '../../../shared/outbox/open-section.ts'
import { handOver } from './hand-over-calls.ts'
import { startOutboxRig, type OutboxRig } from './outbox-rig.ts'
import { publish, publishContent, threadOf } from './publish.ts'

const minute = 60_000

let rig: OutboxRig
afterEach(() => rig.stop())

/** What the outbox lists in each section. */
function listed(): Readonly<Record<string, number>> {
  const result = rig.run.outbox.handlers['outbox.list']?.({ workspaceId: rig.run.context.workspace().id, view: 'open', limit: 500 }) as { value: { jobs: Job[] } }
  const folded = foldThreads(result.value.jobs)
  return Object.fromEntries(openSections.map((section) => [section, folded.filter((job) => openSection(job) === section).length]))
}

/** What the foot of the window and the rail say. */
function counted(): Readonly<Record<string, number>> {
  const counts = rig.run.outbox.counts?.()
  return { asks: counts?.needsAttention ?? -1, to_go_out: counts?.waiting ?? -1, at_network: counts?.atNetwork ?? -1 }
}

test('the counts and the list agree: threads once for each account, what is at its network apart, what asks apart', async () => {
  rig = await startOutboxRig({ accounts: ['mastodon', 'bluesky'] })
  const ids = rig.accounts.map(({ id }) => id)
  await publishContent(rig, threadOf(['One', 'Two', 'Three'], ids), { at: '2026-11-22T09:00' })
  await publish(rig, 'Later', { at: '2026-11-22T10:00' })
  await handOver(rig, 'There', '2026-11-22T12:00')
  // Two threads and three posts from here, one of which is with its network.
  expect(counted()).toEqual({ asks: 0, to_go_out: 5, at_network: 1 })
  expect(listed()).toEqual(counted())

  rig.server('mastodon').nextSends('fine', 'rejected')
  await publishContent(rig, threadOf(['First', 'Second', 'Third'], ids.slice(0, 1)))
  await rig.advance(5 * minute)
  expect(counted()).toEqual({ asks: 1, to_go_out: 5, at_network: 1 })
  expect(listed()).toEqual(counted())

  rig.server('bluesky').nextSends('accept_then_cut')
  await publish(rig, 'Who knows')
  expect(listed()).toEqual(counted())
})
