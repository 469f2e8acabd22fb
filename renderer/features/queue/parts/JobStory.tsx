import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import type { Result } from '../../../../shared/contract/result.ts'
import { isOfRemovedAccount } from '../../../../shared/outbox/account-removed.ts'
import type { Job, JobAttempt } from '../../../../shared/outbox/job.ts'
import { isOfWords } from '../../../../shared/outbox/job-nature.ts'
import { lastSendOf } from '../../../../shared/outbox/last-send.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { useRequest } from '../../../bridge/use-request.ts'
import { AccountName } from '../../../components/AccountName.tsx'
import { ErrorState } from '../../../components/ErrorState.tsx'
import { LoadingState } from '../../../components/LoadingState.tsx'
import { NetworkIcon } from '../../../components/NetworkIcon.tsx'
import { showFailure } from '../../../components/show-failure.ts'
import { StatusPill } from '../../../components/StatusPill.tsx'
import { showToast } from '../../../components/toaster.ts'
import { useFormats } from '../../../language/use-formats.ts'
import { useNow } from '../../../shell/use-now.ts'
import { saveSettings } from '../../../shell/studio-store.ts'
import { useOtherClient } from '../../../shell/use-other-client.ts'
import { ByHandCard } from '../by-hand/ByHandCard.tsx'
import { MoveDialog } from '../by-hand/MoveDialog.tsx'
import { EditButton } from '../../published/EditButton.tsx'
import { WhatChangedThere } from '../../published/StartAgain.tsx'
import { PinButton } from '../../published/PinButton.tsx'
import { PinnedMark } from '../../published/PinnedMark.tsx'
import { RemoveButton } from '../../published/RemoveButton.tsx'
import { outOnAccount } from '../../reality/out-on-account.ts'
import { RealityButton } from '../../reality/RealityButton.tsx'
import { MissedWhole } from '../missed/MissedWhole.tsx'
import { asksFirst, sendsPost, type Decision } from '../job-decisions.ts'
import { jobStatus } from '../job-status.ts'
import { StoryActions } from '../story/StoryActions.tsx'
import { StoryText } from '../story/StoryText.tsx'
import { useStory } from '../story/use-story.ts'
import { overAt } from '../over-at.ts'
import { useJobKind } from '../use-job-kind.ts'
import { useKeptBy } from '../../../shell/use-kept-by.ts'
import { AttemptList } from './AttemptList.tsx'
import { DecisionQuestions, type Asked, type AskedDecision, type Choice } from './DecisionQuestions.tsx'
import { LastPosts } from './LastPosts.tsx'
import { ThreadParts } from './ThreadParts.tsx'
import { UploadShare } from './UploadShare.tsx'
import styles from './JobStory.module.css'

export interface JobStoryProps {
  readonly workspaceId: string
  readonly jobId: string
  readonly accounts: readonly Account[]
  /** Those too that were removed from the client. */
  readonly named: readonly Account[]
  readonly timeZone: string
}

