import { createContext, use, type ReactNode } from 'react'
import { createPortal } from 'react-dom'

/** The part of the dialog's footer that belongs to the form; null until it stands. */
export const ConnectFooter = createContext<HTMLElement | null>(null)

/** The buttons of a form, in the footer of its dialog: there they are in sight however long the form is. A button that sends names its form (`form`). */
export function ConnectActions({ children }: { readonly children: ReactNode }): React.JSX.Element | null {
  const footer = use(ConnectFooter)
  return footer === null ? null : <>{createPortal(children, footer)}</>
}
