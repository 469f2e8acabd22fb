import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { capabilitiesOf } from '../../../../shared/networks/capabilities-of.ts'
import { checkPost, hasStop } from '../../../../shared/posts/check-post.ts'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import { useFormats } from '../../../language/use-formats.ts'
import { navigate } from '../../../shell/route-store.ts'
import { useStudio } from '../../../shell/studio-store.ts'
import { useNow } from '../../../shell/use-now.ts'
import { isEditable, type ReadyState } from '../composer-state.ts'
import type { ComposerStore } from '../composer-store.ts'
import { sendingObstacle, timeProblem } from '../sending-obstacle.ts'
import { useSendCommands } from '../use-send-commands.ts'
import { useSending } from '../use-sending.ts'
import { CheckList } from './CheckList.tsx'
import { Outcome } from './Outcome.tsx'
import { ScheduleBar } from './ScheduleBar.tsx'
import { AheadLine } from '../../series/parts/AheadLine.tsx'
import { openExternal } from '../../../shell/studio-actions.ts'

export interface SendPanelProps {
  readonly workspaceId: string
  readonly clientName: string
  readonly timeZone: string
  readonly store: ComposerStore
  readonly state: ReadyState
}

/** What stands between the text and the network: the checks, the time, the question, and afterwards the outcome. */
export function SendPanel({ workspaceId, clientName, timeZone, store, state }: SendPanelProps): React.JSX.Element {
  const { t } = useTranslation('composer')
  const formats = useFormats()
  const [isAsking, setAsking] = useState(false)
  const isOffline = useStudio((studioState) => studioState.connectivity.state !== 'online')
  const { post, accounts, media } = state
  const sending = useSending({ workspaceId, store, post, timeZone })
  const problems = checkPost(post.content, accounts, capabilitiesOf, media)
  const canEdit = isEditable(post)
  const chosen = { time: sending.time, timeZone: sending.timeZone, now: useNow() }
  const obstacle = sendingObstacle(chosen, hasStop(problems), sending.scheduledFor)
  const handles = post.content.targets.flatMap((target) => accounts.find((account) => account.id === target.accountId)?.handle ?? [])

  function handlePublishNow(): void {
    setAsking(false)
    void sending.publishNow()
  }

  function show(accountId: string | null, part: number | null): void {
    store.edit(accountId)
    if (part !== null) store.showPart(part)
  }

  useSendCommands({ sending, canEdit, obstacle, onPublishNow: () => setAsking(true), onSave: () => void store.flush() })

  return (
    <>
      {canEdit && post.save.kind !== 'untouched' && <CheckList problems={problems} accounts={accounts} timeProblem={timeProblem(chosen)} onShow={show} />}
      <AheadLine
        workspaceId={workspaceId}
        timeZone={timeZone}
        postId={post.postId}
        jobs={post.jobs}
        accounts={accounts}
        localDateTime={sending.time}
        canSchedule={canEdit && obstacle === null}
        isWaiting={sending.isWaiting}
        savedRevision={() => savedRevision(store)}
      />
      {canEdit || sending.isWaiting ? (
        <ScheduleBar obstacle={obstacle} sending={sending} onPublishNow={() => setAsking(true)} />
      ) : (
        <Outcome
          jobs={post.jobs}
          accounts={accounts}
          timeZone={timeZone}
          onOpen={(url) => void openExternal(url)}
          onShowOutbox={(jobId) => navigate({ screen: 'outbox', workspaceId, jobId })}
          {...(post.status === 'partly_published' ? { onGoOn: () => void sending.publishNow() } : {})}
        />
      )}
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t('confirmNow.title', { client: clientName })}
        text={t(isOffline ? 'confirmNow.offline' : 'confirmNow.text', { count: handles.length, accounts: formats.list(handles) })}
        confirmLabel={t('confirmNow.confirm')}
        onConfirm={handlePublishNow}
      />
    </>
  )
}

/** Everything typed is saved first; null when that failed. */
async function savedRevision(store: ComposerStore): Promise<number | null> {
  await store.flush()
  const now = store.state.getState()
  return now.kind === 'ready' && now.post.save.kind !== 'failed' ? now.post.revision : null
}
