import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../shared/accounts/account.ts'
import type { PublishedPart } from '../../../shared/contract/published.contract.ts'
import { numberOf } from '../../../shared/posts/thread-progress.ts'
import { useBegunWords } from '../../bridge/use-begun-words.ts'
import { useRequest } from '../../bridge/use-request.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { ErrorState } from '../../components/ErrorState.tsx'
import { LoadingState } from '../../components/LoadingState.tsx'
import { Select } from '../../components/Select.tsx'
import { EditTexts, type EditTextsProps } from './EditTexts.tsx'
import styles from './EditDialog.module.css'

export interface EditDialogProps {
  readonly workspaceId: string
  readonly postId: string
  readonly accounts: readonly Account[]
  /** The one from which it was opened: its words come first. */
  readonly account: Account
  /** The parts that may be changed from here. */
  readonly jobIds: readonly string[]
  readonly onShowOutbox?: (jobId: string) => void
  readonly onClose: () => void
}

/** What stands on the accounts of a post, in other words: of a thread one part at a time, on all of them together. */
export function EditDialog({ workspaceId, postId, accounts, account, jobIds, onShowOutbox, onClose }: EditDialogProps): React.JSX.Element {
  const { t } = useTranslation('published')
  const { t: ofThread } = useTranslation('thread')
  const [loaded, reload] = useRequest('published.ofPost', { workspaceId, postId }, ['outbox.changed'])
  const [chosen, setChosen] = useState<number | null>(null)
  const all = loaded.kind === 'ready' ? ownFirst(loaded.value.parts.filter(({ jobId }) => jobIds.includes(jobId)), account.id) : []
  const numbers = [...new Set(all.map(numberOf))].toSorted((a, b) => a - b)
  const number = chosen ?? (all[0] === undefined ? 1 : numberOf(all[0]))
  const count = Math.max(...all.map(({ part }) => part?.of ?? 1))
  return (
    <Dialog open onOpenChange={onClose} size="large" title={isOfOne(all) ? t('edit.title', { name: account.handle }) : t('edit.titleAll')} description={t('edit.text')}>
      {loaded.kind === 'loading' && <LoadingState rows={3} />}
      {loaded.kind === 'failed' && <ErrorState size="small" error={loaded.error} onRetry={reload} />}
      {loaded.kind === 'ready' && (
        <div className={styles.body}>
          {numbers.length > 1 && (
            <Select
              label={t('edit.part')}
              value={String(number)}
              onChange={(value) => setChosen(Number(value))}
              options={numbers.map((one) => ({ value: String(one), label: ofThread('part', { number: one, count }), detail: all.find((part) => numberOf(part) === one)?.excerpt.slice(0, 60) ?? '' }))}
            />
          )}
          <OnePart key={number} workspaceId={workspaceId} postId={postId} number={number} parts={all.filter((part) => numberOf(part) === number)} accounts={accounts} onShowOutbox={onShowOutbox} onClose={onClose} onChanged={reload} />
        </div>
      )}
    </Dialog>
  )
}

function OnePart({ postId, number, ...texts }: Omit<EditTextsProps, 'begun'> & { readonly postId: string; readonly number: number }): React.JSX.Element {
  const begun = useBegunWords({ workspaceId: texts.workspaceId, kind: 'edit', id: `${postId} ${String(number)}` })
  return begun === null ? <LoadingState rows={3} /> : <EditTexts {...texts} begun={begun} />
}

function ownFirst(parts: readonly PublishedPart[], accountId: string): readonly PublishedPart[] {
  return [...parts.filter((part) => part.accountId === accountId), ...parts.filter((part) => part.accountId !== accountId)]
}

function isOfOne(parts: readonly PublishedPart[]): boolean {
  return new Set(parts.map(({ accountId }) => accountId)).size <= 1
}
