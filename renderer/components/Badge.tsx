import type { ReactNode } from 'react'
import { smallIconProps, type Icon } from './icon.ts'
import styles from './Badge.module.css'

export type Tone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger' | 'client'

export interface BadgeProps {
  readonly children: ReactNode
  readonly tone?: Tone
  readonly icon?: Icon
}

/** A short word that tells what something is: “Practice”, “Draft”, a label. For states of posts use `StatusPill`. */
export function Badge({ children, tone = 'neutral', icon: Drawing }: BadgeProps) {
  return (
    <span className={styles.badge} data-tone={tone}>
      {Drawing ? <Drawing {...smallIconProps} size={12} /> : null}
      {children}
    </span>
  )
}
