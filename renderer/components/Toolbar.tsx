import { Toolbar as BaseToolbar } from '@base-ui/react/toolbar'
import { Children, type ReactElement, type ReactNode } from 'react'
import { joinClassNames } from './join-class-names.ts'
import styles from './Toolbar.module.css'

export interface ToolbarProps {
  /** Accessible name: “Formatting”, “Actions on the conversation”. */
  readonly label: string
  /** `ToolbarButton`s, `ToolbarSeparator`s, or any other content. */
  readonly children: ReactNode
  readonly className?: string
}

/** A row of controls that is one stop for Tab; arrow keys move within. */
export function Toolbar({ label, children, className }: ToolbarProps) {
  return (
    <BaseToolbar.Root className={joinClassNames(styles.toolbar, className)} aria-label={label}>
      {children}
    </BaseToolbar.Root>
  )
}

/** Makes a `Button` or `IconButton` part of the toolbar's arrow-key order. */
export function ToolbarButton({ children, disabled = false }: { readonly children: ReactElement; readonly disabled?: boolean }) {
  return <BaseToolbar.Button render={Children.only(children)} disabled={disabled} />
}

export function ToolbarSeparator() {
  return <BaseToolbar.Separator className={styles.separator} />
}

/** Pushes what follows to the end of the row. */
export function ToolbarSpacer() {
  return <span className={styles.spacer} />
}