/** One job in plain words: what is so, what is safe, what to do; then every attempt. */
export function JobStory({ workspaceId, jobId, accounts, named, timeZone }: JobStoryProps): React.JSX.Element {
  const { t } = useTranslation('queue')
  const [loaded, reload] = useRequest('outbox.readJob', { workspaceId, jobId }, ['outbox.changed'])
  const keptBy = useKeptBy(workspaceId)
  const [asking, setAsking] = useState<Asked | null>(null)
  const [isMoving, setMoving] = useState(false)
  const [sending, setSending] = useState<Choice | null>(null)
  const otherClient = useOtherClient(workspaceId)

  function close(): void {
    setAsking(null)
    setSending(null)
  }

  async function decide(choice: Choice, postId: string | null): Promise<void> {
    close()
    await carryOut({ workspaceId, jobId, postId }, choice, t('decided'))
    reload()
  }

  if (loaded.kind === 'loading') return <LoadingState shape="page" />
  if (loaded.kind === 'failed') return <ErrorState error={loaded.error} onRetry={reload} />
  const { job, attempts, moments } = loaded.value
  const account = accounts.find((candidate) => candidate.id === job.accountId)
  const shown = account ?? named.find((candidate) => candidate.id === job.accountId)
  const isByHand = shown?.networkId === 'assisted'
  const choose = (choice: Choice): void => (otherClient !== null && sendsPost(choice.decision, job.postId) ? setSending(choice) : void decide(choice, job.postId))
  const ask = (decision: AskedDecision): void => setAsking({ decision, seenSend: lastSendOf(attempts), seen: { state: job.state, dueAt: job.dueAt } })
  return (
    <article className={styles.story}>
      <StoryHeader workspaceId={workspaceId} job={job} shown={shown} timeZone={timeZone} />
      <StoppedByHand job={job} />
      {job.byHand === true && account !== undefined ? (
        <ByHandCard workspaceId={workspaceId} jobId={jobId} account={account} onChanged={reload} onDrop={() => ask('drop')} onMove={() => setMoving(true)} />
      ) : (
        <Told workspaceId={workspaceId} job={job} attempts={attempts} isByHand={isByHand} timeZone={timeZone} onDecide={(decision) => (asksFirst(decision, job) ? ask(decision) : choose({ decision, seenSend: lastSendOf(attempts), seen: { state: job.state, dueAt: job.dueAt } }))} onMove={() => setMoving(true)}>
          {job.state === 'missed' && job.postId !== null && <MissedWhole workspaceId={workspaceId} postId={job.postId} accounts={accounts} timeZone={timeZone} />}
        </Told>
      )}
      <WhatChangedThere job={job} />
      {isForEyes(job) && <LastPosts workspaceId={workspaceId} jobId={jobId} timeZone={timeZone} />}
      <p className={styles.line}>
        {account !== undefined && <EditButton workspaceId={workspaceId} account={account} accounts={[account]} jobs={[job]} />}
        {account !== undefined && <RealityButton workspaceId={workspaceId} account={account} jobs={outOnAccount([job], account.id)} timeZone={timeZone} />}
        {account !== undefined && <PinButton workspaceId={workspaceId} account={account} jobs={[job]} />}
        {account !== undefined && <PinnedMark workspaceId={workspaceId} account={account} jobs={[job]} timeZone={timeZone} />}
        {job.postId !== null && <RemoveButton workspaceId={workspaceId} postId={job.postId} accounts={accounts} jobs={[job]} accountId={job.accountId} />}
      </p>
      {job.postId !== null && job.part !== undefined && <ThreadParts workspaceId={workspaceId} postId={job.postId} job={job} />}
      <AttemptList job={job} attempts={attempts} moments={moments} host={hostOf(shown)} timeZone={timeZone} isByHand={isByHand} />
      {isMoving && <Moving workspaceId={workspaceId} job={job} timeZone={timeZone} accounts={accounts} onClose={() => setMoving(false)} />}
      <DecisionQuestions workspaceId={workspaceId} job={job} account={account} attempts={attempts} asking={asking} sending={sending} lastClient={otherClient} isOnHold={keptBy === 'hold'} onClose={close} onDecide={(choice) => void decide(choice, job.postId)} />
    </article>
  )
}

/** What it is, on which account, when, and how it begins; an account that was removed is still where it went. */
function StoryHeader({ workspaceId, job, shown, timeZone }: Pick<JobStoryProps, 'workspaceId' | 'timeZone'> & { readonly job: Job; readonly shown: Account | undefined }): React.JSX.Element {
  const kindOf = useJobKind()
  const keptBy = useKeptBy(workspaceId)
  return (
    <header className={styles.header}>
      <p className={styles.line}>
        {shown && <NetworkIcon networkId={shown.networkId} size={20} />}
        {shown ? <AccountName className={styles.account ?? ''} displayName={shown.displayName} handle={shown.handle} isRemoved={shown.isRemoved} /> : <strong>—</strong>}
        <span>{kindOf(job, shown?.networkId ?? null)}</span>
        <StatusPill status={jobStatus(job, keptBy)} />
      </p>
      <UploadShare jobId={job.id} />
      <When job={job} timeZone={timeZone} />
      <p className={styles.excerpt}>{job.excerpt}</p>
    </header>
  )
}

