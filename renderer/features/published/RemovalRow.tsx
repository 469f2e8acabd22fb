import { ExternalLink } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../shared/accounts/account.ts'
import type { PublishedPart } from '../../../shared/contract/published.contract.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { studio } from '../../bridge/studio-client.ts'
import { AccountName } from '../../components/AccountName.tsx'
import { Button } from '../../components/Button.tsx'
import { Checkbox } from '../../components/Checkbox.tsx'
import { NetworkIcon } from '../../components/NetworkIcon.tsx'
import { showFailure } from '../../components/show-failure.ts'
import { useNetworkNames } from '../../language/use-network-names.ts'
import { openExternal } from '../../shell/studio-actions.ts'
import type { OutOnAccount } from './removable.ts'
import styles from './RemoveDialog.module.css'

export interface RemovalRowProps {
  readonly workspaceId: string
  readonly entry: OutOnAccount
  /** undefined: it was removed here. */
  readonly account: Account | undefined
  readonly isChosen: boolean
  readonly onChoose: (isChosen: boolean) => void
}

/** What is out on one account: to be deleted, or why not, with the way by hand. */
export function RemovalRow({ workspaceId, entry, account, isChosen, onChoose }: RemovalRowProps): React.JSX.Element {
  const { t } = useTranslation('published')
  const hint = useHint(entry, account)
  const name = account === undefined ? <span>—</span> : (
    <span className={styles.name}>
      <NetworkIcon networkId={account.networkId} />
      <AccountName displayName={account.displayName} handle={account.handle} />
    </span>
  )
  if (entry.count > 0) return <li><Checkbox label={name} hint={hint} checked={isChosen} onChange={onChoose} /></li>
  return (
    <li className={styles.stays}>
      {name}
      <p>{hint}</p>
      {entry.stays !== null && <ByHand workspaceId={workspaceId} parts={entry.parts.filter(({ underWay }) => underWay === null)} />}
      {entry.isUnderWay && <p>{t(entry.parts.some(({ underWay }) => underWay?.kind === 'delete') ? 'underWay' : 'edit.underWay')}</p>}
    </li>
  )
}

function useHint({ parts, count, stays, isUnderWay }: OutOnAccount, account: Account | undefined): string | undefined {
  const { t } = useTranslation('published')
  const names = useNetworkNames()
  const networkId = account?.networkId
  const network = networkId === undefined ? '' : names.inSentence(networkId)
  if (count === 0) return stays === null || isUnderWay ? undefined : t(`why.${stays}`, { network })
  const toBin = networkId !== undefined && capabilitiesOf(networkId).removal.toBin === true ? t('toBin', { network }) : null
  const size = parts.length > 1 ? t('parts', { count }) : null
  const rest = count < parts.length && stays !== null ? t(`why.${stays}`, { network }) : null
  const lines = [size, toBin, rest].filter((line) => line !== null)
  return lines.length === 0 ? undefined : lines.join(' ')
}

/** Where it stands, and the word that it is deleted there. */
function ByHand({ workspaceId, parts }: { readonly workspaceId: string; readonly parts: readonly PublishedPart[] }): React.JSX.Element {
  const { t } = useTranslation('published')
  const url = parts[0]?.remoteUrl ?? null

  async function handleMark(): Promise<void> {
    for (const { jobId } of parts) {
      const answer = await studio.request('published.markRemoved', { workspaceId, jobId })
      if (!answer.ok) return showFailure(answer.error, workspaceId)
    }
  }

  return (
    <div className={styles.byHand}>
      {url !== null && <Button size="small" trailingIcon={ExternalLink} onClick={() => void openExternal(url)}>{t('open')}</Button>}
      <Button size="small" variant="quiet" onClick={() => void handleMark()}>{t('markRemoved')}</Button>
    </div>
  )
}
