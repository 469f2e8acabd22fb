import { useTranslation } from 'react-i18next'
import type { Job } from '../../../shared/outbox/job.ts'

/** What kind of thing a job sends, in a thread with its place: “Post · Part 2 of 3”. */
export function useJobKind(): (job: Pick<Job, 'kind' | 'part'>) => string {
  const { t } = useTranslation('queue')
  const { t: ofThread } = useTranslation('thread')
  return ({ kind, part }) => (part === undefined ? t(`kind.${kind}`) : `${t(`kind.${kind}`)} · ${ofThread('part', { number: part.number, count: part.of })}`)
}
