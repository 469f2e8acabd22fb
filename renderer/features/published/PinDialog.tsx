import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../shared/accounts/account.ts'
import type { PublishedPart } from '../../../shared/contract/published.contract.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { studio } from '../../bridge/studio-client.ts'
import { Banner } from '../../components/Banner.tsx'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { ErrorState } from '../../components/ErrorState.tsx'
import { LoadingState } from '../../components/LoadingState.tsx'
import { showFailure } from '../../components/show-failure.ts'
import { showToast } from '../../components/toaster.ts'
import { useNetworkNames } from '../../language/use-network-names.ts'
import { holdOf } from '../../shell/hold-actions.ts'
import { useStudio } from '../../shell/studio-store.ts'
import { pinChoices } from './pin-choices.ts'
import { PinStandingText } from './PinStandingText.tsx'
import styles from './PinDialog.module.css'
import { usePinThere } from './use-pin-there.ts'

export interface PinDialogProps {
  readonly workspaceId: string
  readonly account: Account
  /** What stands on the account, the first part of it. */
  readonly part: PublishedPart
  readonly onClose: () => void
}

/** Says how a post stands on its network and whose place it would take, and pins it or takes the pin away. */
export function PinDialog({ workspaceId, account, part, onClose }: PinDialogProps): React.JSX.Element {
  const { t } = useTranslation(['published', 'components'])
  const names = useNetworkNames()
  const network = names.inSentence(account.networkId)
  const isAsked = part.pin === 'yes' && part.underWay === null
  const [standing, askAgain] = usePinThere(workspaceId, part.jobId, isAsked)
  const [isBusy, setBusy] = useState(false)
  const isOnHold = holdOf(useStudio((state) => state.holds), workspaceId) !== null
  const { place } = capabilitiesOf(account.networkId).pin
  const there = standing.kind === 'there' ? standing.there : null
  const choices = isAsked && there !== null ? pinChoices(there) : []
  const isPinned = there === null ? part.pinned?.isPinned === true : there.isPinned === true

  async function handleChoice(wanted: boolean): Promise<void> {
    setBusy(true)
    const answer = await studio.request('published.pin', { workspaceId, jobId: part.jobId, isPinned: wanted, instead: there?.instead?.remoteId ?? null })
    setBusy(false)
    if (!answer.ok) return showFailure(answer.error, workspaceId)
    showToast({ kind: 'success', workspaceId, title: t(wanted ? 'pin.sent' : 'pin.sentUnpin') })
    onClose()
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t(isPinned ? 'pin.titlePinned' : 'pin.title', { network })}
      description={t('quoted', { words: part.excerpt })}
      footer={
        <>
          <Button onClick={onClose}>{t('components:cancel')}</Button>
          {choices.map((wanted, index) => (
            <Button key={String(wanted)} variant={index === choices.length - 1 ? 'primary' : 'secondary'} busy={isBusy} onClick={() => void handleChoice(wanted)}>
              {t(wanted ? (there?.instead === null ? 'pin.confirm' : 'pin.confirmInstead') : 'pin.confirmUnpin')}
            </Button>
          ))}
        </>
      }
    >
      <div className={styles.body}>
        {part.pin === 'right_missing' && <Banner kind="warning" title={t('pin.rightMissing')} />}
        {part.underWay !== null && <p>{t('pin.underWay')}</p>}
        {isAsked && standing.kind === 'reading' && <LoadingState rows={2} />}
        {isAsked && standing.kind === 'failed' && <ErrorState size="small" error={standing.error} onRetry={askAgain} />}
        {isAsked && there !== null && <PinStandingText there={there} network={network} place={place} />}
        {isOnHold && choices.length > 0 && <Banner shape="strip" kind="warning" title={t('pin.onHold')}>{t('pin.onHoldText')}</Banner>}
      </div>
    </Dialog>
  )
}
