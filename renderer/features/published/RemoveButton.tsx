import { Trash2 } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../shared/accounts/account.ts'
import type { Job } from '../../../shared/outbox/job.ts'
import { Button } from '../../components/Button.tsx'

export interface RemoveButtonProps {
  readonly workspaceId: string
  readonly postId: string
  readonly accounts: readonly Account[]
  /** Of the post. */
  readonly jobs: readonly Job[]
  /** The one that is chosen at first; left out: all. */
  readonly accountId?: string
}

const RemoveDialog = lazy(() => import('./RemoveDialog.tsx').then((module) => ({ default: module.RemoveDialog })))

/** Deletes on its networks what is out of a post, once the person has said where; nothing before anything is out. */
export function RemoveButton({ jobs, ...rest }: RemoveButtonProps): React.JSX.Element | null {
  const { t } = useTranslation('published')
  const [isOpen, setOpen] = useState(false)
  if (!jobs.some(isOut)) return null
  return (
    <>
      <Button size="small" variant="quiet" icon={Trash2} onClick={() => setOpen(true)}>
        {t('remove')}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <RemoveDialog {...rest} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

function isOut({ kind, state, removedAt }: Job): boolean {
  return kind === 'publish_post' && state === 'published' && removedAt === undefined
}
