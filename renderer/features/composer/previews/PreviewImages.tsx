import { Marked } from './Marked.tsx'
import { PreviewPicture } from './PreviewPicture.tsx'
import type { PreviewImage } from './preview-props.ts'
import styles from './previews.module.css'

/** Up to four images in the grid that Bluesky and Mastodon use, and how many more can be looked through; one image keeps its own shape within bounds. */
export function PreviewImages({ images }: { readonly images: readonly PreviewImage[] }): React.JSX.Element | null {
  if (images.length === 0) return null
  const shown = images.slice(0, 4)
  const [first] = shown
  const ratio = first && shown.length === 1 ? Math.max(0.75, Math.min(2, first.width / first.height)) : 16 / 9
  return (
    <Marked element="pictures">
      <div className={styles.images} data-count={shown.length} style={{ aspectRatio: String(ratio) }}>
        {shown.map((image) => (
          <PreviewPicture key={image.mediaId} image={image} />
        ))}
        {images.length > shown.length && <span className={styles.more}>+{images.length - shown.length}</span>}
      </div>
    </Marked>
  )
}
