import { useTranslation } from 'react-i18next'
import styles from './PictureEditor.module.css'

export interface ColourChoiceProps {
  readonly label: string
  /** null: none, where that is offered. */
  readonly value: string | null
  /** The client's; white and black are always there. */
  readonly colours: readonly string[]
  readonly hasNone?: boolean
  readonly onChange: (colour: string | null) => void
}

/** One of the client's colours, white, black, or any other. */
export function ColourChoice({ label, value, colours, hasNone = false, onChange }: ColourChoiceProps): React.JSX.Element {
  const { t } = useTranslation('pictures')
  const offered = [...new Set([...colours, '#ffffff', '#000000'])]
  const nameOf = (colour: string): string => (colour === '#ffffff' ? t('white') : colour === '#000000' ? t('black') : colour)
  return (
    <div className={styles.colours} role="group" aria-label={label}>
      <span aria-hidden="true">{label}</span>
      <div>
        {hasNone && (
          <button type="button" className={styles.swatch} data-none aria-pressed={value === null} aria-label={t('noColour')} title={t('noColour')} onClick={() => onChange(null)} />
        )}
        {offered.map((colour) => (
          <button key={colour} type="button" className={styles.swatch} aria-pressed={value === colour} aria-label={nameOf(colour)} title={nameOf(colour)} style={{ '--swatch': colour }} onClick={() => onChange(colour)} />
        ))}
        <input type="color" className={styles.other} aria-label={t('otherColour', { label })} title={t('otherColour', { label })} value={value ?? '#ffffff'} onChange={(event) => onChange(event.target.value.toLowerCase())} />
      </div>
    </div>
  )
}
