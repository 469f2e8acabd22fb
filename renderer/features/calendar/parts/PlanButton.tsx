import { CalendarPlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../../components/IconButton.tsx'
import { Popover } from '../../../components/Popover.tsx'
import { PlanForm, type PlanFormProps } from './PlanForm.tsx'
import styles from './Shelf.module.css'

export interface PlanButtonProps extends Pick<PlanFormProps, 'workspaceId' | 'accountIds' | 'timeZone' | 'onPlan'> {
  /** What is planned, in words. */
  readonly name: string
  /** In a line of text, not over a card. */
  readonly isInLine?: boolean
}

/** The way of the keyboard to what dragging does: a time for what it stands beside. */
export function PlanButton({ name, isInLine = false, onPlan, ...form }: PlanButtonProps): React.JSX.Element {
  const { t } = useTranslation('calendar')
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover
      label={t('planFor')}
      open={isOpen}
      onOpenChange={setOpen}
      align="end"
      trigger={<IconButton icon={CalendarPlus} size="small" className={(isInLine ? undefined : styles.plan) ?? ''} label={t('planForDraft', { excerpt: name.slice(0, 60) })} />}
    >
      <PlanForm
        {...form}
        onPlan={(at) => {
          setOpen(false)
          onPlan(at)
        }}
      />
    </Popover>
  )
}
