import { Popover as BasePopover } from '@base-ui/react/popover'
import type { ReactElement, ReactNode, RefObject } from 'react'
import listStyles from './listbox.module.css'
import { joinClassNames } from './join-class-names.ts'
import styles from './Popover.module.css'

export interface PopoverProps {
  /** A button; it becomes the trigger. */
  readonly trigger: ReactElement
  /** Accessible name of the panel. */
  readonly label: string
  readonly children: ReactNode
  readonly side?: 'top' | 'bottom' | 'left' | 'right'
  readonly align?: 'start' | 'center' | 'end'
  /** Leave both out to let it open and close by itself. */
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
  readonly className?: string
  /** It covers nothing outside of it; otherwise the whole window is its room. */
  readonly within?: Element | null
  /** What has the focus first; otherwise the first control. */
  readonly initialFocus?: RefObject<HTMLElement | null>
}

/** A small panel beside its button, for a few controls or an explanation. */
export function Popover({ trigger, label, children, side = 'bottom', align = 'start', open, onOpenChange, className, within = null, initialFocus }: PopoverProps) {
  return (
    <BasePopover.Root {...(open === undefined ? {} : { open })} onOpenChange={(next) => onOpenChange?.(next)}>
      <BasePopover.Trigger render={trigger} />
      <BasePopover.Portal>
        <BasePopover.Positioner className={listStyles.positioner} side={side} align={align} sideOffset={6} collisionPadding={8} {...(within === null ? {} : { collisionBoundary: within })}>
          <BasePopover.Popup className={joinClassNames(listStyles.popup, styles.panel, className)} aria-label={label} {...(initialFocus === undefined ? {} : { initialFocus })}>
            {children}
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  )
}
