import type { Editor } from '@tiptap/core'
import { useEffect, useId, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { joinClassNames } from '../../../components/join-class-names.ts'
import listStyles from '../../../components/listbox.module.css'
import { VisuallyHidden } from '../../../components/VisuallyHidden.tsx'
import styles from './SuggestionList.module.css'
import type { SuggestionKeys } from './suggestion-keys.ts'
import { useListKeys } from './use-list-keys.ts'
import { usePlaceAt } from './use-place-at.ts'

interface SuggestionListProps {
  readonly editor: Editor
  readonly keys: SuggestionKeys
  /** Where in the text the list stands. */
  readonly from: number
  readonly count: number
  readonly label: string
  /** Said when the list appears, and when it changes. */
  readonly status: string
  readonly className: string | undefined
  readonly onTake: (place: number) => void
  readonly onDismiss: () => void
  readonly children: (list: ListNow) => ReactNode
}

interface ListNow {
  readonly id: string
  readonly chosen: number
  readonly onHover: (place: number) => void
}

/** What may be meant by something being typed, beside the cursor. The text keeps the focus, and hands over the keys. */
export function SuggestionList({ editor, keys, from, count, label, status, className, onTake, onDismiss, children }: SuggestionListProps): React.JSX.Element {
  const id = useId()
  const [chosen, setPlace] = useListKeys(keys, { count, onTake, onClose: onDismiss })
  const list = usePlaceAt(editor, from)

  useEffect(() => {
    const { dom } = editor.view
    dom.setAttribute('aria-controls', id)
    dom.setAttribute('aria-activedescendant', `${id}-${String(chosen)}`)
    return () => {
      dom.removeAttribute('aria-controls')
      dom.removeAttribute('aria-activedescendant')
    }
  }, [editor, id, chosen])

  return createPortal(
    <>
      <div ref={list} id={id} role="listbox" aria-label={label} className={joinClassNames(listStyles.popup, styles.list, className)}>
        {children({ id, chosen, onHover: setPlace })}
      </div>
      <VisuallyHidden role="status">{status}</VisuallyHidden>
    </>,
    document.body
  )
}
