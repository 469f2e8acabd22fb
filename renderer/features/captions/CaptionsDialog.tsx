import { FilePlus } from 'lucide-react'
import { useEffect, useRef, useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { mostCaptions, type FilmCaptions } from '../../../shared/captions/film-captions.ts'
import type { StudioError } from '../../../shared/errors/studio-error.ts'
import type { VideoItem } from '../../../shared/media/media-item.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { ErrorState } from '../../components/ErrorState.tsx'
import { addCaptionsFile, offeredCaptions } from './add-captions-file.ts'
import { CaptionsRow } from './CaptionsRow.tsx'
import styles from './Captions.module.css'
import { useCaptionLanguages } from './use-caption-languages.ts'

export interface CaptionsDialogProps {
  readonly workspaceId: string
  readonly film: VideoItem
  /** As the post has them. */
  readonly captions: readonly FilmCaptions[]
  readonly onChange: (captions: readonly FilmCaptions[]) => void
  /** These go, and can be put back. */
  readonly onRemove: (removed: FilmCaptions) => void
  readonly onClose: () => void
}

/** A film's subtitles: files are added by choosing or dropping them, each with its language; what is changed here is in the post at once. */
export function CaptionsDialog({ workspaceId, film, captions, onChange, onRemove, onClose }: CaptionsDialogProps): React.JSX.Element {
  const { t } = useTranslation('captions')
  const picker = useRef<HTMLInputElement | null>(null)
  const [isOver, setOver] = useState(false)
  const [removed, setRemoved] = useState<{ readonly one: FilmCaptions; readonly place: number } | null>(null)
  const { nameOf } = useCaptionLanguages()
  const { add, errors, isWorking, told } = useAdding({ workspaceId, film, captions, onChange }, () => setRemoved(null))

  function handleRemove(one: FilmCaptions): void {
    setRemoved({ one, place: captions.indexOf(one) })
    onRemove(one)
  }

  function handleBack(): void {
    if (removed !== null) onChange(captions.toSpliced(removed.place, 0, removed.one))
    setRemoved(null)
  }

  function handleDrop(event: DragEvent): void {
    event.preventDefault()
    setOver(false)
    void add([...event.dataTransfer.files], null)
  }

  return (
    <Dialog open onOpenChange={onClose} size="large" title={t('title')} description={t('text', { film: film.fileName })} footer={<Button variant="primary" onClick={onClose}>{t('done')}</Button>}>
      {captions.length > 0 && (
        <ul className={styles.rows} aria-label={t('list')}>
          {captions.map((one) => (
            <CaptionsRow
              key={one.captionsId}
              captions={one}
              taken={captions.map(({ language }) => language)}
              onLanguage={(language) => onChange(captions.map((other) => (other === one ? { ...one, language } : other)))}
              onReplace={(file) => void add([file], one)}
              onRemove={() => handleRemove(one)}
            />
          ))}
        </ul>
      )}
      {/* A place to drop on; by keyboard there is the button in it. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className={styles.drop} data-over={isOver || undefined} onDragOver={(event) => { event.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)} onDrop={handleDrop}>
        <Button icon={FilePlus} disabled={isWorking || captions.length >= mostCaptions} onClick={() => picker.current?.click()}>{t('add')}</Button>
        <span>{t('drop')}</span>
        <input ref={picker} type="file" accept={offeredCaptions.join(',')} multiple hidden aria-label={t('add')} onChange={(event) => { void add([...(event.target.files ?? [])], null); event.target.value = '' }} />
      </div>
      <div className={styles.told}>
        <span role="status">{removed === null ? told : t('removed', { language: nameOf(removed.one.language) })}</span>
        {/* Where the row was there is nothing left to stand on. */}
        {removed !== null && !captions.some(({ language }) => language === removed.one.language) && captions.length < mostCaptions && <BackButton onBack={handleBack} />}
      </div>
      <div role="alert" className={styles.errors}>
        {errors.map((error) => <ErrorState key={`${error.code} ${String(error.details?.['fileName'])} ${String(error.details?.['reason'])}`} error={error} size="inline" />)}
      </div>
    </Dialog>
  )
}

function BackButton({ onBack }: { readonly onBack: () => void }): React.JSX.Element {
  const { t } = useTranslation('captions')
  const button = useRef<HTMLButtonElement | null>(null)
  useEffect(() => button.current?.focus(), [])
  return <Button ref={button} size="small" variant="quiet" onClick={onBack}>{t('putBack')}</Button>
}

interface Adding {
  /** `instead`: whose place the first of them takes, with its language. */
  add(files: readonly File[], instead: FilmCaptions | null): Promise<void>
  readonly errors: readonly StudioError[]
  readonly isWorking: boolean
  /** What has just been done, for whoever does not see it. */
  readonly told: string
}

function useAdding({ workspaceId, film, captions, onChange }: Pick<CaptionsDialogProps, 'workspaceId' | 'film' | 'captions' | 'onChange'>, onBegin: () => void): Adding {
  const { t, i18n } = useTranslation('captions')
  const [errors, setErrors] = useState<readonly StudioError[]>([])
  const [isWorking, setWorking] = useState(false)
  const [told, setTold] = useState('')

  async function add(files: readonly File[], instead: FilmCaptions | null): Promise<void> {
    if (files.length === 0 || isWorking) return
    setWorking(true)
    setErrors([])
    setTold('')
    onBegin()
    let now = captions
    const added: string[] = []
    const failures: StudioError[] = []
    for (const file of files.slice(0, instead === null ? mostCaptions - captions.length : 1)) {
      const answer = await addCaptionsFile({ workspaceId, film, file, taken: now.map(({ language }) => language), language: i18n.resolvedLanguage === 'fr' ? 'fr' : 'en' })
      if (!answer.ok) failures.push(answer.error)
      else {
        added.push(file.name)
        now = instead === null ? [...now, answer.value] : now.map((other) => (other === instead ? { ...answer.value, language: instead.language } : other))
      }
    }
    setWorking(false)
    setErrors(failures)
    if (now === captions) return
    onChange(now)
    const [name = ''] = added
    setTold(instead === null ? t('added', { count: added.length, name }) : t('replaced', { name }))
  }

  return { add, errors, isWorking, told }
}
