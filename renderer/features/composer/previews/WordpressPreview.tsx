import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../language/use-formats.ts'
import { Mark, Marked } from './Marked.tsx'
import { PreviewTags } from './PreviewTags.tsx'
import { PreviewPicture } from './PreviewPicture.tsx'
import type { PreviewProps } from './preview-props.ts'
import { RichText } from './RichText.tsx'
import { PreviewTeaser } from './PreviewTeaser.tsx'
import { PreviewTitle } from './PreviewTitle.tsx'
import previews from './previews.module.css'
import styles from './WordpressPreview.module.css'

/** A post as a plain WordPress theme shows it: title, line of author and date, featured image, text, and below it the other images and the videos. The site's own theme decides the rest. */
export function WordpressPreview({ account, title, tags, beside, images, when }: PreviewProps): React.JSX.Element {
  const { t } = useTranslation('composer')
  const { t: ofCategories } = useTranslation('categories')
  const formats = useFormats()
  // A video is never the featured one.
  const featured = images.find(({ film }) => film === undefined)
  const others = images.filter((image) => image !== featured)
  return (
    <article className={`${previews.preview} ${styles.post}`}>
      <p className={styles.site}>{account.handle}</p>
      <h2><PreviewTitle title={title} /></h2>
      <p className={styles.meta}>
        {account.displayName} · {when ?? t('preview.today')} <Mark element="time" />
      </p>
      {beside?.categories !== undefined && (
        <Marked element="categories">
          <p className={styles.meta}>{`${ofCategories('categories.shown')} ${formats.list(beside.categories.map(({ name }) => name))}`}</p>
        </Marked>
      )}
      {featured && (
        <Marked element="pictures">
          <PreviewPicture className={styles.featured} image={featured} />
        </Marked>
      )}
      <div className={`${previews.rich} ${styles.article}`}>
        <Marked element="text">
          <RichText />
        </Marked>
        {others.length > 0 && (
          <Marked element={others.some(({ film }) => film === undefined) ? 'pictures' : 'video'}>
            {others.map((image) => (
              <PreviewPicture key={image.mediaId} className={styles.below} image={image} />
            ))}
          </Marked>
        )}
      </div>
      <PreviewTags tags={tags} className={styles.tags} />
      <PreviewTeaser title={title} teaser={beside?.teaser} />
    </article>
  )
}
