import { Field as BaseField } from '@base-ui/react/field'
import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { smallIconProps } from './icon.ts'
import { joinClassNames } from './join-class-names.ts'
import styles from './Field.module.css'

/** What every labelled control takes. */
export interface FieldTexts {
  readonly label: ReactNode
  /** Keeps the label for screen readers only, where the place already says it. */
  readonly isLabelHidden?: boolean | undefined
  readonly hint?: ReactNode | undefined
  /** What is wrong and how to put it right; marks the control as invalid. */
  readonly error?: ReactNode | undefined
  /** A short remark at the end of the label's line, such as a counter. */
  readonly aside?: ReactNode | undefined
}

export interface FieldProps extends FieldTexts {
  readonly children: ReactNode
  readonly className?: string | undefined
  readonly disabled?: boolean | undefined
  /** `group`: several controls under one label (radio buttons, client colours), which then name themselves. */
  readonly kind?: 'control' | 'group'
}

/**
 * Label, hint and error around a control, joined for assistive technology.
 * TextField, TextArea, Select, Combobox and DateTimeField already contain one.
 */
export function Field({ label, isLabelHidden = false, hint, error, aside, children, className, disabled = false, kind = 'control' }: FieldProps) {
  const hasError = error !== undefined && error !== null && error !== false && error !== ''
  const labelClass = isLabelHidden ? styles.hiddenLabel : styles.label
  return (
    <BaseField.Root className={joinClassNames(styles.field, className)} invalid={hasError} disabled={disabled}>
      <div className={isLabelHidden && aside === undefined ? styles.noTop : styles.top}>
        <BaseField.Label className={labelClass} {...(kind === 'group' ? { render: <div />, nativeLabel: false } : {})}>
          {label}
        </BaseField.Label>
        {aside === undefined ? null : <span className={styles.aside}>{aside}</span>}
      </div>
      {children}
      {hint === undefined || hint === null ? null : <BaseField.Description className={styles.hint}>{hint}</BaseField.Description>}
      {hasError ? (
        <BaseField.Error className={styles.error} match>
          <CircleAlert {...smallIconProps} />
          <span>{error}</span>
        </BaseField.Error>
      ) : null}
    </BaseField.Root>
  )
}
