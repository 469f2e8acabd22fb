import { cropTo } from '../../../../shared/media/picture-recipe.ts'
import { middleOfPicture } from '../../../../shared/posts/focal-point.ts'
import { moveIntoCrop, movePeople } from '../../../../shared/posts/people-shown.ts'
import { PeopleLine } from '../../pictures/PeopleLine.tsx'
import { isNearBottom } from '../../pictures/point-keys.ts'
import { PreviewPicture } from './PreviewPicture.tsx'
import type { PreviewImage } from './preview-props.ts'
import styles from './PeopleOnPreview.module.css'

/** A picture cut to a shape round its middle, with the names of those who are shown on it, where they are. The line below says them to everybody. */
export function ShownOn({ image, ratio }: { readonly image: PreviewImage; readonly ratio: number }): React.JSX.Element {
  const { people = [], film } = image
  if (film !== undefined || people.length === 0) return <PreviewPicture image={image} />
  const { kept } = movePeople(people, moveIntoCrop(cropTo(ratio, image, middleOfPicture)))
  return (
    <div data-people className={styles.shown}>
      <PreviewPicture image={image} />
      {kept.map(({ name, at = middleOfPicture }) => (
        <span key={name} className={styles.mark} aria-hidden="true" style={{ insetInlineStart: `${String(at.x * 100)}%`, insetBlockStart: `${String(at.y * 100)}%` }}>
          <span className={styles.name} data-above={isNearBottom(at) || undefined} style={{ '--side': at.x }}>{name}</span>
        </span>
      ))}
    </div>
  )
}

/** Everybody who is named in the pictures or the film. */
export function PeopleOnThem({ images }: { readonly images: readonly PreviewImage[] }): React.JSX.Element {
  return <PeopleLine people={images.flatMap(({ people = [] }) => people)} className={styles.line} />
}
