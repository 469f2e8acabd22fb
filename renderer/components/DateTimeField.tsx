import { Field as BaseField } from '@base-ui/react/field'
import type { ComponentPropsWithRef } from 'react'
import { useFormats } from '../language/use-formats.ts'
import { Field, type FieldTexts } from './Field.tsx'
import { joinClassNames } from './join-class-names.ts'
import controlStyles from './control.module.css'
import styles from './DateTimeField.module.css'

export interface DateTimeFieldProps extends FieldTexts, Omit<ComponentPropsWithRef<'input'>, 'value' | 'onChange' | 'size' | 'defaultValue' | 'type' | 'min' | 'max'> {
  /** `datetime`: `2026-11-21T09:00`; `date`: `2026-11-21`; `time`: `09:00`. Wall-clock, without a zone; empty when not set. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly kind?: 'datetime' | 'date' | 'time'
  /** Same form as `value`. */
  readonly min?: string
  readonly max?: string
}

const types = { datetime: 'datetime-local', date: 'date', time: 'time' } as const

/**
 * A date, a time or both, typed or picked. Name the time zone in the label or the hint. The native control writes dates in the
 * order of the system's language, which may not be the page's: the day is therefore spelled out beside the label.
 */
export function DateTimeField({ label, isLabelHidden, hint, error, aside, value, onChange, kind = 'datetime', className, disabled, ...rest }: DateTimeFieldProps) {
  const { day } = useFormats()
  const instant = kind === 'time' || value === '' ? Number.NaN : Date.parse(`${value.slice(0, 10)}T12:00:00Z`)
  const spelledOut = Number.isNaN(instant) ? undefined : day(instant, 'UTC')
  return (
    <Field label={label} isLabelHidden={isLabelHidden} hint={hint} error={error} aside={aside ?? (isLabelHidden === true ? undefined : spelledOut)} className={className} disabled={disabled}>
      <BaseField.Control {...rest} type={types[kind]} className={joinClassNames(controlStyles.control, styles.input)} value={value} onValueChange={onChange} />
    </Field>
  )
}
