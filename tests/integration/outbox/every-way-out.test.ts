import { afterEach, describe, expect, test } from 'vitest'
import type { ApprovalEntry } from '../../../shared/posts/approval.ts'
import { needYes, no, recordWord, wordsOut } from './client-says.ts'
import { handOver } from './hand-over-calls.ts'
import { startOutboxRig, type OutboxRig, type RigOptions } from './outbox-rig.ts'
import { decide, jobOf, publish, readJob, reschedule } from './publish.ts'

const minute = 60_000
const hour = 60 * minute

let rig: OutboxRig
afterEach(() => rig.stop())

const workspaceId = () => rig.run.context.workspace().id
const records = () => wordsOut(rig)
const need = (approval: 'needed' | 'not_needed') => needYes(rig, approval)
const record = (postId: string, approval: ApprovalEntry) => recordWord(rig, postId, approval)

const storyOf = async (postId: string) => readJob(rig, (await jobOf(rig, postId)).id)

/** What makes that a post must not leave, each after it was planned with everything in order. */
const stops: readonly (readonly [string, (postId: string) => Promise<unknown>, string])[] = [
  ['the client says no where no yes is needed', (postId) => record(postId, no), 'refused_by_client'],
  ['the client says no where a yes is needed', async (postId) => {
    need('needed')
    await record(postId, no)
  }, 'refused_by_client'],
  ['a yes is needed from now on, and nobody said it', async () => need('needed'), 'approval_missing'],
  ['the client says no, and is asked again about the same content', async (postId) => {
    await record(postId, no)
    await record(postId, { kind: 'asked', note: '' })
  }, 'refused_by_client']
]

/** A post on its way to a place where a job may leave, then what lets it leave there. */
interface Way {
  readonly options?: RigOptions
  /** Until just before it. */
  readonly begin: () => Promise<string>
  /** What would send it. The answer of a decision, where it is one. */
  readonly go: (postId: string) => Promise<unknown>
  /** A decision that is refused says so by its answer. */
  readonly isDecision?: true
}

const planned = (): Promise<string> => publish(rig, 'Candles', { at: '2026-11-21T11:00' })
const decideOn = async (postId: string, decision: 'publish_now' | 'try_again' | 'send_again') => decide(rig, (await jobOf(rig, postId)).id, decision)

