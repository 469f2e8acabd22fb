import { Select as BaseSelect } from '@base-ui/react/select'
import { Check, ChevronsUpDown } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import { Field, type FieldTexts } from './Field.tsx'
import { smallIconProps, type Icon } from './icon.ts'
import { joinClassNames } from './join-class-names.ts'
import controlStyles from './control.module.css'
import listStyles from './listbox.module.css'
import styles from './Select.module.css'

export interface SelectOption<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly detail?: ReactNode
  readonly icon?: Icon
  readonly disabled?: boolean
}

export interface SelectProps<Value extends string> extends FieldTexts {
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  readonly options: readonly SelectOption<Value>[]
  readonly placeholder?: string
  readonly disabled?: boolean
  readonly className?: string
  /** `quiet`: without a frame, for filters in a toolbar. */
  readonly variant?: 'field' | 'quiet'
  readonly ref?: Ref<HTMLButtonElement>
}

/** One of many from a list. For long lists with search use `Combobox`. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { value, onChange, options, placeholder, disabled, className, variant = 'field', ref, ...texts } = props

  function handleChange(next: Value | null) {
    if (next !== null) onChange(next)
  }

  return (
    <Field {...texts} className={className} disabled={disabled}>
      <BaseSelect.Root<Value> items={options.map(({ value: item, label }) => ({ value: item, label }))} value={value} onValueChange={handleChange} modal={false}>
        <BaseSelect.Trigger
          {...(ref === undefined ? {} : { ref })}
          className={joinClassNames(variant === 'field' ? controlStyles.control : undefined, styles.trigger)}
          data-variant={variant}
        >
          <BaseSelect.Value className={styles.value} placeholder={placeholder ?? '—'} />
          <BaseSelect.Icon className={styles.icon}>
            <ChevronsUpDown {...smallIconProps} />
          </BaseSelect.Icon>
        </BaseSelect.Trigger>
        <BaseSelect.Portal>
          <BaseSelect.Positioner className={listStyles.positioner} sideOffset={4} alignItemWithTrigger={false}>
            <BaseSelect.Popup className={listStyles.popup}>
              <BaseSelect.List>
                {options.map(({ value: item, label, detail, icon: Drawing, disabled: isOff }) => (
                  <BaseSelect.Item key={item} value={item} className={listStyles.item} disabled={isOff ?? false}>
                    {Drawing ? <Drawing {...smallIconProps} /> : null}
                    <span className={listStyles.text}>
                      <BaseSelect.ItemText>{label}</BaseSelect.ItemText>
                      {detail === undefined ? null : <span className={listStyles.detail}>{detail}</span>}
                    </span>
                    <BaseSelect.ItemIndicator className={listStyles.mark} keepMounted>
                      {item === value ? <Check {...smallIconProps} /> : null}
                    </BaseSelect.ItemIndicator>
                  </BaseSelect.Item>
                ))}
              </BaseSelect.List>
            </BaseSelect.Popup>
          </BaseSelect.Positioner>
        </BaseSelect.Portal>
      </BaseSelect.Root>
    </Field>
  )
}
