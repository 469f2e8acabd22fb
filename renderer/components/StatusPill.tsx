import { Ban, CheckCheck, CircleAlert, CircleCheck, CircleDashed, CircleHelp, CirclePause, CircleX, Clock, ClockAlert, CloudOff, CloudUpload, Hand, LoaderCircle, PencilLine, Trash2, TriangleAlert, Undo2, WifiOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Icon } from './icon.ts'
import { statusTones, type Status } from './status-look.ts'
import styles from './StatusPill.module.css'

export interface StatusPillProps {
  readonly status: Status
  /** `icon` shows the mark alone, with the word as its accessible name. */
  readonly form?: 'full' | 'icon'
}

const icons: Readonly<Record<Status, Icon>> = {
  draft: PencilLine,
  scheduled: Clock,
  publishing: LoaderCircle,
  // Not the sign of a client’s yes, which may stand beside it.
  published: CheckCheck,
  partly_published: TriangleAlert,
  removed: Trash2,
  needs_attention: TriangleAlert,
  queued: Clock,
  waiting_for_network: WifiOff,
  sending: LoaderCircle,
  unknown_outcome: CircleHelp,
  pending_at_network: CircleDashed,
  failed: CircleAlert,
  missed: TriangleAlert,
  held: CirclePause,
  cancelled: Ban,
  liked: CircleCheck,
  replied: CircleCheck,
  sent: CircleCheck,
  reposted: CircleCheck,
  done: CircleCheck,
  taken_back: Undo2,
  on_hold: CirclePause,
  at_network: CloudUpload,
  moving_there: ClockAlert,
  out_at_old_hour: ClockAlert,
  sought: CircleDashed,
  working_offline: CloudOff,
  by_hand: Hand,
  refused: CircleX,
  unapproved: CircleHelp
}

/** The state of a post or of an outbox job: a mark, a word, a tone; never colour alone. */
export function StatusPill({ status, form = 'full' }: StatusPillProps) {
  const { t } = useTranslation('components')
  const Drawing = icons[status]
  const word = t(`status.${status}`)
  return form === 'icon' ? (
    <span className={styles.pill} data-tone={statusTones[status]} data-form="icon" role="img" aria-label={word}>
      <Drawing size={14} strokeWidth={2} aria-hidden />
    </span>
  ) : (
    <span className={styles.pill} data-tone={statusTones[status]}>
      <Drawing size={12} strokeWidth={2.25} aria-hidden />
      {word}
    </span>
  )
}
