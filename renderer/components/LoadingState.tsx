import { useTranslation } from 'react-i18next'
import { joinClassNames } from './join-class-names.ts'
import { VisuallyHidden } from './VisuallyHidden.tsx'
import styles from './LoadingState.module.css'

export interface LoadingStateProps {
  /** What the shape of the coming content is. Default `list`. */
  readonly shape?: 'list' | 'page' | 'table'
  readonly rows?: number
  readonly className?: string
}

/** The outline of what is coming. It fades in after a moment, so that quick answers never flash. */
export function LoadingState({ shape = 'list', rows = 8, className }: LoadingStateProps) {
  const { t } = useTranslation('components')
  return (
    <div className={joinClassNames(styles.loading, className)} data-shape={shape} role="status">
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.row} aria-hidden>
          {shape === 'list' ? <Skeleton width="1.75rem" height="1.75rem" isRound /> : null}
          <div className={styles.lines}>
            <Skeleton width={`${String(34 + ((row * 17) % 30))}%`} />
            {shape === 'table' ? null : <Skeleton width={`${String(62 + ((row * 23) % 34))}%`} />}
          </div>
        </div>
      ))}
    </div>
  )
}

export interface SkeletonProps {
  readonly width?: string
  readonly height?: string
  readonly isRound?: boolean
}

/** One grey shape, for skeletons of one's own. */
export function Skeleton({ width = '100%', height = '0.625rem', isRound = false }: SkeletonProps) {
  return <span className={styles.skeleton} data-round={isRound ? '' : undefined} style={{ '--skeleton-width': width, '--skeleton-height': height }} aria-hidden />
}
