import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { NetworkId } from '../../shared/networks/network-id.ts'
import { toLocalDateTime } from '../../shared/schedule/local-time.ts'
import { fillPlan, payloadOfPlan } from '../integration/outbox/fill-plan.ts'
import { startOutboxRig, type OutboxRig } from '../integration/outbox/outbox-rig.ts'
import { publish } from '../integration/outbox/publish.ts'
import { cost, rate, type BenchResult } from './bench-result.ts'
import { median } from './statistics.ts'

const posts = 300
const accounts: readonly NetworkId[] = ['bluesky', 'mastodon', 'wordpress', 'bluesky', 'mastodon', 'wordpress']
const fewAhead = 100
const manyAhead = 100_000
const ticks = 1_000
const hour = 3_600_000

/** Jobs from the intent to "published", with a network that answers at once; and what a look at the plan costs, however long the plan is. */
export async function benchOutbox(): Promise<readonly BenchResult[]> {
  const jobs = posts * accounts.length
  const seconds = await measureJobs()
  const floor = measureInserts(jobs)
  const { few, many } = await measureTicks()
  return [
    rate('jobs a second from intent to published (floor: one durable insert each, raw better-sqlite3)', jobs / seconds, jobs / floor, 'a second'),
    cost('scheduler tick with 100,000 posts ahead, p50 (floor: with 100)', many, few, 'ms')
  ]
}

async function measureJobs(): Promise<number> {
  const rig = await startOutboxRig({ accounts })
  try {
    const at = toLocalDateTime(rig.now() + hour, 'Europe/Paris')
    const began = performance.now()
    for (let number = 0; number < posts; number += 1) await publish(rig, `Post ${number} ${'x'.repeat(250)}`, { at })
    await rig.advance(hour + 60_000)
    while (openJobs(rig) > 0) await rig.advance(60_000)
    return (performance.now() - began) / 1000
  } finally {
    rig.stop()
  }
}

function openJobs(rig: OutboxRig): number {
  return rig.run.context.database.prepare<[], number>('SELECT count(*) FROM outbox_jobs WHERE finished_at IS NULL').pluck().get() ?? 0
}

function measureInserts(jobs: number): number {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-bench-'))
  const database = new Database(join(folder, 'floor.db'))
  try {
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.exec('CREATE TABLE jobs (id INTEGER PRIMARY KEY, payload TEXT NOT NULL, due_at INTEGER NOT NULL) STRICT')
    const insert = database.prepare('INSERT INTO jobs (payload, due_at) VALUES (?, ?)')
    const began = performance.now()
    for (let job = 0; job < jobs; job += 1) insert.run(payloadOfPlan, job)
    return (performance.now() - began) / 1000
  } finally {
    database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureTicks(): Promise<{ readonly few: number; readonly many: number }> {
  const rig = await startOutboxRig({ accounts })
  try {
    fillPlan(rig, fewAhead)
    tickMedian(rig)
    const few = tickMedian(rig)
    fillPlan(rig, manyAhead - fewAhead)
    tickMedian(rig)
    return { few, many: tickMedian(rig) }
  } finally {
    rig.stop()
  }
}

function tickMedian(rig: OutboxRig): number {
  return median(
    Array.from({ length: ticks }, () => {
      const began = performance.now()
      rig.run.outbox.work.tick()
      return performance.now() - began
    })
  )
}
