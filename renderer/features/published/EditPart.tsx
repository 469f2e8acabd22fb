import { useTranslation } from 'react-i18next'
import type { Account } from '../../../shared/accounts/account.ts'
import type { Reality } from '../../../shared/contract/reality.contract.ts'
import { readingPriceOf } from '../../../shared/figures/reading-price.ts'
import { textToDocument } from '../../../shared/inbox/text-to-document.ts'
import { isSameThere, type WordsThere } from '../../../shared/published/words-there.ts'
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
  const there = kept?.there ?? null
  const isOther = there !== null && !isSameThere(there, { text: there.textAsSent ?? sent.text })
  return (
    <>
      {readable !== 'yes' && <Banner kind="warning" title={t('edit.blind', { network: names.inSentence(account.networkId) })} />}
      {isOther && (
        <Banner kind="warning" title={t('edit.otherThere')}>
          {t('edit.sentWas')}
        </Banner>
      )}
      {isOther && <ChangedWords before={there.textAsSent ?? sent.text} after={there.text} />}
      <EditForm workspaceId={workspaceId} account={account} jobId={jobId} sent={sent} begin={isOther ? { title: there.title ?? sent.title, document: textToDocument(there.text) } : sent} seen={there === null ? null : wordsOf(there)} onClose={onClose} />
    </>
  )
}

function wordsOf({ title, text }: Exclude<NonNullable<Reality['kept']>['there'], 'gone'>): WordsThere {
  return { text, ...(title === undefined ? {} : { title }) }
}
