import { useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { studio } from '../../bridge/studio-client.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { RadioGroup } from '../../components/RadioGroup.tsx'
import { showFailure } from '../../components/show-failure.ts'
import { TextField } from '../../components/TextField.tsx'
import { showToast } from '../../components/toaster.ts'
import type { Result } from '../../../shared/contract/result.ts'
import type { HoldBegan } from '../../../shared/contract/safety.contract.ts'
import type { Workspace } from '../../../shared/workspaces/workspace.ts'
import { useStudio } from '../../shell/studio-store.ts'
import { namesOf } from './names-of.ts'
import { countAtNetwork } from './posts-at-network.ts'
import styles from './safety.module.css'

export interface HoldDialogProps {
  /** The client on screen; undefined before there is one. */
  readonly workspace: Workspace | undefined
  readonly onClose: () => void
}

/** Stops everything at once: Enter is enough, the reason may follow. */
export function HoldDialog({ workspace, onClose }: HoldDialogProps): React.JSX.Element {
  const { t } = useTranslation(['safety', 'components'])
  const isHeld = useStudio(({ holds }) => holds.some(({ workspaceId }) => workspaceId === workspace?.id))
  const [scope, setScope] = useState<'client' | 'all'>(workspace === undefined || isHeld ? 'all' : 'client')
  const [reason, setReason] = useState('')
  const [isBusy, setBusy] = useState(false)
  const workspaces = useStudio((state) => state.workspaces)
  const field = useRef<HTMLInputElement | null>(null)

  async function handleSubmit(event: FormEvent): Promise<void> {
    event.preventDefault()
    setBusy(true)
    // Counted before the hold calls them back. The hold itself waits for nothing else.
    const calledBack = countAtNetwork(scope === 'client' && workspace !== undefined ? [workspace.id] : workspaces.map(({ id }) => id))
    const answer: Result<HoldBegan & { readonly troubled?: readonly string[] }> = await (scope === 'client' && workspace !== undefined ? studio.request('safety.hold', { workspaceId: workspace.id, reason }) : studio.request('studio.hold', { reason }))
    setBusy(false)
    if (!answer.ok) return showFailure(answer.error)
    onClose()
    const { kept, onTheWire } = answer.value
    const troubled = namesOf(workspaces, answer.value.troubled ?? [])
    if (troubled !== '') showToast({ kind: 'warning', title: t('hold.troubled', { clients: troubled }), duration: 0 })
    const backCount = await calledBack
    if (backCount > 0) showToast({ kind: 'warning', title: t('hold.calledBack', { count: backCount }), detail: t('hold.calledBackText'), duration: 0 })
    const title = t('hold.began')
    const keptHere = kept > 0 ? t('hold.kept', { count: kept }) : t('hold.nothingKept')
    if (onTheWire > 0) showToast({ kind: 'warning', title, detail: `${keptHere} ${t('hold.onTheWire', { count: onTheWire })}`, duration: 0 })
    else showToast({ kind: 'success', title, detail: `${keptHere} ${t('hold.nothingLeft')}` })
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="small"
      title={scope === 'client' && workspace !== undefined ? t('hold.titleOfClient', { client: workspace.name }) : t('hold.title')}
      description={t('hold.text')}
      initialFocus={field}
      footer={
        <>
          <Button onClick={onClose}>{t('components:cancel')}</Button>
          <Button variant="danger" type="submit" form="hold" busy={isBusy}>
            {t('hold.confirm')}
          </Button>
        </>
      }
    >
      <form id="hold" className={styles.form} onSubmit={(event) => void handleSubmit(event)}>
        {workspace !== undefined && (
          <RadioGroup
            label={t('hold.scope')}
            value={scope}
            onChange={setScope}
            options={[
              { value: 'client', label: t('hold.client', { client: workspace.name }) },
              { value: 'all', label: t('hold.all') }
            ]}
          />
        )}
        <TextField ref={field} label={t('hold.reason')} hint={t('hold.reasonHint')} value={reason} maxLength={200} onChange={setReason} />
      </form>
    </Dialog>
  )
}
