import type { PreviewProps } from './preview-props.ts'
import { PreviewImages } from './PreviewImages.tsx'
import { PreviewText } from './PreviewText.tsx'
import previews from './previews.module.css'
import styles from './DiscordPreview.module.css'

/** What the person will paste there: the words as they are, and the files. How it will look, only that network knows. */
export function AssistedPreview({ account, images }: PreviewProps): React.JSX.Element {
  return (
    <article className={`${previews.preview} ${styles.post}`}>
      <div className={previews.column}>
        <header className={previews.byline}>
          <strong>{account.displayName}</strong>
          <span>{account.handle}</span>
        </header>
        <PreviewText network="plain" />
        <PreviewImages images={images} isMosaic />
      </div>
    </article>
  )
}
