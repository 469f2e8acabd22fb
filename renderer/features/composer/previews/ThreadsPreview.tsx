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

/** A post as Threads shows it: name and hour in one line, pictures side by side, a long text closed below the words, the first link as a card where there are none. */
export function ThreadsPreview({ account, images, framing, when }: PreviewProps): React.JSX.Element {
  const { t } = useTranslation(['composer', 'framing'])
  return (
    <article className={`${previews.preview} ${styles.post}`}>
      <PreviewAvatar account={account} shape={previews.roundAvatar} />
      <div className={previews.column}>
        <header className={previews.byline}>
          <strong>{account.handle.replace(/^@/, '')}</strong>
          {framing?.topic !== undefined && <strong className={styles.topic}>› {framing.topic}</strong>}
          <span>
            {when ?? t('preview.now')} <Mark element="time" />
          </span>
        </header>
        <PreviewText network="threads" />
        <PreviewPoll />
        {framing?.attachedText !== undefined && <LongText text={framing.attachedText} />}
        <PreviewCard hasPictures={images.length > 0} shape="sheet" />
        <Pictures images={images} isCovered={framing?.isCovered === true} />
        <PreviewQuote />
        <footer className={previews.actions} aria-hidden="true">
          <Heart />
          <MessageCircle />
          <Repeat2 />
          <Send />
        </footer>
        {framing?.replies !== undefined && <p className={styles.repliers}>{t('framing:repliedBy', { who: t(`framing:repliers.${framing.replies}`) })}</p>}
      </div>
    </article>
  )
}

/** Its first lines, as it stands below the words; all of it once it is opened. */
function LongText({ text }: { readonly text: string }): React.JSX.Element {
  const { t } = useTranslation('framing')
  return (
    <details className={styles.long}>
      <summary>
        <span className={styles.words}>{text}</span>
        <strong>{t('readMore')}</strong>
      </summary>
    </details>
  )
}

/** One picture as it is; several in a row, all of one height. Covered ones are seen as through frosted glass. */
function Pictures({ images, isCovered }: { readonly images: readonly PreviewImage[]; readonly isCovered: boolean }): React.JSX.Element | null {
  const [first] = images
  if (first === undefined) return null
  return (
    <Marked element={first.film === undefined ? 'pictures' : 'video'}>
      <div className={styles.pictures} data-count={Math.min(images.length, 2)} data-covered={isCovered ? '' : undefined}>
        {images.map((image) => (
          <PreviewPicture key={image.mediaId} image={image} />
        ))}
      </div>
    </Marked>
  )
}
