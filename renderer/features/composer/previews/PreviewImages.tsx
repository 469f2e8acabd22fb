import { Marked } from './Marked.tsx'
import { PreviewPicture } from './PreviewPicture.tsx'
import type { PreviewImage } from './preview-props.ts'
import styles from './previews.module.css'

export interface PreviewImagesProps {
  readonly images: readonly PreviewImage[]
  /** The network shows all of them side by side, however many; else four, and how many more can be looked through. */
  readonly isMosaic?: boolean
}

/** Up to four images in the grid that Bluesky and Mastodon use, more than those in rows of three or counted: none that goes out goes unsaid. One image keeps its own shape within bounds. */
export function PreviewImages({ images, isMosaic = false }: PreviewImagesProps): React.JSX.Element | null {
  const [first] = images
  if (first === undefined) return null
  const isMany = isMosaic && images.length > 4
  const shown = isMany ? images : images.slice(0, 4)
  const ratio = shown.length === 1 ? Math.max(0.75, Math.min(2, first.width / first.height)) : 16 / 9
  return (
    <Marked element="pictures">
      <div className={styles.images} data-count={isMany ? 'many' : shown.length} {...(isMany ? {} : { style: { aspectRatio: String(ratio) } })}>
        {shown.map((image) => (
          <PreviewPicture key={image.mediaId} image={image} />
        ))}
        {images.length > shown.length && <span className={styles.more}>+{images.length - shown.length}</span>}
      </div>
    </Marked>
  )
}
