import { CircleAlert, Heading, Image, Link, PenLine, Rss, Tag } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Icon } from '../../../components/icon.ts'
import { useFormats } from '../../../language/use-formats.ts'
import type { OwnThing } from './own-text.ts'
import styles from './OwnMark.module.css'

const icons: Readonly<Record<OwnThing, Icon>> = { text: PenLine, title: Heading, tags: Tag, teaser: Rss, link: Link, media: Image }

export interface OwnMarkProps {
  readonly own: readonly OwnThing[]
  readonly isBaseChanged: boolean
}

/** What an account has for itself, small enough for its tab. */
export function OwnMark({ own, isBaseChanged }: OwnMarkProps): React.JSX.Element | null {
  const { t } = useTranslation('variants')
  const formats = useFormats()
  if (own.length === 0) return null
  const words = t('mark', { things: formats.list(own.map((thing) => t(`thing.${thing}`))) })
  return (
    <span className={styles.mark} role="img" aria-label={isBaseChanged ? `${words} ${t('baseChanged')}` : words} data-is-changed={isBaseChanged ? '' : undefined}>
      {own.map((thing) => {
        const Sign = icons[thing]
        return <Sign key={thing} size={12} aria-hidden />
      })}
      {isBaseChanged && <CircleAlert size={12} aria-hidden className={styles.changed} />}
    </span>
  )
}
