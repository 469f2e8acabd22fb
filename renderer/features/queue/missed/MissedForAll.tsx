import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MissedFate } from '../../../../shared/outbox/missed-decision.ts'
import { toLocalDateTime } from '../../../../shared/schedule/local-time.ts'
import { DateTimeField } from '../../../components/DateTimeField.tsx'
import { SegmentedControl } from '../../../components/SegmentedControl.tsx'
import { useNow } from '../../../shell/use-now.ts'
import safety from '../../safety/safety.module.css'

export interface MissedForAllProps {
  readonly timeZone: string
  /** The time to begin with when all are moved. */
  readonly suggested: () => string
  readonly onChoose: (fate: MissedFate) => void
}

const kinds = ['publish_now', 'move', 'drop'] as const

/** One choice for all of them, which each can still leave. */
export function MissedForAll({ timeZone, suggested, onChoose }: MissedForAllProps): React.JSX.Element {
  const { t } = useTranslation(['safety', 'queue'])
  const now = useNow()
  const [fate, setFate] = useState<MissedFate | null>(null)

  function choose(next: MissedFate): void {
    setFate(next)
    onChoose(next)
  }

  return (
    <div className={safety.forAll}>
      <span>{t('queue:missed.forAll')}</span>
      <SegmentedControl
        size="small"
        label={t('queue:missed.forAll')}
        value={fate?.kind ?? null}
        onChange={(kind) => choose(kind === 'move' ? { kind, localDateTime: suggested() } : { kind })}
        segments={kinds.map((kind) => ({ value: kind, label: t(`safety:lift.fate.${kind}`) }))}
      />
      {fate?.kind === 'move' && <DateTimeField label={t('queue:missed.timeForAll')} isLabelHidden value={fate.localDateTime} today={toLocalDateTime(now, timeZone).slice(0, 10)} onChange={(localDateTime) => choose({ kind: 'move', localDateTime })} />}
    </div>
  )
}
