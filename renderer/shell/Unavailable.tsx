import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { passingReasons, type UnavailableReason } from '../../shared/workspaces/passing-reasons.ts'
import type { Workspace } from '../../shared/workspaces/workspace.ts'
import { Button } from '../components/Button.tsx'
import { ErrorState } from '../components/ErrorState.tsx'
import { RemoveClientDialog } from './screens.tsx'
import { openAgain, openDataFolder } from './studio-actions.ts'

/** Its data may never come back, and its settings cannot be shown: it is removed from here. */
const mayBeLost: ReadonlySet<UnavailableReason> = new Set<UnavailableReason>(['folder_missing', 'database_damaged', 'other_client'])

interface UnavailableProps {
  readonly workspace: Workspace
  readonly reason: UnavailableReason
}

/** In place of every screen of a client that cannot be opened: why, what is safe, and the ways on. */
export function Unavailable({ workspace, reason }: UnavailableProps) {
  const { t } = useTranslation('shell')
  const [isAsking, setAsking] = useState(false)
  const passes = passingReasons.has(reason)
  return (
    <>
      <ErrorState
        fillsScreen
        title={t(`unavailable.${reason}.title`)}
        text={t(`unavailable.${reason}.text`)}
        report={`${reason} ${workspace.id}`}
        {...(passes ? { onRetry: () => void openAgain(workspace.id) } : {})}
        actions={
          <>
            <Button variant={passes ? 'quiet' : 'secondary'} onClick={() => void openDataFolder()}>
              {t('commands.openDataFolder')}
            </Button>
            {mayBeLost.has(reason) && (
              <Button variant="quiet" onClick={() => setAsking(true)}>
                {t('unavailable.remove')}
              </Button>
            )}
          </>
        }
      />
      {isAsking && (
        <Suspense>
          <RemoveClientDialog workspace={workspace} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  )
}
