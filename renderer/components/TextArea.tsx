import { Field as BaseField } from '@base-ui/react/field'
import type { ComponentPropsWithRef } from 'react'
import { Field, type FieldTexts } from './Field.tsx'
import { joinClassNames } from './join-class-names.ts'
import controlStyles from './control.module.css'
import styles from './TextArea.module.css'

export interface TextAreaProps extends FieldTexts, Omit<ComponentPropsWithRef<'textarea'>, 'value' | 'onChange' | 'defaultValue'> {
  readonly value: string
  readonly onChange: (value: string) => void
  /** Lines shown at first; it grows with its text up to `maxRows`. Defaults 3 and 12. */
  readonly rows?: number
  readonly maxRows?: number
}

/** Several lines of text with their label; grows with the text. */
export function TextArea({ label, isLabelHidden, hint, error, aside, value, onChange, rows = 3, maxRows = 12, className, disabled, ...rest }: TextAreaProps) {
  return (
    <Field label={label} isLabelHidden={isLabelHidden} hint={hint} error={error} aside={aside} className={className} disabled={disabled}>
      <BaseField.Control
        value={value}
        onValueChange={onChange}
        className={joinClassNames(controlStyles.control, styles.area)}
        style={{ '--rows': rows, '--max-rows': maxRows }}
        render={<textarea {...rest} />}
      />
    </Field>
  )
}
