import { useTranslation } from 'react-i18next'
import type { Account } from '../../../shared/accounts/account.ts'
import type { OnlyThere } from '../../../shared/safety/restored-entry.ts'
import { Button } from '../../components/Button.tsx'
import { useFormats } from '../../language/use-formats.ts'
import { useNetworkNames } from '../../language/use-network-names.ts'
import { openExternal } from '../../shell/studio-actions.ts'
import styles from './safety.module.css'

export interface OnlyThereListProps {
  readonly posts: readonly OnlyThere[]
  readonly accounts: readonly Account[]
  readonly timeZone: string
}

/** What is out since the copy and is not in it: nothing to decide, but nothing to write a second time either. */
export function OnlyThereList({ posts, accounts, timeZone }: OnlyThereListProps): React.JSX.Element | null {
  const { t } = useTranslation('safety')
  const { dayAndTime } = useFormats()
  const networks = useNetworkNames()
  if (posts.length === 0) return null
  return (
    <section aria-label={t('restored.onlyThere', { count: posts.length })}>
      <h3 className={styles.onlyThere}>{t('restored.onlyThere', { count: posts.length })}</h3>
      <p className={styles.quiet}>{t('restored.onlyThereText')}</p>
      <ul className={styles.held}>
        {posts.map(({ accountId, text, url, publishedAt, waitsUntil }, place) => {
          const account = accounts.find(({ id }) => id === accountId)
          return (
            <li key={url ?? place} className={styles.restoredLine}>
              <span className={styles.heldTexts}>
                <span className={styles.excerpt}>{text.slice(0, 200)}</span>
                <span className={styles.quiet}>{[...(account === undefined ? [] : [`${networks.name(account.networkId)} · ${account.handle}`]), ...(publishedAt === null ? [] : [dayAndTime(publishedAt, timeZone)]), ...(waitsUntil === undefined ? [] : [t('restored.waitsUntil', { when: dayAndTime(waitsUntil, timeZone) })])].join(' · ')}</span>
              </span>
              {url !== null && (
                <Button size="small" variant="quiet" onClick={() => void openExternal(url)}>
                  {t('restored.see')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
