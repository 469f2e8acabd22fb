import { ArrowBigDown, ArrowBigUp, MessageSquare } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Mark, Marked } from './Marked.tsx'
import type { PreviewProps } from './preview-props.ts'
import { PreviewAvatar } from './PreviewAvatar.tsx'
import { RichText } from './RichText.tsx'
import previews from './previews.module.css'
import styles from './RedditPreview.module.css'

/** A post as its own page shows it: a title, then words, or an address, or one picture, which has no words. */
export function RedditPreview({ account, title, text, document, images, when }: PreviewProps): React.JSX.Element {
  const { t } = useTranslation('composer')
  const [picture] = images
  const isLink = images.length === 0 && /^https?:\/\/\S+$/.test(text.trim())
  return (
    <article className={`${previews.preview} ${styles.post}`}>
      <header className={styles.byline}>
        <PreviewAvatar account={account} shape={previews.roundAvatar} />
        <strong>{account.displayName}</strong>
        <span>
          {when ?? t('preview.now')} <Mark element="time" />
        </span>
      </header>
      <h3>{title.trim() === '' ? t('preview.untitled') : title}</h3>
      {picture !== undefined && (
        <Marked element="pictures">
          <img className={styles.picture} src={picture.address} alt="" draggable={false} />
        </Marked>
      )}
      {isLink && <p className={styles.link}>{text.trim()}</p>}
      {images.length === 0 && !isLink && (
        <Marked element="text">
          <RichText document={document} />
        </Marked>
      )}
      <footer className={styles.actions} aria-hidden="true">
        <span>
          <ArrowBigUp /> 1 <ArrowBigDown />
        </span>
        <span>
          <MessageSquare /> 0
        </span>
      </footer>
    </article>
  )
}
