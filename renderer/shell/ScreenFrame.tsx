import type { ReactNode } from 'react'
import { joinClassNames } from '../components/join-class-names.ts'
import styles from './ScreenFrame.module.css'

export interface ScreenFrameProps {
  readonly title: ReactNode
  /** Beside the title: a count, a span of time, “as of 09:30”. */
  readonly subtitle?: ReactNode
  /** Buttons at the end of the top bar, the main one last. */
  readonly actions?: ReactNode
  /** A second line under the top bar, for filters and views. */
  readonly toolbar?: ReactNode
  /** Strips between top bar and body. */
  readonly banner?: ReactNode
  readonly children: ReactNode
  /**
   * `fill`: the body is a box of fixed height whose parts scroll by themselves (lists, split panes, calendar).
   * `page`: the body scrolls and keeps a readable measure (settings, accounts).
   */
  readonly body?: 'fill' | 'page'
  readonly className?: string
}

/** The frame within the frame: every screen's top bar and body. */
export function ScreenFrame({ title, subtitle, actions, toolbar, banner, children, body = 'fill', className }: ScreenFrameProps) {
  return (
    <div className={joinClassNames(styles.screen, className)}>
      <header className={styles.top}>
        <h1 className={styles.title}>{title}</h1>
        {subtitle === undefined ? null : <span className={styles.subtitle}>{subtitle}</span>}
        <div className={styles.actions}>{actions}</div>
      </header>
      {toolbar === undefined ? null : <div className={styles.toolbar}>{toolbar}</div>}
      {banner}
      {/* A page that scrolls has to be reachable for the keyboard. */}
      <div className={styles.body} data-body={body} {...(body === 'page' ? { tabIndex: 0 } : {})}>
        {body === 'page' ? <div className={styles.page}>{children}</div> : children}
      </div>
    </div>
  )
}
