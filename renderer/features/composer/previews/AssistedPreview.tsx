import type { PreviewProps } from './preview-props.ts'
import { PreviewImages } from './PreviewImages.tsx'
import styles from './previews.module.css'

/** What the person will paste there: the words as they are, and the files. How it will look, only that network knows. */
export function AssistedPreview({ account, text, images }: PreviewProps): React.JSX.Element {
  return (
    <article className={styles.discord}>
      <div className={styles.column}>
        <header className={styles.byline}>
          <strong>{account.displayName}</strong>
          <span>{account.handle}</span>
        </header>
        <p className={styles.text}>{text}</p>
        <PreviewImages images={images} />
      </div>
    </article>
  )
}
