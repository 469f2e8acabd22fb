import { ArrowBigDown, ArrowBigUp, MessageSquare } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Mark, Marked } from './Marked.tsx'
import { useOutgoingText } from './outgoing-text.ts'
import type { PreviewProps } from './preview-props.ts'
import { PreviewPicture } from './PreviewPicture.tsx'
import { PreviewAvatar } from './PreviewAvatar.tsx'
import { RichText } from './RichText.tsx'
import { PreviewTitle } from './PreviewTitle.tsx'
import previews from './previews.module.css'
import styles from './RedditPreview.module.css'

/** A post as its own page shows it: a title, then words, or an address, or one picture, which has no words. */
export function RedditPreview({ account, title, images, when }: PreviewProps): React.JSX.Element {
  const { t } = useTranslation('composer')
  const [picture] = images
  return (
    <article className={`${previews.preview} ${styles.post}`}>
      <header className={styles.byline}>
        <PreviewAvatar account={account} shape={previews.roundAvatar} />
        <strong>{account.displayName}</strong>
        <span>
          {when ?? t('preview.now')} <Mark element="time" />
        </span>
      </header>
      <h3><PreviewTitle title={title} /></h3>
      {picture !== undefined && (
        <Marked element="pictures">
          <PreviewPicture className={styles.picture} image={picture} />
        </Marked>
      )}
      {images.length === 0 && <Words />}
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

function Words(): React.JSX.Element {
  const text = useOutgoingText().trim()
  if (/^https?:\/\/\S+$/.test(text)) return <p className={styles.link}>{text}</p>
  return (
    <Marked element="text">
      <RichText />
    </Marked>
  )
}
