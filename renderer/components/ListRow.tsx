import type { ComponentPropsWithRef, ReactNode } from 'react'
import { joinClassNames } from './join-class-names.ts'
import styles from './ListRow.module.css'

export interface ListRowProps extends Omit<ComponentPropsWithRef<'div'>, 'title'> {
  /** An avatar, a network or an icon. */
  readonly leading?: ReactNode
  readonly title: ReactNode
  /** One line under the title, cut with an ellipsis. */
  readonly detail?: ReactNode
  /** At the end of the title's line: a time, a count. */
  readonly meta?: ReactNode
  /** At the end of the detail's line: badges. */
  readonly aside?: ReactNode
  readonly isSelected?: boolean
  /** Bold, with a dot in the client's colour. */
  readonly isUnread?: boolean
  readonly density?: 'comfortable' | 'compact'
}

/**
 * One row of a list: leading picture, title and detail, time and badges at the end.
 * It is a plain `div`: give it the role and the keyboard of its list (`role="option"` with `aria-selected`, or wrap it in a link).
 */
export function ListRow({ leading, title, detail, meta, aside, isSelected = false, isUnread = false, density = 'comfortable', className, ...rest }: ListRowProps) {
  return (
    <div
      {...rest}
      className={joinClassNames(styles.row, className)}
      data-selected={isSelected ? '' : undefined}
      data-unread={isUnread ? '' : undefined}
      data-density={density}
    >
      {leading === undefined ? null : <div className={styles.leading}>{leading}</div>}
      <div className={styles.texts}>
        <div className={styles.line}>
          <span className={styles.title}>{title}</span>
          {meta === undefined ? null : <span className={styles.meta}>{meta}</span>}
        </div>
        {detail === undefined && aside === undefined ? null : (
          <div className={styles.line}>
            <span className={styles.detail}>{detail}</span>
            {aside === undefined ? null : <span className={styles.aside}>{aside}</span>}
          </div>
        )}
      </div>
    </div>
  )
}
