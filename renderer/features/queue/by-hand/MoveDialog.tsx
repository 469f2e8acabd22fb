import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toLocalDateTime } from '../../../../shared/schedule/local-time.ts'
import { studio } from '../../../bridge/studio-client.ts'
import { Button } from '../../../components/Button.tsx'
import { DateTimeField } from '../../../components/DateTimeField.tsx'
import { Dialog } from '../../../components/Dialog.tsx'
import { showFailure } from '../../../components/show-failure.ts'
import { showToast } from '../../../components/toaster.ts'
import { useFormats } from '../../../language/use-formats.ts'
import { useNow } from '../../../shell/use-now.ts'

export interface MoveDialogProps {
  readonly workspaceId: string
  readonly postId: string
  readonly timeZone: string
  readonly onClose: () => void
}

/** Another hour for a post that stands ready for the person: an hour from now to begin with. */
export function MoveDialog({ workspaceId, postId, timeZone, onClose }: MoveDialogProps): React.JSX.Element {
  const { t } = useTranslation('queue')
  const formats = useFormats()
  const now = useNow()
  const [time, setTime] = useState(() => toLocalDateTime(now + 3_600_000, timeZone).slice(0, 16))
  const [isBusy, setBusy] = useState(false)

  async function move(): Promise<void> {
    setBusy(true)
    const answer = await studio.request('posts.reschedule', { workspaceId, postId, localDateTime: time, isRepeatMeant: true })
    setBusy(false)
    if (!answer.ok) return showFailure(answer.error, workspaceId)
    showToast({ kind: 'success', workspaceId, title: t('byHand.moved', { when: formats.moment(answer.value.post.schedule?.dueAt ?? now, now, timeZone) }) })
    onClose()
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('byHand.anotherHour')}
      footer={
        <Button variant="primary" busy={isBusy} disabled={time === ''} onClick={() => void move()}>
          {t('decide.move')}
        </Button>
      }
    >
      <p>{t('byHand.anotherHourText')}</p>
      <DateTimeField label={t('decide.move')} isLabelHidden value={time} today={toLocalDateTime(now, timeZone).slice(0, 10)} onChange={setTime} />
    </Dialog>
  )
}
