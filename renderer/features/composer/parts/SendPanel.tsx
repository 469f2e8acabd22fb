import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { capabilitiesOf } from '../../../../shared/networks/capabilities-of.ts'
import { checkPost, hasStop } from '../../../../shared/posts/check-post.ts'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import { showToast } from '../../../components/toaster.ts'
import { useFormats } from '../../../language/use-formats.ts'
import { useCommands } from '../../../shell/command-registry.ts'
import { navigate } from '../../../shell/route-store.ts'
import { useStudio } from '../../../shell/studio-store.ts'
import { isEditable, type ReadyState } from '../composer-state.ts'
import type { ComposerStore } from '../composer-store.ts'
import { useSending } from '../use-sending.ts'
import { CheckList } from './CheckList.tsx'
import { Outcome } from './Outcome.tsx'
import { ScheduleBar } from './ScheduleBar.tsx'
import { openExternal } from '../../../shell/studio-actions.ts'

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
  const isOffline = useStudio((studioState) => studioState.connectivity.state !== 'online')
  const { post, accounts, media } = state
  const sending = useSending({ store, post, timeZone, at })
  const problems = checkPost(post.content, accounts, capabilitiesOf, media)
  const canSend = !hasStop(problems)
  const handles = post.content.targets.flatMap((target) => accounts.find((account) => account.id === target.accountId)?.handle ?? [])

  function handlePublishNow(): void {
    setAsking(false)
    void sending.publishNow()
  }

  function show(accountId: string | null, part: number | null): void {
    store.edit(accountId)
    if (part !== null) store.showPart(part)
  }

  /** By keyboard there is no button to look at: what stands in the way is said. */
  function handlePlanKey(): void {
    if (sending.isBusy || sending.time === '' || !(sending.isWaiting || isEditable(post))) return
    if (sending.isWaiting || canSend) void sending.plan()
    else showToast({ kind: 'warning', title: t('checks.stopped') })
  }

  useCommands({ name: 'composer', title: t('title') }, [
    { id: 'composer.schedule', title: sending.isWaiting ? t('schedule.change') : t('schedule.schedule'), shortcut: 'mod+enter', worksWhileTyping: true, run: handlePlanKey },
    { id: 'composer.publishNow', title: t('schedule.now'), shortcut: 'mod+shift+enter', worksWhileTyping: true, disabled: !canSend || !isEditable(post), run: () => setAsking(true) },
    { id: 'composer.save', title: t('save.retry'), shortcut: 'mod+s', worksWhileTyping: true, isHiddenFromPalette: true, run: () => void store.flush() }
  ])

  return (
    <>
      {isEditable(post) && post.save.kind !== 'untouched' && <CheckList problems={problems} accounts={accounts} onShow={show} />}
      {isEditable(post) || sending.isWaiting ? (
        <ScheduleBar post={post} timeZone={timeZone} canSend={canSend} sending={sending} onPublishNow={() => setAsking(true)} />
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
