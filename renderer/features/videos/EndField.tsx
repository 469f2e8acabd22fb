import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { useFormats } from '../../language/use-formats.ts'
import styles from './VideoEditor.module.css'

export interface EndFieldProps {
  readonly label: string
  readonly hereLabel: string
  /** ms. */
  readonly value: number
  readonly max: number
  readonly onChange: (ms: number) => void
  /** Where the player stands. */
  readonly onHere: () => void
}

/** Where a film begins or ends: to a tenth of a second by the slider, or where the player stands. */
export function EndField({ label, hereLabel, value, max, onChange, onHere }: EndFieldProps): React.JSX.Element {
  const { t } = useTranslation('videos')
  const formats = useFormats()
  const seconds = t('seconds', { seconds: formats.number(Math.round(value / 100) / 10) })
  return (
    <div className={styles.end}>
      <label>
        <span>
          {label} <strong>{seconds}</strong>
        </span>
        <input type="range" min={0} max={max} step={100} value={value} aria-valuetext={seconds} onChange={(event) => onChange(Number(event.target.value))} />
      </label>
      <Button size="small" variant="quiet" onClick={onHere}>
        {hereLabel}
      </Button>
    </div>
  )
}
