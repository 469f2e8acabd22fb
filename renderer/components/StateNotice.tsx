import type { ReactNode } from 'react'
import type { Icon } from './icon.ts'
import { joinClassNames } from './join-class-names.ts'
import styles from './StateNotice.module.css'

export interface StateNoticeProps {
  readonly icon?: Icon | undefined
  readonly title: string
  readonly text?: ReactNode
  readonly actions?: ReactNode
  /** Small print at the end. */
  readonly footnote?: ReactNode
  readonly tone?: 'plain' | 'danger'
  /** `small` fits a pane or a popover; `inline` stands on a line of a form. */
  readonly size?: 'medium' | 'small' | 'inline'
  readonly role?: 'alert' | 'status' | undefined
  /** Stands for a whole screen: its title is the page's heading. */
  readonly fillsScreen?: boolean | undefined
  readonly className?: string | undefined
}

const pictureSizes = { medium: 26, small: 20, inline: 14 } as const

/** Picture, title, text and buttons in place of what is not there. Use `EmptyState` or `ErrorState`, which say which of the two it is. */
export function StateNotice({ icon: Drawing, title, text, actions, footnote, tone = 'plain', size = 'medium', role, fillsScreen = false, className }: StateNoticeProps) {
  const Title = fillsScreen ? 'h1' : 'p'
  return (
    <div className={joinClassNames(styles.notice, className)} data-size={size} data-tone={tone} role={role}>
      {Drawing === undefined ? null : (
        <span className={styles.picture} aria-hidden>
          <Drawing size={pictureSizes[size]} strokeWidth={size === 'inline' ? 1.75 : 1.5} />
        </span>
      )}
      <div className={styles.words}>
        <Title className={styles.title}>{title}</Title>
        {text === undefined || text === null ? null : <p className={styles.text}>{text}</p>}
      </div>
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
      {footnote === undefined ? null : <div className={styles.footnote}>{footnote}</div>}
    </div>
  )
}
