import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../../shared/accounts/account.ts'
import { useRequest } from '../../../bridge/use-request.ts'
import { Button } from '../../../components/Button.tsx'
import { MissedDialog } from './MissedDialog.tsx'
import { missedEntries } from './missed-entries.ts'
import styles from './Missed.module.css'

export interface MissedWholeProps {
  readonly workspaceId: string
  readonly postId: string
  readonly accounts: readonly Account[]
  readonly timeZone: string
}

/** Another time is the whole post's in any case, see `MoveDialog`. */
const kinds = ['publish_now', 'drop'] as const

/** The post whose story is read asks on other accounts too: one decision for all of them. */
export function MissedWhole({ workspaceId, postId, accounts, timeZone }: MissedWholeProps): React.JSX.Element | null {
  const { t } = useTranslation('queue')
  const [loaded] = useRequest('posts.read', { workspaceId, postId }, ['outbox.changed'])
  const [asking, setAsking] = useState<(typeof kinds)[number] | null>(null)
  const entries = loaded.kind === 'ready' ? missedEntries(workspaceId, loaded.value.jobs) : []
  const count = entries[0]?.jobs.length ?? 0
  if (count < 2 && asking === null) return null
  return (
    <div className={styles.whole} role="group" aria-label={t('missed.whole', { count })}>
      <span>{t('missed.whole', { count })}</span>
      {kinds.map((kind) => (
        <Button key={kind} size="small" onClick={() => setAsking(kind)}>
          {t(`missed.wholeFate.${kind}`)}
        </Button>
      ))}
      {asking !== null && <MissedDialog workspaceId={workspaceId} timeZone={timeZone} entries={entries} accounts={accounts} preset={asking} onClose={() => setAsking(null)} />}
    </div>
  )
}
