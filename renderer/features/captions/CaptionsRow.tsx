import { RefreshCw, X } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { captionLanguages, type CaptionLanguage } from '../../../shared/captions/caption-languages.ts'
import type { FilmCaptions } from '../../../shared/captions/film-captions.ts'
import { Combobox } from '../../components/Combobox.tsx'
import { IconButton } from '../../components/IconButton.tsx'
import { offeredCaptions } from './add-captions-file.ts'
import styles from './Captions.module.css'
import { useCaptionLanguages } from './use-caption-languages.ts'

export interface CaptionsRowProps {
  readonly captions: FilmCaptions
  /** Languages that the film has, its own among them. */
  readonly taken: readonly CaptionLanguage[]
  readonly onLanguage: (language: CaptionLanguage) => void
  readonly onReplace: (file: File) => void
  readonly onRemove: () => void
}

/** Subtitles in one language: which, from which file, and what can be done about them. */
export function CaptionsRow({ captions: { language, fileName, cues }, taken, onLanguage, onReplace, onRemove }: CaptionsRowProps): React.JSX.Element {
  const { t } = useTranslation('captions')
  const { nameOf, all } = useCaptionLanguages()
  const picker = useRef<HTMLInputElement | null>(null)
  const name = nameOf(language)

  function handleLanguage(value: string | null): void {
    const chosen = captionLanguages.find((one) => one === value)
    if (chosen !== undefined) onLanguage(chosen)
  }

  return (
    <li className={styles.row}>
      <Combobox className={styles.language ?? ''} label={t('language', { name: fileName })} isLabelHidden value={language} options={all.filter(({ value }) => value === language || !taken.includes(value))} onChange={handleLanguage} />
      <span className={styles.file}>
        <span className={styles.name}>{fileName}</span>
        <span className={styles.count}>{t('count', { count: cues })}</span>
      </span>
      <IconButton size="small" icon={RefreshCw} label={t('replace', { language: name })} onClick={() => picker.current?.click()} />
      <IconButton size="small" icon={X} label={t('remove', { language: name })} onClick={onRemove} />
      <input
        ref={picker}
        type="file"
        accept={offeredCaptions.join(',')}
        hidden
        aria-label={t('replace', { language: name })}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file !== undefined) onReplace(file)
          event.target.value = ''
        }}
      />
    </li>
  )
}
