import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientOnTheWay } from '../../../../shared/workspaces/client-removal.ts'
import type { Workspace } from '../../../../shared/workspaces/workspace.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { useRequest } from '../../../bridge/use-request.ts'
import { currentInstant } from '../../../bridge/system-clock.ts'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import { showFailure } from '../../../components/show-failure.ts'
import { showToast } from '../../../components/toaster.ts'
import { useFormats } from '../../../language/use-formats.ts'
import { useLeaving } from '../../../shell/leaving-store.ts'
import { navigate } from '../../../shell/route-store.ts'
import { routeTo } from '../../../shell/route.ts'
import { studioStore, useStudio } from '../../../shell/studio-store.ts'
import { useSeconds } from '../../../shell/use-seconds.ts'
import styles from '../Screen.module.css'

interface RemoveClientProps {
  readonly workspace: Workspace
  readonly onClose: () => void
}

/** Asks whether a client goes, with what is on its way at this moment; and once more where a network keeps something that it would publish all the same. */
export function RemoveClient({ workspace, onClose }: RemoveClientProps): React.JSX.Element {
  const { t } = useTranslation('settings')
  const [since] = useState(currentInstant)
  const [loaded] = useRequest('workspaces.readOnTheWay', { workspaceId: workspace.id, since }, ['outbox.changed', 'counts.changed'])
  const [isBusy, setBusy] = useState(false)
  /** So many could not be called back. */
  const [kept, setKept] = useState(0)
  const dataFolder = useStudio(({ environment }) => environment?.dataFolder ?? '')
  const onTheWay = loaded.kind === 'ready' ? loaded.value.onTheWay : null
  const isUnread = loaded.kind === 'ready' && onTheWay === null

  async function handleRemove(): Promise<void> {
    setBusy(true)
    const answer = await studio.request('workspaces.remove', { workspaceId: workspace.id, leaveAtNetworks: kept > 0 })
    setBusy(false)
    const count = answer.ok ? undefined : answer.error.details?.['count']
    if (!answer.ok && answer.error.code === 'waits_at_network' && typeof count === 'number' && kept === 0) return setKept(count)
    onClose()
    if (!answer.ok) return showFailure(answer.error)
    showToast({ workspaceId: null, title: t(isUnread ? 'client.removedUnread' : 'client.removed', { client: workspace.name }), ...(isUnread ? {} : { detail: t('client.removedWhere', { bin: binIn(dataFolder) }) }), duration: 0 })
    const next = studioStore.getState().workspaces.find(({ id }) => id !== workspace.id)
    navigate(next === undefined ? { screen: 'welcome' } : routeTo('calendar', next.id), { replace: true })
  }

  const isLeaving = onTheWay !== null && Object.values(onTheWay).some((count) => count !== null && count > 0)
  return (
    <ConfirmDialog
      open
      onOpenChange={(isOpen) => (isOpen || isBusy ? undefined : onClose())}
      tone="danger"
      busy={isBusy}
      title={kept > 0 ? t('client.keptAsk', { count: kept }) : t('client.removeAsk', { client: workspace.name })}
      text={kept > 0 ? t('client.keptText', { count: kept }) : isUnread ? t('client.unreadText') : t('client.removeText', { bin: binIn(dataFolder) })}
      confirmLabel={kept > 0 ? t('client.keptConfirm') : t('client.removeConfirm')}
      onConfirm={() => void handleRemove()}
    >
      {kept === 0 && isLeaving ? <OnTheWay workspace={workspace} onTheWay={onTheWay} /> : undefined}
    </ConfirmDialog>
  )
}

/** Where the folders of removed clients lie, as this system writes it. */
function binIn(dataFolder: string): string {
  const between = dataFolder.includes('\\') ? '\\' : '/'
  return `${dataFolder}${between}bin`
}

/** What is on its way now, and what becomes of it; what has left since the question was asked. */
function OnTheWay({ workspace: { id: workspaceId, timeZone }, onTheWay: { left, leaving, sending, inDoubt, atNetwork, nextThereAt, planned } }: { readonly workspace: Pick<Workspace, 'id' | 'timeZone'>; readonly onTheWay: ClientOnTheWay }): React.JSX.Element {
  const { t } = useTranslation('settings')
  const formats = useFormats()
  const leavesAt = Math.min(...useLeaving().filter((entry) => entry.workspaceId === workspaceId).map((entry) => entry.leavesAt))
  const seconds = Math.max(0, Math.ceil((leavesAt - useSeconds(leaving > 0)) / 1000))
  return (
    <ul className={styles.onTheWay} aria-label={t('client.onTheWay')}>
      {left > 0 && <li>{t('client.left', { count: left })}</li>}
      {leaving > 0 && <li>{Number.isFinite(seconds) ? t('client.leaving', { count: leaving, seconds }) : t('client.leavingNow', { count: leaving })}</li>}
      {sending > 0 && <li>{t('client.sending', { count: sending })}</li>}
      {inDoubt > 0 && <li>{t('client.inDoubt', { count: inDoubt })}</li>}
      {atNetwork > 0 && <li>{t('client.atNetwork', { count: atNetwork, when: nextThereAt === null ? '' : formats.dayAndTime(nextThereAt, timeZone) })}</li>}
      {planned > 0 && <li>{t('client.planned', { count: planned })}</li>}
    </ul>
  )
}
