import type { Result } from '../../../shared/contract/result.ts'
import type { RequestInput } from '../../../shared/contract/request-map.ts'
import type { RecurrenceRule, Series, SeriesEnd } from '../../../shared/series/series.ts'
import { contentOf } from '../outbox/publish.ts'
import type { OutboxRig } from '../outbox/outbox-rig.ts'

export interface Repetition {
  readonly text?: string
  readonly at?: string
  readonly rule?: RecurrenceRule
  readonly end?: SeriesEnd
}

/** Tuesdays at nine, ten times, unless told otherwise. */
export async function repeat(rig: OutboxRig, { text = 'Hello', at = '2026-11-24T09:00', rule = { every: 'week', weekdays: [2] }, end = { kind: 'count', count: 10 } }: Repetition = {}): Promise<Series> {
  const { context, posts } = rig.run
  const workspaceId = context.workspace().id
  const postId = context.random.id()
  const saved = await posts.handlers['posts.saveDraft']?.({ workspaceId, postId, revision: 0, content: contentOf(text, rig.accounts.map((account) => account.id)) })
  if (!saved?.ok) throw new Error(`not saved: ${JSON.stringify(saved)}`)
  return valueOf(await seriesRequest(rig, 'series.start', { seriesId: context.random.id(), postId, revision: 1, localDateTime: at, rule, end }))
}

type SeriesRequest = 'series.start' | 'series.changeFollowing' | 'series.setState' | 'series.skip' | 'series.settleMissed'

export async function seriesRequest<Name extends SeriesRequest>(rig: OutboxRig, name: Name, input: Omit<RequestInput<Name>, 'workspaceId'>): Promise<Result<Series>> {
  const handler = rig.run.series.handlers[name] as ((given: unknown) => Result<Series>) | undefined
  const result = handler?.({ workspaceId: rig.run.context.workspace().id, ...input })
  if (result === undefined) throw new Error('no handler')
  await rig.settle()
  return result
}

export function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

export async function readSeries(rig: OutboxRig): Promise<Series> {
  const listed = await rig.run.series.handlers['series.list']?.({ workspaceId: rig.run.context.workspace().id, from: 0 })
  if (!listed?.ok || listed.value.series[0] === undefined) throw new Error('no series')
  return listed.value.series[0]
}

/** What the network of the rig's first account got, by moment. */
export const published = (rig: OutboxRig): readonly string[] => rig.server(rig.accounts[0]?.networkId ?? 'bluesky').records.map(({ at, text }) => `${new Date(at).toISOString().slice(0, 16)} ${text}`)

export const daysOf = (series: Series, state = 'planned'): readonly string[] => series.occurrences.filter((occurrence) => occurrence.state === state).map(({ date }) => date)

const minute = 60_000

/** When the next thing comes due, also what will not be let out. */
function soonest(rig: OutboxRig): number | null {
  return rig.run.context.database.prepare<[], number | null>("SELECT min(due_at) FROM outbox_jobs WHERE finished_at IS NULL AND (state = 'waiting_for_network' OR (state = 'queued' AND next_attempt_at IS NOT NULL))").pluck().get() ?? null
}

/** Time passes; between what is due the computer is off, which costs a test nothing. */
export async function live(rig: OutboxRig, ms: number): Promise<void> {
  const until = rig.now() + ms
  while (rig.now() < until && !rig.hasCrashed()) {
    const due = soonest(rig) ?? until
    const next = due > rig.now() ? Math.min(until, due) : Math.min(until, rig.now() + 86_400_000)
    const idle = next - rig.now() - 3 * minute
    if (idle > 10 * minute) {
      rig.crash()
      await rig.restart({ downForMs: idle })
    }
    await rig.advance(Math.min(until - rig.now(), 6 * minute))
  }
}
