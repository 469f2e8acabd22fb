import { Button as BaseButton } from '@base-ui/react/button'
import type { ComponentPropsWithRef } from 'react'
import { ariaShortcut } from './describe-shortcut.ts'
import { iconProps, smallIconProps, type Icon } from './icon.ts'
import { joinClassNames } from './join-class-names.ts'
import { Tooltip, type TooltipProps } from './Tooltip.tsx'
import styles from './IconButton.module.css'

export interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'children' | 'aria-label'> {
  readonly icon: Icon
  /** What it does: the accessible name and the tooltip. */
  readonly label: string
  readonly shortcut?: string
  readonly size?: 'small' | 'medium'
  readonly variant?: 'quiet' | 'secondary'
  /** Set for a toggle, such as a star: says the state and shows it. */
  readonly pressed?: boolean
  readonly tooltipSide?: TooltipProps['side']
}

/** A square button with an icon alone; its label is mandatory and shown as a tooltip. */
export function IconButton(props: IconButtonProps) {
  const { icon: Drawing, label, shortcut, size = 'medium', variant = 'quiet', pressed, tooltipSide = 'bottom', className, type = 'button', ...rest } = props
  return (
    <Tooltip content={label} shortcut={shortcut} side={tooltipSide}>
      <BaseButton
        {...rest}
        type={type}
        className={joinClassNames(styles.button, className)}
        data-size={size}
        data-variant={variant}
        aria-label={label}
        aria-pressed={pressed}
        aria-keyshortcuts={ariaShortcut(shortcut)}
      >
        <Drawing {...(size === 'small' ? smallIconProps : iconProps)} />
      </BaseButton>
    </Tooltip>
  )
}
