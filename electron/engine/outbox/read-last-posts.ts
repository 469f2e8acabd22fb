import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { LastPost, LastPosts } from '../../../shared/outbox/last-posts.ts'
import { textToCompare } from '../../../shared/posts/text-to-compare.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import type { Clock } from '../time/clock.ts'
import { runWithDeadline } from '../time/run-with-deadline.ts'
import type { JobRecord } from './job-record.ts'
import type { OutboxRepository } from './outbox-repository.ts'

export interface LastPostsNeeds {
  readonly accounts: Pick<AccountsService, 'read' | 'adapterFor' | 'withSession'>
  readonly repository: Pick<OutboxRepository, 'ofRemote'>
  readonly clock: Clock
  /** Aborted when the engine stops. */
  readonly signal: AbortSignal
}

/** Somebody waits in front of it. */
const longestMs = 30_000

/** What was sent, and what the account published last: Vigie could not tell whether it is the same, the person can. Changes nothing. */
export async function readLastPosts({ accounts, repository, clock, signal }: LastPostsNeeds, job: JobRecord | null): Promise<Result<LastPosts>> {
  if (job === null || job.state !== 'unknown_outcome' || job.payload?.effect !== 'create') return fail(studioError('not_found', 'nobody has to look for this'))
  const { title, replyTo, audience } = job.payload
  const text = textToCompare(job.payload.text, job.payload)
  const account = accounts.read(job.accountId)
  if (account === null || accounts.adapterFor(account.networkId).publisher.listLast === undefined) return succeed({ title, text, posts: null })
  const listed = await runWithDeadline(clock, longestMs, signal, (ended) =>
    accounts.withSession(account.id, ended, async (session, { publisher }) => (await publisher.listLast?.(session, { isAnswer: replyTo !== null, isMessage: audience === 'message' })) ?? { ok: true as const, value: null })
  )
  if (!listed.ok) return fail(listed.failure.error)
  return succeed({ title, text, posts: listed.value === null ? null : listed.value.map((post) => ({ ...post, ...asKnown([post.remoteId, ...(post.earlierIds ?? [])].map((id) => repository.ofRemote(account.id, id)).find((owner) => owner !== null) ?? null, job) })) })
}

/** Of posts with the same words only: another one is taken for this one by nobody. */
function asKnown(owner: JobRecord | null, job: JobRecord): Pick<LastPost, 'knownAs'> {
  if (owner === null || owner.id === job.id || owner.state !== 'published') return {}
  return owner.textDigest === null || owner.textDigest !== job.textDigest ? {} : { knownAs: { plannedAt: owner.dueAt } }
}
