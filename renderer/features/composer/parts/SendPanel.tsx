import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { capabilitiesOf } from '../../../../shared/networks/capabilities-of.ts'
import { checkPost, hasStop } from '../../../../shared/posts/check-post.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import { showFailure } from '../../../components/show-failure.ts'
import { showToast } from '../../../components/toaster.ts'
import { useFormats } from '../../../language/use-formats.ts'
import { useCommands } from '../../../shell/command-registry.ts'
import { navigate } from '../../../shell/route-store.ts'
import { isEditable, type ReadyState } from '../composer-state.ts'
import type { ComposerStore, When } from '../composer-store.ts'
import { asUtcFigures } from '../schedule-choice.ts'
import { CheckList } from './CheckList.tsx'
import { Outcome } from './Outcome.tsx'
import { ScheduleBar } from './ScheduleBar.tsx'

export interface SendPanelProps {
  readonly workspaceId: string
  readonly clientName: string
  readonly timeZone: string
  readonly at: string | null
  readonly store: ComposerStore
  readonly state: ReadyState
}

/** What stands between the text and the network: the checks, the time, the question, and afterwards the outcome. */
export function SendPanel({ workspaceId, clientName, timeZone, at, store, state }: SendPanelProps): React.JSX.Element {
  const { t } = useTranslation('composer')
  const formats = useFormats()
  const [isAsking, setAsking] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const { post, accounts, media } = state
  const problems = checkPost(post.content, accounts, capabilitiesOf, media)
  const canSend = !hasStop(problems)
  const handles = post.content.targets.flatMap((target) => accounts.find((account) => account.id === target.accountId)?.handle ?? [])

  async function send(when: When): Promise<void> {
    setAsking(false)
    setBusy(true)
    const error = await store.schedule(when)
    setBusy(false)
    if (error) showFailure(error)
    else if (when.kind === 'at') showToast({ kind: 'success', title: t('schedule.done', { when: formats.dayAndTime(asUtcFigures(when.localDateTime), 'UTC') }) })
  }

  async function handleUnschedule(): Promise<void> {
    setBusy(true)
    const error = await store.unschedule()
    setBusy(false)
    if (error) showFailure(error)
  }

  useCommands({ name: 'composer', title: t('title') }, [
    { id: 'composer.save', title: t('save.retry'), shortcut: 'mod+s', worksWhileTyping: true, isHiddenFromPalette: true, run: () => void store.flush() },
    { id: 'composer.publishNow', title: t('schedule.now'), shortcut: 'mod+shift+enter', worksWhileTyping: true, disabled: !canSend || !isEditable(post), run: () => setAsking(true) }
  ])

  return (
    <>
      {isEditable(post) ? (
        <>
          <CheckList problems={problems} accounts={accounts} onShow={store.edit} />
          <ScheduleBar
            key={post.status}
            post={post}
            timeZone={timeZone}
            initialTime={at}
            canSend={canSend}
            isBusy={isBusy}
            onSchedule={(when) => (when.kind === 'now' ? setAsking(true) : void send(when))}
            onUnschedule={() => void handleUnschedule()}
          />
        </>
      ) : (
        <Outcome
          jobs={post.jobs}
          accounts={accounts}
          onOpen={(url) => void studio.request('studio.openExternal', { url })}
          onShowOutbox={(jobId) => navigate({ screen: 'outbox', workspaceId, jobId })}
        />
      )}
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t('confirmNow.title', { client: clientName })}
        text={t('confirmNow.text', { count: handles.length, accounts: formats.list(handles) })}
        confirmLabel={t('confirmNow.confirm')}
        onConfirm={() => void send({ kind: 'now' })}
      />
    </>
  )
}
