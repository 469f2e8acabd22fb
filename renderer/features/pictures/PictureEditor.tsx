import { RotateCcw, RotateCw } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Brand } from '../../../shared/brand/brand.ts'
import { mediaAddress, type MediaItem } from '../../../shared/media/media-item.ts'
import { cropTo, maxTilt, pictureFilters, plainRecipe, turned, type PictureRecipe } from '../../../shared/media/picture-recipe.ts'
import { pointAfter } from '../../../shared/media/point-in-recipe.ts'
import type { Size } from '../../../shared/media/size.ts'
import { middleOfPicture as middle } from '../../../shared/posts/focal-point.ts'
import type { FocalPoint } from '../../../shared/posts/post.ts'
import { studio } from '../../bridge/studio-client.ts'
import { newId } from '../../bridge/system-random.ts'
import { useRequest } from '../../bridge/use-request.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { ErrorState } from '../../components/ErrorState.tsx'
import { IconButton } from '../../components/IconButton.tsx'
import { LoadingState } from '../../components/LoadingState.tsx'
import { ProgressBar } from '../../components/ProgressBar.tsx'
import { Select } from '../../components/Select.tsx'
import { showFailure } from '../../components/show-failure.ts'
import { useFormats } from '../../language/use-formats.ts'
import { cropShapes, ratioOf, shapeOf, type CropShape } from './crop-ratios.ts'
import { drawText } from './draw-text.ts'
import { moveOf, type PictureMove } from './picture-move.ts'
import { MarksOnStage } from './MarksOnStage.tsx'
import { MarksPanel } from './MarksPanel.tsx'
import { PictureStage } from './PictureStage.tsx'
import { useMarks } from './use-marks.ts'
import styles from './PictureEditor.module.css'

export interface PictureEditorProps {
  readonly workspaceId: string
  /** Of the picture to change: what it was made of is shown, with what was done to it. */
  readonly mediaId: string
  readonly altText: string
  /** What has to be seen of it, where somebody chose. */
  readonly focus?: FocalPoint | undefined
  /** A new picture was made; the other one is still there. `move`: where a point of that one is on it; null: it was cut off. */
  readonly onMade: (item: MediaItem, move: PictureMove) => void
  readonly onClose: () => void
}

/** Larger ones are shown small while they are edited: the file is made of the whole picture all the same. */
const largestShown = 12_000_000

/** Turns, cuts and colours a picture; what comes of it is a new one. */
export function PictureEditor(props: PictureEditorProps): React.JSX.Element {
  const { t } = useTranslation('pictures')
  const { workspaceId, mediaId, onClose } = props
  const [loaded, retry] = useRequest('library.readEdit', { workspaceId, mediaId }, [])
  const [look, retryLook] = useRequest('brand.read', { workspaceId }, [])
  if (loaded.kind === 'ready' && look.kind === 'ready') return <Editor {...props} {...loaded.value} recipe={withLogoOf(loaded.value.recipe, look.value.logo)} brand={look.value.brand} logo={look.value.logo} />
  const failed = loaded.kind === 'failed' ? loaded : look.kind === 'failed' ? look : null
  return (
    <Dialog open onOpenChange={onClose} size="large" title={t('title')}>
      {failed === null ? <LoadingState /> : <ErrorState error={failed.error} onRetry={failed === loaded ? retry : retryLook} />}
    </Dialog>
  )
}

/** The logo is the client’s, as it is now. */
function withLogoOf(recipe: PictureRecipe, logo: MediaItem | null): PictureRecipe {
  return recipe.logo === null ? recipe : { ...recipe, logo: logo === null ? null : { ...recipe.logo, mediaId: logo.id } }
}

interface EditorProps extends PictureEditorProps {
  readonly brand: Brand
  readonly logo: MediaItem | null
  readonly origin: MediaItem
  readonly recipe: PictureRecipe
}

