import type { JobRecord } from './job-record.ts'
import type { OutboxRepository } from './outbox-repository.ts'

interface FollowNeeds {
  readonly repository: Pick<OutboxRepository, 'read' | 'ofRemote'>
  readonly ledger: { touch(before: JobRecord, changes: Partial<JobRecord>): JobRecord }
}

/** Inside a transaction: where a change makes another post, what published it names that one from now on, and the change keeps the number of before. Both stay known as ours. */
export function followEdit({ repository, ledger }: FollowNeeds, edit: JobRecord): void {
  const published = edit.about === undefined || edit.remoteId === null ? null : repository.read(edit.about.jobId)
  if (published?.state !== 'published' || published.remoteId === edit.remoteId) return
  ledger.touch(published, { remoteId: edit.remoteId, remoteUrl: edit.remoteUrl })
  ledger.touch(edit, { remoteId: published.remoteId })
}

/** What published that which bears this number on the account's network, or bore it before it was changed; null: nothing of ours. */
export function publishedAs({ repository }: Pick<FollowNeeds, 'repository'>, accountId: string, remoteId: string): JobRecord | null {
  const known = repository.ofRemote(accountId, remoteId)
  return known?.about === undefined ? known : repository.read(known.about.jobId)
}
