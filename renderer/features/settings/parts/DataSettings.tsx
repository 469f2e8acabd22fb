import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/Button.tsx'
import { SectionHeader } from '../../../components/SectionHeader.tsx'
import { openDataFolder } from '../../../shell/studio-actions.ts'
import { useStudio } from '../../../shell/studio-store.ts'
import styles from '../Screen.module.css'

const NoticesDialog = lazy(async () => ({ default: (await import('./NoticesDialog.tsx')).NoticesDialog }))

/** Where everything lies, and which Vigie this is. */
export function DataSettings(): React.JSX.Element {
  const { t } = useTranslation('settings')
  const [isNoticesOpen, setNoticesOpen] = useState(false)
  const environment = useStudio((state) => state.environment)
  return (
    <section className={styles.section}>
      <SectionHeader title={t('data.title')} text={t('data.text')} />
      <div className={styles.card}>
        <div className={styles.line}>
          <span className={styles.labelled}>
            <span>{t('data.folder')}</span>
            <code title={environment?.dataFolder}>{environment?.dataFolder}</code>
          </span>
          <Button onClick={() => void openDataFolder()}>{t('data.open')}</Button>
        </div>
        <div className={styles.labelled}>
          <span>{t('data.backups')}</span>
          <p className={styles.quiet}>{t('data.backupsText')}</p>
        </div>
        <div className={styles.line}>
          <span className={styles.labelled}>
            <span>{t('about.notices')}</span>
          </span>
          <Button onClick={() => setNoticesOpen(true)}>{t('about.show')}</Button>
        </div>
        {isNoticesOpen && (
          <Suspense fallback={null}>
            <NoticesDialog onClose={() => setNoticesOpen(false)} />
          </Suspense>
        )}
        {environment && (
          <p className={styles.quiet}>
            {t('about.version', { version: environment.version })} · {t('about.runtime', { version: environment.electron })}
          </p>
        )}
      </div>
    </section>
  )
}
