import { Heart, Link, Reply } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Mark, Marked } from './Marked.tsx'
import type { PreviewProps } from './preview-props.ts'
import { PreviewTags } from './PreviewTags.tsx'
import { PreviewPicture } from './PreviewPicture.tsx'
import { PreviewAvatar } from './PreviewAvatar.tsx'
import { PreviewQuote } from './PreviewQuote.tsx'
import { PreviewPoll } from './PreviewPoll.tsx'
import { RichText } from './RichText.tsx'
import { PreviewTitle } from './PreviewTitle.tsx'
import previews from './previews.module.css'
import styles from './DiscoursePreview.module.css'

/** A topic as a forum with Discourse's own theme shows it: title, round avatar, name and day in one line, pictures and films below the text. */
export function DiscoursePreview({ account, title, tags, images, when }: PreviewProps): React.JSX.Element {
  const { t } = useTranslation('composer')
  return (
    <article className={`${previews.preview} ${styles.post}`}>
      <h2><PreviewTitle title={title} /></h2>
      <PreviewTags tags={tags} className={styles.tags} />
      <div className={styles.forumPost}>
        <PreviewAvatar account={account} shape={previews.roundAvatar} />
        <div className={previews.column}>
          <header className={previews.byline}>
            <strong>{account.displayName}</strong>
            <span>
            · {when ?? t('preview.now')} <Mark element="time" />
          </span>
          </header>
          <div className={`${previews.rich} ${styles.forumText}`}>
            <PreviewQuote />
            <Marked element="text">
              <RichText />
            </Marked>
            {images.length > 0 && (
              <Marked element={images.some(({ film }) => film === undefined) ? 'pictures' : 'video'}>
                {images.map((image) => (
                  <PreviewPicture key={image.mediaId} image={image} />
                ))}
              </Marked>
            )}
            <PreviewPoll />
          </div>
          <footer className={previews.actions} aria-hidden="true">
            <Heart />
            <Link />
            <Reply />
          </footer>
        </div>
      </div>
    </article>
  )
}
