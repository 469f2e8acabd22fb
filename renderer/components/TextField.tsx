import { Field as BaseField } from '@base-ui/react/field'
import type { ComponentPropsWithRef } from 'react'
import { Field, type FieldTexts } from './Field.tsx'
import controlStyles from './control.module.css'

export interface TextFieldProps extends FieldTexts, Omit<ComponentPropsWithRef<'input'>, 'value' | 'onChange' | 'size' | 'defaultValue' | 'type'> {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: 'text' | 'url' | 'email' | 'password' | 'number'
}

/** One line of text with its label. */
export function TextField({ label, isLabelHidden, hint, error, aside, value, onChange, type = 'text', className, disabled, ...rest }: TextFieldProps) {
  return (
    <Field label={label} isLabelHidden={isLabelHidden} hint={hint} error={error} aside={aside} className={className} disabled={disabled}>
      <BaseField.Control {...rest} type={type} className={controlStyles.control} value={value} onValueChange={onChange} />
    </Field>
  )
}
