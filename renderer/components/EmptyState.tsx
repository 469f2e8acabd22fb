import type { ReactNode } from 'react'
import type { Icon } from './icon.ts'
import { StateNotice } from './StateNotice.tsx'

export interface EmptyStateProps {
  readonly icon?: Icon
  /** What is so, not what is missing: “All answered”, “No feeds yet”. */
  readonly title: string
  readonly text?: ReactNode
  /** One or two buttons. */
  readonly action?: ReactNode
  /** `small` fits a pane or a popover. */
  readonly size?: 'medium' | 'small'
  /** Stands for a whole screen: its title is the page's heading. */
  readonly fillsScreen?: boolean
  readonly className?: string
}

/** Says why there is nothing here, and what can be done. */
export function EmptyState({ action, ...rest }: EmptyStateProps) {
  return <StateNotice {...rest} actions={action} />
}
