import { Progress } from '@base-ui/react/progress'
import styles from './ProgressBar.module.css'

export interface ProgressBarProps {
  /** Accessible name: what is under way. */
  readonly label: string
  /** 0 to `max`; null when nobody knows how long it takes. */
  readonly value: number | null
  readonly max?: number
  readonly isLabelVisible?: boolean
  readonly tone?: 'accent' | 'warning' | 'danger'
}

/** How far something is. */
export function ProgressBar({ label, value, max = 100, isLabelVisible = false, tone = 'accent' }: ProgressBarProps) {
  return (
    <Progress.Root className={styles.progress} value={value} max={max} data-tone={tone}>
      <Progress.Label className={isLabelVisible ? styles.label : styles.hidden}>{label}</Progress.Label>
      {isLabelVisible ? <Progress.Value className={styles.value} /> : null}
      <Progress.Track className={styles.track}>
        <Progress.Indicator className={styles.bar} />
      </Progress.Track>
    </Progress.Root>
  )
}
