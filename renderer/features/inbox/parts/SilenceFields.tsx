import { useTranslation } from 'react-i18next'
import { RadioGroup } from '../../../components/RadioGroup.tsx'
import { useFormats } from '../../../language/use-formats.ts'

const forGood = 'for-good'

export interface SilenceFieldsProps {
  /** What the network takes, in minutes; null: until it is ended. */
  readonly choices: readonly (number | null)[]
  readonly minutes: number | null
  readonly onChange: (minutes: number | null) => void
}

/** How long somebody is kept from writing. */
export function SilenceFields({ choices, minutes, onChange }: SilenceFieldsProps): React.JSX.Element {
  const { t } = useTranslation('acts')
  const formats = useFormats()
  const options = choices.map((choice) => ({ value: choice === null ? forGood : String(choice), label: choice === null ? t('silenceFor.untilEnded') : formats.duration(choice * 60_000) }))
  return <RadioGroup label={t('silenceFor.title')} value={minutes === null ? forGood : String(minutes)} options={options} onChange={(value) => onChange(value === forGood ? null : Number(value))} />
}
