import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/Button.tsx'
import { SectionHeader } from '../../../components/SectionHeader.tsx'
import { checkSecretStore, useStudio } from '../../../shell/studio-store.ts'
import styles from '../Screen.module.css'

/** Which keychain holds the keys, and what to do when there is none. */
export function KeychainSettings(): React.JSX.Element {
  const { t } = useTranslation('settings')
  const store = useStudio((state) => state.secretStore)
  const platform = useStudio((state) => state.environment?.platform ?? 'linux')
  return (
    <section className={styles.section}>
      <SectionHeader title={t('keychain.title')} text={t('keychain.text')} />
      <div className={styles.card}>
        <div className={styles.line}>
          <span>{store.state === 'missing' ? t(`keychain.missing.${platform}`) : t(`keychain.${store.state}`, { backend: store.backend })}</span>
          <Button onClick={() => void checkSecretStore()}>{t('keychain.check')}</Button>
        </div>
      </div>
    </section>
  )
}
