import type { PictureRecipe } from '../../../shared/media/picture-recipe.ts'
import type { Size } from '../../../shared/media/size.ts'
import { focusAfter, focusInCrop } from '../../../shared/posts/focal-point.ts'
import { moveByRecipe, moveIntoCrop, type PointMove } from '../../../shared/posts/people-shown.ts'

/** Where what was pointed at on a picture is on the one that was made of it; null: it was cut off. */
export interface PictureMove {
  /** What has to be seen: at the edge where it was just cut off. */
  readonly focus: PointMove
  /** A person, who is on it or not. */
  readonly person: PointMove
}

export function moveOf(origin: Size, before: PictureRecipe, after: PictureRecipe): PictureMove {
  return { focus: (point) => focusAfter(point, origin, before, after), person: moveByRecipe(origin, before, after) }
}

/** Of a picture that was made of that very one. */
export function moveInto({ crop }: Pick<PictureRecipe, 'crop'>): PictureMove {
  return { focus: (point) => (crop === null ? point : focusInCrop(point, crop)), person: moveIntoCrop(crop) }
}
