import { isOnItsWay, jobGroup } from './job-groups.ts'
import type { Job } from './job.ts'

/** Where something that is not out yet stands in the outbox, the most urgent first; the counts of the rail and of the foot are those of the sections. */
export const openSections = ['asks', 'to_go_out', 'at_network', 'sought'] as const
export type OpenSection = (typeof openSections)[number]

/** Of a job that is not over. What the client refused does not go out as things stand: it is for somebody to decide, also before its hour. */
export function openSection(job: Pick<Job, 'state' | 'attempts' | 'failure' | 'nextAttemptAt' | 'handOver' | 'stop' | 'isSought'>): OpenSection {
  // Nobody knows that its network has it.
  if (job.handOver !== null) return job.isSought === true ? 'sought' : 'at_network'
  return jobGroup(job) === 'asks' || (job.stop?.code === 'refused_by_client' && !isOnItsWay(job)) ? 'asks' : 'to_go_out'
}

/** One entry for all parts of a thread on one account that are equally far: of what is not over the part whose turn it is, else the first one. */
export function foldThreads<Entry extends Pick<Job, 'id' | 'postId' | 'accountId' | 'part' | 'state' | 'finishedAt'>>(jobs: readonly Entry[]): readonly Entry[] {
  const firsts = new Map<string, Entry>()
  for (const job of jobs) {
    const { part, postId, accountId, finishedAt, state } = job
    const key = part === undefined || postId === null ? job.id : `${postId} ${accountId} ${finishedAt === null ? 'open' : state}`
    const known = firsts.get(key)
    if (known === undefined || (part?.number ?? 1) < (known.part?.number ?? 1)) firsts.set(key, job)
  }
  return jobs.filter((job) => [...firsts.values()].includes(job))
}
