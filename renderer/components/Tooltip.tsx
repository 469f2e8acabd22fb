import { Tooltip as BaseTooltip } from '@base-ui/react/tooltip'
import type { ReactElement, ReactNode } from 'react'
import { Kbd } from './Kbd.tsx'
import styles from './Tooltip.module.css'

export interface TooltipProps {
  /** A few words. What a control does must also be its accessible name: a tooltip is never the only place. */
  readonly content: ReactNode
  readonly shortcut?: string | undefined
  readonly side?: 'top' | 'right' | 'bottom' | 'left'
  /** One focusable element, which becomes the trigger. */
  readonly children: ReactElement
}

/** Explains the element it wraps after a short rest of the pointer, or on keyboard focus. */
export function Tooltip({ content, shortcut, side = 'bottom', children }: TooltipProps) {
  return (
    // It goes with Escape, but the key is for what it explains a part of: the dialog, the panel, the field.
    <BaseTooltip.Root onOpenChange={(_isOpen, details) => details.reason === 'escape-key' && details.allowPropagation()}>
      <BaseTooltip.Trigger render={children} delay={500} />
      <BaseTooltip.Portal>
        <BaseTooltip.Positioner className={styles.positioner} side={side} sideOffset={6} collisionPadding={8}>
          <BaseTooltip.Popup className={styles.popup}>
            {content}
            {shortcut === undefined ? null : <Kbd shortcut={shortcut} tone="inverse" />}
          </BaseTooltip.Popup>
        </BaseTooltip.Positioner>
      </BaseTooltip.Portal>
    </BaseTooltip.Root>
  )
}
