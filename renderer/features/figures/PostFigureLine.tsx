import { Bookmark, Eye, Heart, MessageCircle, Quote, Repeat2, Users, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { postFigureNames, type PostFigureName, type PostFigures } from '../../../shared/figures/figures.ts'
import type { FiguresOfPost } from '../../../shared/figures/figures-of-post.ts'
import { smallIconProps } from '../../components/icon.ts'
import { VisuallyHidden } from '../../components/VisuallyHidden.tsx'
import { useFormats } from '../../language/use-formats.ts'
import { useNow } from '../../shell/use-now.ts'
import styles from './PostFigures.module.css'

const icons: Readonly<Record<PostFigureName, LucideIcon>> = { views: Eye, reach: Users, likes: Heart, reposts: Repeat2, quotes: Quote, replies: MessageCircle, saves: Bookmark }

/** What a network counted last of a post, and when; nothing before the first reading. */
export function PostFigureLine({ of }: { readonly of: FiguresOfPost | undefined }): React.JSX.Element | null {
  const { t } = useTranslation('figures')
  const formats = useFormats()
  const now = useNow()
  const last = of?.readings.at(-1)
  if (last === undefined) return null
  const { figures } = last
  // The clock on the wall moves once a minute.
  const readAt = Math.min(last.readAt, now)
  if (figures === 'gone') return <span className={styles.line}>{t('gone', { when: formats.relative(readAt, now) })}</span>
  return (
    <span className={styles.line}>
      <Counts figures={figures} />
      <span className={styles.readAt}>{t('readAt', { when: formats.relative(readAt, now) })}</span>
    </span>
  )
}

/** Each count with its sign, and its word for those who do not see it. */
export function Counts({ figures }: { readonly figures: PostFigures }): React.JSX.Element {
  const { t } = useTranslation('figures')
  const formats = useFormats()
  return (
    <>
      {postFigureNames.map((name) => {
        const Icon = icons[name]
        const count = figures[name]
        return count === undefined ? null : (
          <span key={name} className={styles.figure} title={t(`of.${name}`, { count })}>
            <Icon {...smallIconProps} />
            <span aria-hidden>{formats.number(count)}</span>
            <VisuallyHidden>{t(`of.${name}`, { count })}</VisuallyHidden>
          </span>
        )
      })}
    </>
  )
}
