import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mediaAddress, type VideoItem } from '../../../shared/media/media-item.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { ProgressBar } from '../../components/ProgressBar.tsx'
import { Switch } from '../../components/Switch.tsx'
import { EndField } from './EndField.tsx'
import { useCutting } from './use-cutting.ts'
import styles from './VideoEditor.module.css'

export interface VideoEditorProps {
  readonly workspaceId: string
  readonly item: VideoItem
  readonly altText: string
  /** A new film was made; the other one is still there. */
  readonly onMade: (item: VideoItem) => void
  readonly onClose: () => void
}

/** A film is never shorter, ms. */
const shortest = 500

/** Cuts a film and takes its sound away. */
export function VideoEditor({ workspaceId, item, altText, onMade, onClose }: VideoEditorProps): React.JSX.Element {
  const { t } = useTranslation('videos')
  const player = useRef<HTMLVideoElement | null>(null)
  const [startMs, setStart] = useState(0)
  const [endMs, setEnd] = useState(item.durationMs)
  const [isMuted, setMuted] = useState(false)
  const { percent, cut, cancel } = useCutting(workspaceId, item.id)
  const isWorking = percent !== null
  const isSame = startMs === 0 && endMs === item.durationMs && !isMuted

  function close(): void {
    cancel()
    onClose()
  }
  function seek(ms: number): void {
    if (player.current !== null) player.current.currentTime = ms / 1000
  }
  const now = (): number => Math.min(item.durationMs, Math.max(0, Math.round((player.current?.currentTime ?? 0) * 1000)))
  const changeStart = (ms: number): void => setStart(Math.max(0, Math.min(ms, endMs - shortest)))
  const changeEnd = (ms: number): void => setEnd(Math.min(item.durationMs, Math.max(ms, startMs + shortest)))

  async function handleSave(): Promise<void> {
    const made = await cut({ startMs, endMs, isMuted })
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
          <Button variant="primary" disabled={isWorking || isSame} onClick={() => void handleSave()}>
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
        </div>
      </div>
    </Dialog>
  )
}
