import type { ReactNode } from 'react'
import { joinClassNames } from './join-class-names.ts'
import styles from './SectionHeader.module.css'

export interface SectionHeaderProps {
  readonly title: ReactNode
  readonly text?: ReactNode
  readonly actions?: ReactNode
  /** Heading level in the page's outline. Default 2. */
  readonly level?: 2 | 3
  readonly className?: string
}

/** Opens a section of a page: settings, accounts, a group of a list. */
export function SectionHeader({ title, text, actions, level = 2, className }: SectionHeaderProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <header className={joinClassNames(styles.header, className)} data-level={level}>
      <div className={styles.texts}>
        <Heading className={styles.title}>{title}</Heading>
        {text === undefined ? null : <p className={styles.text}>{text}</p>}
      </div>
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </header>
  )
}
