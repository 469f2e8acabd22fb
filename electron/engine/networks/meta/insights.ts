import { z } from 'zod'
import type { NetworkFailure, NetworkResult } from '../network-failure.ts'
import { done } from '../network-results.ts'
import type { GraphCalls } from './graph-calls.ts'

const value = z.looseObject({ value: z.number().nullish().catch(null) })
/** What Meta counts for the owner alone, each metric by itself: in `values`, moment by moment, or as one total. What is not counted (yet) is left out. */
export const insightsSchema = z.looseObject({ data: z.array(z.looseObject({ name: z.string(), values: z.array(value).nullish().catch(null), total_value: value.nullish().catch(null) })) })
export type Insights = z.infer<typeof insightsSchema>

const day = 86_400_000
/** Over how many days the views of an account are told. */
const insightDays = 28

/** Those days, to now: seconds since the epoch. */
export function insightRange(now: number): { readonly since: number; readonly until: number } {
  return { since: Math.floor((now - insightDays * day) / 1000), until: Math.floor(now / 1000) }
}

/** The total, or the newest of several values; null: not told. */
export function countIn({ data }: Insights, asked: string): number | null {
  const found = data.find(({ name }) => name === asked)
  return found?.total_value?.value ?? found?.values?.at(-1)?.value ?? null
}

/** All values of a time together; null: not told. */
export function sumIn({ data }: Insights, asked: string): number | null {
  const told = data.find(({ name }) => name === asked)?.values?.flatMap((each) => each.value ?? []) ?? []
  return told.length === 0 ? null : told.reduce((sum, count) => sum + count, 0)
}

/**
 * Figures for the owner alone beside those that everybody sees: without them, where Meta refuses them (the rights, the kind of post, too few who saw it) or has a problem with them alone.
 * One metric that it does not know there fails a whole call; then each is asked for by itself.
 */
export async function readInsights(graph: Pick<GraphCalls, 'get'>, path: string, metrics: readonly string[], query: Readonly<Record<string, string | number>>): Promise<NetworkResult<Insights>> {
  const together = await graph.get(path, { ...query, metric: metrics.join(',') }, insightsSchema)
  if (together.ok || !mayPass(together.failure)) return together
  const told: Insights['data'] = []
  for (const metric of isUnknownMetric(together.failure) && metrics.length > 1 ? metrics : []) {
    const alone = await graph.get(path, { ...query, metric }, insightsSchema)
    if (alone.ok) told.push(...alone.value.data)
    else if (!mayPass(alone.failure)) return alone
  }
  return done({ data: told })
}

function mayPass({ kind }: NetworkFailure): boolean {
  return kind === 'rejected' || kind === 'server_error' || kind === 'bug'
}

function isUnknownMetric({ kind, error }: NetworkFailure): boolean {
  return kind === 'rejected' && error.details?.['code'] === 100 && error.details['status'] !== 404
}
