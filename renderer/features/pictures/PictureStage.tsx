import type { ReactNode } from 'react'
import { filterMatrix, leftAfterTilt, placed, turned, type Crop, type PictureRecipe } from '../../../shared/media/picture-recipe.ts'
import type { Size } from '../../../shared/media/size.ts'
import { CropFrame, placeInFrame } from './CropFrame.tsx'
import styles from './PictureEditor.module.css'

export interface PictureStageProps {
  readonly address: string
  readonly altText: string
  /** Of the picture as it is stored. */
  readonly size: Size
  readonly recipe: PictureRecipe
  /** Kept while a corner is drawn; null: any. */
  readonly ratio: number | null
  readonly onCrop: (crop: Crop) => void
  /** The picture is there, and its colours can be read. */
  readonly onPicture: (picture: HTMLImageElement) => void
  /** What lies on it. */
  readonly marks: ReactNode
}

const filterId = 'picture-editor-filter'

/** The picture as it will be: the same geometry and the same colours as in the file that is made of it. */
export function PictureStage({ address, altText, size, recipe, ratio, onCrop, onPicture, marks }: PictureStageProps): React.JSX.Element {
  const { turns, tilt, crop, filter } = recipe
  const shown = turned(size, turns)
  const isAcross = turns % 2 === 1

  return (
    <div className={styles.stage}>
      <svg className={styles.filters} aria-hidden="true">
        <filter id={filterId} colorInterpolationFilters="sRGB">
          <feColorMatrix type="matrix" values={matrixOf(filter)} />
        </filter>
      </svg>
      {/* A press beside the frame of the crop brings its middle there; by keyboard the frame moves itself. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        className={styles.frame}
        data-frame
        style={{ '--ratio': shown.width / shown.height }}
        onPointerDown={(event) => crop !== null && event.target === event.currentTarget && onCrop(centred(crop, placeInFrame(event)))}
      >
        <img
          className={styles.picture}
          // So that its colours can be read.
          crossOrigin="anonymous"
          src={address}
          onLoad={(event) => onPicture(event.currentTarget)}
          alt={altText}
          draggable={false}
          style={{
            inlineSize: isAcross ? `${(100 * shown.height) / shown.width}%` : '100%',
            blockSize: isAcross ? `${(100 * shown.width) / shown.height}%` : '100%',
            transform: `translate(-50%, -50%) rotate(${turns * 90 + tilt}deg) scale(${1 / leftAfterTilt(shown, tilt)})`,
            ...(filter === 'none' ? {} : { filter: `url(#${filterId})` })
          }}
        />
        {crop !== null && <CropFrame crop={crop} ratio={ratio} size={shown} onCrop={onCrop} />}
        {marks}
      </div>
    </div>
  )
}

function centred(crop: Crop, { x, y }: { readonly x: number; readonly y: number }): Crop {
  return placed(crop, { x: x - crop.width / 2, y: y - crop.height / 2 })
}

function matrixOf(filter: PictureRecipe['filter']): string {
  const { factors, added } = filterMatrix(filter)
  return [...factors.map((row) => [...row, 0, added]), [0, 0, 0, 1, 0]].flat().join(' ')
}
