import { useTranslation } from 'react-i18next'
import { Mark } from './Marked.tsx'
import type { PreviewProps } from './preview-props.ts'
import { PreviewAvatar } from './PreviewAvatar.tsx'
import { PreviewText } from './PreviewText.tsx'
import { PreviewTags } from './PreviewTags.tsx'
import { PreviewTitle } from './PreviewTitle.tsx'
import { VideoScreen } from './VideoScreen.tsx'
import previews from './previews.module.css'
import styles from './DailymotionPreview.module.css'

/** The page of a video: the player, then the channel beside title and time, and the description below them. */
export function DailymotionPreview({ account, title, tags, images, when }: PreviewProps): React.JSX.Element {
  const { t } = useTranslation('composer')
  const [frame] = images
  return (
    <article className={`${previews.preview} ${styles.page}`}>
      <VideoScreen frame={frame} screen={styles.screen} play={styles.play} />
      <div className={styles.below}>
        <PreviewAvatar account={account} shape={previews.roundAvatar} />
        <div className={styles.words}>
          <h2><PreviewTitle title={title} /></h2>
          <p className={styles.channel}>
            <strong>{account.displayName}</strong>
            <span className={previews.when}>
              {when ?? t('preview.now')} <Mark element="time" />
            </span>
          </p>
          <PreviewText network="dailymotion" />
          <PreviewTags tags={tags} className={styles.tags} sign="#" />
        </div>
      </div>
    </article>
  )
}
