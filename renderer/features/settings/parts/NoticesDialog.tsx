import { useTranslation } from 'react-i18next'
import { notices } from 'virtual:notices'
import { Dialog } from '../../../components/Dialog.tsx'
import styles from './NoticesDialog.module.css'

/** What Vigie is made of, and the licence of each part in its own words. */
export function NoticesDialog({ onClose }: { readonly onClose: () => void }): React.JSX.Element {
  const { t } = useTranslation('settings')
  return (
    <Dialog open onOpenChange={onClose} size="large" title={t('about.notices')} description={t('about.noticesText', { count: notices.length })}>
      <ul className={styles.notices}>
        {notices.map(({ name, version, licence, source, text }) => (
          <li key={`${name} ${version}`}>
            <details>
              <summary>
                {name} {version} <span className={styles.licence}>{licence}</span>
              </summary>
              {source !== '' && <p className={styles.source}>{source}</p>}
              <pre className={styles.text} tabIndex={0}>{text === '' ? t('about.noText', { licence }) : text}</pre>
            </details>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
