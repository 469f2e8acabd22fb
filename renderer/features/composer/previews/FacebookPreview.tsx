import { Globe, MessageCircle, Share2, ThumbsUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Mark, Marked } from './Marked.tsx'
import { PreviewPicture } from './PreviewPicture.tsx'
import type { PreviewImage, PreviewProps } from './preview-props.ts'
import { PreviewAvatar } from './PreviewAvatar.tsx'
import { PreviewCard } from './PreviewCard.tsx'
import { PreviewText, WithText } from './PreviewText.tsx'
import previews from './previews.module.css'
import styles from './FacebookPreview.module.css'

/** A Page's post as a computer shows it: a fold in a long text, a grid of five pictures at most, or the card of the first link. */
export function FacebookPreview({ account, images, framing, when }: PreviewProps): React.JSX.Element {
  const { t } = useTranslation('composer')
  const { t: ofFraming } = useTranslation('framing')
  return (
    <article className={`${previews.preview} ${styles.post}`}>
      <header className={styles.byline}>
        <PreviewAvatar account={account} shape={previews.roundAvatar} />
        <span className={previews.names}>
          <strong>{framing?.place === undefined ? account.displayName : ofFraming('namedAt', { name: account.displayName, place: framing.place.name || framing.place.id })}</strong>
          <span className={previews.when}>
            {when ?? t('preview.now')} · <Globe aria-hidden="true" /> <Mark element="time" />
          </span>
        </span>
      </header>
      <WithText>
        <div className={styles.text}>
          <PreviewText network="facebook" />
        </div>
      </WithText>
      <div className={styles.card}>
        <PreviewCard hasPictures={images.length > 0} shape="sheet" />
      </div>
      <Photos images={images} />
      <footer className={styles.actions} aria-hidden="true">
        <span>
          <ThumbsUp /> {t('preview.like')}
        </span>
        <span>
          <MessageCircle /> {t('preview.comment')}
        </span>
        <span>
          <Share2 /> {t('preview.share')}
        </span>
      </footer>
    </article>
  )
}

const mostShown = 5

/** Two over three from five on, with the number of those that do not show on the last. */
function Photos({ images }: { readonly images: readonly PreviewImage[] }): React.JSX.Element | null {
  const [first] = images
  if (first === undefined) return null
  const shown = images.slice(0, mostShown)
  const ratio = shown.length === 1 ? Math.max(0.8, Math.min(1.91, first.width / first.height)) : 1
  return (
    <Marked element="pictures">
      <div className={styles.photos} data-count={shown.length} style={{ aspectRatio: String(ratio) }}>
        {shown.map((image, place) => (
          <span key={image.mediaId} className={styles.photo}>
            <PreviewPicture image={image} />
            {place === mostShown - 1 && images.length > mostShown && <span className={styles.more}>+{images.length - mostShown}</span>}
          </span>
        ))}
      </div>
    </Marked>
  )
}
