import { CalendarCheck, Eye, MousePointerClick, Phone, Route, Users } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { RequestOutput } from '../../../shared/contract/request-map.ts'
import { placeActNames, placeViewNames } from '../../../shared/figures/figures.ts'
import { smallIconProps } from '../../components/icon.ts'
import { VisuallyHidden } from '../../components/VisuallyHidden.tsx'
import { useFormats } from '../../language/use-formats.ts'
import styles from './Followers.module.css'

export type FiguresOfAccount = RequestOutput<'figures.ofAccounts'>['accounts'][number]

/** How many follow an account, how that changed since a week before, how often what it shows was seen, and what people did from there; a dash where the network does not tell, or has not been asked yet. */
export function Followers({ of }: { readonly of: FiguresOfAccount | undefined }): React.JSX.Element {
  const { t } = useTranslation('figures')
  const count = of?.figures.followers
  if (of === undefined || (count === undefined && groups.every((names) => names.every((name) => of.figures[name] === undefined)))) {
    return (
      <span className={styles.none} title={t('notTold')}>
        –<VisuallyHidden>{t('notTold')}</VisuallyHidden>
      </span>
    )
  }
  return (
    <span className={styles.followers}>
      {count !== undefined && <Count of={of} count={count} />}
      <Seen figures={of.figures} />
      <Done figures={of.figures} />
    </span>
  )
}

function Count({ of: { before, figures, readAt }, count }: { readonly of: FiguresOfAccount; readonly count: number }): React.JSX.Element {
  const { t } = useTranslation('figures')
  const formats = useFormats()
  const change = figures.followers === undefined || before?.figures.followers === undefined ? 0 : figures.followers - before.figures.followers
  return (
    <>
      <span>{formats.number(count)}</span>
      {before !== null && change !== 0 && <span className={styles.change}>{t('week', { change: `${change > 0 ? '+' : '−'}${formats.number(Math.abs(change))}`, length: formats.duration(readAt - before.readAt) })}</span>}
    </>
  )
}

const seenNames = ['views', 'reach'] as const
const groups = [seenNames, placeActNames] as const
const icons = { views: Eye, reach: Users, calls: Phone, website_clicks: MousePointerClick, directions: Route, bookings: CalendarCheck } as const
type ShownName = keyof typeof icons

/** How often what the account shows was seen, and by how many, in the last four weeks; of a place also where and on what. */
function Seen({ figures }: Pick<FiguresOfAccount, 'figures'>): React.JSX.Element | null {
  const { t } = useTranslation('figures')
  const formats = useFormats()
  const where = placeViewNames.flatMap((name) => (figures[name] === undefined ? [] : [t(`where.${name}`, { number: formats.number(figures[name]) })]))
  return <Counted figures={figures} names={seenNames} more={where} isLast={placeActNames.every((name) => figures[name] === undefined)} />
}

/** What people did from where a place shows. */
function Done({ figures }: Pick<FiguresOfAccount, 'figures'>): React.JSX.Element | null {
  return <Counted figures={figures} names={placeActNames} more={[]} isLast />
}

interface CountedProps extends Pick<FiguresOfAccount, 'figures'> {
  readonly names: readonly ShownName[]
  readonly more: readonly string[]
  /** Below it stands over which time, for those above too. */
  readonly isLast: boolean
}

/** Figures of the last four weeks; nothing where the network does not tell. */
function Counted({ figures, names, more, isLast }: CountedProps): React.JSX.Element | null {
  const { t } = useTranslation('figures')
  const formats = useFormats()
  const told = names.flatMap((name) => (figures[name] === undefined ? [] : [{ name, count: figures[name], number: formats.number(figures[name]) }]))
  if (told.length === 0) return null
  const inAll = t('seen.within', { what: formats.list(told.map(({ name, count, number }) => t(`seen.${name}`, { count, number }))) })
  const words = more.length === 0 ? inAll : t('seen.of', { inAll, parts: formats.list(more) })
  return (
    <span className={styles.seen} title={words}>
      <span className={names === placeActNames ? styles.acts : styles.counts} aria-hidden>
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
      {isLast && (
        <span className={styles.weeks} aria-hidden>
          {t('seen.weeks')}
        </span>
      )}
      <VisuallyHidden>{words}</VisuallyHidden>
    </span>
  )
}
