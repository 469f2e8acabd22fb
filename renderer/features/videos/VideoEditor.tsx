import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { everywhere, type FilmLimits } from '../../../shared/media/fit-film.ts'
import { mediaAddress, type VideoItem } from '../../../shared/media/media-item.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { ProgressBar } from '../../components/ProgressBar.tsx'
import { Switch } from '../../components/Switch.tsx'
import { EndField } from './EndField.tsx'
import { FitSection } from './FitSection.tsx'
import { useConverting } from './use-converting.ts'
import { useCutting } from './use-cutting.ts'
import styles from './VideoEditor.module.css'

export interface VideoEditorProps {
  readonly workspaceId: string
  readonly item: VideoItem
  readonly altText: string
  /** What it is to fit; left out: everything. */
  readonly limits?: () => FilmLimits
  /** Where it is proposed to end, ms. */
  readonly endMs?: number
  /** A new film was made; the other one is still there. */
  readonly onMade: (item: VideoItem) => void
  readonly onClose: () => void
}

/** A film is never shorter, ms. */
const shortest = 500

/** Cuts a film, takes its sound away, or makes it fit. */
export function VideoEditor({ workspaceId, item, altText, limits, endMs: proposed, onMade, onClose }: VideoEditorProps): React.JSX.Element {
  const { t } = useTranslation('videos')
  const player = useRef<HTMLVideoElement | null>(null)
  const [startMs, setStart] = useState(0)
  const [endMs, setEnd] = useState(Math.min(item.durationMs, Math.max(shortest, proposed ?? item.durationMs)))
  const [isMuted, setMuted] = useState(false)
  const cutting = useCutting(workspaceId, item.id)
  const converting = useConverting(workspaceId, item)
  const percent = cutting.percent ?? converting.percent
  const isWorking = percent !== null
  const isSame = startMs === 0 && endMs === item.durationMs && !isMuted

  function close(): void {
    cutting.cancel()
    converting.cancel()
    onClose()
  }
  function seek(ms: number): void {
    if (player.current !== null) player.current.currentTime = ms / 1000
  }
  const now = (): number => Math.min(item.durationMs, Math.max(0, Math.round((player.current?.currentTime ?? 0) * 1000)))
  const changeStart = (ms: number): void => setStart(Math.max(0, Math.min(ms, endMs - shortest)))
  const changeEnd = (ms: number): void => setEnd(Math.min(item.durationMs, Math.max(ms, startMs + shortest)))

  async function take(work: Promise<VideoItem | null>): Promise<void> {
    const made = await work
    if (made === null) return
    onMade(made)
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
          <Button onClick={close}>{t('cancel')}</Button>
          <Button variant="primary" disabled={isWorking || isSame} onClick={() => void take(cutting.cut({ startMs, endMs, isMuted }))}>
            {t('save')}
          </Button>
        </>
      }
    >
      <div className={styles.desk}>
        <video ref={player} className={styles.player} crossOrigin="anonymous" src={mediaAddress(workspaceId, item.id)} controls playsInline muted={isMuted} preload="auto" aria-label={altText === '' ? item.fileName : altText}>
          {/* Vigie knows no subtitles. */}
          <track kind="captions" />
        </video>
        <div className={styles.tools}>
          <EndField label={t('start')} hereLabel={t('startHere')} value={startMs} max={item.durationMs} onChange={(ms) => { changeStart(ms); seek(ms) }} onHere={() => changeStart(now())} />
          <EndField label={t('end')} hereLabel={t('endHere')} value={endMs} max={item.durationMs} onChange={(ms) => { changeEnd(ms); seek(ms) }} onHere={() => changeEnd(now())} />
          <p className={styles.hint}>{t('keyHint')}</p>
          <Switch label={t('mute')} {...(item.audioCodec === null ? { hint: t('silent') } : {})} checked={isMuted} disabled={item.audioCodec === null} onChange={setMuted} />
          <FitSection film={item} limits={limits?.() ?? everywhere} isOfPost={limits !== undefined} isWorking={isWorking} onFit={(plan) => void take(converting.convert(plan))} />
        </div>
      </div>
    </Dialog>
  )
}
