import { Star } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { allStars, type Stars } from '../../../../shared/inbox/stars.ts'
import styles from './StarsGiven.module.css'

/** What a review gives, as five stars; in words for those who do not see them. */
export function StarsGiven({ stars, size = 14 }: { readonly stars: Stars; readonly size?: number }): React.JSX.Element {
  const { t } = useTranslation('inbox')
  const words = t('reviews.stars', { count: stars })
  return (
    <span className={styles.stars} role="img" aria-label={words} title={words}>
      {allStars.map((star) => (
        <Star key={star} aria-hidden size={size} data-given={star <= stars} />
      ))}
    </span>
  )
}