function Editor({ workspaceId, altText, focus: chosen, origin, recipe: before, brand, logo, onMade, onClose }: EditorProps): React.JSX.Element {
  const { t } = useTranslation('pictures')
  const [recipe, setRecipe] = useState(before)
  const size = turned(origin, recipe.turns)
  const [shape, setShape] = useState<CropShape>(() => shapeOf(before.crop, size))
  const [picture, setPicture] = useState<HTMLImageElement | null>(null)
  const marks = useMarks(origin, recipe, logo, picture)
  const { percent, make, cancel } = useMaking(workspaceId, origin.id)
  const isWorking = percent !== null

  async function handleSave(): Promise<void> {
    const item = await make(withoutEmptyWords(recipe), marks.whole)
    if (item === null) return
    onMade(item, moveOf(origin, before, recipe))
    onClose()
  }

  function close(): void {
    cancel()
    onClose()
  }

  return (
    <Dialog
      open
      onOpenChange={close}
      size="large"
      title={t('title')}
      description={t('text')}
      footer={
        <>
          {isWorking && <ProgressBar label={t('working')} value={percent} />}
          <Button variant="quiet" disabled={isWorking} onClick={() => reset()}>
            {t('reset')}
          </Button>
          <Button onClick={close}>{t('cancel')}</Button>
          <Button variant="primary" disabled={isWorking || JSON.stringify(recipe) === JSON.stringify(before)} onClick={() => void handleSave()}>
            {t('save')}
          </Button>
        </>
      }
    >
      <Tools recipe={recipe} shape={shape} onRecipe={change} onShape={choose} />
      <div className={styles.desk}>
        <PictureStage
          address={mediaAddress(workspaceId, origin.id, origin.width * origin.height > largestShown ? 'small' : 'full')}
          altText={altText}
          size={origin}
          recipe={recipe}
          ratio={ratioOf(shape)}
          onCrop={(crop) => setRecipe({ ...recipe, crop })}
          onPicture={setPicture}
          marks={<MarksOnStage workspaceId={workspaceId} recipe={recipe} whole={marks.whole} layout={marks.layout} logo={logo} />}
        />
        <MarksPanel workspaceId={workspaceId} mediaId={origin.id} recipe={recipe} onRecipe={setRecipe} brand={brand} hasLogo={logo !== null} contrast={marks.contrast} covered={marks.covered} />
      </div>
    </Dialog>
  )

  function reset(): void {
    setRecipe(plainRecipe)
    setShape('whole')
  }

  /** Turned by a quarter, a crop would be another part of the picture: it starts anew in its shape. */
  function change(next: PictureRecipe): void {
    const ratio = ratioOf(shape)
    const isTurned = next.turns !== recipe.turns
    setRecipe(isTurned ? { ...next, crop: ratio === null ? null : cropTo(ratio, turned(origin, next.turns), middle) } : next)
    if (isTurned && ratio === null) setShape('whole')
  }

  function choose(next: CropShape): void {
    setShape(next)
    const { crop } = recipe
    // It was chosen on the picture as it is stored, which may be made of another one already.
    const beginning = chosen === undefined ? middle : pointAfter(chosen, origin, before, { ...recipe, crop: null })
    const focus = crop === null ? beginning : { x: crop.x + crop.width / 2, y: crop.y + crop.height / 2 }
    const ratio = ratioOf(next)
    setRecipe({ ...recipe, crop: next === 'whole' ? null : ratio === null ? (crop ?? { x: 0.1, y: 0.1, width: 0.8, height: 0.8 }) : cropTo(ratio, size, focus) })
  }
}

function withoutEmptyWords(recipe: PictureRecipe): PictureRecipe {
  return recipe.text?.words.trim() === '' ? { ...recipe, text: null } : recipe
}

interface ToolsProps {
  readonly recipe: PictureRecipe
  readonly shape: CropShape
  readonly onRecipe: (recipe: PictureRecipe) => void
  readonly onShape: (shape: CropShape) => void
}

function Tools({ recipe, shape, onRecipe, onShape }: ToolsProps): React.JSX.Element {
  const { t } = useTranslation('pictures')
  const formats = useFormats()
  const turn = (by: 1 | 3): void => {
    const turns = ([0, 1, 2, 3] as const)[(recipe.turns + by) % 4] ?? 0
    onRecipe({ ...recipe, turns })
  }
  return (
    <div className={styles.tools}>
      <Select label={t('shape')} value={shape} options={cropShapes.map((value) => ({ value, label: t(`shapes.${value}`) }))} onChange={onShape} />
      <Select label={t('filter')} value={recipe.filter} options={pictureFilters.map((value) => ({ value, label: t(`filters.${value}`) }))} onChange={(filter) => onRecipe({ ...recipe, filter })} />
      <label className={styles.tilt}>
        <span>{t('tilt', { degrees: formats.number(recipe.tilt) })}</span>
        <input type="range" min={-maxTilt} max={maxTilt} step={0.5} value={recipe.tilt} onChange={(event) => onRecipe({ ...recipe, tilt: Number(event.target.value) })} />
      </label>
      <IconButton icon={RotateCcw} label={t('turnLeft')} onClick={() => turn(3)} />
      <IconButton icon={RotateCw} label={t('turnRight')} onClick={() => turn(1)} />
    </div>
  )
}

/** Has the picture made in the background: how far it is in percent, null while nothing is under way. */
function useMaking(workspaceId: string, mediaId: string): { readonly percent: number | null; readonly make: (recipe: PictureRecipe, whole: Size) => Promise<MediaItem | null>; readonly cancel: () => void } {
  const [percent, setPercent] = useState<number | null>(null)
  const making = useRef<string | null>(null)
  useEffect(() => studio.on('media.progress', (said) => said.mediaId === making.current && setPercent(said.percent)), [])
  return {
    percent,
    async make(recipe, whole) {
      const newMediaId = newId()
      making.current = newMediaId
      setPercent(0)
      const drawnText = recipe.text === null ? null : await drawText(recipe.text, whole)
      const answer = await studio.request('library.edit', { workspaceId, mediaId, newMediaId, recipe, drawnText })
      making.current = null
      setPercent(null)
      if (answer.ok) return answer.value
      if (answer.error.code !== 'work_cancelled') showFailure(answer.error, workspaceId)
      return null
    },
    cancel() {
      if (making.current !== null) void studio.request('library.cancelEdit', { workspaceId, newMediaId: making.current })
    }
  }
}
