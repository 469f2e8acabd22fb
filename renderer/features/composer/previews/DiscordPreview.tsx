import { useTranslation } from 'react-i18next'
import { PreviewImages } from './PreviewImages.tsx'
import type { PreviewProps } from './preview-props.ts'
import { RichText } from './RichText.tsx'
import previews from './previews.module.css'
import styles from './DiscordPreview.module.css'

/** A message as Discord shows it in a channel: round picture, name and time in one line, images below the words. */
export function DiscordPreview({ account, document, images, when }: PreviewProps): React.JSX.Element {
  const { t } = useTranslation('composer')
  return (
    <article className={`${previews.preview} ${styles.post}`}>
      <span className={previews.roundAvatar} aria-hidden="true">
        {account.displayName.slice(0, 1).toUpperCase()}
      </span>
      <div className={previews.column}>
        <header className={previews.byline}>
          <strong>{account.displayName}</strong>
          <span>{when ?? t('preview.now')}</span>
        </header>
        <div className={`${previews.rich} ${styles.chatText}`}>
          <RichText document={document} />
        </div>
        <PreviewImages images={images} />
      </div>
    </article>
  )
}
