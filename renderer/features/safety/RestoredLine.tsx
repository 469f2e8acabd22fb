import { useTranslation } from 'react-i18next'
import type { Account } from '../../../shared/accounts/account.ts'
import { isOfWords } from '../../../shared/outbox/job-nature.ts'
import type { RestoredEntry, RestoredFinding } from '../../../shared/safety/restored-entry.ts'
import { Button } from '../../components/Button.tsx'
import { SegmentedControl } from '../../components/SegmentedControl.tsx'
import { useFormats } from '../../language/use-formats.ts'
import { useNetworkNames } from '../../language/use-network-names.ts'
import { openExternal } from '../../shell/studio-actions.ts'
import { useNow } from '../../shell/use-now.ts'
import { wordOf } from './deed-words.ts'
import { choicesFor, type RestoredChoice } from './restored-fates.ts'
import styles from './safety.module.css'

export interface RestoredLineProps {
  readonly entry: RestoredEntry
  /** undefined: it was removed since. */
  readonly account: Account | undefined
  readonly timeZone: string
  /** What is shown beside it is shown beside another one too. */
  readonly isShared: boolean
  readonly choice: RestoredChoice
  readonly onChoose: (choice: RestoredChoice) => void
}

/** One thing on one account: when it is meant to go, what its network shows, and what is to become of it. */
export function RestoredLine({ entry, account, timeZone, isShared, choice, onChoose }: RestoredLineProps): React.JSX.Element {
  const { t } = useTranslation(['safety', 'queue'])
  const formats = useFormats()
  const networks = useNetworkNames()
  const isPast = entry.dueAt <= useNow()
  const { finding } = entry
  const deed = isOfWords(entry.kind) ? null : t(`queue:kind.${entry.kind}`)
  const excerpt = entry.excerpt || (deed === null ? t(`queue:kind.${entry.kind}`) : '')
  const labelOf = (value: RestoredChoice): string => {
    if (deed !== null && (value === 'goes' || value === 'drop')) return t(`lift.fate.${wordOf(entry.kind, value === 'goes' ? 'publish_now' : 'drop')}`)
    if (value === 'goes' && finding.kind === 'waits_there') return t('restored.fate.there')
    return t(value === 'goes' && isPast ? 'restored.fate.now' : `restored.fate.${value}`)
  }
  const place = account === undefined ? null : `${networks.name(account.networkId)} · ${account.handle}`
  const when = t(isPast ? 'lift.wasDue' : 'restored.isDue', { when: formats.dayAndTime(entry.dueAt, timeZone) })
  const url = 'url' in finding ? finding.url : null

  return (
    <li className={styles.restoredLine}>
      <span className={styles.heldTexts}>
        {deed !== null && <strong>{deed}</strong>}
        {excerpt !== '' && <span className={styles.excerpt}>{excerpt}</span>}
        <span className={styles.quiet}>{[place, when, ...(entry.isOnlySought === true ? [t('restored.sought')] : entry.isWithNetwork ? [t('restored.comingBack')] : [])].filter((part) => part !== null).join(' · ')}</span>
        <span className={styles.finding} data-finding={finding.kind}>
          {useFindingText(finding, timeZone)}
          {isShared && ` ${t('restored.finding.shared')}`}
          {url !== null && (
            <Button size="small" variant="quiet" onClick={() => void openExternal(url)}>
              {t('restored.see')}
            </Button>
          )}
        </span>
      </span>
      <SegmentedControl
        size="small"
        label={t('restored.fateOf', { excerpt: [deed, excerpt.slice(0, 40)].filter(Boolean).join(' · '), account: account?.handle ?? '—' })}
        value={choice}
        onChange={onChoose}
        segments={choicesFor(entry).map((value) => ({ value, label: labelOf(value) }))}
      />
    </li>
  )
}

function useFindingText(finding: RestoredFinding, timeZone: string): string {
  const { t } = useTranslation('safety')
  const { dayAndTime } = useFormats()
  switch (finding.kind) {
    case 'there':
      return finding.publishedAt === null ? t('restored.finding.there') : t('restored.finding.thereSince', { when: dayAndTime(finding.publishedAt, timeZone) })
    case 'waits_there':
      return t('restored.finding.waits_there', { when: dayAndTime(finding.dueAt, timeZone) })
    case 'alike':
      return t('restored.finding.alike', { text: finding.text.slice(0, 120) })
    default:
      return t(`restored.finding.${finding.kind}`)
  }
}
