import { useTranslation } from 'react-i18next'
import type { HeldFate } from '../../../shared/safety/hold.ts'
import { toLocalDateTime } from '../../../shared/schedule/local-time.ts'
import type { Workspace } from '../../../shared/workspaces/workspace.ts'
import { DateTimeField } from '../../components/DateTimeField.tsx'
import { SegmentedControl } from '../../components/SegmentedControl.tsx'
import { useFormats } from '../../language/use-formats.ts'
import { useNow } from '../../shell/use-now.ts'
import type { HeldEntry } from './held-entries.ts'
import styles from './safety.module.css'

export interface HeldLineProps {
  readonly entry: HeldEntry
  /** Named when several clients are on the list. */
  readonly client: Workspace | undefined
  readonly timeZone: string
  readonly fate: HeldFate | null
  /** The time to begin with when it is moved. */
  readonly suggested: () => string
  readonly onChoose: (fate: HeldFate) => void
}

/** One thing that was held, when it was due, and what is to become of it. */
export function HeldLine({ entry, client, timeZone, fate, suggested, onChoose }: HeldLineProps): React.JSX.Element {
  const { t } = useTranslation(['safety', 'queue'])
  const formats = useFormats()
  const now = useNow()
  const kinds: readonly HeldFate['kind'][] = entry.subject.kind === 'post' ? ['publish_now', 'move', 'drop'] : ['publish_now', 'drop']

  return (
    <li className={styles.heldLine} data-client={client?.colour}>
      <span className={styles.heldTexts}>
        {client !== undefined && <strong className={styles.client}>{client.name}</strong>}
        <span className={styles.excerpt}>{entry.excerpt || t(`queue:kind.${entry.kind}`)}</span>
        <span className={styles.quiet}>{t('lift.wasDue', { when: formats.dayAndTime(entry.dueAt, timeZone) })}</span>
      </span>
      <span className={styles.heldFate}>
        <SegmentedControl
          size="small"
          label={t('lift.fateOf', { excerpt: entry.excerpt.slice(0, 40) })}
          value={fate?.kind ?? null}
          onChange={(kind) => onChoose(kind === 'move' ? { kind, localDateTime: suggested() } : { kind })}
          segments={kinds.map((kind) => ({ value: kind, label: t(`lift.fate.${kind}`) }))}
        />
        {fate?.kind === 'move' && <DateTimeField label={t('lift.newTime')} isLabelHidden value={fate.localDateTime} today={toLocalDateTime(now, timeZone).slice(0, 10)} onChange={(localDateTime) => onChoose({ kind: 'move', localDateTime })} />}
      </span>
    </li>
  )
}