const ways: Readonly<Record<string, Way>> = {
  'its time comes (claim)': { begin: planned, go: () => rig.advance(70 * minute) },
  'a retry after a fault of the server': {
    begin: async () => {
      rig.server('bluesky').nextSends('server_error')
      const postId = await planned()
      await rig.advance(hour + 500)
      return postId
    },
    go: () => rig.advance(20 * minute)
  },
  'sent again once it was looked for and is not there': {
    begin: async () => {
      rig.server('bluesky').nextSends('cut_before')
      const postId = await planned()
      await rig.advance(hour + 500)
      return postId
    },
    go: () => rig.advance(50 * minute)
  },
  'the account is connected again': {
    begin: async () => {
      const postId = await planned()
      rig.expire(rig.accounts[0]?.id ?? '')
      await rig.advance(hour + minute)
      return postId
    },
    go: async () => {
      await rig.logIn(rig.accounts[0]?.id ?? '')
      await rig.advance(10 * minute)
    }
  },
  'the network is back': {
    begin: async () => {
      const postId = await planned()
      rig.setOnline(false)
      await rig.advance(hour + minute)
      return postId
    },
    go: async () => {
      rig.setOnline(true)
      await rig.advance(10 * minute)
    }
  },
  'the engine starts again after a crash': {
    begin: async () => {
      const postId = await planned()
      rig.crash()
      await rig.restart()
      return postId
    },
    go: () => rig.advance(70 * minute)
  },
  'decided after it was missed': {
    begin: async () => {
      const postId = await planned()
      rig.crash()
      await rig.restart({ downForMs: 5 * hour })
      await rig.advance(minute)
      return postId
    },
    go: (postId) => decideOn(postId, 'publish_now'),
    isDecision: true
  },
  'decided together with others after it was missed': {
    begin: async () => {
      const postId = await planned()
      rig.crash()
      await rig.restart({ downForMs: 5 * hour })
      await rig.advance(minute)
      return postId
    },
    go: async (postId) => {
      const { id, dueAt } = await jobOf(rig, postId)
      const answer = await rig.run.posts.handlers['posts.decideMissed']?.({ workspaceId: workspaceId(), decisions: [{ jobId: id, seenDueAt: dueAt, fate: { kind: 'publish_now' } }] })
      await rig.settle()
      return answer?.ok === true ? { ok: false, error: answer.value.refused[0]?.error } : answer
    },
    isDecision: true
  },
  'tried again after it failed': {
    begin: async () => {
      rig.server('bluesky').nextSends('rejected')
      const postId = await planned()
      await rig.advance(hour + minute)
      return postId
    },
    go: (postId) => decideOn(postId, 'try_again'),
    isDecision: true
  },
  'sent again by the person who looked': {
    options: { accounts: ['wordpress'] },
    begin: async () => {
      rig.server('wordpress').nextSends('cut_before')
      rig.server('wordpress').otherwise({ look: () => 'cannot_tell' })
      const postId = await planned()
      await rig.advance(5 * hour)
      return postId
    },
    go: (postId) => decideOn(postId, 'send_again'),
    isDecision: true
  },
  'published after a hold was lifted': {
    begin: async () => {
      const postId = await planned()
      await rig.run.safety.handlers['safety.hold']?.({ workspaceId: workspaceId(), reason: 'Storm' })
      await rig.advance(70 * minute)
      await rig.run.safety.handlers['safety.lift']?.({ workspaceId: workspaceId() })
      await rig.settle()
      return postId
    },
    go: async (postId) => {
      const answer = await rig.run.safety.handlers['safety.decideHeld']?.({ workspaceId: workspaceId(), decisions: [{ subject: { kind: 'post', postId }, fate: { kind: 'publish_now' } }] })
      await rig.advance(10 * minute)
      return answer
    },
    isDecision: true
  },
  'given another time': {
    begin: planned,
    go: async (postId) => {
      await reschedule(rig, postId, '2026-11-21T12:00')
      await rig.advance(3 * hour)
    }
  },
  'handed over to its network': {
    options: { accounts: ['mastodon'] },
    begin: () => publish(rig, 'Candles', { at: '2026-11-21T12:00' }),
    go: async (postId) => {
      await rig.run.outbox.handlers['handOver.start']?.({ workspaceId: workspaceId(), postId })
      await rig.advance(4 * hour)
    }
  },
  'with its network already': {
    options: { accounts: ['mastodon'] },
    begin: () => handOver(rig, 'Candles'),
    go: () => rig.advance(4 * hour)
  }
}

describe.each(Object.entries(ways))('%s', (_name, way) => {
  test('with nothing against it, it leaves there', async () => {
    rig = await startOutboxRig(way.options)
    const postId = await way.begin()
    expect(records()).toEqual([])
    await way.go(postId)
    await rig.advance(minute)
    expect(records()).toEqual(['Candles'])
  })

  test.each(stops)('%s: it does not leave', async (_what, stop, code) => {
    rig = await startOutboxRig(way.options)
    const postId = await way.begin()
    await stop(postId)
    const answer = await way.go(postId)
    if (way.isDecision === true) expect(answer).toMatchObject({ ok: false, error: { code } })
    await rig.advance(6 * hour)
    expect(records()).toEqual([])
    const { job } = await storyOf(postId)
    expect(job.stop).toMatchObject({ code })
    expect(['held', 'missed', 'failed', 'unknown_outcome']).toContain(job.state)
  })
})
