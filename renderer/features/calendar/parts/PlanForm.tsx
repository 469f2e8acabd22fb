import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toLocalDateTime } from '../../../../shared/schedule/local-time.ts'
import type { Workspace } from '../../../../shared/workspaces/workspace.ts'
import { Button } from '../../../components/Button.tsx'
import { DateTimeField } from '../../../components/DateTimeField.tsx'
import { Dialog } from '../../../components/Dialog.tsx'
import { zoneName } from '../../../language/zone-name.ts'
import { useNow } from '../../../shell/use-now.ts'
import { suggestedTime } from '../../composer/schedule-choice.ts'
import { timeProblem } from '../../composer/sending-obstacle.ts'
import { useTakenTimes } from '../../composer/use-taken-times.ts'
import styles from './Shelf.module.css'

export interface PlanFormProps {
  readonly workspaceId: string
  /** Where what is planned is to go, as far as that is known. */
  readonly accountIds?: readonly string[]
  readonly timeZone: string
  readonly onPlan: (localDateTime: string) => void
}

const anyAccount: readonly string[] = []

/** A day and an hour to come, in the client's zone. */
export function PlanForm({ workspaceId, accountIds = anyAccount, timeZone, onPlan }: PlanFormProps): React.JSX.Element {
  const { t } = useTranslation('calendar')
  const now = useNow()
  const [opened] = useState(now)
  const [typed, setTime] = useState<string | null>(null)
  const taken = useTakenTimes(workspaceId, { accountIds, postId: null })
  const time = typed ?? suggestedTime(opened, timeZone, taken)
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

export interface PlanDialogProps extends Pick<PlanFormProps, 'onPlan'> {
  readonly workspace: Pick<Workspace, 'id' | 'timeZone'>
  /** What is planned. */
  readonly name: string
  readonly onClose: () => void
}

/** The same for what stands elsewhere than on the calendar. */
export function PlanDialog({ workspace, name, onClose, onPlan }: PlanDialogProps): React.JSX.Element {
  const { t } = useTranslation('calendar')
  return (
    <Dialog open onOpenChange={onClose} size="small" title={t('shelf.planDialog')} description={name}>
      <PlanForm workspaceId={workspace.id} timeZone={workspace.timeZone} onPlan={onPlan} />
    </Dialog>
  )
}
