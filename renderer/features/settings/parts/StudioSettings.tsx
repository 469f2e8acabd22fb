import { useTranslation } from 'react-i18next'
import type { Settings } from '../../../../shared/contract/studio.contract.ts'
import { SectionHeader } from '../../../components/SectionHeader.tsx'
import { SegmentedControl } from '../../../components/SegmentedControl.tsx'
import { showFailure } from '../../../components/show-failure.ts'
import { Switch } from '../../../components/Switch.tsx'
import { saveSettings, useStudio } from '../../../shell/studio-store.ts'
import styles from '../Screen.module.css'

/** What holds for all clients; every change acts at once. */
export function StudioSettings(): React.JSX.Element {
  const { t } = useTranslation(['settings', 'safety'])
  const settings = useStudio((state) => state.settings)

  async function change(changes: Partial<Settings>): Promise<void> {
    const error = await saveSettings(changes)
    if (error) showFailure(error)
  }

  return (
    <section className={styles.section}>
      <SectionHeader title={t('studio.title')} text={t('studio.text')} />
      <div className={styles.card}>
        <div className={styles.line}>
          <span>{t('studio.language')}</span>
          <SegmentedControl
            label={t('studio.language')}
            value={settings.language}
            onChange={(language) => void change({ language })}
            segments={[
              { value: 'system', label: t('studio.languageSystem') },
              { value: 'fr', label: 'Français' },
              { value: 'en', label: 'English' }
            ]}
          />
        </div>
        <div className={styles.line}>
          <span>{t('studio.theme')}</span>
          <SegmentedControl
            label={t('studio.theme')}
            value={settings.theme}
            onChange={(theme) => void change({ theme })}
            segments={[
              { value: 'system', label: t('studio.themeSystem') },
              { value: 'light', label: t('studio.themeLight') },
              { value: 'dark', label: t('studio.themeDark') }
            ]}
          />
        </div>
        <Switch placement="trailing" label={t('studio.notifications')} hint={t('studio.notificationsHint')} checked={settings.notifications} onChange={(notifications) => void change({ notifications })} />
        <Switch placement="trailing" label={t('studio.frenchTyping')} hint={t('studio.frenchTypingHint')} checked={settings.frenchTyping} onChange={(frenchTyping) => void change({ frenchTyping })} />
        <Switch placement="trailing" label={t('studio.singleKeys')} hint={t('studio.singleKeysHint')} checked={settings.singleKeyShortcuts} onChange={(singleKeyShortcuts) => void change({ singleKeyShortcuts })} />
        <Switch placement="trailing" label={t('safety:settings.clientChange')} hint={t('safety:settings.clientChangeHint')} checked={settings.confirmClientChange} onChange={(confirmClientChange) => void change({ confirmClientChange })} />
        <Switch placement="trailing" label={t('studio.workOffline')} hint={t('studio.workOfflineHint')} checked={settings.workOffline} onChange={(workOffline) => void change({ workOffline })} />
      </div>
    </section>
  )
}
