import { useTranslation } from 'react-i18next'
import type { InboxItem } from '../../../../shared/inbox/inbox-item.ts'
import { Badge } from '../../../components/Badge.tsx'
import { useFormats } from '../../../language/use-formats.ts'
import { StarsGiven } from './StarsGiven.tsx'
import styles from './ReviewMarks.module.css'

export interface ReviewMarksProps {
  readonly item: InboxItem
  /** When the owner's answer was written, or last changed; null: there is none. ms since the epoch. */
  readonly answeredAt: number | null
  readonly timeZone: string
}

/** Beside the name: what a review gives, and what became of it, or of its answer, since. */
export function ReviewMarks({ item, answeredAt, timeZone }: ReviewMarksProps): React.JSX.Element {
  const { t } = useTranslation('inbox')
  const formats = useFormats()
  const { stars, editedAt, goneAt, isOwn } = item
  const isSinceAnswer = !isOwn && editedAt !== undefined && answeredAt !== null && editedAt > answeredAt
  return (
    <>
      {stars !== undefined && <StarsGiven stars={stars} />}
      {editedAt !== undefined && goneAt === undefined && (
        <span className={styles.changed}>
          <Badge tone={isSinceAnswer ? 'warning' : 'neutral'}>{t(isSinceAnswer ? 'reviews.changedSince' : 'reviews.changed')}</Badge>
          <time>{formats.dayAndTime(editedAt, timeZone)}</time>
        </span>
      )}
      {goneAt !== undefined && <Badge tone="warning">{t(isOwn ? 'reviews.replyGone' : 'reviews.gone')}</Badge>}
    </>
  )
}

/** What a review said before it was changed, oldest first: what was answered may be one of these. */
export function EarlierReviews({ earlier, timeZone }: { readonly earlier: NonNullable<InboxItem['earlier']>; readonly timeZone: string }): React.JSX.Element {
  const { t } = useTranslation('inbox')
  const formats = useFormats()
  return (
    <ul className={styles.earlier} aria-label={t('reviews.earlier')}>
      {earlier.map(({ stars, text, until }, place) => (
        <li key={`${String(until)} ${String(place)}`}>
          <span className={styles.until}>{t('reviews.until', { when: formats.dayAndTime(until, timeZone) })}</span>
          <StarsGiven stars={stars} size={12} />
          <span>{text === '' ? t('reviews.noWords') : text}</span>
        </li>
      ))}
    </ul>
  )
}
