import { useTranslation } from 'react-i18next'
import { VisuallyHidden } from '../components/VisuallyHidden.tsx'
import styles from './Starting.module.css'

/** What is seen before the engine's first answer, usually for a tenth of a second: the outline of the frame, nothing that moves. */
export function Starting() {
  const { t } = useTranslation('shell')
  return (
    <div className={styles.starting} role="status">
      <VisuallyHidden>{t('engine.startingTitle')}</VisuallyHidden>
      <div className={styles.rail} />
      <div className={styles.sideBar} />
      <div className={styles.main} />
    </div>
  )
}