async function carryOut(of: { workspaceId: string; jobId: string; postId: string | null }, choice: Choice, done: string): Promise<void> {
  const { workspaceId, postId } = of
  const answer = await requestDecision(of, choice)
  if (!answer.ok) return showFailure(answer.error, workspaceId)
  showToast({ kind: 'success', workspaceId, title: done })
  // As after a post that is sent from the composer: for the question at the next client.
  if (sendsPost(choice.decision, postId)) void saveSettings({ lastPublishingWorkspaceId: workspaceId })
}

function requestDecision({ workspaceId, jobId, postId }: { workspaceId: string; jobId: string; postId: string | null }, { decision, ...seen }: Choice): Promise<Result<unknown>> {
  return decision === 'send_all_the_same' ? studio.request('posts.sendAllTheSame', { workspaceId, postId: postId ?? '' }) : studio.request('outbox.decide', { workspaceId, jobId, decision, ...seen })
}

function Moving({ job, accounts, ...rest }: Pick<JobStoryProps, 'workspaceId' | 'timeZone' | 'accounts'> & { readonly job: Job; readonly onClose: () => void }): React.JSX.Element | null {
  return job.postId === null ? null : <MoveDialog {...rest} postId={job.postId} accounts={job.byHand === true ? null : accounts} />
}

/** The card stands ready, and the client's answer forbids what it asks for. */
function StoppedByHand({ job: { byHand, stop } }: { readonly job: Job }): React.JSX.Element | null {
  const { t } = useTranslation('queue')
  if (byHand !== true || stop === undefined) return null
  return (
    <p role="note" className={styles.stopped}>
      {t(stop.code === 'refused_by_client' ? 'byHandRefused' : 'byHandUnapproved')}
    </p>
  )
}

interface ToldProps {
  readonly workspaceId: string
  readonly job: Job
  readonly attempts: readonly JobAttempt[]
  readonly isByHand: boolean
  readonly timeZone: string
  readonly onDecide: (decision: Decision) => void
  readonly onMove: () => void
  readonly children: React.ReactNode
}

function Told({ workspaceId, job, attempts, isByHand, timeZone, onDecide, onMove, children }: ToldProps): React.JSX.Element {
  const story = useStory(workspaceId, job, attempts, isByHand)
  return (
    <section className={styles.state} data-state={job.state}>
      <StoryText job={job} story={story} timeZone={timeZone} />
      <StoryActions workspaceId={workspaceId} job={job} story={story} onDecide={onDecide} onMove={onMove} />
      {children}
    </section>
  )
}

/** Nobody can tell whether it is there but the person. */
function isForEyes(job: Job): boolean {
  return job.state === 'unknown_outcome' && job.nextAttemptAt === null && isOfWords(job.kind) && !isOfRemovedAccount(job)
}

function hostOf(account: Account | undefined): string {
  const serverUrl = account?.serverUrl ?? ''
  return URL.canParse(serverUrl) ? new URL(serverUrl).host : '…'
}

/** What comes next is a look, and nothing is sent by it. */
function isLookedFor({ state }: Pick<Job, 'state'>): boolean {
  return state === 'unknown_outcome' || state === 'pending_at_network'
}

function When({ job, timeZone }: { readonly job: Job; readonly timeZone: string }): React.JSX.Element {
  const { t } = useTranslation('queue')
  const { moment } = useFormats()
  const now = useNow()
  const { dueAt, nextAttemptAt, finishedAt } = job
  return (
    <p className={styles.when}>
      <span>{finishedAt === null ? t('due', { when: moment(dueAt, now, timeZone) }) : t('doneAt', { when: moment(overAt(job), now, timeZone) })}</span>
      {finishedAt === null && job.attempts > 0 && nextAttemptAt !== null && <span>{t(isLookedFor(job) ? 'nextLook' : 'nextAttempt', { when: moment(nextAttemptAt, now, timeZone) })}</span>}
    </p>
  )
}
