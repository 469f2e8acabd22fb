import { Globe, MessageSquareText, Repeat2, Send, ThumbsUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Mark, Marked } from './Marked.tsx'
import { useOutgoingQuote } from './outgoing-text.ts'
import { PreviewPicture } from './PreviewPicture.tsx'
import type { PreviewImage, PreviewProps } from './preview-props.ts'
import { LinkedinDocument } from './LinkedinDocument.tsx'
import { PreviewAvatar } from './PreviewAvatar.tsx'
import { PreviewCard } from './PreviewCard.tsx'
import { PreviewPoll } from './PreviewPoll.tsx'
import { PreviewQuote } from './PreviewQuote.tsx'
import { PreviewText, WithText } from './PreviewText.tsx'
import previews from './previews.module.css'
import styles from './LinkedinPreview.module.css'

/** A post as a computer shows it: a fold in a long text, then one picture, a grid, or a document. LinkedIn builds no card of a link that a program sends: it goes along. */
export function LinkedinPreview({ account, images, when, title, isDocument = false }: PreviewProps & { readonly isDocument?: boolean }): React.JSX.Element {
  const { t } = useTranslation('composer')
  const quote = useOutgoingQuote()
  return (
    <article className={`${previews.preview} ${styles.post}`} {...(isDocument ? { 'data-format': 'document' } : {})}>
      <header className={styles.byline}>
        <PreviewAvatar account={account} shape={account.networkId === 'linkedin_page' ? styles.logo : previews.roundAvatar} />
        <span className={previews.names}>
          <strong>{account.displayName}</strong>
          <span className={previews.when}>
            {when ?? t('preview.now')} · <Globe aria-hidden="true" /> <Mark element="time" />
          </span>
        </span>
      </header>
      <WithText>
        <div className={styles.text}>
          <PreviewText network="linkedin" />
        </div>
      </WithText>
      <div className={styles.text}>
        <PreviewPoll />
      </div>
      <div className={styles.text}>
        <PreviewQuote />
      </div>
      {isDocument ? <LinkedinDocument title={title} images={images} /> : <Pictures images={images} />}
      {images.length === 0 && !isDocument && quote === null && (
        <div className={styles.text}>
          <PreviewCard hasPictures={false} shape="sheet" />
        </div>
      )}
      <footer className={styles.actions} aria-hidden="true">
        <ThumbsUp />
        <MessageSquareText />
        <Repeat2 />
        <Send />
      </footer>
    </article>
  )
}

const mostShown = 4

/** One large above a row of three, with the number of those that do not show on the last. */
function Pictures({ images }: { readonly images: readonly PreviewImage[] }): React.JSX.Element | null {
  const [first] = images
  if (first === undefined) return null
  const shown = images.slice(0, mostShown)
  const ratio = shown.length === 1 ? Math.max(0.8, Math.min(2.4, first.width / first.height)) : 1.2
  return (
    <Marked element={first.film === undefined ? 'pictures' : 'video'}>
      <div className={styles.pictures} data-count={shown.length} style={{ aspectRatio: String(ratio) }}>
        {shown.map((image, place) => (
          <span key={image.mediaId} className={styles.picture}>
            <PreviewPicture image={image} />
            {place === mostShown - 1 && images.length > mostShown && <span className={styles.left}>+{images.length - mostShown}</span>}
          </span>
        ))}
      </div>
    </Marked>
  )
}
