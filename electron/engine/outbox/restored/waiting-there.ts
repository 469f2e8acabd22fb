import type { Account } from '../../../../shared/accounts/account.ts'
import { likeness } from '../../../../shared/outbox/same-to-a-reader.ts'
import type { RestoredFinding } from '../../../../shared/safety/restored-entry.ts'
import type { AccountsService } from '../../accounts/accounts-service.ts'
import type { NetworkResult } from '../../networks/network-failure.ts'
import type { WaitingPosts } from '../../networks/network-scheduler.ts'
import type { CreatePayload } from '../job-payload.ts'
import type { JobRecord } from '../job-record.ts'

export interface WaitingNeeds {
  readonly accounts: Pick<AccountsService, 'adapterFor' | 'withSession'>
  /** Whether a job of the account knows what waits there under this name as its own. */
  isKnownThere(accountId: string, scheduledId: string): boolean
}

const nothing: WaitingPosts = { posts: [], isComplete: true }

/** For these jobs, or for nobody in particular: what waits with its network until that publishes it, and the ledger does not know: given to it since the copy, or by somebody else. */
export async function listWaitingThere({ accounts, isKnownThere }: WaitingNeeds, { id, networkId }: Account, jobs: readonly JobRecord[] | 'any', signal: AbortSignal): Promise<NetworkResult<WaitingPosts>> {
  const { scheduler } = accounts.adapterFor(networkId)
  if (scheduler === undefined || (jobs !== 'any' && !jobs.some(mayWaitThere))) return { ok: true, value: nothing }
  const listed = await accounts.withSession(id, signal, (session) => scheduler.listWaiting(session))
  if (!listed.ok) return listed
  return { ok: true, value: { ...listed.value, posts: listed.value.posts.filter(({ scheduledId }) => !isKnownThere(id, scheduledId)) } }
}

type WaitsThere = Extract<RestoredFinding, { kind: 'waits_there' }>

/** Only posts of one part are given to a network; of several with these words, the one whose time is nearest. Another time is no other post: it may have been moved. */
export function findWaiting(job: JobRecord, { posts }: WaitingPosts, taken: ReadonlySet<string>): WaitsThere | null {
  const { payload } = job
  // What is with its network already is looked for there by itself.
  if (payload?.effect !== 'create' || !mayWaitThere(job) || job.handOver !== null) return null
  const same = posts.filter((post) => !taken.has(post.scheduledId) && saysIt(payload, post.text))
  const [nearest] = same.toSorted((one, other) => Math.abs(one.dueAt - job.dueAt) - Math.abs(other.dueAt - job.dueAt))
  return nearest === undefined ? null : { kind: 'waits_there', scheduledId: nearest.scheduledId, url: nearest.url, dueAt: nearest.dueAt }
}

export function mayWaitThere({ kind, part, afterJobId }: JobRecord): boolean {
  return kind === 'publish_post' && part === undefined && afterJobId === null
}

function saysIt({ title, text }: CreatePayload, there: string): boolean {
  return likeness(text, there) === 1 || likeness(`${title} ${text}`, there) === 1
}
