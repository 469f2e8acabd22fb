import { Search, X } from 'lucide-react'
import { useRef, type ComponentPropsWithoutRef, type KeyboardEvent, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { iconProps, smallIconProps } from './icon.ts'
import { joinClassNames } from './join-class-names.ts'
import { Kbd } from './Kbd.tsx'
import controlStyles from './control.module.css'
import styles from './SearchField.module.css'

export interface SearchFieldProps extends Omit<ComponentPropsWithoutRef<'input'>, 'value' | 'onChange' | 'size' | 'defaultValue' | 'type'> {
  /** Accessible name; also the placeholder unless another is given. */
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** The key that brings the focus here, shown while the field is empty. */
  readonly shortcut?: string
  readonly ref?: Ref<HTMLInputElement>
}

/** A search box: Escape clears it, then leaves it. */
export function SearchField({ label, value, onChange, shortcut, placeholder, className, onKeyDown, ref, ...rest }: SearchFieldProps) {
  const { t } = useTranslation('components')
  const input = useRef<HTMLInputElement | null>(null)

  function handleKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    onKeyDown?.(event)
    if (event.key !== 'Escape' || event.defaultPrevented) return
    if (value === '') input.current?.blur()
    else onChange('')
    event.stopPropagation()
  }

  function handleClear() {
    onChange('')
    input.current?.focus()
  }

  function keepInput(element: HTMLInputElement | null) {
    input.current = element
    if (typeof ref === 'function') ref(element)
    else if (ref) ref.current = element
  }

  return (
    <div className={joinClassNames(controlStyles.control, styles.box, className)}>
      <Search {...iconProps} className={styles.icon} />
      <input
        {...rest}
        ref={keepInput}
        type="search"
        aria-label={label}
        placeholder={placeholder ?? label}
        className={joinClassNames(controlStyles.groupInput, styles.input)}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={handleKeyDown}
        spellCheck={false}
      />
      {value === '' ? (
        shortcut === undefined ? null : (
          <Kbd shortcut={shortcut} />
        )
      ) : (
        <button type="button" className={styles.clear} aria-label={t('clearSearch')} onClick={handleClear}>
          <X {...smallIconProps} />
        </button>
      )}
    </div>
  )
}
