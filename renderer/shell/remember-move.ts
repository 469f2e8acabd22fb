import { t } from 'i18next'
import { jobGroup } from '../../shared/outbox/job-groups.ts'
import type { Job } from '../../shared/outbox/job.ts'
import { studio } from '../bridge/studio-client.ts'
import { firstWords } from '../language/first-words.ts'
import { rememberUndo, type Undoable } from './undo-store.ts'

export interface MoveOfMissed extends Pick<Undoable, 'workspaceId' | 'label' | 'detail' | 'place' | 'kind'> {
  /** Of each post the hour that it was given, ms since the epoch. */
  readonly moved: readonly { readonly postId: string; readonly dueAt: number }[]
  readonly excerpt: string
}

/** Something that asked has another time: taken back, it asks again as before. Its own hour has passed, and cannot be given back as a time. */
export function rememberMove({ moved, excerpt, workspaceId, ...told }: MoveOfMissed): void {
  const [first] = moved
  if (first === undefined) return
  const words = { what: firstWords(excerpt), count: moved.length }
  const isOne = moved.length === 1
  let isLeavingElsewhere = false
  rememberUndo({
    ...told,
    workspaceId,
    ...(isOne ? { postId: first.postId } : {}),
    will: isOne ? t('safety:leaving.askedBefore.will', words) : t('queue:missed.askAgain', words),
    undone: () => (isOne ? t(isLeavingElsewhere ? 'safety:leaving.askedBefore.undoneInPart' : 'safety:leaving.askedBefore.undone', words) : t('queue:missed.asksAgain', words)),
    async undo() {
      const answers = await Promise.all(moved.map((post) => studio.request('posts.undoReschedule', { workspaceId, ...post })))
      isLeavingElsewhere = answers.some((answer) => answer.ok && isPlannedElsewhere(answer.value.jobs))
      return answers.flatMap((answer) => (answer.ok ? [] : [answer.error]))[0] ?? null
    }
  })
}

/** On an account that does not ask it has a time. */
function isPlannedElsewhere(jobs: readonly Job[]): boolean {
  const asking = new Set(jobs.filter((job) => jobGroup(job) === 'asks').map(({ accountId }) => accountId))
  return jobs.some((job) => jobGroup(job) === 'planned' && !asking.has(job.accountId))
}
