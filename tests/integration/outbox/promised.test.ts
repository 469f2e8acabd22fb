import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { Publisher } from '../../../electron/engine/networks/network-publisher.ts'
import { jobOf, publish } from './publish.ts'
import { startOutboxRig, type OutboxRig } from './outbox-rig.ts'

const minute = 60_000
const lost = { ok: false, failure: { kind: 'unknown_outcome', error: studioError('timeout', 'the answer was lost', { retryable: true }) } } as const
let rig: OutboxRig
let publisher: Publisher

beforeEach(async () => {
  rig = await startOutboxRig({ accounts: ['wordpress'], lateGraceMinutes: 24 * 60 })
  ;({ publisher } = rig.server('wordpress').adapter)
})
afterEach(() => rig.stop())

const states = (posts: readonly string[]) => Promise.all(posts.map(async (postId) => (await jobOf(rig, postId)).state))

describe('what a network has promised to one job', () => {
  test('is not taken for a twin’s: neither what it works on', async () => {
    const sends = vi.spyOn(publisher, 'publish')
    sends.mockResolvedValueOnce({ ok: true, value: { remoteId: 'film-1', url: null, pending: { token: 'film-1', askAgainAfterMs: 10 * minute } } }).mockResolvedValueOnce(lost)
    vi.spyOn(publisher, 'findPublished').mockImplementation(async (_session, _draft, { isAnothers }) => ({ ok: true, value: isAnothers?.('film-1') === true ? 'none' : { remoteId: 'film-1', url: null, pending: { token: 'film-1', askAgainAfterMs: minute } } }))
    const posts = [await publish(rig, 'High tide at nine'), await publish(rig, 'High tide at nine')]
    await rig.advance(9 * minute)
    expect(await states(posts)).toEqual(['pending_at_network', 'published'])
    expect(sends).toHaveBeenCalledTimes(3)
    publisher.resume = async () => ({ ok: true, value: { remoteId: 'film-1', url: null } })
    await rig.advance(10 * minute)
    expect(await states(posts)).toEqual(['published', 'published'])
  })

  test('nor what it names for two', async () => {
    const pending = { ok: true, value: { remoteId: 'film-1', url: null, pending: { token: 'film-1', askAgainAfterMs: 10 * minute } } } as const
    vi.spyOn(publisher, 'publish').mockResolvedValueOnce(pending).mockResolvedValueOnce(pending)
    vi.spyOn(publisher, 'findPublished').mockResolvedValue({ ok: true, value: 'cannot_tell' })
    const posts = [await publish(rig, 'High tide at nine'), await publish(rig, 'High tide at nine')]
    await rig.advance(5 * minute)
    expect(await states(posts)).toEqual(['pending_at_network', 'unknown_outcome'])
  })

  describe('nor what waits there for its time', () => {
    async function handOverBesideTwin(row: { readonly scheduledId: string | null; readonly isUncertain: 0 | 1 }): Promise<{ readonly there: string; readonly twin: string }> {
      vi.spyOn(publisher, 'publish').mockResolvedValueOnce(lost)
      vi.spyOn(publisher, 'findPublished').mockImplementation(async (_session, _draft, { isAnothers }) => ({ ok: true, value: isAnothers?.('17') === true ? 'none' : { remoteId: '17', url: null } }))
      const there = await publish(rig, 'High tide at nine', { at: '2026-11-23T10:00' })
      const { id, accountId } = await jobOf(rig, there)
      rig.run.context.database
        .prepare(
          `INSERT INTO hand_overs (job_id, account_id, wish, after_return, was_held, idempotency_key, scheduled_id, due_at, asked_due_at, due_until, is_uncertain, sent_at, next_at, tries, nones, noticed, failure)
           VALUES (?, ?, 'hand_over', 'wait_here', 0, 'key', ?, 0, 0, 0, ?, 0, NULL, 0, 0, NULL, NULL)`
        )
        .run(id, accountId, row.scheduledId, row.isUncertain)
      return { there, twin: await publish(rig, 'High tide at nine') }
    }

    test('known under its name', async () => {
      const { twin } = await handOverBesideTwin({ scheduledId: '17', isUncertain: 0 })
      await rig.advance(5 * minute)
      expect((await jobOf(rig, twin)).state).toBe('published')
      expect(rig.server('wordpress').records).toHaveLength(1)
    })

    test('or not found there yet: nothing is looked for before it is', async () => {
      const { there, twin } = await handOverBesideTwin({ scheduledId: null, isUncertain: 1 })
      await rig.advance(5 * minute)
      expect((await jobOf(rig, twin)).state).toBe('unknown_outcome')
      expect(publisher.findPublished).not.toHaveBeenCalled()
      rig.run.context.database.prepare(`UPDATE hand_overs SET scheduled_id = '17', is_uncertain = 0 WHERE job_id = ?`).run((await jobOf(rig, there)).id)
      await rig.advance(20 * minute)
      expect((await jobOf(rig, twin)).state).toBe('published')
      expect(rig.server('wordpress').records).toHaveLength(1)
    })
  })
})

test('what Reddit is at work on has no name yet: a twin in doubt is looked for when it has one', async () => {
  rig.stop()
  rig = await startOutboxRig({ accounts: ['reddit'], lateGraceMinutes: 24 * 60 })
  ;({ publisher } = rig.server('reddit').adapter)
  const atWork = (token: string) => ({ ok: true, value: { remoteId: 't3_0', url: null, pending: { token, askAgainAfterMs: 15_000 } } }) as const
  vi.spyOn(publisher, 'publish').mockResolvedValueOnce(atWork('1795251600000')).mockResolvedValueOnce(lost).mockResolvedValue({ ok: true, value: { remoteId: 't3_b', url: null } })
  vi.spyOn(publisher, 'findPublished').mockImplementation(async (_session, _draft, { isAnothers }) => ({ ok: true, value: isAnothers?.('t3_a') === true ? 'none' : { remoteId: 't3_a', url: null } }))
  publisher.resume = async (_session, _draft, token, known) => (known?.isAnothers?.('t3_a') === true ? atWork(token) : { ok: true, value: { remoteId: 't3_a', url: null } })
  const posts = [await publish(rig, 'A vase'), await publish(rig, 'A vase')]
  await rig.advance(30 * minute)
  expect(await states(posts)).toEqual(['published', 'published'])
})

describe('what a send has begun at its network', () => {
  test.each([[true, 'film-1'], [false, null]])('is known after a crash (begun: %s)', async (hasBegun, known) => {
    const begun: unknown[] = []
    vi.spyOn(publisher, 'publish').mockImplementation(async (_session, _draft, { keepBegun }) => {
      if (hasBegun) keepBegun?.('film-1')
      return new Promise(() => undefined)
    })
    vi.spyOn(publisher, 'findPublished').mockImplementation(async (_session, _draft, intent) => {
      begun.push(intent.begun)
      return { ok: true, value: { remoteId: 'post-1', url: null } }
    })
    const postId = await publish(rig, 'High tide at nine')
    await rig.settle()
    rig.crash()
    await rig.restart()
    await rig.advance(minute)
    expect([begun, (await jobOf(rig, postId)).state]).toEqual([[known], 'published'])
  })
})
