import { Images } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { coverSide } from '../../../shared/media/film-cover.ts'
import { mediaAddress, type MediaItem, type VideoItem } from '../../../shared/media/media-item.ts'
import type { FilmCover } from '../../../shared/posts/post.ts'
import { addMediaFile } from '../../bridge/add-media-file.ts'
import { pictureShown } from '../../bridge/film-cover.ts'
import { studio } from '../../bridge/studio-client.ts'
import { newId } from '../../bridge/system-random.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { showFailure } from '../../components/show-failure.ts'
import { filmMoment } from '../../language/film-length.ts'
import { LibraryDialog } from '../composer/library/LibraryDialog.tsx'
import styles from './CoverDialog.module.css'
import { useFrames } from './use-frames.ts'

export interface CoverDialogProps {
  readonly workspaceId: string
  readonly film: VideoItem
  /** As the post has it; null: each network chooses. */
  readonly cover: FilmCover | null
  /** The picture is in the library by then; null: each network chooses. */
  readonly onChoose: (picture: MediaItem | null, atMs: number | null) => void
  readonly onClose: () => void
}

/** Chooses what stands for a film before it plays: a moment of it, or a picture of the client's. */
export function CoverDialog({ workspaceId, film, cover, onChoose, onClose }: CoverDialogProps): React.JSX.Element {
  const { t } = useTranslation('videos')
  const momentOf = useMomentWords()
  const player = useRef<HTMLVideoElement | null>(null)
  const [atMs, setAt] = useState(cover?.atMs ?? Math.min(1000, Math.floor(film.durationMs / 4)))
  const [isWorking, setWorking] = useState(false)
  const [isLibraryOpen, setLibraryOpen] = useState(false)

  function show(ms: number): void {
    setAt(ms)
    if (player.current !== null) player.current.currentTime = ms / 1000
  }

  function choose(picture: MediaItem | null, moment: number | null): void {
    onChoose(picture, moment)
    onClose()
  }

  async function handleUse(): Promise<void> {
    setWorking(true)
    const picture = await keepFrame(workspaceId, film, atMs, player.current)
    setWorking(false)
    if (picture !== null) choose(picture, atMs)
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="large"
      title={t('cover.title')}
      description={t('cover.text')}
      footer={
        <>
          {cover !== null && <Button variant="quiet" onClick={() => choose(null, null)}>{t('cover.none')}</Button>}
          <Button icon={Images} onClick={() => setLibraryOpen(true)}>{t('cover.library')}</Button>
          <Button variant="primary" disabled={isWorking} onClick={() => void handleUse()}>{t('cover.use')}</Button>
        </>
      }
    >
      <video
        ref={player}
        className={styles.player}
        crossOrigin="anonymous"
        src={mediaAddress(workspaceId, film.id)}
        muted
        playsInline
        preload="auto"
        aria-label={t('cover.shown', { moment: momentOf(atMs) })}
        onLoadedMetadata={() => show(atMs)}
      >
        <track kind="captions" />
      </video>
      <label className={styles.moment}>
        <span>{t('cover.moment')} <strong>{momentOf(atMs)}</strong></span>
        <input type="range" min={0} max={film.durationMs} step={100} value={atMs} aria-valuetext={momentOf(atMs)} onChange={(event) => show(Number(event.target.value))} />
      </label>
      <Frames workspaceId={workspaceId} film={film} onShow={show} />
      {cover !== null && cover.atMs === null && (
        <p className={styles.chosen}>
          <img src={mediaAddress(workspaceId, cover.mediaId, 'small')} alt="" draggable={false} />
          {t('cover.isPicture')}
        </p>
      )}
      {isLibraryOpen && <LibraryDialog workspaceId={workspaceId} attached={[]} pickLabel={t('cover.use')} onPick={(picture) => choose(picture, null)} onClose={() => setLibraryOpen(false)} />}
    </Dialog>
  )
}

function Frames({ workspaceId, film, onShow }: Pick<CoverDialogProps, 'workspaceId' | 'film'> & { readonly onShow: (ms: number) => void }): React.JSX.Element {
  const { t } = useTranslation('videos')
  const momentOf = useMomentWords()
  return (
    <ul className={styles.frames} aria-label={t('cover.frames')}>
      {useFrames(workspaceId, film).map(({ atMs, address }) => (
        <li key={atMs}>
          <button type="button" aria-label={t('cover.frame', { moment: momentOf(atMs) })} onClick={() => onShow(atMs)}>
            {address !== null && <img src={address} alt="" draggable={false} />}
          </button>
        </li>
      ))}
    </ul>
  )
}

/** Writes a moment of a film as the language on screen does. */
function useMomentWords(): (atMs: number) => string {
  const { i18n } = useTranslation()
  return (atMs) => filmMoment(atMs, i18n.resolvedLanguage === 'fr' ? 'fr' : 'en')
}

/** What the player shows, as a picture of the library. */
async function keepFrame(workspaceId: string, { fileName }: VideoItem, atMs: number, player: HTMLVideoElement | null): Promise<MediaItem | null> {
  const bytes = player === null ? null : await pictureShown(player, coverSide)
  if (bytes === null) return null
  const name = `${fileName.replace(/\.[^.]+$/, '')}-${filmMoment(atMs, 'en').replaceAll(':', '.')}.jpg`
  const kept = await addMediaFile({ bridge: studio, workspaceId, mediaId: newId(), file: new File([bytes], name, { type: 'image/jpeg' }) })
  if (kept.ok) return kept.value
  showFailure(kept.error, workspaceId)
  return null
}
