import { useEditorState, type Editor } from '@tiptap/react'
import { Bold, Heading2, Italic, List, ListOrdered, TextQuote } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Icon } from '../../../components/icon.ts'
import { IconButton } from '../../../components/IconButton.tsx'
import { Toolbar, ToolbarButton, ToolbarSeparator, ToolbarSpacer } from '../../../components/Toolbar.tsx'
import styles from './FormatBar.module.css'
import { LinkButton } from './LinkButton.tsx'

export interface FormatBarProps {
  readonly editor: Editor
  /** Names of the chosen networks that show formatting, written in one phrase; null when all of them do. */
  readonly onlyOn: string | null
}

interface Format {
  readonly id: 'bold' | 'italic' | 'heading' | 'bullets' | 'numbers' | 'quote'
  readonly icon: Icon
  readonly shortcut?: string
  readonly isOn: (editor: Editor) => boolean
  readonly toggle: (editor: Editor) => void
}

const marks: readonly Format[] = [
  { id: 'bold', icon: Bold, shortcut: 'mod+b', isOn: (editor) => editor.isActive('bold'), toggle: (editor) => editor.chain().focus().toggleBold().run() },
  { id: 'italic', icon: Italic, shortcut: 'mod+i', isOn: (editor) => editor.isActive('italic'), toggle: (editor) => editor.chain().focus().toggleItalic().run() }
]

const blocks: readonly Format[] = [
  { id: 'heading', icon: Heading2, isOn: (editor) => editor.isActive('heading'), toggle: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run() },
  { id: 'bullets', icon: List, isOn: (editor) => editor.isActive('bulletList'), toggle: (editor) => editor.chain().focus().toggleBulletList().run() },
  { id: 'numbers', icon: ListOrdered, isOn: (editor) => editor.isActive('orderedList'), toggle: (editor) => editor.chain().focus().toggleOrderedList().run() },
  { id: 'quote', icon: TextQuote, isOn: (editor) => editor.isActive('blockquote'), toggle: (editor) => editor.chain().focus().toggleBlockquote().run() }
]

/** Formatting, shown only where a chosen network can carry it. One stop for Tab; the arrows move within. */
export const FormatBar = memo(function FormatBar({ editor, onlyOn }: FormatBarProps): React.JSX.Element {
  const { t } = useTranslation('composer')
  const active = useEditorState({ editor, selector: ({ editor: current }) => [...marks, ...blocks].filter(({ isOn }) => isOn(current)).map(({ id }) => id) })

  const button = ({ id, icon, shortcut, toggle }: Format): React.JSX.Element => (
    <ToolbarButton key={id}>
      <IconButton size="small" icon={icon} label={t(`format.${id}`)} pressed={active.includes(id)} {...(shortcut === undefined ? {} : { shortcut })} onClick={() => toggle(editor)} />
    </ToolbarButton>
  )

  return (
    <Toolbar label={t('format.title')} className={styles.bar ?? ''}>
      {marks.map(button)}
      <LinkButton editor={editor} />
      <ToolbarSeparator />
      {blocks.map(button)}
      <ToolbarSpacer />
      {onlyOn === null ? null : <span className={styles.note}>{t('format.onlyOn', { networks: onlyOn })}</span>}
    </Toolbar>
  )
})
