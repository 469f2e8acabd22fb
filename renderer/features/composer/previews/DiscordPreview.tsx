import { useTranslation } from 'react-i18next'
import { capabilitiesFor } from '../../../../shared/networks/in-channel.ts'
import type { Category } from '../../../../shared/posts/categories.ts'
import { Mark, Marked } from './Marked.tsx'
import { PreviewImages } from './PreviewImages.tsx'
import type { PreviewProps } from './preview-props.ts'
import { PreviewAvatar } from './PreviewAvatar.tsx'
import { PreviewCard } from './PreviewCard.tsx'
import { PreviewPoll } from './PreviewPoll.tsx'
import { RichText } from './RichText.tsx'
import previews from './previews.module.css'
import styles from './DiscordPreview.module.css'

/** A message as Discord shows it in a channel: round picture, name and time in one line, images below the words. In a forum, title and tags stand above it. */
export function DiscordPreview({ account, title, beside, images, when }: PreviewProps): React.JSX.Element {
  const { t } = useTranslation('composer')
  const [isForum, tags] = [capabilitiesFor(account).hasTitle, beside?.categories ?? none]
  return (
    <article className={`${previews.preview} ${styles.post}`} data-forum={isForum ? '' : undefined}>
      {isForum && (title !== '' || tags.length > 0) && <ForumHeading title={title} tags={tags} />}
      <PreviewAvatar account={account} shape={previews.roundAvatar} />
      <div className={previews.column}>
        <header className={previews.byline}>
          <strong>{account.displayName}</strong>
          <span>
            {when ?? t('preview.now')} <Mark element="time" />
          </span>
        </header>
        <div className={`${previews.rich} ${styles.chatText}`}>
          <Marked element="text">
            <RichText />
          </Marked>
        </div>
        <PreviewPoll />
        <PreviewImages images={images} isMosaic />
        <PreviewCard hasPictures={images.length > 0} shape="bar" />
      </div>
    </article>
  )
}

const none: readonly Category[] = []

/** What is answered in the post has none. */
function ForumHeading({ title, tags }: { readonly title: string; readonly tags: readonly Category[] }): React.JSX.Element {
  const { t } = useTranslation('categories')
  return (
    <header className={styles.heading}>
      {title.trim() !== '' && <h2>{title}</h2>}
      {tags.length > 0 && (
        <Marked element="categories">
          <ul className={styles.tags} aria-label={t('labels.shown')}>
            {tags.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </Marked>
      )}
    </header>
  )
}
