import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toLocalDateTime } from '../../../../shared/schedule/local-time.ts'
import { Button } from '../../../components/Button.tsx'
import { DateTimeField } from '../../../components/DateTimeField.tsx'
import { Dialog } from '../../../components/Dialog.tsx'
import { zoneName } from '../../../language/zone-name.ts'
import { useNow } from '../../../shell/use-now.ts'
import { suggestedTime } from '../../composer/schedule-choice.ts'
import { timeProblem } from '../../composer/sending-obstacle.ts'
import styles from './Shelf.module.css'

export interface PlanFormProps {
  readonly timeZone: string
  readonly onPlan: (localDateTime: string) => void
}

/** A day and an hour to come, in the client's zone. */
export function PlanForm({ timeZone, onPlan }: PlanFormProps): React.JSX.Element {
  const { t } = useTranslation('calendar')
  const now = useNow()
  const [time, setTime] = useState(() => suggestedTime(now, timeZone))
  const problem = timeProblem({ time, timeZone, now })

  function handleSubmit(event: { preventDefault: () => void }): void {
    event.preventDefault()
    if (problem === null) onPlan(time)
  }

  return (
    <form className={styles.form} onSubmit={handleSubmit}>
      <DateTimeField
        label={t('planFor')}
        hint={t('planHint', { zone: zoneName(timeZone) })}
        {...(problem === 'past' ? { error: t('slotOver') } : {})}
        value={time}
        today={toLocalDateTime(now, timeZone).slice(0, 10)}
        onChange={setTime}
      />
      <Button type="submit" variant="primary" disabled={problem !== null}>
        {t('plan')}
      </Button>
    </form>
  )
}

/** The same for what stands elsewhere than on the calendar. `name`: what is planned. */
export function PlanDialog({ name, onClose, ...form }: PlanFormProps & { readonly name: string; readonly onClose: () => void }): React.JSX.Element {
  const { t } = useTranslation('calendar')
  return (
    <Dialog open onOpenChange={onClose} size="small" title={t('shelf.planDialog')} description={name}>
      <PlanForm {...form} />
    </Dialog>
  )
}
