import { useTranslation } from 'react-i18next'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import type { Job } from '../../../shared/outbox/job.ts'
import { actWord } from '../../../shared/outbox/job-word.ts'
import { placeOf } from '../../../shared/outbox/place-of.ts'

/** What kind of thing a job sends, in the words of its network (null: its account is gone), with its place: “Post · Part 2 of 3”, “First comment”. */
export function useJobKind(): (job: Pick<Job, 'kind' | 'part'>, networkId: NetworkId | null) => string {
  const { t } = useTranslation('queue')
  const { t: ofThread } = useTranslation('thread')
  return ({ kind, part }, networkId) => {
    const word = t(`kind.${actWord(kind, networkId)}`)
    const place = placeOf(part)
    if (place.kind === 'comment') return ofThread('comment')
    return place.kind === 'post' ? word : `${word} · ${ofThread('part', { number: place.number, count: place.of })}`
  }
}
