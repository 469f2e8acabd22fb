import { ArrowBigDown, ArrowBigUp, MessageSquare } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Mark, Marked } from './Marked.tsx'
import { useOutgoingText } from './outgoing-text.ts'
import type { PreviewProps } from './preview-props.ts'
import { PreviewPicture } from './PreviewPicture.tsx'
import { PreviewAvatar } from './PreviewAvatar.tsx'
import { RichText } from './RichText.tsx'
import { PreviewQuote } from './PreviewQuote.tsx'
import { PreviewTitle } from './PreviewTitle.tsx'
import previews from './previews.module.css'
import styles from './RedditPreview.module.css'

/** A post as its own page shows it: a title, then an address, or a picture, a film or several pictures to look through, and words below. */
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
      <h2><PreviewTitle title={title} /></h2>
      {picture !== undefined && (
        <Marked element={picture.film === undefined ? 'pictures' : 'video'}>
          <div className={styles.shown}>
            <PreviewPicture className={styles.picture} image={picture} />
            {images.length > 1 && <span className={styles.count}>1/{images.length}</span>}
          </div>
        </Marked>
      )}
      <PreviewQuote />
      <Words isAlone={images.length === 0} />
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

function Words({ isAlone }: { readonly isAlone: boolean }): React.JSX.Element | null {
  const text = useOutgoingText().trim()
  if (isAlone && /^https?:\/\/\S+$/.test(text)) return <p className={styles.link}>{text}</p>
  if (text === '') return null
  return (
    <Marked element="text">
      <RichText />
    </Marked>
  )
}
