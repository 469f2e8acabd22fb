import type { Account } from '../../../../shared/accounts/account.ts'
import type { Job } from '../../../../shared/outbox/job.ts'
import { seriesOfPost, useSeries } from '../use-series.ts'
import { RepeatLine } from './RepeatLine.tsx'
import { WaitingPlace } from './WaitingPlace.tsx'
import styles from './AheadLine.module.css'

export interface AheadLineProps {
  readonly workspaceId: string
  readonly timeZone: string
  readonly postId: string
  readonly jobs: readonly Job[]
  readonly accounts: readonly Account[]
  readonly localDateTime: string
  readonly canSchedule: boolean
  readonly isWaiting: boolean
  /** The client's answer keeps it, whatever is on at its time. */
  readonly isStopped: boolean
  readonly savedRevision: () => Promise<number | null>
}

/** What is to come of the post: whether it repeats, and where it waits. */
export function AheadLine({ isStopped, ...props }: AheadLineProps): React.JSX.Element | null {
  const found = seriesOfPost(useSeries(props.workspaceId), props.postId)
  const isElsewhere = props.jobs.some((job) => job.handOver !== null)
  const hasPlace = props.isWaiting && (isElsewhere || !isStopped)
  if (found === null && !props.canSchedule && !hasPlace) return null
  return (
    <div className={styles.ahead}>
      <RepeatLine {...props} found={found} isElsewhere={isElsewhere} />
      {hasPlace && <WaitingPlace {...props} />}
    </div>
  )
}
