import { useTranslation } from 'react-i18next'
import type { RequestOutput } from '../../../shared/contract/request-map.ts'
import { VisuallyHidden } from '../../components/VisuallyHidden.tsx'
import { useFormats } from '../../language/use-formats.ts'
import styles from './Followers.module.css'

export type FiguresOfAccount = RequestOutput<'figures.ofAccounts'>['accounts'][number]

/** How many follow an account, and how that changed since a week before; a dash where the network does not tell, or has not been asked yet. */
export function Followers({ of }: { readonly of: FiguresOfAccount | undefined }): React.JSX.Element {
  const { t } = useTranslation('figures')
  const formats = useFormats()
  const count = of?.figures.followers
  if (of === undefined || count === undefined) {
    return (
      <span className={styles.none} title={t('notTold')}>
        –<VisuallyHidden>{t('notTold')}</VisuallyHidden>
      </span>
    )
  }
  const before = of.before?.figures.followers
  const change = before === undefined ? 0 : count - before
  return (
    <span className={styles.followers}>
      <span>{formats.number(count)}</span>
      {of.before !== null && change !== 0 && <span className={styles.change}>{t('week', { change: `${change > 0 ? '+' : '−'}${formats.number(Math.abs(change))}`, length: formats.duration(of.readAt - of.before.readAt) })}</span>}
    </span>
  )
}
