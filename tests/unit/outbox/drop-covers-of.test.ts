import { expect, test } from 'vitest'
import { dropCoversOf } from '../../../electron/engine/outbox/drop-covers-of.ts'
import type { JobRecord } from '../../../electron/engine/outbox/job-record.ts'

const cover = (id: string, remoteId: string, changes: Partial<JobRecord> = {}) =>
  ({ id, kind: 'set_cover', accountId: 'account', postId: 'post', state: 'failed', finishedAt: null, cancelReason: null, payload: { effect: 'set_cover', remoteId, cover: { mediaId: 'picture', atMs: null } }, ...changes }) as unknown as JobRecord

test('only what is open of the film that is gone is given up; a call under way ends by itself, with the reason written to it', () => {
  const told: string[] = []
  const covers = [cover('asks', 'film'), cover('waits', 'film', { state: 'queued' }), cover('leaves', 'film', { state: 'sending' }), cover('set', 'film', { state: 'published', finishedAt: 1 }), cover('of another', 'other film'), cover('elsewhere', 'film', { accountId: 'other' })]
  const needs: Parameters<typeof dropCoversOf>[0] = {
    repository: { ofPosts: (_ids, which) => (which === 'covers' ? covers : []) },
    ledger: {
      drop: (job, reason) => (told.push(`drop ${job.id} ${reason}`), job),
      touch: (job, { cancelReason }) => (told.push(`touch ${job.id} ${cancelReason}`), job)
    }
  }
  dropCoversOf(needs, { accountId: 'account', postId: 'post' }, 'film')
  expect(told).toEqual(['drop asks film_gone', 'drop waits film_gone', 'touch leaves film_gone'])
  dropCoversOf(needs, { accountId: 'account', postId: 'post' }, null)
  expect(told).toHaveLength(3)
})
