import { useTranslation } from 'react-i18next'
import type { LeftContact } from '../../../shared/people/contacts/contact.ts'
import styles from './People.module.css'

/** So many are told one by one. */
const mostShown = 20

/** What of a file was not read, with its line; nothing where everything was. */
export function LeftContacts({ left }: { readonly left: readonly LeftContact[] }): React.JSX.Element | null {
  const { t } = useTranslation('people')
  if (left.length === 0) return null
  return (
    <section aria-label={t('contacts.left', { count: left.length })}>
      <h3>{t('contacts.left', { count: left.length })}</h3>
      <ul className={styles.remark}>
        {left.slice(0, mostShown).map(({ line, reason, text }, place) => (
          <li key={place}>{text === '' ? t('contacts.leftLine', { line, reason: t(`contacts.reason.${reason}`) }) : t('contacts.leftText', { line, reason: t(`contacts.reason.${reason}`), text })}</li>
        ))}
        {left.length > mostShown && <li>{t('contacts.leftMore', { count: left.length - mostShown })}</li>}
      </ul>
    </section>
  )
}
