import { useTranslation } from 'react-i18next'
import { studio } from '../../../bridge/studio-client.ts'
import { Button } from '../../../components/Button.tsx'
import { SectionHeader } from '../../../components/SectionHeader.tsx'
import { useStudio } from '../../../shell/studio-store.ts'
import styles from '../Screen.module.css'

/** Where everything lies, and which Vigie this is. */
export function DataSettings(): React.JSX.Element {
  const { t } = useTranslation('settings')
  const environment = useStudio((state) => state.environment)
  return (
    <section className={styles.section}>
      <SectionHeader title={t('data.title')} text={t('data.text')} />
      <div className={styles.card}>
        <div className={styles.line}>
          <code title={environment?.dataFolder}>{environment?.dataFolder}</code>
          <Button onClick={() => void studio.request('studio.openDataFolder', {})}>{t('data.open')}</Button>
        </div>
        {environment && (
          <p className={styles.quiet}>
            {t('about.version', { version: environment.version })} · {t('about.runtime', { version: environment.electron })}
          </p>
        )}
      </div>
    </section>
  )
}
