import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done } from '../network-results.ts'
import type { GraphCalls } from './graph-calls.ts'

const quotaSchema = z.looseObject({ data: z.array(z.record(z.string(), z.unknown())) })
const configSchema = z.looseObject({ quota_total: z.number().positive() })

/** What is used up in a rolling day comes back little by little. */
const restMs = 60 * 60_000

/**
 * How much the account may still publish today, asked before anything is made: what goes beyond it is refused only at the last step. A network that does not say
 * is taken at its refusal.
 */
export async function checkQuota(graph: GraphCalls, path: string, kind: 'quota' | 'reply_quota', now: number): Promise<NetworkResult<null>> {
  const [usage, config] = kind === 'quota' ? ['quota_usage', 'config'] : ['reply_quota_usage', 'reply_config']
  const asked = await graph.get(path, { fields: `${usage},${config}` }, quotaSchema)
  if (!asked.ok) return asked.failure.kind === 'rejected' || asked.failure.kind === 'bug' ? done(null) : asked
  const [told] = asked.value.data
  const used = told?.[usage]
  const total = configSchema.safeParse(told?.[config])
  if (typeof used !== 'number' || !total.success || used < total.data.quota_total) return done(null)
  const until = now + restMs
  return { ok: false, failure: { kind: 'rate_limited', until, error: studioError('rate_limited', `published ${used} of ${total.data.quota_total} today`, { retryable: true, details: { until } }) } }
}
