import { Bookmark } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Snippet, SnippetKind } from '../../../shared/snippets/snippet.ts'
import { IconButton } from '../../components/IconButton.tsx'
import { Popover } from '../../components/Popover.tsx'
import { useCommands } from '../../shell/command-registry.ts'
import { fillSnippet, type SnippetFacts } from './fill-snippet.ts'
import { SnippetsPanel } from './SnippetsPanel.tsx'
import styles from './Snippets.module.css'

/** The text that a snippet goes into. */
export interface SnippetPlace {
  readonly insert: (kind: SnippetKind, text: string) => void
  readonly selectedText: () => string
  readonly goToNextGap: () => void
}

export interface SnippetsButtonProps {
  readonly workspaceId: string
  readonly place: SnippetPlace
  /** Asked when it is needed: the text changes with every key. */
  readonly factsNow: () => SnippetFacts
}

/** The way to the client's saved texts and hashtags, by click or key; one is taken and stands at the cursor. */
export function SnippetsButton({ workspaceId, place, factsNow }: SnippetsButtonProps): React.JSX.Element {
  const { t } = useTranslation('snippets')
  const [isOpen, setOpen] = useState(false)
  const search = useRef<HTMLInputElement | null>(null)
  useCommands({ name: 'composer.snippets', title: t('open') }, [
    { id: 'composer.snippets', title: t('open'), shortcut: 'mod+shift+s', worksWhileTyping: true, run: () => setOpen(true) },
    { id: 'composer.nextGap', title: t('nextGap'), shortcut: 'mod+shift+g', worksWhileTyping: true, run: place.goToNextGap }
  ])

  function handlePick({ kind, text }: Snippet): void {
    setOpen(false)
    place.insert(kind, fillSnippet(text, factsNow()))
  }

  return (
    <Popover label={t('open')} align="end" side="top" className={styles.panel ?? ''} initialFocus={search} open={isOpen} onOpenChange={setOpen} trigger={<IconButton size="small" icon={Bookmark} label={t('open')} shortcut="mod+shift+s" />}>
      <SnippetsPanel workspaceId={workspaceId} facts={factsNow()} search={search} selectedText={place.selectedText} onPick={handlePick} />
    </Popover>
  )
}
