import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../shared/accounts/account.ts'
import type { PublishedPart } from '../../../shared/contract/published.contract.ts'
import { useRequest } from '../../bridge/use-request.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { ErrorState } from '../../components/ErrorState.tsx'
import { LoadingState } from '../../components/LoadingState.tsx'
import { Select } from '../../components/Select.tsx'
import { useNetworkNames } from '../../language/use-network-names.ts'
import { useKeptBy } from '../../shell/use-kept-by.ts'
import { ChangeLine } from './ChangeLine.tsx'
import { EditPart } from './EditPart.tsx'
import { StartAgain } from './StartAgain.tsx'
import styles from './EditDialog.module.css'

export interface EditDialogProps {
  readonly workspaceId: string
  readonly postId: string
  readonly account: Account
  /** The parts that may be changed from here. */
  readonly jobIds: readonly string[]
  readonly onShowOutbox?: (jobId: string) => void
  readonly onClose: () => void
}

/** What stands on one account, in other words: one part at a time. */
export function EditDialog({ workspaceId, postId, account, jobIds, onShowOutbox, onClose }: EditDialogProps): React.JSX.Element {
  const { t } = useTranslation('published')
  const { t: ofThread } = useTranslation('thread')
  const [loaded, reload] = useRequest('published.ofPost', { workspaceId, postId }, ['outbox.changed'])
  const [chosen, setChosen] = useState<string | null>(null)
  const parts = loaded.kind === 'ready' ? loaded.value.parts.filter(({ jobId }) => jobIds.includes(jobId)) : []
  const part = parts.find(({ jobId }) => jobId === chosen) ?? parts[0]
  return (
    <Dialog open onOpenChange={onClose} size="large" title={t('edit.title', { name: account.handle })} description={t('edit.text')}>
      <div className={styles.body}>
        {loaded.kind === 'loading' && <LoadingState rows={3} />}
        {loaded.kind === 'failed' && <ErrorState size="small" error={loaded.error} onRetry={reload} />}
        {parts.length > 1 && part !== undefined && (
          <Select label={t('edit.part')} value={part.jobId} onChange={setChosen} options={parts.map(({ jobId, part: place, excerpt }) => ({ value: jobId, label: ofThread('part', { number: place?.number ?? 1, count: place?.of ?? 1 }), detail: excerpt.slice(0, 60) }))} />
        )}
        {part !== undefined && <OnePart key={part.jobId} workspaceId={workspaceId} account={account} part={part} onShowOutbox={onShowOutbox} onClose={onClose} onChanged={reload} />}
      </div>
    </Dialog>
  )
}

interface OnePartProps extends Pick<EditDialogProps, 'workspaceId' | 'account' | 'onClose'> {
  readonly part: PublishedPart
  readonly onShowOutbox: ((jobId: string) => void) | undefined
  readonly onChanged: () => void
}

/** It can be changed, or why not. */
function OnePart({ workspaceId, account, part, onShowOutbox, onClose, onChanged }: OnePartProps): React.JSX.Element {
  const { t } = useTranslation('published')
  const names = useNetworkNames()
  const keptBy = useKeptBy(workspaceId)
  if (part.edit !== 'yes') return <p>{t(`edit.why.${part.edit}`, { network: names.inSentence(account.networkId) })}</p>
  if (part.underWay === null) return <EditPart workspaceId={workspaceId} account={account} jobId={part.jobId} onClose={onClose} />
  return (
    <>
      <p>{t('edit.underWay')}</p>
      <ChangeLine changes={[part.underWay]} keptBy={keptBy} onShowOutbox={(jobId) => onShowOutbox?.(jobId)} />
      <StartAgain workspaceId={workspaceId} job={part.underWay} onChanged={onChanged} />
    </>
  )
}
