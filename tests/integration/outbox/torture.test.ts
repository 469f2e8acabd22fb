import { describe, expect, test } from 'vitest'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import { toLocalDateTime } from '../../../shared/schedule/local-time.ts'
import { createSeededRandom } from '../support/seeded-random.ts'
import type { LookMishap, SendMishap } from '../../support/scripted-adapter.ts'
import { decide, publish, readPost } from './publish.ts'
import { startOutboxRig, type OutboxRig } from './outbox-rig.ts'

const second = 1000
const minute = 60 * second

const sendMishaps: readonly SendMishap[] = [
  'accept_then_cut', 'cut_before', 'accept_then_hang', 'hang', 'deliver_late', 'unreachable', 'rate_limited', 'server_error', 'unreadable_answer', 'revoked', 'offline'
]
const lookMishaps: readonly LookMishap[] = ['unreachable', 'server_error', 'rate_limited', 'cut']
const accounts: readonly NetworkId[] = ['bluesky', 'mastodon', 'wordpress', 'bluesky', 'mastodon', 'wordpress']
const points = ['claimed', 'answered', 'recorded'] as const

interface Tally {
  readonly intents: number
  readonly published: number
  readonly duplicates: number
  readonly lost: number
  readonly unknown: number
}

/** Everything goes wrong, in an order that the seed decides: the network, the access, the connection, the clock, the process. */
async function torture(seed: number, posts: number): Promise<Tally> {
  const chance = createSeededRandom(seed)
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(chance.fraction() * items.length)] as Item
  // A week's grace: here only the outcome counts, being late has tests of its own.
  const rig = await startOutboxRig({ seed, accounts, lateGraceMinutes: 7 * 24 * 60, server: { rateLimitMs: 90 * second, deliverLaterMs: 40 * second } })
  try {
    let isHostile = true
    for (const network of ['bluesky', 'mastodon', 'wordpress'] as const) {
      rig.server(network).otherwise({
        send: () => (isHostile && chance.fraction() < 0.5 ? pick(network === 'wordpress' ? sendMishaps : [...sendMishaps, 'delivered_twice']) : 'fine'),
        look: () => (isHostile && chance.fraction() < 0.4 ? pick(lookMishaps) : 'fine')
      })
    }
    const postIds: string[] = []
    for (let number = 0; number < posts; number += 1) {
      postIds.push(await publishInStorm(rig, number, chance.fraction))
      await disturb(rig, chance.fraction, pick)
    }
    isHostile = false
    rig.setOnline(true)
    await calmDown(rig)
    return await tally(rig, postIds)
  } finally {
    rig.stop()
  }
}

/**
 * An account that is logged out cannot be planned for (what is planned must survive its being logged out), and the process may die while it
 * is asked: then the user tries again, with another text, so that an intent that was recorded all the same is counted by itself.
 */
async function publishInStorm(rig: OutboxRig, number: number, fraction: () => number): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (rig.hasCrashed()) await rig.restart()
    await logInAll(rig)
    const id = await publish(rig, `Post ${number}, ${tries}`, fraction() < 0.5 ? {} : { at: soon(rig, fraction()) }).catch(() => null)
    if (id !== null) return id
  }
  throw new Error('nothing can be planned')
}

/** Within the next ten minutes. */
function soon(rig: OutboxRig, fraction: number): string {
  return toLocalDateTime(rig.now() + minute + Math.floor(fraction * 9 * minute), 'Europe/Paris')
}

async function disturb(rig: OutboxRig, fraction: () => number, pick: <Item>(items: readonly Item[]) => Item): Promise<void> {
  const dice = fraction()
  if (dice < 0.25) rig.crashAt(pick(points))
  else if (dice < 0.35) rig.setOnline(false)
  else if (dice < 0.5) rig.setOnline(true)
  else if (dice < 0.6) await logInAll(rig)
  else if (dice < 0.65) rig.jump(Math.round((fraction() - 0.5) * 20 * minute))
  else if (dice < 0.7) rig.crash()
  await rig.advance(Math.round(fraction() * 40 * second))
  if (rig.hasCrashed()) await rig.restart({ downForMs: Math.round(fraction() * 30 * second) })
}

async function logInAll(rig: OutboxRig): Promise<void> {
  for (const { id, state } of rig.accounts) if (state !== 'connected' && !rig.hasCrashed()) await rig.logIn(id)
}

/** The storm is over: connections, accesses and the user's patience come back; nothing is decided for the user but to try failed ones again. */
async function calmDown(rig: OutboxRig): Promise<void> {
  for (let round = 0; round < 30; round += 1) {
    if (rig.hasCrashed()) await rig.restart()
    await logInAll(rig)
    await rig.advance(10 * minute)
    if (rig.hasCrashed()) await rig.restart()
    const open = await rig.run.outbox.handlers['outbox.list']?.({ workspaceId: rig.run.context.workspace().id, view: 'open', limit: 500 })
    if (!open?.ok || open.value.jobs.length === 0) return
    for (const job of open.value.jobs) if (job.state === 'failed') await decide(rig, job.id, 'try_again')
  }
}

/** Compares what the networks show with what was meant, job by job. */
async function tally(rig: OutboxRig, postIds: readonly string[]): Promise<Tally> {
  const seen = timesSeen(rig)
  const outcomes: ('published' | 'lost' | 'unknown')[] = []
  for (const id of postIds) {
    const { post, jobs } = await readPost(rig, id)
    const text = post.document.content[0]?.content?.[0]?.text
    for (const { state, accountId } of jobs) {
      const handle = rig.accounts.find((account) => account.id === accountId)?.handle
      const isThere = seen.has(`${handle} ${text}`)
      if (state === 'unknown_outcome') outcomes.push('unknown')
      else outcomes.push(state === 'published' && isThere ? 'published' : 'lost')
    }
  }
  const count = (outcome: (typeof outcomes)[number]): number => outcomes.filter((each) => each === outcome).length
  const duplicates = [...seen.values()].filter((times) => times > 1).length
  return { intents: outcomes.length, published: count('published'), duplicates, lost: count('lost'), unknown: count('unknown') }
}

/** How often each text stands under each account, over all networks. */
function timesSeen(rig: OutboxRig): ReadonlyMap<string, number> {
  const seen = new Map<string, number>()
  for (const network of ['bluesky', 'mastodon', 'wordpress'] as const) {
    for (const { handle, text } of rig.server(network).records) seen.set(`${handle} ${text}`, (seen.get(`${handle} ${text}`) ?? 0) + 1)
  }
  return seen
}

describe('torture', () => {
  const posts = Number(process.env['VIGIE_TORTURE_POSTS'] ?? 40)
  const seeds = Number(process.env['VIGIE_TORTURE_SEEDS'] ?? 4)

  test.each(Array.from({ length: seeds }, (_, index) => index + 1))('seed %i: everything goes out exactly once', async (seed) => {
    const intents = posts * accounts.length
    expect(await torture(seed, posts)).toEqual({ intents, published: intents, duplicates: 0, lost: 0, unknown: 0 })
  }, 600_000)
})
