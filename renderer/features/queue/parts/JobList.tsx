import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import type { NetworkId } from '../../../../shared/networks/network-id.ts'
import type { Job } from '../../../../shared/outbox/job.ts'
import { placeOf } from '../../../../shared/outbox/place-of.ts'
import { foldThreads, openSection, openSections, type OpenSection } from '../../../../shared/outbox/open-section.ts'
import { accountLabel } from '../../../components/account-label.ts'
import { ListRow } from '../../../components/ListRow.tsx'
import { NetworkIcon } from '../../../components/NetworkIcon.tsx'
import { StatusPill } from '../../../components/StatusPill.tsx'
import { useFormats } from '../../../language/use-formats.ts'
import { emptyCounts } from '../../../shell/studio-state.ts'
import { useStudio } from '../../../shell/studio-store.ts'
import { useNow } from '../../../shell/use-now.ts'
import { inReadingOrder } from '../in-reading-order.ts'
import { jobStatus } from '../job-status.ts'
import { MissedButton } from '../missed/MissedButton.tsx'
import { overAt } from '../over-at.ts'
import { useJobKind } from '../use-job-kind.ts'
import { useKeptBy } from '../../../shell/use-kept-by.ts'
import styles from '../Screen.module.css'

export interface JobListProps {
  readonly jobs: readonly Job[]
  readonly workspaceId: string
  readonly view: 'open' | 'finished'
  readonly accounts: readonly Account[]
  readonly selected: string | null
  readonly label: string
  readonly timeZone: string
  readonly onSelect: (jobId: string) => void
}

/** What is not out yet stands in its section, under the count that the foot of the window gives too. */
export function JobList({ jobs, ...rest }: JobListProps): React.JSX.Element {
  const { t } = useTranslation('queue')
  const { waiting, atNetwork, soughtThere, needsAttention } = useStudio((state) => state.counts.get(rest.workspaceId)) ?? emptyCounts
  const counts = { asks: needsAttention, to_go_out: waiting, at_network: atNetwork, sought: soughtThere } as const
  const folded = inReadingOrder(foldThreads(jobs), rest.view, rest.accounts)
  if (rest.view === 'finished') return <Rows {...rest} jobs={folded} />
  return (
    <>
      {openSections.map((section) => {
        const members = folded.filter((job) => openSection(job) === section)
        const word = wordOf(section, members)
        return members.length === 0 ? null : (
          <section key={section} aria-labelledby={`outbox-${section}`}>
            <h2 id={`outbox-${section}`} className={styles.section}>
              {t(`section.${word}`)} <span className={styles.count}>{counts[section]}</span>
              {/* A post on two accounts is one, and two lines: what is counted is said, where the two differ. */}
              {members.length > counts[section] && <span className={styles.count}> · {t('lines', { count: members.length })}</span>}
            </h2>
            {section === 'asks' && (
              <div className={styles.together}>
                <MissedButton workspaceId={rest.workspaceId} jobs={jobs} accounts={rest.accounts} timeZone={rest.timeZone} />
              </div>
            )}
            <Rows {...rest} jobs={members} label={`${rest.label}, ${t(`section.${word}`)}`} />
          </section>
        )
      })}
    </>
  )
}

function wordOf(section: OpenSection, members: readonly Job[]): OpenSection | 'to_go_out_or_found' {
  return section === 'to_go_out' && members.some(({ state }) => state === 'unknown_outcome') ? 'to_go_out_or_found' : section
}

function Rows({ workspaceId, jobs, accounts, selected, label, timeZone, onSelect }: JobListProps): React.JSX.Element {
  const { t } = useTranslation('components')
  const kindOf = useJobKind()
  const wholeOf = useWhole()
  const keptBy = useKeptBy(workspaceId)
  const formats = useFormats()
  const now = useNow()
  return (
    <ul aria-label={label}>
      {jobs.map((job) => {
        const account = accounts.find((candidate) => candidate.id === job.accountId)
        const kind = wholeOf(job, account?.networkId ?? null)
        return (
          <li key={job.id}>
            <button type="button" className={styles.job} aria-current={job.id === selected} onClick={() => onSelect(job.id)}>
              <ListRow
                leading={<NetworkIcon networkId={account?.networkId ?? ''} size={20} />}
                title={<span className={styles.words}>{job.excerpt || kindOf({ kind: job.kind }, account?.networkId ?? null)}</span>}
                detail={[kind, ...(account?.isRemoved === true ? [t('removed')] : []), account === undefined ? '—' : accountLabel({ ...account, isRemoved: undefined })].join(' · ')}
                meta={formats.moment(overAt(job), now, timeZone)}
                aside={<StatusPill status={jobStatus(job, keptBy)} />}
                isSelected={job.id === selected}
                isUnread={job.finishedAt === null && openSection(job) === 'asks'}
              />
            </button>
          </li>
        )
      })}
    </ul>
  )
}

/** What stands in one row: the post with all its parts. */
function useWhole(): (job: Job, networkId: NetworkId | null) => string {
  const { t } = useTranslation('thread')
  const kindOf = useJobKind()
  return (job, networkId) => {
    const place = placeOf(job.part)
    if (place.kind === 'comment') return t('comment')
    const whole = place.kind === 'post' ? kindOf(job, networkId) : t('ofParts', { count: place.of })
    return place.hasComment ? `${whole} · ${t('withComment')}` : whole
  }
}
