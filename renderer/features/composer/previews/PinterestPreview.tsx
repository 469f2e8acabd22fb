import { useTranslation } from 'react-i18next'
import { Mark, Marked } from './Marked.tsx'
import { useOutgoingLink, useOutgoingQuote, useOutgoingText } from './outgoing-text.ts'
import { PreviewQuote } from './PreviewQuote.tsx'
import { PreviewPicture } from './PreviewPicture.tsx'
import type { PreviewProps } from './preview-props.ts'
import { PreviewAvatar } from './PreviewAvatar.tsx'
import { PreviewText } from './PreviewText.tsx'
import { splitPreviewText } from './split-preview-text.ts'
import previews from './previews.module.css'
import styles from './PinterestPreview.module.css'

/** A pin, opened: its picture in its own shape, where it leads to, its title and its description; several pictures are looked through. One that is saved looks as the other does, whose picture is not known here. */
export function PinterestPreview({ account, title, beside, images, when }: PreviewProps): React.JSX.Element {
  const { t } = useTranslation(['composer', 'categories'])
  const [section] = beside?.categories ?? []
  const [first] = images
  const isSaved = useOutgoingQuote() !== null
  return (
    <article className={`${previews.preview} ${styles.pin}`}>
      {first !== undefined && (
        <Marked element={first.film === undefined ? 'pictures' : 'video'}>
          <div className={styles.picture} style={{ aspectRatio: String(Math.max(0.45, first.width / first.height)) }}>
            <PreviewPicture image={first} />
            {images.length > 1 && <span className={styles.count}>1/{images.length}</span>}
          </div>
        </Marked>
      )}
      <div className={styles.words}>
        <LinkHost />
        {!isSaved && title.trim() !== '' && <h2>{title}</h2>}
        {isSaved ? <PreviewQuote /> : <PreviewText network="plain" />}
        <div className={styles.byline}>
          <PreviewAvatar account={account} shape={previews.roundAvatar} />
          <strong>{account.displayName}</strong>
          <span>
            {when ?? t('preview.now')} <Mark element="time" />
          </span>
        </div>
        {section !== undefined && (
          <Marked element="categories">
            <p className={styles.section}>{`${t('categories:sections.shown')} ${section.name}`}</p>
          </Marked>
        )}
      </div>
    </article>
  )
}

/** Where the pin leads to. */
function LinkHost(): React.JSX.Element | null {
  const text = useOutgoingText()
  const link = useOutgoingLink() ?? splitPreviewText(text, 'linkedin').find(({ kind }) => kind === 'link')?.text
  return link === undefined ? null : <span className={styles.host}>{hostOf(link)}</span>
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host.replace(/^www\./, '') : ''
}
