import { Bookmark, Heart, MessageCircle, Send } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../language/use-formats.ts'
import { Mark, Marked } from './Marked.tsx'
import { PeopleOnThem, ShownOn } from './PeopleOnPreview.tsx'
import type { PreviewImage, PreviewProps } from './preview-props.ts'
import { PreviewAvatar } from './PreviewAvatar.tsx'
import { PreviewText, WithText } from './PreviewText.tsx'
import previews from './previews.module.css'
import styles from './InstagramPreview.module.css'

/** A post as Instagram shows it in a feed: the picture first, its words below it. */
export function InstagramPreview({ account, images, framing, when }: PreviewProps): React.JSX.Element {
  const { t } = useTranslation('composer')
  const { locale } = useFormats()
  const name = account.handle.replace(/^@/, '')
  return (
    <article className={`${previews.preview} ${styles.post}`}>
      <header className={styles.byline}>
        <PreviewAvatar account={account} shape={previews.roundAvatar} />
        <span className={previews.names}>
          <strong>{new Intl.ListFormat(locale).format([name, ...(framing?.collaborators ?? [])])}</strong>
          {framing?.place !== undefined && <span className={styles.when}>{framing.place.name || framing.place.id}</span>}
        </span>
      </header>
      <Pictures images={images} />
      <PeopleOnThem images={images} />
      <footer className={styles.actions} aria-hidden="true">
        <Heart />
        <MessageCircle />
        <Send />
        <Bookmark />
      </footer>
      <div className={styles.text}>
        <WithText>
          <strong>{name}</strong>
          <PreviewText network="instagram" />
        </WithText>
        <span className={styles.when}>
          {when ?? t('preview.now')} <Mark element="time" />
        </span>
      </div>
    </article>
  )
}

/** What is 9:16 keeps its shape: a reel. */
const tallestFilm = 0.5625
const tallestPicture = 0.8

/** One at a time, all cut to the shape of the first, with a dot for each. A video by itself is a reel. */
function Pictures({ images }: { readonly images: readonly PreviewImage[] }): React.JSX.Element | null {
  const [first] = images
  if (first === undefined) return null
  const ratio = Math.max(images.length === 1 && first.film !== undefined ? tallestFilm : tallestPicture, Math.min(1.91, first.width / first.height))
  return (
    <Marked element={first.film === undefined ? 'pictures' : 'video'}>
      <div className={styles.pictures} style={{ aspectRatio: String(ratio) }}>
        {images.map((image) => (
          <ShownOn key={image.mediaId} image={image} ratio={ratio} />
        ))}
      </div>
      {images.length > 1 && (
        <div className={styles.dots} aria-hidden="true">
          {images.map(({ mediaId }) => (
            <span key={mediaId} />
          ))}
        </div>
      )}
    </Marked>
  )
}
