import { Checkbox as BaseCheckbox } from '@base-ui/react/checkbox'
import { Check, Minus } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import { VisuallyHidden } from './VisuallyHidden.tsx'
import styles from './Checkbox.module.css'
import choiceStyles from './choice.module.css'

export interface CheckboxProps {
  readonly label: ReactNode
  readonly isLabelHidden?: boolean
  readonly hint?: ReactNode
  readonly checked: boolean
  /** Some of what it stands for is checked. */
  readonly indeterminate?: boolean
  readonly onChange: (checked: boolean) => void
  readonly disabled?: boolean
  readonly name?: string
  readonly ref?: Ref<HTMLButtonElement>
}

/** A choice that is independent of others; for a setting that acts at once use `Switch`. */
export function Checkbox({ label, isLabelHidden = false, hint, checked, indeterminate = false, onChange, disabled = false, name, ref }: CheckboxProps) {
  const texts = (
    <>
      <span>{label}</span>
      {hint === undefined ? null : <span className={choiceStyles.hint}>{hint}</span>}
    </>
  )
  return (
    <label className={choiceStyles.row} data-disabled={disabled ? '' : undefined}>
      <BaseCheckbox.Root
        {...(ref === undefined ? {} : { ref })}
        {...(name === undefined ? {} : { name })}
        nativeButton
        render={<button type="button" />}
        className={choiceStyles.box}
        checked={checked}
        indeterminate={indeterminate}
        onCheckedChange={onChange}
        disabled={disabled}
      >
        <BaseCheckbox.Indicator className={styles.mark} keepMounted={indeterminate}>
          {indeterminate ? <Minus size={12} strokeWidth={3} aria-hidden /> : <Check size={12} strokeWidth={3} aria-hidden />}
        </BaseCheckbox.Indicator>
      </BaseCheckbox.Root>
      {isLabelHidden ? <VisuallyHidden>{texts}</VisuallyHidden> : <span className={choiceStyles.texts}>{texts}</span>}
    </label>
  )
}
