import { Hourglass, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Leaving } from '../../shared/outbox/undo-window.ts'
import { useRequest } from '../bridge/use-request.ts'
import { Button } from '../components/Button.tsx'
import { smallIconProps } from '../components/icon.ts'
import { namedAccounts } from '../components/named-accounts.ts'
import { useNetworkNames } from '../language/use-network-names.ts'
import { holdOf } from './hold-actions.ts'
import { hasLine, keyOf, leavingWord, takeBack, useLeaving } from './leaving-store.ts'
import { useStudio } from './studio-store.ts'
import { useUndoTarget } from './undo-key.ts'
import { useSeconds } from './use-seconds.ts'
import styles from './LeavingStrip.module.css'

/** What is about to leave, with the seconds that remain and the way back. In sight on every screen, whatever client it belongs to. */
export function LeavingStrip({ workspaceId }: { readonly workspaceId: string }) {
  const { t } = useTranslation('safety')
  const holds = useStudio((state) => state.holds)
  // What is on hold does not leave: no seconds are counted for it, and the hold's own dialog decides what becomes of it.
  const lines = useLeaving().filter((entry) => hasLine(entry) && holdOf(holds, entry.workspaceId) === null)
  const now = useSeconds(lines.length > 0)
  const target = useUndoTarget()
  const byKey = target?.kind === 'leaving' ? keyOf(target.entry) : null
  return (
    <div className={styles.strip} role="status" data-keep-clear aria-label={t('leaving.title')}>
      {lines.map((entry) => (
        <Line key={keyOf(entry)} entry={entry} now={now} isHere={entry.workspaceId === workspaceId} hasKey={keyOf(entry) === byKey} />
      ))}
    </div>
  )
}

function Line({ entry, now, isHere, hasKey }: { readonly entry: Leaving; readonly now: number; readonly isHere: boolean; readonly hasKey: boolean }) {
  const { t } = useTranslation('safety')
  const { t: ofQueue } = useTranslation('queue')
  const client = useStudio((state) => state.workspaces.find(({ id }) => id === entry.workspaceId))
  const seconds = Math.max(0, Math.ceil((entry.leavesAt - now) / 1000))
  const what = entry.kind === 'publish_post' ? t('leaving.post', { count: entry.accountIds.length }) : ofQueue(`kind.${leavingWord(entry)}`)
  return (
    <div className={styles.line} data-client={client?.colour}>
      <Hourglass {...smallIconProps} className={styles.icon} />
      {!isHere && <strong className={styles.client}>{client?.name ?? '—'}</strong>}
      <span className={styles.what}>{what}</span>
      {changesWhatIsOut(entry) && <WhereItStands entry={entry} />}
      <span className={styles.excerpt}>{entry.excerpt}</span>
      {/* Read once; a voice that counts down would talk over everything else. */}
      <span className={styles.seconds} aria-hidden="true">
        {t(`leaving.${entry.byHand === true ? 'byHand.' : ''}${entry.waitsForConnection ? 'offline' : seconds === 0 ? 'now' : 'seconds'}`, { count: seconds })}
      </span>
      <Button size="small" icon={Undo2} {...(hasKey ? { shortcut: 'mod+z' } : {})} onClick={() => void takeBack(entry)}>
        {t('leaving.takeBack')}
      </Button>
    </div>
  )
}

/** What is about to be deleted or written over is out already: where, is what somebody takes it back for. */
function changesWhatIsOut({ kind }: Leaving): boolean {
  return kind === 'delete' || kind === 'edit'
}

/** The networks and accounts by name; of many the first ones, and how many more. */
function WhereItStands({ entry: { workspaceId, accountIds } }: { readonly entry: Leaving }) {
  const { t } = useTranslation('safety')
  const names = useNetworkNames()
  const [loaded] = useRequest('accounts.list', { workspaceId }, ['accounts.changed'])
  const accounts = loaded.kind === 'ready' ? accountIds.flatMap((id) => namedAccounts(loaded.value).find((account) => account.id === id) ?? []) : []
  if (accounts.length === 0) return null
  const named = accounts.slice(0, mostNamed).map(({ networkId, handle }) => t('leaving.onAccount', { network: names.name(networkId), handle }))
  const more = accounts.length - named.length
  return <span className={styles.where}>{more === 0 ? named.join(', ') : t('leaving.andMore', { accounts: named.join(', '), count: more })}</span>
}

const mostNamed = 2
