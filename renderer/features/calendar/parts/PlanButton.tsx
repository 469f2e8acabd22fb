import { CalendarPlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PostSummary } from '../../../../shared/posts/post.ts'
import { toLocalDateTime } from '../../../../shared/schedule/local-time.ts'
import { Button } from '../../../components/Button.tsx'
import { DateTimeField } from '../../../components/DateTimeField.tsx'
import { IconButton } from '../../../components/IconButton.tsx'
import { Popover } from '../../../components/Popover.tsx'
import { zoneName } from '../../../language/zone-name.ts'
import { useNow } from '../../../shell/use-now.ts'
import { suggestedTime } from '../../composer/schedule-choice.ts'
import { timeProblem } from '../../composer/sending-obstacle.ts'
import styles from './DraftShelf.module.css'

export interface PlanButtonProps {
  readonly draft: PostSummary
  readonly timeZone: string
  readonly onPlan: (localDateTime: string) => void
}

/** The way of the keyboard to what dragging does: a time for this draft. */
export function PlanButton({ draft, timeZone, onPlan }: PlanButtonProps): React.JSX.Element {
  const { t } = useTranslation('calendar')
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover
      label={t('planFor')}
      open={isOpen}
      onOpenChange={setOpen}
      align="end"
      trigger={<IconButton icon={CalendarPlus} size="small" className={styles.plan ?? ''} label={t('planForDraft', { excerpt: draft.excerpt.slice(0, 60) })} />}
    >
      <PlanForm
        timeZone={timeZone}
        onPlan={(at) => {
          setOpen(false)
          onPlan(at)
        }}
      />
    </Popover>
  )
}

function PlanForm({ timeZone, onPlan }: Pick<PlanButtonProps, 'timeZone' | 'onPlan'>): React.JSX.Element {
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
