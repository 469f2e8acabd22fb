import { ExternalLink } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { capabilitiesOf } from '../../../../shared/networks/capabilities-of.ts'
import { formatRuleOf } from '../../../../shared/networks/formats-of.ts'
import type { Job } from '../../../../shared/outbox/job.ts'
import { AccountName } from '../../../components/AccountName.tsx'
import { Button } from '../../../components/Button.tsx'
import { NetworkIcon } from '../../../components/NetworkIcon.tsx'
import { StatusPill } from '../../../components/StatusPill.tsx'
import { useFormats } from '../../../language/use-formats.ts'
import { outcomeRows, partsMissing, type OutcomeRow } from '../thread/outcome-rows.ts'
import { PostFigureLine } from '../../figures/PostFigureLine.tsx'
import { ReadFiguresButton } from '../../figures/ReadFiguresButton.tsx'
import { usePostFigures } from '../../figures/use-post-figures.ts'
import { ChangeLine } from '../../published/ChangeLine.tsx'
import { EditButton } from '../../published/EditButton.tsx'
import { EditedLine } from '../../published/EditedLine.tsx'
import { PinButton } from '../../published/PinButton.tsx'
import { PinnedMark } from '../../published/PinnedMark.tsx'
import { RemoveButton } from '../../published/RemoveButton.tsx'
import { usePostChanges } from '../../published/use-post-changes.ts'
import { CoverLines } from './CoverLines.tsx'
import { outOnAccount } from '../../reality/out-on-account.ts'
import { RealityButton } from '../../reality/RealityButton.tsx'
import { QuoteOwnButton } from './QuoteOwnButton.tsx'
import { jobStatus } from '../../queue/job-status.ts'
import { overAt } from '../../queue/over-at.ts'
import { useKeptBy } from '../../../shell/use-kept-by.ts'
import styles from './Outcome.module.css'

export interface OutcomeProps {
  readonly workspaceId: string
  readonly jobs: readonly Job[]
  readonly covers: readonly Job[]
  readonly accounts: readonly Account[]
  readonly timeZone: string
  readonly onOpen: (url: string) => void
  readonly onShowOutbox: (jobId: string) => void
  /** Sends what is missing of a thread that was stopped half way; left out while there is nothing to send. */
  readonly onGoOn?: () => void
}

/** Where the post stands on each account: what happened, and the one thing to do next. */
export function Outcome({ workspaceId, jobs, covers, accounts, timeZone, onOpen, onShowOutbox, onGoOn }: OutcomeProps): React.JSX.Element {
  const { t } = useTranslation('composer')
  const { t: ofThread } = useTranslation('thread')
  const formats = useFormats()
  const rows = outcomeRows(jobs)
  const keptBy = useKeptBy(workspaceId)
  const postId = jobs[0]?.postId ?? null
  const figures = usePostFigures(workspaceId, postId)
  const changes = usePostChanges(workspaceId, postId)
  const missing = partsMissing(rows, jobs, changes)
  const isOnlyComment = missing === 1 && rows.some(({ progress }) => progress !== null && progress.hasComment && progress.out === progress.of - 1)
  return (
    <section className={styles.outcome} aria-label={t('outcome.title')}>
      <ul className={styles.jobs}>
        {rows.map(({ job, progress }) => {
          const account = accounts.find((candidate) => candidate.id === job.accountId)
          const url = job.removedAt === undefined ? job.remoteUrl : null
          return (
            <li key={job.id} className={styles.job}>
              {account && <NetworkIcon networkId={account.networkId} />}
              {account ? <AccountName className={styles.handle ?? ''} displayName={account.displayName} handle={account.handle} /> : <span>—</span>}
              <StatusPill status={isHalfOut(job, progress) ? 'partly_published' : jobStatus(job, keptBy)} />
              {account && <PinnedMark workspaceId={workspaceId} account={account} jobs={jobs} timeZone={timeZone} />}
              <span className={styles.time}>
                {length(progress) > 1 && <span>{ofThread('progress', { out: Math.min(progress?.out ?? 0, length(progress)), count: length(progress) })}</span>}
                <time>{formats.dayAndTime(overAt(job), timeZone)}</time>
                <FormatEnd job={job} account={account} timeZone={timeZone} />
              </span>
              <span className={styles.action}>
                {account && <EditButton workspaceId={workspaceId} account={account} accounts={accounts} jobs={jobs} onShowOutbox={onShowOutbox} />}
                {account && <RealityButton workspaceId={workspaceId} account={account} jobs={outOnAccount(jobs, account.id)} timeZone={timeZone} />}
                {account && <PinButton workspaceId={workspaceId} account={account} jobs={jobs} />}
                {account && <QuoteOwnButton workspaceId={workspaceId} job={job} account={account} accounts={accounts} />}
                {url === null ? (
                  <Button size="small" variant="quiet" onClick={() => onShowOutbox(job.id)}>
                    {t('outcome.outbox')}
                  </Button>
                ) : (
                  <Button size="small" variant="quiet" trailingIcon={ExternalLink} onClick={() => onOpen(url)}>
                    {t('outcome.open')}
                  </Button>
                )}
              </span>
              <EditedLine edits={changes.filter(({ accountId }) => accountId === job.accountId)} timeZone={timeZone} />
              <ChangeLine changes={changes.filter(({ accountId }) => accountId === job.accountId)} keptBy={keptBy} onShowOutbox={onShowOutbox} />
              <PostFigureLine of={figures.find(({ accountId }) => accountId === job.accountId)} />
            </li>
          )
        })}
      </ul>
      <CoverLines covers={covers} accounts={accounts} workspaceId={workspaceId} onShowOutbox={onShowOutbox} />
      {postId !== null && (
        <div className={styles.figures}>
          {figures.length > 0 && <ReadFiguresButton workspaceId={workspaceId} postId={postId} figures={figures} accounts={accounts} />}
          <RemoveButton workspaceId={workspaceId} postId={postId} accounts={accounts} jobs={jobs} />
        </div>
      )}
      {missing > 0 && onGoOn && (
        <div className={styles.goOn}>
          <Button size="small" onClick={onGoOn}>
            {isOnlyComment ? ofThread('goOnComment') : ofThread('goOn', { count: missing })}
          </Button>
        </div>
      )}
    </section>
  )
}

/** What it is there where that is no ordinary post, and until when it stands. */
function FormatEnd({ job, account, timeZone }: { readonly job: Job; readonly account: Account | undefined; readonly timeZone: string }): React.JSX.Element | null {
  const { t } = useTranslation('formats')
  const formats = useFormats()
  if (job.format === undefined) return null
  const endsAfter = account === undefined ? undefined : formatRuleOf(capabilitiesOf(account.networkId), job.format)?.endsAfter?.value
  return <span>{job.state === 'published' && job.finishedAt !== null && endsAfter !== undefined ? t('until', { when: formats.dayAndTime(job.finishedAt + endsAfter, timeZone) }) : t(`name.${job.format}`)}</span>
}

/** Nothing is on its way any more, and only the beginning of the thread is out. */
function isHalfOut({ state }: Job, progress: OutcomeRow['progress']): boolean {
  return state === 'published' && progress !== null && progress.out < progress.of
}

/** So many parts of a thread, without what the account says below them. */
function length(progress: OutcomeRow['progress']): number {
  return progress === null ? 1 : progress.of - (progress.hasComment ? 1 : 0)
}
