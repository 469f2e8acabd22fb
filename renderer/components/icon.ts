import type { LucideIcon } from 'lucide-react'

/** An icon from lucide-react, passed as the component itself: `icon={Send}`. */
export type Icon = LucideIcon

/** Icons are drawn at 16 px with a line of 1.75; small controls use 14 px. */
export const iconProps = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const
export const smallIconProps = { size: 14, strokeWidth: 1.9, 'aria-hidden': true } as const
