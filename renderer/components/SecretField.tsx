import { Field as BaseField } from '@base-ui/react/field'
import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field, type FieldTexts } from './Field.tsx'
import { smallIconProps } from './icon.ts'
import { joinClassNames } from './join-class-names.ts'
import controlStyles from './control.module.css'

export interface SecretFieldProps extends Pick<FieldTexts, 'label' | 'hint' | 'error'> {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly maxLength?: number
}

/** A password or key: dots, until its button shows what was pasted. Emptied, it is hidden again. */
export function SecretField({ label, hint, error, value, onChange, maxLength }: SecretFieldProps) {
  const { t } = useTranslation('components')
  const [isAsked, setAsked] = useState(false)
  // Also where the form emptied it: the next one is not shown unasked.
  if (isAsked && value === '') setAsked(false)
  const isShown = isAsked && value !== ''
  const Drawing = isShown ? EyeOff : Eye

  return (
    <Field label={label} hint={hint} error={error}>
      <div className={joinClassNames(controlStyles.control, controlStyles.group)} {...(error === undefined ? {} : { 'data-invalid': '' })}>
        <BaseField.Control type={isShown ? 'text' : 'password'} className={controlStyles.groupInput} value={value} onValueChange={onChange} maxLength={maxLength} autoComplete="off" autoCapitalize="none" spellCheck={false} />
        <button type="button" className={controlStyles.groupButton} aria-label={t('showTyped')} aria-pressed={isShown} disabled={value === ''} onClick={() => setAsked(!isShown)}>
          <Drawing {...smallIconProps} />
        </button>
      </div>
    </Field>
  )
}
