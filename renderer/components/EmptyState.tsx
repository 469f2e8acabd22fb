import type { ReactNode } from 'react'
import type { Icon } from './icon.ts'
import { joinClassNames } from './join-class-names.ts'
import styles from './EmptyState.module.css'

export interface EmptyStateProps {
  readonly icon?: Icon
  /** What is so, not what is missing: “All answered”, “No feeds yet”. */
  readonly title: string
  readonly text?: ReactNode
  /** One or two buttons. */
  readonly action?: ReactNode
  /** `small` fits a pane or a popover. */
  readonly size?: 'medium' | 'small'
  readonly className?: string
}

/** Says why there is nothing here, and what can be done. */
export function EmptyState({ icon: Drawing, title, text, action, size = 'medium', className }: EmptyStateProps) {
  return (
    <div className={joinClassNames(styles.empty, className)} data-size={size}>
      {Drawing ? (
        <span className={styles.picture} aria-hidden>
          <Drawing size={size === 'small' ? 20 : 26} strokeWidth={1.5} />
        </span>
      ) : null}
      <p className={styles.title}>{title}</p>
      {text === undefined ? null : <p className={styles.text}>{text}</p>}
      {action === undefined ? null : <div className={styles.action}>{action}</div>}
    </div>
  )
}
