import { Eye, Users } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { RequestOutput } from '../../../shared/contract/request-map.ts'
import { smallIconProps } from '../../components/icon.ts'
import { VisuallyHidden } from '../../components/VisuallyHidden.tsx'
import { useFormats } from '../../language/use-formats.ts'
import styles from './Followers.module.css'

export type FiguresOfAccount = RequestOutput<'figures.ofAccounts'>['accounts'][number]

/** How many follow an account, how that changed since a week before, and how often what it shows was seen; a dash where the network does not tell, or has not been asked yet. */
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
      <Seen figures={of.figures} />
    </span>
  )
}

const seenNames = ['views', 'reach'] as const
const icons = { views: Eye, reach: Users } as const

/** How often what the account shows was seen, and by how many, in the last four weeks; nothing where the network does not tell. */
function Seen({ figures }: Pick<FiguresOfAccount, 'figures'>): React.JSX.Element | null {
  const { t } = useTranslation('figures')
  const formats = useFormats()
  const told = seenNames.flatMap((name) => (figures[name] === undefined ? [] : [{ name, count: figures[name], number: formats.number(figures[name]) }]))
  if (told.length === 0) return null
  const words = t('seen.within', { what: formats.list(told.map(({ name, count, number }) => t(`seen.${name}`, { count, number }))) })
  return (
    <span className={styles.seen} title={words}>
      <span className={styles.counts} aria-hidden>
        {told.map(({ name, number }) => {
          const Icon = icons[name]
          return (
            <span key={name} className={styles.figure}>
              <Icon {...smallIconProps} size={12} />
              {number}
            </span>
          )
        })}
      </span>
      <span aria-hidden>{t('seen.weeks')}</span>
      <VisuallyHidden>{words}</VisuallyHidden>
    </span>
  )
}
