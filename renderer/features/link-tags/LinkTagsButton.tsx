import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { ChartNoAxesColumn } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../components/IconButton.tsx'
import { Popover } from '../../components/Popover.tsx'
import { useCommands } from '../../shell/command-registry.ts'
import { linkInHand, linksIn, readdressLink, type LinkInText } from './links-in-text.ts'
import { LinkTagsForm, type LinkTagsFormProps } from './LinkTagsForm.tsx'
import styles from './LinkTags.module.css'

export interface LinkTagsButtonProps extends Pick<LinkTagsFormProps, 'workspaceId' | 'accounts'> {
  readonly editor: Editor
  /** The text is that of one account alone. */
  readonly isOwnText: boolean
}

/** Tags the link at the cursor for the client's statistics, by click or key. */
export function LinkTagsButton({ workspaceId, editor, accounts, isOwnText }: LinkTagsButtonProps): React.JSX.Element {
  const { t } = useTranslation('linkTags')
  const [link, setLink] = useState<LinkInText | null>(null)
  const hasLink = useEditorState({ editor, selector: ({ editor: { state } }) => linksIn(state.doc).length > 0 })
  function handleFinish(address: string, sources: string | null): void {
    if (link !== null) finish(editor, link, address, sources)
    setLink(null)
  }
  const open = (): void => setLink(linkInHand(editor.state))
  useCommands({ name: 'composer.linkTags', title: t('open') }, [{ id: 'composer.linkTags', title: t('open'), shortcut: 'mod+shift+k', worksWhileTyping: true, disabled: !hasLink, run: open }])
  return (
    <Popover
      label={t('title')}
      align="end"
      side="top"
      className={styles.panel ?? ''}
      open={link !== null}
      onOpenChange={(isOpen) => (isOpen ? open() : setLink(null))}
      trigger={<IconButton size="small" icon={ChartNoAxesColumn} label={hasLink ? t('open') : t('noLink')} shortcut="mod+shift+k" disabled={!hasLink} />}
    >
      {link === null ? null : <LinkTagsForm key={link.from} workspaceId={workspaceId} address={link.address} accounts={accounts} isOwn={isOwnText} onFinish={handleFinish} />}
    </Popover>
  )
}

/** What the text has become meanwhile is left alone. */
function finish(editor: Editor, link: LinkInText, address: string, sources: string | null): void {
  if (editor.isDestroyed || !editor.isEditable || editor.state.doc.textBetween(link.from, Math.min(link.to, editor.state.doc.content.size)) !== link.words) return
  readdressLink(editor, link, address, sources)
}
