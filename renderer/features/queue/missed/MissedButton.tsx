import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import type { Job } from '../../../../shared/outbox/job.ts'
import { Button } from '../../../components/Button.tsx'
import { useCommands } from '../../../shell/command-registry.ts'
import { MissedDialog } from './MissedDialog.tsx'
import { missedEntries } from './missed-entries.ts'

export interface MissedButtonProps {
  readonly workspaceId: string
  readonly jobs: readonly Job[]
  readonly accounts: readonly Account[]
  readonly timeZone: string
}

/** Several posts, or one on several accounts, have missed their time: they can be decided in one go, by button and by key. */
export function MissedButton({ workspaceId, jobs, accounts, timeZone }: MissedButtonProps): React.JSX.Element | null {
  const { t } = useTranslation('queue')
  const [isOpen, setOpen] = useState(false)
  const entries = missedEntries(workspaceId, jobs)
  const isOffered = entries.reduce((sum, entry) => sum + entry.jobs.length, 0) > 1
  useCommands({ name: 'outbox', title: t('title') }, isOffered ? [{ id: 'outbox.decideMissed', title: t('missed.command'), shortcut: 'd', run: () => setOpen(true) }] : [])
  if (!isOffered && !isOpen) return null
  return (
    <>
      <Button size="small" shortcut="d" onClick={() => setOpen(true)}>
        {t('missed.open')}
      </Button>
      {isOpen && <MissedDialog workspaceId={workspaceId} timeZone={timeZone} entries={entries} accounts={accounts} preset={null} onClose={() => setOpen(false)} />}
    </>
  )
}
