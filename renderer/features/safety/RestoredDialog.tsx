import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HeldScope } from '../../../shared/contract/studio.contract.ts'
import { isOfWords } from '../../../shared/outbox/job-nature.ts'
import { studio } from '../../bridge/studio-client.ts'
import { useRequest } from '../../bridge/use-request.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { ErrorState } from '../../components/ErrorState.tsx'
import { LoadingState } from '../../components/LoadingState.tsx'
import { namedAccounts } from '../../components/named-accounts.ts'
import { showFailure } from '../../components/show-failure.ts'
import { showToast } from '../../components/toaster.ts'
import { useStudio } from '../../shell/studio-store.ts'
import { useNow } from '../../shell/use-now.ts'
import { choiceOf, decisionsOf, mayAllGo, sharedFindings, type RestoredChoice } from './restored-fates.ts'
import { OnlyThereList } from './OnlyThereList.tsx'
import { RestoredLine } from './RestoredLine.tsx'
import { useWhyRestored } from './use-why-restored.ts'
import styles from './safety.module.css'

export interface RestoredDialogProps {
  readonly hold: HeldScope
  readonly workspaceId: string
  readonly onClose: () => void
}

/** A client's data were put back to an earlier state: everything that waits, with what its network shows, and one press that lets go what is certain. */
export function RestoredDialog({ hold, workspaceId, onClose }: RestoredDialogProps): React.JSX.Element {
  const { t } = useTranslation(['safety', 'components'])
  const now = useNow()
  const client = useStudio((state) => state.workspaces.find(({ id }) => id === workspaceId))
  const timeZone = client?.timeZone ?? 'UTC'
  const why = useWhyRestored(hold, client)
  const [found, lookAgain] = useRequest('safety.readRestored', { workspaceId }, [])
  const [accounts] = useRequest('accounts.list', { workspaceId }, ['accounts.changed'])
  const [choices, setChoices] = useState<ReadonlyMap<string, RestoredChoice>>(new Map())
  const [isBusy, setBusy] = useState(false)
  const entries = found.kind === 'ready' ? found.value.entries : []
  const shared = sharedFindings(entries)
  const more = found.kind === 'ready' ? found.value.more : 0
  const toCome = entries.filter((entry) => mayAllGo(entry, now))
  const past = entries.filter(({ kind, finding, dueAt }) => finding.kind === 'not_there' && isOfWords(kind) && dueAt <= now).length
  const atOnce = entries.filter((entry) => isOfWords(entry.kind) && entry.dueAt <= now && entry.finding.kind !== 'waits_there' && choiceOf(entry, choices, now) === 'goes').length
  const later = entries.filter((entry) => choiceOf(entry, choices, now) === 'later').length + more

  async function handleGo(): Promise<void> {
    setBusy(true)
    const decided = await studio.request('safety.decideRestored', { workspaceId, decisions: [...decisionsOf(entries, choices, now)] })
    setBusy(false)
    if (!decided.ok) return showFailure(decided.error, workspaceId)
    onClose()
    const leaving = atOnce > 0 ? t('restored.doneNow', { count: atOnce }) : null
    const waiting = later > 0 ? t('restored.doneLater', { count: later }) : null
    showToast({ kind: 'success', title: t('lift.done'), detail: leaving === null && waiting === null ? t('lift.doneText') : [leaving, waiting].filter(Boolean).join(' ') })
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="large"
      title={t('restored.title', { client: client?.name ?? '—' })}
      description={`${why} ${t('restored.text')}`}
      footer={
        <>
          <Button onClick={onClose}>{t('components:cancel')}</Button>
          <Button variant="primary" busy={isBusy} disabled={found.kind !== 'ready'} onClick={() => void handleGo()}>
            {t('restored.confirm')}
          </Button>
        </>
      }
    >
      {found.kind === 'loading' && (
        <>
          <p role="status">{t('restored.looking')}</p>
          <LoadingState rows={3} />
        </>
      )}
      {found.kind === 'failed' && <ErrorState error={found.error} size="small" onRetry={lookAgain} />}
      {found.kind === 'ready' && entries.length === 0 && <p>{t('restored.nothing')}</p>}
      {entries.length > 0 && <ForAll toCome={toCome.length} past={past} onRelease={() => setChoices((known) => new Map([...known, ...toCome.map(({ jobId }) => [jobId, 'goes'] as const)]))} onLookAgain={lookAgain} />}
      <ul className={styles.held}>
        {entries.map((entry) => (
          <RestoredLine
            key={entry.jobId}
            entry={entry}
            account={accounts.kind === 'ready' ? namedAccounts(accounts.value).find(({ id }) => id === entry.accountId) : undefined}
            timeZone={timeZone}
            isShared={shared.has(entry.jobId)}
            choice={choiceOf(entry, choices, now)}
            onChoose={(choice) => setChoices((known) => new Map(known).set(entry.jobId, choice))}
          />
        ))}
      </ul>
      <OnlyThereList posts={found.kind === 'ready' ? found.value.onlyThere : []} accounts={accounts.kind === 'ready' ? namedAccounts(accounts.value) : []} timeZone={timeZone} />
      {later > 0 && <p className={styles.quiet}>{t('restored.later', { count: later })}</p>}
    </Dialog>
  )
}

interface ForAllProps {
  readonly toCome: number
  readonly past: number
  readonly onRelease: () => void
  readonly onLookAgain: () => void
}

/** One press for all of which it is certain that they are not there and whose hour is still to come; of those that are past it, it says that they are not among them. */
function ForAll({ toCome, past, onRelease, onLookAgain }: ForAllProps): React.JSX.Element {
  const { t } = useTranslation('safety')
  return (
    <div className={styles.forAll}>
      {toCome > 0 && (
        <Button size="small" onClick={onRelease}>
          {t('restored.allNotThere', { count: toCome })}
        </Button>
      )}
      <Button size="small" variant="quiet" onClick={onLookAgain}>
        {t('restored.lookAgain')}
      </Button>
      {past > 0 && <p className={styles.quiet}>{t('restored.past', { count: past })}</p>}
    </div>
  )
}
