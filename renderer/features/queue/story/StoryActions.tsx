import { Copy } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { isToMove } from '../../../../shared/outbox/is-to-move.ts'
import type { Job } from '../../../../shared/outbox/job.ts'
import { Button } from '../../../components/Button.tsx'
import { showToast } from '../../../components/toaster.ts'
import { askToLift, holdOf } from '../../../shell/hold-actions.ts'
import { navigate } from '../../../shell/route-store.ts'
import { openExternal, toggleWorkOffline } from '../../../shell/studio-actions.ts'
import { useStudio } from '../../../shell/studio-store.ts'
import { decisionsFor, decisionWord, type Decision } from '../job-decisions.ts'
import styles from '../parts/JobStory.module.css'
import { actionWord, placesOf, type ActionWord } from './story-place.ts'
import type { Story } from './story.ts'
import { actionKey } from './word-keys.ts'

export interface StoryActionsProps {
  readonly workspaceId: string
  readonly job: Job
  readonly story: Story
  readonly onDecide: (decision: Decision) => void
  /** Asks for another time, for the whole post. */
  readonly onMove: () => void
}

/** The one button that does what the sentence says, then whatever else can be decided. */
export function StoryActions({ workspaceId, job, story, onDecide, onMove }: StoryActionsProps): React.JSX.Element {
  const { t } = useTranslation('ledger')
  const { t: ofQueue } = useTranslation('queue')
  const main = actionWord(story.action, job)
  const act = useAct(workspaceId, job, onDecide)
  const isOnHold = holdOf(useStudio((state) => state.holds), workspaceId) !== null
  // Under a hold it would only be refused. To send it although the client said no is a decision that waits for the end of the hold.
  const others = decisionsFor(job).filter((decision) => decision !== main && !(isOnHold && (decision === 'publish_now' || decision === 'try_again' || decision === 'send_again')))
  const places = placesOf(job).filter((place) => place !== main)
  return (
    <div className={styles.actions}>
      <Button variant={asksForIt(story) ? 'primary' : 'secondary'} {...(main === 'copy_text' ? { icon: Copy } : {})} onClick={() => act(main)}>
        {t(actionKey(main, job))}
      </Button>
      {others.map((decision) => (
        <Button key={decision} onClick={() => onDecide(decision)}>
          {decision === 'publish_now' ? t(actionKey(decision, job)) : ofQueue(`decide.${decisionWord(decision, job)}`)}
        </Button>
      ))}
      {isToMove(job) && job.postId !== null && <Button onClick={onMove}>{ofQueue('decide.move')}</Button>}
      {places.map((place) => (
        <Button key={place} variant="quiet" onClick={() => act(place)}>
          {t(`action.${place}`)}
        </Button>
      ))}
      {job.failure !== null && story.remedy === 'report' && <CopyReport failure={job.failure} />}
    </div>
  )
}

/** Where nothing has to be done, no button calls for it. */
function asksForIt({ remedy, action }: Story): boolean {
  return action !== 'open' ? action !== 'see_it' && remedy !== 'being_looked_for' && remedy !== 'being_withdrawn' : remedy === 'mend_post' || remedy === 'mend_media' || remedy === 'approve' || remedy === 'approve_before' || remedy === 'change_or_send' || remedy === 'change_or_yes' || remedy === 'removed_there'
}

function useAct(workspaceId: string, job: Job, onDecide: (decision: Decision) => void): (word: ActionWord) => void {
  const { t } = useTranslation('ledger')
  const hold = holdOf(useStudio((state) => state.holds), workspaceId)
  return (word) => {
    switch (word) {
      case 'open_post':
        return navigate({ screen: 'compose', workspaceId, postId: job.postId ?? job.about?.postId ?? null, at: null })
      case 'open_conversation':
        return navigate({ screen: 'inbox', workspaceId, conversationId: job.conversationId })
      case 'copy_text':
        return void navigator.clipboard.writeText(job.excerpt).then(() => showToast({ kind: 'success', title: t('copied') }), () => showToast({ kind: 'warning', title: job.excerpt, duration: 0 }))
      case 'see_it':
        return job.remoteUrl === null ? undefined : void openExternal(job.remoteUrl)
      case 'go_online':
        return toggleWorkOffline()
      case 'lift_hold':
        return hold === null ? undefined : askToLift(hold)
      case 'reconnect':
        return navigate({ screen: 'accounts', workspaceId, accountId: job.accountId })
      default:
        return onDecide(word)
    }
  }
}

function CopyReport({ failure }: { readonly failure: NonNullable<Job['failure']> }): React.JSX.Element {
  const { t } = useTranslation('ledger')
  const report = `${failure.code}: ${failure.message}`
  const handleCopy = (): void => void navigator.clipboard.writeText(report).then(() => showToast({ kind: 'success', title: t('copyReport') }), () => showToast({ kind: 'warning', title: report, duration: 0 }))
  return (
    <Button variant="quiet" icon={Copy} onClick={handleCopy}>
      {t('copyReport')}
    </Button>
  )
}
