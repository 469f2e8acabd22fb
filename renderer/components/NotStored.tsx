import { useTranslation } from 'react-i18next'
import styles from './NotStored.module.css'

/** Below a field whose words are stored as they are typed, while they cannot be. */
export function NotStored(): React.JSX.Element {
  const { t } = useTranslation('components')
  return <p className={styles.line} role="status">{t('notStored')}</p>
}
