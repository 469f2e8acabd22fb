import { Share2, ThumbsUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Mark } from './Marked.tsx'
import type { PreviewProps } from './preview-props.ts'
import { PreviewAvatar } from './PreviewAvatar.tsx'
import { PreviewText } from './PreviewText.tsx'
import { PreviewTags } from './PreviewTags.tsx'
import { PreviewTitle } from './PreviewTitle.tsx'
import { VideoScreen } from './VideoScreen.tsx'
import previews from './previews.module.css'
import styles from './YoutubePreview.module.css'

/** The page of a video: the video, its title, the channel, and the description in its box, folded after some characters. */
export function YoutubePreview({ account, title, tags, images, when }: PreviewProps): React.JSX.Element {
  const { t } = useTranslation('composer')
  const [frame] = images
  return (
    <article className={`${previews.preview} ${styles.page}`}>
      <VideoScreen frame={frame} screen={styles.screen} play={styles.play} />
      <div className={styles.below}>
        <h2><PreviewTitle title={title} /></h2>
        <div className={styles.channel}>
          <PreviewAvatar account={account} shape={previews.roundAvatar} />
          <strong>{account.displayName}</strong>
          <span className={styles.buttons} aria-hidden="true">
            <ThumbsUp /> <Share2 />
          </span>
        </div>
        <div className={styles.box}>
          <span className={previews.when}>
            {when ?? t('preview.now')} <Mark element="time" />
          </span>
          <PreviewText network="youtube" />
        </div>
        <PreviewTags tags={tags} className={styles.tags} isHidden />
      </div>
    </article>
  )
}
