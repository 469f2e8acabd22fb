import { Combobox as BaseCombobox } from '@base-ui/react/combobox'
import { Check, ChevronsUpDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Field, type FieldTexts } from './Field.tsx'
import { smallIconProps } from './icon.ts'
import { joinClassNames } from './join-class-names.ts'
import controlStyles from './control.module.css'
import listStyles from './listbox.module.css'
import styles from './Combobox.module.css'

export interface ComboboxOption {
  readonly value: string
  readonly label: string
  readonly detail?: ReactNode
}

export interface ComboboxProps extends FieldTexts {
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly options: readonly ComboboxOption[]
  readonly placeholder?: string
  readonly disabled?: boolean
  readonly className?: string
  /** Most rows shown at once; typing narrows further. Default 100. */
  readonly limit?: number
}

/** One of many, found by typing (time zones, accounts, labels). */
export function Combobox({ value, onChange, options, placeholder, disabled, className, limit = 100, ...texts }: ComboboxProps) {
  const { t } = useTranslation('components')
  const selected = options.find((option) => option.value === value) ?? null
  return (
    <Field {...texts} className={className} disabled={disabled}>
      <BaseCombobox.Root<ComboboxOption>
        items={options}
        value={selected}
        onValueChange={(option) => onChange(option?.value ?? null)}
        isItemEqualToValue={(option, other) => option.value === other.value}
        limit={limit}
        autoHighlight
      >
        <BaseCombobox.InputGroup className={joinClassNames(controlStyles.control, controlStyles.group)}>
          {/* What is chosen is marked on focus, so that typing searches anew instead of adding to it. */}
          <BaseCombobox.Input className={controlStyles.groupInput} placeholder={placeholder} spellCheck={false} onFocus={(event) => event.currentTarget.select()} onClick={(event) => event.currentTarget.select()} />
          <BaseCombobox.Trigger className={controlStyles.groupButton} aria-label={t('openList')}>
            <ChevronsUpDown {...smallIconProps} />
          </BaseCombobox.Trigger>
        </BaseCombobox.InputGroup>
        <BaseCombobox.Portal>
          <BaseCombobox.Positioner className={listStyles.positioner} sideOffset={4}>
            <BaseCombobox.Popup className={joinClassNames(listStyles.popup, styles.popup)}>
              <BaseCombobox.Empty className={listStyles.empty}>{t('nothingFound')}</BaseCombobox.Empty>
              <BaseCombobox.List>
                {(option: ComboboxOption) => (
                  <BaseCombobox.Item key={option.value} value={option} className={listStyles.item}>
                    <span className={listStyles.text}>
                      {option.label}
                      {option.detail === undefined ? null : <span className={listStyles.detail}>{option.detail}</span>}
                    </span>
                    <BaseCombobox.ItemIndicator className={listStyles.mark}>
                      <Check {...smallIconProps} />
                    </BaseCombobox.ItemIndicator>
                  </BaseCombobox.Item>
                )}
              </BaseCombobox.List>
            </BaseCombobox.Popup>
          </BaseCombobox.Positioner>
        </BaseCombobox.Portal>
      </BaseCombobox.Root>
    </Field>
  )
}
