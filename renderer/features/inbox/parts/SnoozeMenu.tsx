import { AlarmClock, CalendarClock } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../../components/IconButton.tsx'
import { Menu } from '../../../components/Menu.tsx'
import { useFormats } from '../../../language/use-formats.ts'
import { useNow } from '../../../shell/use-now.ts'
import { snoozeChoices } from '../snooze-times.ts'
import { SnoozeDialog } from './SnoozeDialog.tsx'

export interface SnoozeMenuProps {
  readonly timeZone: string
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
  readonly onSnooze: (until: number) => void
}

/** When the conversation shall come back: three usual times, or one's own. */
export function SnoozeMenu({ timeZone, isOpen, onOpen, onSnooze }: SnoozeMenuProps): React.JSX.Element {
  const { t } = useTranslation('inbox')
  const formats = useFormats()
  const now = useNow()
  const [isChoosing, setChoosing] = useState(false)
  return (
    <>
      <Menu
        align="end"
        open={isOpen}
        onOpenChange={onOpen}
        trigger={<IconButton icon={AlarmClock} label={t('snooze')} shortcut="s" />}
        entries={[
          ...snoozeChoices(now, timeZone).map(({ id, until }) => ({ id, label: t(id), detail: formats.dayAndTime(until, timeZone), onSelect: () => onSnooze(until) })),
          { kind: 'separator', id: 'line' },
          { id: 'snoozeAt', label: t('snoozeAt'), icon: CalendarClock, onSelect: () => setChoosing(true) }
        ]}
      />
      {isChoosing && <SnoozeDialog timeZone={timeZone} onSnooze={onSnooze} onClose={() => setChoosing(false)} />}
    </>
  )
}
