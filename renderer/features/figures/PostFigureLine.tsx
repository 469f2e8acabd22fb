import { Bookmark, Eye, Heart, MessageCircle, Quote, Repeat2, SmilePlus, Users, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { postFigureNames, type PostFigureName, type PostFigures } from '../../../shared/figures/figures.ts'
import type { FiguresOfPost } from '../../../shared/figures/figures-of-post.ts'
import type { ReactionKind } from '../../../shared/figures/reaction-kinds.ts'
import { smallIconProps } from '../../components/icon.ts'
import { VisuallyHidden } from '../../components/VisuallyHidden.tsx'
import { useFormats } from '../../language/use-formats.ts'
import { useNow } from '../../shell/use-now.ts'
import styles from './PostFigures.module.css'

const icons: Readonly<Record<PostFigureName, LucideIcon>> = { views: Eye, reach: Users, likes: Heart, reactions: SmilePlus, reposts: Repeat2, quotes: Quote, replies: MessageCircle, saves: Bookmark }

/** What a network counted last of a post, and when; nothing before the first reading. */
export function PostFigureLine({ of }: { readonly of: FiguresOfPost | undefined }): React.JSX.Element | null {
  const { t } = useTranslation('figures')
  const formats = useFormats()
  const now = useNow()
  const last = of?.readings.at(-1)
  if (last === undefined) return of?.told === undefined ? null : <span className={styles.line}>{t('toldNothing')}</span>
  const { figures } = last
  // The clock on the wall moves once a minute.
  const readAt = Math.min(last.readAt, now)
  if (figures === 'gone') return <span className={styles.line}>{t('gone', { when: formats.relative(readAt, now) })}</span>
  return (
    <span className={styles.line}>
      <Counts figures={figures} />
      {of?.told !== undefined && <Kinds kinds={of.told.kinds} />}
      <span className={styles.readAt}>{t('readAt', { when: formats.relative(readAt, now) })}</span>
      {of?.told !== undefined && <span className={styles.readAt}>{t('toldAlone')}</span>}
    </span>
  )
}

/** So many kinds are named; the rest is in their sum. */
const mostKinds = 6

/** How people reacted, the most frequent first. */
function Kinds({ kinds }: { readonly kinds: readonly ReactionKind[] }): React.JSX.Element | null {
  const { t } = useTranslation('figures')
  const formats = useFormats()
  if (kinds.length === 0) return null
  return <span>{formats.list(kinds.slice(0, mostKinds).map(({ kind, emoji, count }) => `${kind === 'emoji' ? emoji : t(`kind.${kind}`)}\u00a0${formats.number(count)}`))}</span>
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
