import { PencilLine } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../shared/accounts/account.ts'
import type { Job } from '../../../shared/outbox/job.ts'
import { Button } from '../../components/Button.tsx'

export interface EditButtonProps {
  readonly workspaceId: string
  readonly account: Account
  /** All that is out there of one post, in order. */
  readonly jobs: readonly Job[]
  /** Left out where the outbox itself shows it. */
  readonly onShowOutbox?: (jobId: string) => void
}

const EditDialog = lazy(() => import('./EditDialog.tsx').then((module) => ({ default: module.EditDialog })))

/** Writes other words over what is out on one account, or says why not; nothing before anything is out. */
export function EditButton({ jobs, ...rest }: EditButtonProps): React.JSX.Element | null {
  const { t } = useTranslation('published')
  const [isOpen, setOpen] = useState(false)
  const postId = jobs[0]?.postId ?? null
  if (postId === null) return null
  return (
    <>
      <Button size="small" variant="quiet" icon={PencilLine} onClick={() => setOpen(true)}>
        {t('edit.open')}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <EditDialog {...rest} postId={postId} jobIds={jobs.map(({ id }) => id)} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
