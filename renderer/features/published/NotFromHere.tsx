import { useTranslation } from 'react-i18next'
import type { Account } from '../../../shared/accounts/account.ts'
import type { PublishedPart } from '../../../shared/contract/published.contract.ts'
import { AccountName } from '../../components/AccountName.tsx'
import { Banner } from '../../components/Banner.tsx'
import { ErrorState } from '../../components/ErrorState.tsx'
import { LoadingState } from '../../components/LoadingState.tsx'
import { NetworkIcon } from '../../components/NetworkIcon.tsx'
import { useNetworkNames } from '../../language/use-network-names.ts'
import { useKeptBy } from '../../shell/use-kept-by.ts'
import { ChangedWords } from './ChangedWords.tsx'
import { ChangeLine } from './ChangeLine.tsx'
import { StartAgain } from './StartAgain.tsx'
import type { Standings } from './use-standings.ts'
import styles from './EditDialog.module.css'

export interface NotFromHereProps {
  readonly workspaceId: string
  readonly parts: readonly PublishedPart[]
  readonly accounts: readonly Account[]
  /** Nobody else is there: its name stands in the title. */
  readonly isAlone: boolean
  readonly standings: Standings
  readonly onShowOutbox: ((jobId: string) => void) | undefined
  readonly onChanged: () => void
}

/** The accounts whose words cannot be changed from here, each with the reason, or with how far a change of them is. */
export function NotFromHere({ workspaceId, parts, accounts, isAlone, ...rest }: NotFromHereProps): React.JSX.Element {
  const { t } = useTranslation('published')
  return (
    <ul className={styles.accounts} aria-label={t('edit.notFromHere')}>
      {parts.map((part) => {
        const account = accounts.find(({ id }) => id === part.accountId)
        return (
          <li key={part.jobId} className={styles.account}>
            {!isAlone && account !== undefined && (
              <span className={styles.name}>
                <NetworkIcon networkId={account.networkId} />
                <AccountName displayName={account.displayName} handle={account.handle} />
              </span>
            )}
            <Why workspaceId={workspaceId} part={part} account={account} {...rest} />
          </li>
        )
      })}
    </ul>
  )
}

function Why({ workspaceId, part, account, standings, onShowOutbox, onChanged }: Omit<NotFromHereProps, 'parts' | 'accounts' | 'isAlone'> & { readonly part: PublishedPart; readonly account: Account | undefined }): React.JSX.Element {
  const { t } = useTranslation('published')
  const names = useNetworkNames()
  const keptBy = useKeptBy(workspaceId)
  if (account === undefined) return <p>{t('edit.why.account_gone')}</p>
  const network = names.inSentence(account.networkId)
  if (part.edit !== 'yes') return <p>{t(`edit.why.${part.edit}`, { network })}</p>
  if (part.underWay !== null) {
    return (
      <>
        <p>{t('edit.underWay')}</p>
        <ChangeLine changes={[part.underWay]} keptBy={keptBy} onShowOutbox={(jobId) => onShowOutbox?.(jobId)} />
        <StartAgain workspaceId={workspaceId} job={part.underWay} onChanged={onChanged} />
      </>
    )
  }
  const standing = standings.of(part.jobId)
  if (standing.kind === 'failed') return <ErrorState size="small" error={standing.error} onRetry={() => standings.read({ jobId: part.jobId, account, part: part.part })} />
  if (standing.kind === 'gone') return <p>{t('edit.gone')}</p>
  if (standing.kind === 'formatted') {
    return (
      <>
        <Banner kind="warning" title={t('edit.formattedThere', { network })}>{t('edit.formattedThereText')}</Banner>
        {standing.before !== standing.after && <ChangedWords before={standing.before} after={standing.after} />}
      </>
    )
  }
  return (
    <div role="status">
      <p>{t('edit.reading')}</p>
      <LoadingState rows={1} />
    </div>
  )
}
