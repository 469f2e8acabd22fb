import { useFormats } from '../language/use-formats.ts'
import styles from './CountBadge.module.css'

export interface CountBadgeProps {
  readonly count: number
  readonly tone?: 'quiet' | 'strong' | 'danger'
  /** Highest number shown; above it, `999+`. */
  readonly limit?: number
  /** Says what is counted, for screen readers: “3 unread”. Without it the number is read alone. */
  readonly label?: string
}

/** A count beside a name; nothing at all for zero. */
export function CountBadge({ count, tone = 'quiet', limit = 999, label }: CountBadgeProps) {
  const { number } = useFormats()
  if (count <= 0) return null
  const text = count > limit ? `${number(limit)}+` : number(count)
  return label === undefined ? (
    <span className={styles.count} data-tone={tone}>
      {text}
    </span>
  ) : (
    <span className={styles.count} data-tone={tone} role="img" aria-label={label}>
      {text}
    </span>
  )
}
