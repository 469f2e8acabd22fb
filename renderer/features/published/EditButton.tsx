import { PencilLine } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../shared/accounts/account.ts'
import type { Job } from '../../../shared/outbox/job.ts'
import { Button } from '../../components/Button.tsx'
import { outOnAccount } from '../reality/out-on-account.ts'

export interface EditButtonProps {
  readonly workspaceId: string
  readonly account: Account
  /** Those on which the same change can be made. */
  readonly accounts: readonly Account[]
  /** Of one post, on all of them. */
  readonly jobs: readonly Job[]
  /** Left out where the outbox itself shows it. */
  readonly onShowOutbox?: (jobId: string) => void
}

const EditDialog = lazy(() => import('./EditDialog.tsx').then((module) => ({ default: module.EditDialog })))

/** Writes other words over what is out on an account and on the others of the post, or says why not; nothing before anything is out there. */
export function EditButton({ account, jobs, ...rest }: EditButtonProps): React.JSX.Element | null {
  const { t } = useTranslation('published')
  const [isOpen, setOpen] = useState(false)
  const postId = outOnAccount(jobs, account.id)[0]?.postId ?? null
  if (postId === null) return null
  return (
    <>
      <Button size="small" variant="quiet" icon={PencilLine} onClick={() => setOpen(true)}>
        {t('edit.open')}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <EditDialog {...rest} account={account} postId={postId} jobIds={[...new Set(jobs.map(({ accountId }) => accountId))].flatMap((id) => outOnAccount(jobs, id)).map(({ id }) => id)} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
