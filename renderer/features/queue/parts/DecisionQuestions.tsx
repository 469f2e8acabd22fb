import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import type { Job, JobAttempt } from '../../../../shared/outbox/job.ts'
import { mayHaveArrived } from '../../../../shared/outbox/may-have-arrived.ts'
import { placeOf, type PlaceOf } from '../../../../shared/outbox/place-of.ts'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import { OtherClientLine } from '../../../shell/OtherClientLine.tsx'
import { SendQuestion } from '../../composer/parts/SendQuestion.tsx'
import { decisionWord, sendsPost, type Decision } from '../job-decisions.ts'
import styles from './JobStory.module.css'

export interface DecisionQuestionsProps {
  readonly workspaceId: string
  readonly job: Job
  readonly account: Account | undefined
  readonly attempts: readonly JobAttempt[]
  /** What cannot be taken back, and is asked first. */
  readonly asking: Asked | null
  /** What sends, and is asked about because it is another client than the last one. */
  readonly sending: Choice | null
  /** The last one published as, when it was another client. */
  readonly lastClient: string | null
  readonly isOnHold: boolean
  readonly onClose: () => void
  readonly onDecide: (choice: Choice) => void
}

/** What is asked before a decision is carried out. */
export function DecisionQuestions({ workspaceId, job, account, attempts, asking, sending, lastClient, isOnHold, onClose, onDecide }: DecisionQuestionsProps): React.JSX.Element {
  return (
    <>
      <SendQuestion
        workspaceId={workspaceId}
        question={sending === null ? null : { how: 'now', lastClient, repeatOn: [] }}
        cost={null}
        accounts={account === undefined ? [] : [account]}
        when=""
        onClose={onClose}
        onConfirm={() => sending !== null && onDecide(sending)}
      />
      <Question
        workspaceId={workspaceId}
        asking={asking}
        lastClient={asking !== null && sendsPost(asking.decision, job.postId) ? lastClient : null}
        job={job}
        mayBeOut={job.state === 'unknown_outcome' || mayHaveArrived(attempts)}
        isOnHold={isOnHold}
        place={placeOf(job.part)}
        onClose={onClose}
        onConfirm={onDecide}
      />
    </>
  )
}

interface QuestionProps {
  readonly workspaceId: string
  /** The last one published as, when it was another client and this sends something. */
  readonly lastClient: string | null
  readonly asking: Asked | null
  readonly job: Pick<Job, 'kind'>
  /** The network may have got it without telling. */
  readonly mayBeOut: boolean
  readonly isOnHold: boolean
  readonly place: PlaceOf
  readonly onClose: () => void
  readonly onConfirm: (asked: Asked) => void
}

function Question({ workspaceId, asking, lastClient, job, mayBeOut, isOnHold, place, onClose, onConfirm }: QuestionProps): React.JSX.Element {
  const { t } = useTranslation('queue')
  const { t: ofThread } = useTranslation('thread')
  const decision = asking?.decision ?? 'drop'
  const words = dropWords[job.kind === 'delete' ? 'deletion' : 'words']
  const behind = place.kind === 'part' ? 'dropText' : place.kind === 'post' && place.hasComment ? 'dropWithComment' : null
  const drop = behind === null || mayBeOut ? t(mayBeOut ? words.perhaps : words.text) : ofThread(behind)
  return (
    <ConfirmDialog
      open={asking !== null}
      onOpenChange={onClose}
      tone="danger"
      title={t(decision === 'drop' ? words.title : `${questions[decision]}Title`)}
      text={
        <span className={styles.asked}>
          {lastClient !== null && <OtherClientLine workspaceId={workspaceId} last={lastClient} />}
          <span>{decision === 'drop' ? drop : t(textOf(decision, job, isOnHold))}</span>
        </span>
      }
      confirmLabel={t(`decide.${decisionWord(decision, job)}`)}
      onConfirm={() => asking !== null && onConfirm(asking)}
    />
  )
}

function textOf(decision: Exclude<AskedDecision, 'drop'>, { kind }: Pick<Job, 'kind'>, isOnHold: boolean) {
  if (decision === 'send_all_the_same') return isOnHold ? 'allTheSameOnHold' : 'allTheSameText'
  // Written twice over a post that is out, words stand there once.
  return kind === 'edit' ? 'sendAgainWords' : 'sendAgainText'
}

/** `seenSend`, `seen`: the attempt, and the job, that the page showed when they pressed; what comes while the question stands open is not what they looked for. */
export interface Asked {
  readonly decision: AskedDecision
  readonly seenSend: string | null
  readonly seen: Pick<Job, 'state' | 'dueAt'>
}
export type Choice = Omit<Asked, 'decision'> & { readonly decision: Decision }

export type AskedDecision = 'drop' | 'send_again' | 'send_all_the_same'
const dropWords = { words: { title: 'dropTitle', text: 'dropText', perhaps: 'dropPerhapsOut' }, deletion: { title: 'dropDeletion', text: 'dropDeletionText', perhaps: 'dropDeletionPerhaps' } } as const
const questions = { drop: 'drop', send_again: 'sendAgain', send_all_the_same: 'allTheSame' } as const
