import { Switch as BaseSwitch } from '@base-ui/react/switch'
import { useId, type ReactNode, type Ref } from 'react'
import styles from './Switch.module.css'

export interface SwitchProps {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly disabled?: boolean
  /** `trailing` puts the switch at the end of the line, as in settings. Default `leading`. */
  readonly placement?: 'leading' | 'trailing'
  readonly ref?: Ref<HTMLButtonElement>
}

/** Turns something on or off at once. */
export function Switch({ label, hint, checked, onChange, disabled = false, placement = 'leading', ref }: SwitchProps) {
  const hintId = useId()
  return (
    <label className={styles.row} data-placement={placement} data-disabled={disabled ? '' : undefined}>
      <BaseSwitch.Root
        {...(ref === undefined ? {} : { ref })}
        nativeButton
        render={<button type="button" />}
        className={styles.track}
        checked={checked}
        onCheckedChange={onChange}
        disabled={disabled}
        aria-describedby={hint === undefined ? undefined : hintId}
      >
        <BaseSwitch.Thumb className={styles.thumb} />
      </BaseSwitch.Root>
      <span className={styles.texts}>
        <span>{label}</span>
        {hint === undefined ? null : (
          <span className={styles.hint} id={hintId}>
            {hint}
          </span>
        )}
      </span>
    </label>
  )
}
