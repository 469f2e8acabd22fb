import { useId, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { toLocalDateTime } from '../../../../shared/schedule/local-time.ts'
import { currentInstant } from '../../../bridge/system-clock.ts'
import { Button } from '../../../components/Button.tsx'
import { DateTimeField } from '../../../components/DateTimeField.tsx'
import { Dialog } from '../../../components/Dialog.tsx'
import { useFormats } from '../../../language/use-formats.ts'
import { zoneName } from '../../../language/zone-name.ts'
import { useNow } from '../../../shell/use-now.ts'
import { readSnoozeTime, snoozeChoices } from '../snooze-times.ts'
import { returnTime } from '../return-time.ts'

export interface SnoozeDialogProps {
  readonly timeZone: string
  readonly onSnooze: (until: number) => void
  readonly onClose: () => void
}

/** Asks for a day and a time of the user's own, by the client's clock. It starts with tomorrow morning. */
export function SnoozeDialog({ timeZone, onSnooze, onClose }: SnoozeDialogProps): React.JSX.Element {
  const { t } = useTranslation('inbox')
  const formats = useFormats()
  const now = useNow()
  const formId = useId()
  const [time, setTime] = useState(() => toLocalDateTime(snoozeChoices(now, timeZone)[1]?.until ?? now, timeZone))
  const [isTried, setTried] = useState(false)
  const chosen = readSnoozeTime(time, timeZone, now)
  // What is not finished yet is no mistake; a time that is over is one at once.
  const problem = chosen.kind === 'past' || (chosen.kind === 'incomplete' && isTried) ? t(`snoozeDialog.${chosen.kind}`) : undefined

  function handleSubmit(event: FormEvent): void {
    event.preventDefault()
    setTried(true)
    const answer = readSnoozeTime(time, timeZone, currentInstant())
    if (answer.kind !== 'future') return
    onClose()
    onSnooze(answer.until)
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="small"
      title={t('snoozeDialog.title')}
      footer={
        <>
          <Button onClick={onClose}>{t('snoozeDialog.cancel')}</Button>
          <Button type="submit" form={formId} variant="primary">
            {t('snooze')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={handleSubmit}>
        <DateTimeField
          label={t('snoozeDialog.label')}
          hint={chosen.kind === 'future' ? t('returns', returnTime(formats, chosen.until, now, timeZone)) : t('snoozeDialog.zone', { zone: zoneName(timeZone) })}
          error={problem}
          today={toLocalDateTime(now, timeZone).slice(0, 10)}
          value={time}
          onChange={setTime}
        />
      </form>
    </Dialog>
  )
}
