import { useTranslation } from 'react-i18next'
import { Mark, Marked } from './Marked.tsx'
import { PreviewImages } from './PreviewImages.tsx'
import type { PreviewProps } from './preview-props.ts'
import { PreviewAvatar } from './PreviewAvatar.tsx'
import { PreviewCard } from './PreviewCard.tsx'
import { PreviewPoll } from './PreviewPoll.tsx'
import { RichText } from './RichText.tsx'
import previews from './previews.module.css'
import styles from './DiscordPreview.module.css'

/** A message as Discord shows it in a channel: round picture, name and time in one line, images below the words. */
export function DiscordPreview({ account, images, when }: PreviewProps): React.JSX.Element {
  const { t } = useTranslation('composer')
  return (
    <article className={`${previews.preview} ${styles.post}`}>
      <PreviewAvatar account={account} shape={previews.roundAvatar} />
      <div className={previews.column}>
        <header className={previews.byline}>
          <strong>{account.displayName}</strong>
          <span>
            {when ?? t('preview.now')} <Mark element="time" />
          </span>
        </header>
        <div className={`${previews.rich} ${styles.chatText}`}>
          <Marked element="text">
            <RichText />
          </Marked>
        </div>
        <PreviewPoll />
        <PreviewImages images={images} isMosaic />
        <PreviewCard hasPictures={images.length > 0} shape="bar" />
      </div>
    </article>
  )
}
