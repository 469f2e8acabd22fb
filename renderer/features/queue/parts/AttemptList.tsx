import { useTranslation } from 'react-i18next'
import type { JobMoment } from '../../../../shared/outbox/job-moment.ts'
import type { Job, JobAttempt } from '../../../../shared/outbox/job.ts'
import { useErrorTexts } from '../../../language/use-error-texts.ts'
import { useFormats } from '../../../language/use-formats.ts'
import { useNow } from '../../../shell/use-now.ts'
import { firstTimeOf, lateAttempt, storyLines } from '../story/story-lines.ts'
import { whatKey } from '../story/word-keys.ts'
import { CallList } from './CallList.tsx'
import { MomentLine } from './MomentLine.tsx'
import styles from './JobStory.module.css'

export interface AttemptListProps {
  readonly job: Job
  readonly attempts: readonly JobAttempt[]
  /** What happened between them. */
  readonly moments: readonly JobMoment[]
  /** Of the account's server. */
  readonly host: string
  readonly timeZone: string
  /** Of a network where the person publishes: no attempt sent anything. */
  readonly isByHand: boolean
}

/** As it happened: when it was recorded, every attempt with its answer, and how it ended where no attempt tells. */
export function AttemptList({ job, attempts, moments, host, timeZone, isByHand }: AttemptListProps): React.JSX.Element {
  const { t } = useTranslation('queue')
  const late = lateAttempt(job, attempts, moments)
  return (
    <section className={styles.attempts}>
      <h2>{t('storyTitle')}</h2>
      <ol>
        <RecordedLine createdAt={job.createdAt} firstTime={firstTimeOf(job, moments)} timeZone={timeZone} />
        {storyLines(attempts, moments).map((line) => {
          if (line.kind === 'moment') return <MomentLine key={line.key} moment={line.moment} timeZone={timeZone} />
          return isByHand ? <ReadyLine key={line.key} attempt={line.attempt} timeZone={timeZone} /> : <AttemptLine key={line.key} attempt={line.attempt} lateFor={line.attempt === late ? job.dueAt : null} host={host} timeZone={timeZone} />
        })}
        <EndLine job={job} hasAttempts={attempts.length > 0 && !isByHand} isByHand={isByHand} timeZone={timeZone} />
        <RemovedLine job={job} timeZone={timeZone} />
      </ol>
    </section>
  )
}

/** Where it has had another time since, a line of its own tells that. */
function RecordedLine({ createdAt, firstTime, timeZone }: { readonly createdAt: number; readonly firstTime: number; readonly timeZone: string }): React.JSX.Element {
  const { t } = useTranslation('ledger')
  const formats = useFormats()
  const now = useNow()
  return (
    <li>
      <time>{formats.moment(createdAt, now, timeZone)}</time>
      <span>{firstTime - createdAt > 60_000 ? t('plannedFor', { when: formats.dayAndTime(firstTime, timeZone) }) : t('planned')}</span>
      <span />
    </li>
  )
}

/** Cancelled, or seen to be out: nothing of that is an attempt. */
function EndLine({ job, hasAttempts, isByHand, timeZone }: { readonly job: Job; readonly hasAttempts: boolean; readonly isByHand: boolean; readonly timeZone: string }): React.JSX.Element | null {
  const { t } = useTranslation('ledger')
  const formats = useFormats()
  const now = useNow()
  if (job.finishedAt === null || (hasAttempts && job.state !== 'cancelled')) return null
  return (
    <li data-outcome={job.state}>
      <time>{formats.moment(job.finishedAt, now, timeZone)}</time>
      <span>{t(whatKey(job.state === 'cancelled' ? (job.cancelReason ?? 'not_recorded') : isByHand ? 'said_out' : 'out', job))}</span>
      <span />
    </li>
  )
}

/** Deleted there since: another job did that, or the person by hand. */
function RemovedLine({ job, timeZone }: { readonly job: Job; readonly timeZone: string }): React.JSX.Element | null {
  const { t } = useTranslation('ledger')
  const formats = useFormats()
  const now = useNow()
  if (job.removedAt === undefined) return null
  return (
    <li>
      <time>{formats.moment(job.removedAt, now, timeZone)}</time>
      <span>{t('deletedThere')}</span>
      <span />
    </li>
  )
}

/** Nothing was sent: the card stood ready from then on. */
function ReadyLine({ attempt: { startedAt }, timeZone }: { readonly attempt: JobAttempt; readonly timeZone: string }): React.JSX.Element {
  const { t } = useTranslation('ledger')
  const formats = useFormats()
  const now = useNow()
  return (
    <li>
      <time>{formats.moment(startedAt, now, timeZone)}</time>
      <span>{t('readyForYou')}</span>
      <span />
    </li>
  )
}

const steps = { send: 'sentTo', look_up: 'lookedAt', resume: 'askedAt' } as const

function AttemptLine({ attempt, lateFor, host, timeZone }: { readonly attempt: JobAttempt; readonly lateFor: number | null; readonly host: string; readonly timeZone: string }): React.JSX.Element {
  const { t } = useTranslation('queue')
  const { t: ofLedger } = useTranslation('ledger')
  const formats = useFormats()
  const now = useNow()
  const texts = useErrorTexts(attempt.failure)
  const { detail } = attempt

  function asked({ step }: JobAttempt): string {
    if (step === 'send' || step === 'look_up' || step === 'resume') return ofLedger(steps[step], { host })
    const words = t(`step.${step}`)
    if (detail?.dueAt === undefined || (step !== 'hand_over' && step !== 'move_there')) return words
    return `${words} ${t('askedTime', { when: formats.moment(detail.dueAt, now, timeZone) })}`
  }

  /** The time that the network has is told where it is another one than was asked for. */
  function answered({ step, outcome }: JobAttempt): string {
    if (outcome === 'gone_there' && step === 'take_back') return t('isBack')
    // What was asked of it came too late: nothing of that arrived.
    if (outcome === 'published' && step === 'move_there') return t('wasOut')
    const found = outcome === 'waits_there' ? detail?.foundAt : undefined
    const isOtherTime = found !== undefined && Math.abs(found - (detail?.dueAt ?? found)) >= 60_000
    return isOtherTime ? t('waitsFor', { when: formats.moment(found, now, timeZone) }) : t(`outcome.${outcome}`)
  }

  return (
    <li data-outcome={attempt.outcome}>
      <time>{formats.moment(attempt.startedAt, now, timeZone)}</time>
      <span>
        {t('attemptLine', { asked: asked(attempt), answered: answered(attempt) })}
        {lateFor !== null && <span className={styles.reason}>{ofLedger('sentLate', { when: formats.moment(lateFor, now, timeZone) })}</span>}
        {detail?.times !== undefined && <span className={styles.reason}>{t('sameAnswer', { count: detail.times, when: formats.moment(detail.since ?? attempt.startedAt, now, timeZone) })}</span>}
        {texts && <span className={styles.reason}>{texts.what}</span>}
        {attempt.calls !== null && <CallList record={attempt.calls} />}
      </span>
      <span className={styles.took}>{attempt.endedAt === null ? '' : ofLedger('seconds', { seconds: formats.number(tenthsOfSeconds(attempt.endedAt - attempt.startedAt)) })}</span>
    </li>
  )
}

/** Seconds as people read them: how long each request took to the millisecond stands with the requests. */
function tenthsOfSeconds(ms: number): number {
  return Math.max(1, Math.round(ms / 100)) / 10
}
