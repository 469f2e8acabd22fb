import { Heart, MessageCircle, Repeat2, Send } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Mark, Marked } from './Marked.tsx'
import { PreviewCard } from './PreviewCard.tsx'
import { PreviewPicture } from './PreviewPicture.tsx'
import type { PreviewImage, PreviewProps } from './preview-props.ts'
import { PreviewAvatar } from './PreviewAvatar.tsx'
import { PreviewPoll } from './PreviewPoll.tsx'
import { PreviewQuote } from './PreviewQuote.tsx'
import { PreviewText } from './PreviewText.tsx'
import previews from './previews.module.css'
import styles from './ThreadsPreview.module.css'

/** A post as Threads shows it: name and hour in one line, pictures side by side, the first link as a card where there are none. */
export function ThreadsPreview({ account, images, when }: PreviewProps): React.JSX.Element {
  const { t } = useTranslation('composer')
  return (
    <article className={`${previews.preview} ${styles.post}`}>
      <PreviewAvatar account={account} shape={previews.roundAvatar} />
      <div className={previews.column}>
        <header className={previews.byline}>
          <strong>{account.handle.replace(/^@/, '')}</strong>
          <span>
            {when ?? t('preview.now')} <Mark element="time" />
          </span>
        </header>
        <PreviewText network="threads" />
        <PreviewPoll />
        <PreviewCard hasPictures={images.length > 0} shape="sheet" />
        <Pictures images={images} />
        <PreviewQuote />
        <footer className={previews.actions} aria-hidden="true">
          <Heart />
          <MessageCircle />
          <Repeat2 />
          <Send />
        </footer>
      </div>
    </article>
  )
}

/** One picture as it is; several in a row, all of one height. */
function Pictures({ images }: { readonly images: readonly PreviewImage[] }): React.JSX.Element | null {
  const [first] = images
  if (first === undefined) return null
  return (
    <Marked element={first.film === undefined ? 'pictures' : 'video'}>
      <div className={styles.pictures} data-count={Math.min(images.length, 2)}>
        {images.map((image) => (
          <PreviewPicture key={image.mediaId} image={image} />
        ))}
      </div>
    </Marked>
  )
}
