import { Pin, PinOff } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../shared/accounts/account.ts'
import type { Job } from '../../../shared/outbox/job.ts'
import { Button } from '../../components/Button.tsx'
import { usePinKnown } from './use-pin-known.ts'

export interface PinButtonProps {
  readonly workspaceId: string
  readonly account: Account
  /** Of one post. */
  readonly jobs: readonly Job[]
}

const PinDialog = lazy(() => import('./PinDialog.tsx').then((module) => ({ default: module.PinDialog })))

/** Pins what is out on an account, or takes the pin away; nothing where its network pins nothing for programs. */
export function PinButton({ workspaceId, account, jobs }: PinButtonProps): React.JSX.Element | null {
  const { t } = useTranslation('published')
  const [isOpen, setOpen] = useState(false)
  const part = usePinKnown(workspaceId, account, jobs)
  if (part === null) return null
  const isPinned = part.pinned?.isPinned === true
  return (
    <>
      <Button size="small" variant="quiet" icon={isPinned ? PinOff : Pin} onClick={() => setOpen(true)}>
        {t(isPinned ? 'pin.openPinned' : 'pin.open')}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <PinDialog workspaceId={workspaceId} account={account} part={part} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
