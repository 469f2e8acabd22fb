import { Bookmark, Heart, MessageCircle, Share2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Mark, Marked } from './Marked.tsx'
import type { PreviewImage, PreviewProps } from './preview-props.ts'
import { PreviewAvatar } from './PreviewAvatar.tsx'
import { PreviewPicture } from './PreviewPicture.tsx'
import { PreviewText } from './PreviewText.tsx'
import { VideoScreen } from './VideoScreen.tsx'
import previews from './previews.module.css'
import styles from './TiktokPreview.module.css'
import upright from './upright-screen.module.css'

/** The telephone's whole screen: the video or the first of the pictures, what can be done with it at its side, and name and words over its foot, where nothing of it should matter. */
export function TiktokPreview({ account, images, when }: PreviewProps): React.JSX.Element {
  const { t } = useTranslation('composer')
  const [frame] = images
  return (
    <article className={`${previews.preview} ${upright.page}`}>
      <div className={`${upright.screen} ${styles.screen}`}>
        {frame !== undefined && frame.film === undefined ? <FirstPicture picture={frame} /> : <VideoScreen frame={frame} screen={upright.film} play={styles.play} />}
        <div className={styles.side} aria-hidden="true">
          <PreviewAvatar account={account} shape={previews.roundAvatar} />
          <Heart /> <MessageCircle /> <Bookmark /> <Share2 />
        </div>
        <div className={styles.foot}>
          {images.length > 1 && (
            <div className={styles.dots} aria-hidden="true">
              {images.map(({ mediaId }) => (
                <span key={mediaId} />
              ))}
            </div>
          )}
          <p>
            <strong>{account.displayName}</strong>{' '}
            <span className={previews.when}>
              {when ?? t('preview.now')} <Mark element="time" />
            </span>
          </p>
          <PreviewText network="tiktok" />
        </div>
      </div>
    </article>
  )
}

/** The others follow to the side. */
function FirstPicture({ picture }: { readonly picture: PreviewImage }): React.JSX.Element {
  return (
    <Marked element="pictures">
      <div className={upright.film}>
        <PreviewPicture image={picture} />
      </div>
    </Marked>
  )
}
