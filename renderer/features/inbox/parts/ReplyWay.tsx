import { Lock, MessageCircle } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { SegmentedControl } from '../../../components/SegmentedControl.tsx'
import { useFormats } from '../../../language/use-formats.ts'
import { useNow } from '../../../shell/use-now.ts'
import { replyWays, type PrivateReply, type ReplyWay } from '../use-reply-way.ts'
import styles from './ReplyBox.module.css'

export interface ReplyWayProps {
  readonly of: PrivateReply
  readonly way: ReplyWay | null
  /** What is written was for somebody whose comment is not the newest any more. */
  readonly isForAnother: boolean
  readonly timeZone: string
  readonly onChoose: (way: ReplyWay) => void
}

const icons = { public: MessageCircle, private: Lock } as const

/** A comment may be answered under it, or once in private: which of the two, and what holds for the second. */
export function ReplyWayChoice({ of, way, isForAnother, timeZone, onChoose }: ReplyWayProps): React.JSX.Element | null {
  const { t } = useTranslation('inbox')
  const formats = useFormats()
  const now = useNow()
  const isOver = of.until < now
  if (of.isUsed && way === 'public') return <p className={styles.until}>{t('privateReply.used')}</p>
  if (isOver && way === 'public') return null
  const offered = isOver || of.isUsed ? (['public'] as const) : replyWays
  return (
    <div className={styles.way}>
      <SegmentedControl<ReplyWay> size="small" label={t('privateReply.way')} value={way} onChange={onChoose} segments={offered.map((each) => ({ value: each, label: t(`privateReply.${each}`), icon: icons[each] }))} />
      {way === 'private' && <p className={styles.until}>{t('privateReply.hint', { person: of.person, when: formats.moment(of.until, now, timeZone) })}</p>}
      {way === null && <p className={styles.gap}>{t(isForAnother ? 'privateReply.another' : isOver ? 'privateReply.over' : 'privateReply.choose')}</p>}
    </div>
  )
}
