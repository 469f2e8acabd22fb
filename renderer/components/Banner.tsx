import { CircleAlert, Info, TriangleAlert, WifiOff, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { iconProps, type Icon } from './icon.ts'
import { IconButton } from './IconButton.tsx'
import { joinClassNames } from './join-class-names.ts'
import styles from './Banner.module.css'

export type BannerKind = 'info' | 'warning' | 'danger' | 'offline'

export interface BannerProps {
  readonly kind?: BannerKind
  readonly title: ReactNode
  readonly children?: ReactNode
  /** Small buttons. */
  readonly actions?: ReactNode
  readonly onDismiss?: () => void
  /** `strip` runs edge to edge under a header; `box` stands within a page. */
  readonly shape?: 'strip' | 'box'
  readonly className?: string
}

const icons: Readonly<Record<BannerKind, Icon>> = { info: Info, warning: TriangleAlert, danger: CircleAlert, offline: WifiOff }

/** A state that lasts and that the reader should know of. For something that has just happened use a toast. */
export function Banner({ kind = 'info', title, children, actions, onDismiss, shape = 'box', className }: BannerProps) {
  const { t } = useTranslation('components')
  const Drawing = icons[kind]
  return (
    <div className={joinClassNames(styles.banner, className)} data-kind={kind} data-shape={shape} role={kind === 'danger' ? 'alert' : 'status'}>
      <Drawing {...iconProps} className={styles.icon} />
      <div className={styles.texts}>
        <span className={styles.title}>{title}</span>
        {children === undefined ? null : <span className={styles.detail}>{children}</span>}
      </div>
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
      {onDismiss === undefined ? null : <IconButton icon={X} label={t('dismiss')} size="small" onClick={onDismiss} />}
    </div>
  )
}
