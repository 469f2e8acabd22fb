import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { Search } from 'lucide-react'
import type { ReactNode } from 'react'
import { iconProps } from './icon.ts'
import { joinClassNames } from './join-class-names.ts'
import { Kbd } from './Kbd.tsx'
import { VisuallyHidden } from './VisuallyHidden.tsx'
import dialogStyles from './Dialog.module.css'
import styles from './Finder.module.css'

export interface FinderDialogProps {
  readonly isOpen: boolean
  readonly title: string
  /** For lines that need room. */
  readonly isWide?: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A dialog to type in and choose from what is found: field above, list, keys below. */
export function FinderDialog({ isOpen, title, isWide = false, onClose, children }: FinderDialogProps): React.JSX.Element {
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={dialogStyles.backdrop} />
        <Dialog.Viewport className={styles.viewport}>
          <Dialog.Popup data-modal className={joinClassNames(styles.popup, isWide && styles.wide)} aria-label={title}>
            {children}
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

export interface FinderFieldProps {
  readonly label: string
  readonly placeholder: string
  readonly closeLabel: string
  readonly maxLength?: number
}

/** Within an `Autocomplete.Root` of a `FinderDialog`. */
export function FinderField({ label, placeholder, closeLabel, ...input }: FinderFieldProps): React.JSX.Element {
  return (
    <div className={styles.field}>
      <Search {...iconProps} />
      <Autocomplete.Input ref={focusAtOnce} className={styles.input} aria-label={label} placeholder={placeholder} spellCheck={false} {...input} />
      <Dialog.Close className={styles.escape}>
        <VisuallyHidden>{closeLabel}</VisuallyHidden>
        <Kbd shortcut="escape" />
      </Dialog.Close>
    </div>
  )
}

/** What the keys do; for the eyes alone, screen readers know them. */
export function FinderKeys({ move, choose }: { readonly move: string; readonly choose: string }): React.JSX.Element {
  return (
    <div className={styles.foot} aria-hidden>
      <span>
        <Kbd shortcut="arrowup" /> <Kbd shortcut="arrowdown" /> {move}
      </span>
      <span>
        <Kbd shortcut="enter" /> {choose}
      </span>
    </div>
  )
}

/** As soon as it exists, before the dialog would do so: letters typed right after the key are not lost. */
function focusAtOnce(field: HTMLInputElement | null): void {
  field?.focus()
}
