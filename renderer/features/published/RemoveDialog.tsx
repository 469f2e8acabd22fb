import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../shared/accounts/account.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { studio } from '../../bridge/studio-client.ts'
import { useRequest } from '../../bridge/use-request.ts'
import { newId } from '../../bridge/system-random.ts'
import { Banner } from '../../components/Banner.tsx'
import { Checkbox } from '../../components/Checkbox.tsx'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { ErrorState } from '../../components/ErrorState.tsx'
import { LoadingState } from '../../components/LoadingState.tsx'
import { showFailure } from '../../components/show-failure.ts'
import { useFormats } from '../../language/use-formats.ts'
import { useNetworkNames } from '../../language/use-network-names.ts'
import { holdOf } from '../../shell/hold-actions.ts'
import { navigate } from '../../shell/route-store.ts'
import { useStudio } from '../../shell/studio-store.ts'
import { outByAccount, type OutOnAccount } from './removable.ts'
import { RemovalRow } from './RemovalRow.tsx'
import styles from './RemoveDialog.module.css'

export interface RemoveDialogProps {
  readonly workspaceId: string
  readonly postId: string
  readonly accounts: readonly Account[]
  readonly accountId?: string
  readonly onClose: () => void
}

/** Asks which account's post is to go, names it, and says what cannot be deleted from here and how it goes by hand. */
export function RemoveDialog({ workspaceId, postId, accounts, accountId, onClose }: RemoveDialogProps): React.JSX.Element {
  const { t } = useTranslation('published')
  const [loaded, reload] = useRequest('published.ofPost', { workspaceId, postId }, ['outbox.changed', 'posts.changed'])
  const [left, setLeft] = useState<ReadonlySet<string> | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [isWrittenAgain, setWrittenAgain] = useState(false)
  const names = useNetworkNames()
  const isOnHold = holdOf(useStudio((state) => state.holds), workspaceId) !== null
  const out = loaded.kind === 'ready' ? outByAccount(loaded.value.parts) : []
  const offered = out.filter(({ count }) => count > 0)
  const chosen = offered.filter((entry) => (left === null ? accountId === undefined || accountId === entry.accountId : !left.has(entry.accountId)))
  const excerpt = out[0]?.parts[0]?.excerpt ?? ''

  function nameOf(id: string): string | null {
    const networkId = accounts.find((account) => account.id === id)?.networkId
    return networkId === undefined ? null : names.inSentence(networkId)
  }

  function handleChoose(id: string, isChosen: boolean): void {
    const before = new Set(offered.filter((entry) => !chosen.includes(entry)).map((entry) => entry.accountId))
    if (isChosen) before.delete(id)
    else before.add(id)
    setLeft(before)
  }

  async function handleRemove(): Promise<void> {
    if (chosen.length === 0) return onClose()
    setBusy(true)
    const answer = await studio.request('published.remove', { workspaceId, postId, accountIds: chosen.map((entry) => entry.accountId) })
    setBusy(false)
    if (!answer.ok) return showFailure(answer.error, workspaceId)
    onClose()
    if (isWrittenAgain) await openCopy(workspaceId, postId)
  }

  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      tone={offered.length === 0 ? 'plain' : 'danger'}
      busy={isBusy}
      title={t('title')}
      text={
        <>
          <p className={styles.excerpt}>{t('quoted', { words: excerpt })}</p>
          {offered.length > 0 && <p>{t('text')}</p>}
        </>
      }
      confirmLabel={confirmLabel(t, chosen, offered, nameOf)}
      onConfirm={() => void handleRemove()}
    >
      {loaded.kind === 'loading' && <LoadingState shape="list" />}
      {loaded.kind === 'failed' && <ErrorState size="inline" error={loaded.error} onRetry={reload} />}
      {isOnHold && offered.length > 0 && <Banner shape="strip" kind="warning" title={t('onHold')}>{t('onHoldText')}</Banner>}
      <ul className={styles.accounts} aria-label={t('accounts')}>
        {out.map((entry) => (
          <RemovalRow key={entry.accountId} workspaceId={workspaceId} entry={entry} account={accounts.find(({ id }) => id === entry.accountId)} isChosen={chosen.includes(entry)} onChoose={(isChosen) => handleChoose(entry.accountId, isChosen)} />
        ))}
      </ul>
      {offered.length > 0 && <div className={styles.again}><Checkbox label={t('writeAgain')} checked={isWrittenAgain} onChange={setWrittenAgain} /></div>}
      <Price chosen={chosen} accounts={accounts} />
    </ConfirmDialog>
  )
}

/** A draft with the same words: what is corrected goes out as a new post, once somebody says so. */
async function openCopy(workspaceId: string, postId: string): Promise<void> {
  const newPostId = newId()
  const answer = await studio.request('posts.copy', { workspaceId, postId, newPostId })
  if (answer.ok) navigate({ screen: 'compose', workspaceId, postId: newPostId, at: null })
  else showFailure(answer.error, workspaceId)
}

type Translate = ReturnType<typeof useTranslation<'published'>>['t']

/** The button names what it does, and where. */
function confirmLabel(t: Translate, chosen: readonly OutOnAccount[], offered: readonly OutOnAccount[], nameOf: (accountId: string) => string | null): string {
  if (offered.length === 0) return t('close')
  const [only] = chosen
  const network = only === undefined || chosen.length > 1 ? null : nameOf(only.accountId)
  if (network !== null) return t('confirmOne', { network })
  return chosen.length === 0 ? t('confirmNone') : t('confirm', { count: chosen.length })
}

function Price({ chosen, accounts }: { readonly chosen: readonly OutOnAccount[]; readonly accounts: readonly Account[] }): React.JSX.Element | null {
  const { t } = useTranslation('published')
  const formats = useFormats()
  const names = useNetworkNames()
  const priced = chosen.flatMap(({ accountId, count }) => {
    const networkId = accounts.find(({ id }) => id === accountId)?.networkId
    const price = networkId === undefined ? undefined : capabilitiesOf(networkId).removal.price
    return networkId === undefined || price === undefined ? [] : [{ networkId, mills: price.value * count }]
  })
  const [first] = priced
  if (first === undefined) return null
  return <p className={styles.price}>{t('price', { network: names.inSentence(first.networkId), amount: formats.dollars(priced.reduce((sum, { mills }) => sum + mills, 0)) })}</p>
}
