import { useTranslation } from 'react-i18next'
import type { Account } from '../../../shared/accounts/account.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { readingPriceOf } from '../../../shared/figures/reading-price.ts'
import { beginEdit } from '../../../shared/published/begin-edit.ts'
import { Banner } from '../../components/Banner.tsx'
import { ErrorState } from '../../components/ErrorState.tsx'
import { LoadingState } from '../../components/LoadingState.tsx'
import { useReality } from '../reality/use-reality.ts'
import { useNetworkNames } from '../../language/use-network-names.ts'
import { ChangedWords } from './ChangedWords.tsx'
import { EditForm } from './EditForm.tsx'

export interface EditPartProps {
  readonly workspaceId: string
  readonly account: Account
  readonly jobId: string
  readonly onClose: () => void
}

/** Reads first what stands there, where the network tells: nobody writes over what they have not seen. */
export function EditPart({ workspaceId, account, jobId, onClose }: EditPartProps): React.JSX.Element {
  const { t } = useTranslation('published')
  const names = useNetworkNames()
  const { loaded, isReading, problem, read } = useReality(workspaceId, jobId, readingPriceOf(account) === 0)
  if (loaded.kind === 'failed') return <ErrorState size="small" error={loaded.error} />
  if (problem !== null) return <ErrorState size="small" error={problem} onRetry={read} />
  if (loaded.kind === 'loading' || isReading || (loaded.value.readable === 'yes' && loaded.value.kept === null)) {
    return (
      <div role="status">
        <p>{t('edit.reading')}</p>
        <LoadingState rows={3} />
      </div>
    )
  }
  const { sent, readable, kept } = loaded.value
  if (kept?.there === 'gone') return <p>{t('edit.gone')}</p>
  const network = names.inSentence(account.networkId)
  const { isFormattedThere, isOtherThere, begin, seen, before, after } = beginEdit(sent, kept?.there ?? null, capabilitiesOf(account.networkId).edit.title === true)
  if (isFormattedThere) {
    return (
      <>
        <Banner kind="warning" title={t('edit.formattedThere', { network })}>
          {t('edit.formattedThereText')}
        </Banner>
        {before !== after && <ChangedWords before={before} after={after} />}
      </>
    )
  }
  return (
    <>
      {readable !== 'yes' && <Banner kind="warning" title={t('edit.blind', { network })} />}
      {isOtherThere && (
        <Banner kind="warning" title={t('edit.otherThere')}>
          {t('edit.sentWas')}
        </Banner>
      )}
      {isOtherThere && <ChangedWords before={before} after={after} />}
      <EditForm workspaceId={workspaceId} account={account} jobId={jobId} sent={sent} begin={begin} seen={seen} onClose={onClose} />
    </>
  )
}
