import { Button as BaseButton } from '@base-ui/react/button'
import { LoaderCircle } from 'lucide-react'
import type { ComponentPropsWithRef, ReactNode } from 'react'
import { ariaShortcut } from './describe-shortcut.ts'
import { iconProps, smallIconProps, type Icon } from './icon.ts'
import { joinClassNames } from './join-class-names.ts'
import { Kbd } from './Kbd.tsx'
import styles from './Button.module.css'

export interface ButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'children'> {
  readonly children: ReactNode
  /** One `primary` a view at most; `quiet` for toolbars; `danger` for what cannot be undone. Default `secondary`. */
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger'
  readonly size?: 'small' | 'medium'
  readonly icon?: Icon
  readonly trailingIcon?: Icon
  /** Shown as keys and told to assistive technology; the command registry does the listening. */
  readonly shortcut?: string
  /** Work is going on: shows a spinner, keeps the focus, ignores presses. */
  readonly busy?: boolean
}

/** A button with a text. For an icon alone use `IconButton`. */
export function Button(props: ButtonProps) {
  const { children, variant = 'secondary', size = 'medium', icon: Leading, trailingIcon: Trailing, shortcut, busy = false, disabled, className, type = 'button', ...rest } = props
  const drawing = size === 'small' ? smallIconProps : iconProps
  return (
    <BaseButton
      {...rest}
      type={type}
      className={joinClassNames(styles.button, className)}
      data-variant={variant}
      data-size={size}
      data-busy={busy ? '' : undefined}
      aria-busy={busy || undefined}
      aria-keyshortcuts={ariaShortcut(shortcut)}
      disabled={disabled === true || busy}
      focusableWhenDisabled={busy}
    >
      {busy ? <LoaderCircle {...drawing} className={styles.spinner} /> : Leading ? <Leading {...drawing} /> : null}
      <span className={styles.label}>{children}</span>
      {Trailing ? <Trailing {...drawing} /> : null}
      {shortcut === undefined ? null : (
        <span className={styles.shortcut} aria-hidden>
          <Kbd shortcut={shortcut} tone={variant === 'primary' || variant === 'danger' ? 'onFill' : 'plain'} />
        </span>
      )}
    </BaseButton>
  )
}
