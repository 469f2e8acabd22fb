import { useTranslation } from 'react-i18next'
import type { Account } from '../../../shared/accounts/account.ts'
import { isOfWords } from '../../../shared/outbox/job-nature.ts'
import type { HeldFate } from '../../../shared/safety/hold.ts'
import { toLocalDateTime } from '../../../shared/schedule/local-time.ts'
import type { Workspace } from '../../../shared/workspaces/workspace.ts'
import { AccountName } from '../../components/AccountName.tsx'
import { DateTimeField } from '../../components/DateTimeField.tsx'
import { NetworkIcon } from '../../components/NetworkIcon.tsx'
import { SegmentedControl } from '../../components/SegmentedControl.tsx'
import { useFormats } from '../../language/use-formats.ts'
import { useNow } from '../../shell/use-now.ts'
import { wordOf } from './deed-words.ts'
import { fatesOf, type HeldEntry } from './held-entries.ts'
import styles from './safety.module.css'

export interface HeldLineProps {
  readonly entry: HeldEntry
  /** Named when several clients are on the list. */
  readonly client: Workspace | undefined
  readonly accounts: readonly Account[]
  readonly timeZone: string
  readonly fate: HeldFate | null
  /** The time to begin with when it is moved. */
  readonly suggested: () => string
  readonly onChoose: (fate: HeldFate) => void
}

/** One thing that was held, when it was due, what the client said where that keeps it, and what is to become of it. */
export function HeldLine({ entry, client, accounts, timeZone, fate, suggested, onChoose }: HeldLineProps): React.JSX.Element {
  const { t } = useTranslation(['safety', 'queue', 'ledger'])
  const formats = useFormats()
  const now = useNow()
  const { stop } = entry
  const deed = isOfWords(entry.kind) ? null : t(`queue:kind.${entry.kind}`)
  const labelOf = (kind: HeldFate['kind']): string => {
    if (kind === 'publish_now' || kind === 'drop') return t(`lift.fate.${wordOf(entry.kind, kind)}`)
    return t(`lift.fate.${kind === 'ask' && stop?.kind === 'refused' ? 'ask_again' : kind}`)
  }

  return (
    <li className={styles.heldLine} data-stopped={stop === null ? undefined : ''} data-client={client?.colour}>
      <span className={styles.heldTexts}>
        {client !== undefined && <strong className={styles.client}>{client.name}</strong>}
        {deed !== null && <strong>{deed}</strong>}
        {(deed === null || entry.excerpt !== '') && <span className={styles.excerpt}>{entry.excerpt || t(`queue:kind.${entry.kind}`)}</span>}
        <span className={styles.heldAccounts}>
          {accounts.map(({ id, networkId, displayName, handle }) => (
            <span key={id}>
              <NetworkIcon networkId={networkId} size={14} />
              <AccountName displayName={displayName} handle={handle} />
            </span>
          ))}
        </span>
        {stop?.kind === 'refused' && <span>{t(stop.words === '' ? 'ledger:clientNo' : 'ledger:clientWords', { by: stop.by, words: stop.words })}</span>}
        {stop?.kind === 'lacks_yes' && <span>{t('lift.lacksYes')}</span>}
        <span className={styles.quiet}>{t('lift.wasDue', { when: formats.dayAndTime(entry.dueAt, timeZone) })}</span>
      </span>
      <span className={styles.heldFate}>
        <SegmentedControl
          size="small"
          label={t('lift.fateOf', { excerpt: [deed, entry.excerpt.slice(0, 40)].filter(Boolean).join(' · ') })}
          value={fate?.kind ?? null}
          onChange={(kind) => onChoose(kind === 'move' ? { kind, localDateTime: suggested() } : { kind })}
          segments={fatesOf(entry).map((kind) => ({ value: kind, label: labelOf(kind) }))}
        />
        {fate?.kind === 'move' && <DateTimeField label={t('lift.newTime')} isLabelHidden value={fate.localDateTime} today={toLocalDateTime(now, timeZone).slice(0, 10)} onChange={(localDateTime) => onChoose({ kind: 'move', localDateTime })} />}
      </span>
    </li>
  )
}
