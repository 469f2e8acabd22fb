import { useTranslation } from 'react-i18next'
import type { HeldFate } from '../../../shared/safety/hold.ts'
import { Button } from '../../components/Button.tsx'
import { wordOf } from './deed-words.ts'
import { actsOfOneKind, type HeldEntry } from './held-entries.ts'
import styles from './safety.module.css'

export interface HeldActsForAllProps {
  readonly entries: readonly HeldEntry[]
  readonly onChoose: (keys: readonly string[], fate: HeldFate) => void
}

/** Likes, reposts and the like come in dozens: one decision for all of one kind. */
export function HeldActsForAll({ entries, onChoose }: HeldActsForAllProps): React.JSX.Element {
  const { t } = useTranslation(['safety', 'queue'])
  return (
    <>
      {[...actsOfOneKind(entries)].map(([kind, keys]) => {
        const label = t('lift.forAllOfKind', { kind: t(`queue:kind.${kind}`), count: keys.length })
        return (
          <div key={kind} className={styles.forAll} role="group" aria-label={label}>
            <span>{label}</span>
            {(['publish_now', 'drop'] as const).map((fate) => (
              <Button key={fate} size="small" onClick={() => onChoose(keys, { kind: fate })}>
                {t(`lift.fate.${wordOf(kind, fate)}`)}
              </Button>
            ))}
          </div>
        )
      })}
    </>
  )
}
