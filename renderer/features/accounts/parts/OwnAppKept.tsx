import { CircleCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NetworkCapabilities } from '../../../../shared/networks/network-capabilities.ts'
import type { OwnAppScope } from '../../../../shared/networks/own-app.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { Button } from '../../../components/Button.tsx'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import { iconProps } from '../../../components/icon.ts'
import { showFailure } from '../../../components/show-failure.ts'
import { useNetworkNames } from '../../../language/use-network-names.ts'
import styles from './OwnApp.module.css'

/** What the network said of an app that was just entered; null: it was kept before. */
export type Checked = 'accepted' | 'not_told' | null

export interface OwnAppKeptProps {
  readonly workspaceId: string
  readonly clientName: string
  readonly network: NetworkCapabilities
  readonly scope: OwnAppScope
  readonly checked: Checked
  readonly onAnother: () => void
  readonly onRemoved: () => void
}

/** The app that is used, and the two ways away from it. Another one is entered beside it; only removing takes it from those it serves. */
export function OwnAppKept({ workspaceId, clientName, network, scope, checked, onAnother, onRemoved }: OwnAppKeptProps): React.JSX.Element {
  const { t } = useTranslation('accounts')
  const names = useNetworkNames()
  const [isAsking, setAsking] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const isForClient = scope === 'workspace'
  const named = { client: clientName, network: names.inSentence(network.id) }

  async function handleRemove(): Promise<void> {
    setBusy(true)
    const answer = await studio.request('ownApps.remove', { workspaceId, networkId: network.id, scope })
    setBusy(false)
    if (!answer.ok) return showFailure(answer.error, workspaceId)
    setAsking(false)
    onRemoved()
  }

  return (
    <div className={styles.kept}>
      <CircleCheck {...iconProps} />
      <p>
        <strong>{isForClient ? t('ownApp.keptForClient', named) : t('ownApp.keptForAll')}</strong> {checked === 'accepted' && t('ownApp.accepted', named)}
        {checked === 'not_told' && t('ownApp.notTold', named)}
      </p>
      <Button size="small" variant="quiet" onClick={onAnother}>
        {t('ownApp.another')}
      </Button>
      <Button size="small" variant="quiet" onClick={() => setAsking(true)}>
        {t('ownApp.remove')}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t(isForClient ? 'ownApp.removeTitleForClient' : 'ownApp.removeTitleForAll', named)}
        text={t(isForClient ? 'ownApp.removeTextForClient' : 'ownApp.removeTextForAll', named)}
        confirmLabel={t('ownApp.removeConfirm')}
        tone="danger"
        busy={isBusy}
        onConfirm={() => void handleRemove()}
      />
    </div>
  )
}
