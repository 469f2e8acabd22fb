import { Bookmark } from 'lucide-react'
import { lazy, Suspense, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Snippet, SnippetKind } from '../../../shared/snippets/snippet.ts'
import { withNamesIn } from '../../../shared/snippets/variables.ts'
import { newId } from '../../bridge/system-random.ts'
import { IconButton } from '../../components/IconButton.tsx'
import { LoadingState } from '../../components/LoadingState.tsx'
import { Popover } from '../../components/Popover.tsx'
import { useCommands } from '../../shell/command-registry.ts'
import { fillSnippet, type SnippetFacts } from './fill-snippet.ts'
import type { WrittenSnippet } from './SnippetForm.tsx'
import styles from './Snippets.module.css'

const SnippetPicker = lazy(async () => ({ default: (await import('./SnippetPicker.tsx')).SnippetPicker }))
const SnippetForm = lazy(async () => ({ default: (await import('./SnippetForm.tsx')).SnippetForm }))

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
  const [written, setWritten] = useState<WrittenSnippet | null>(null)
  const search = useRef<HTMLInputElement | null>(null)
  useCommands({ name: 'composer.snippets', title: t('open') }, [
    { id: 'composer.snippets', title: t('open'), shortcut: 'mod+shift+s', worksWhileTyping: true, run: () => setOpen(true) },
    { id: 'composer.nextGap', title: t('nextGap'), shortcut: 'mod+shift+g', worksWhileTyping: true, run: place.goToNextGap }
  ])

  function handlePick({ kind, text }: Snippet): void {
    setOpen(false)
    place.insert(kind, fillSnippet(text, factsNow()))
  }

  function handleAdd(kind: SnippetKind): void {
    // What is selected is what somebody wants to keep.
    setWritten({ isNew: true, snippet: { id: newId(), kind, name: '', text: place.selectedText() } })
  }

  function handleEdit({ id, kind, name, text }: Snippet): void {
    setWritten({ isNew: false, snippet: { id, kind, name, text: withNamesIn(factsNow().language, text) } })
  }

  return (
    <Popover label={t('open')} align="end" side="top" className={styles.panel ?? ''} {...(written === null ? { initialFocus: search } : {})} open={isOpen} onOpenChange={setOpen} trigger={<IconButton size="small" icon={Bookmark} label={t('open')} shortcut="mod+shift+s" />}>
      <Suspense fallback={<LoadingState rows={4} />}>
        {written === null ? (
          <SnippetPicker workspaceId={workspaceId} search={search} facts={factsNow()} onPick={handlePick} onAdd={handleAdd} onEdit={handleEdit} />
        ) : (
          <SnippetForm workspaceId={workspaceId} written={written} facts={factsNow()} onChange={(snippet) => setWritten({ ...written, snippet })} onDone={() => setWritten(null)} />
        )}
      </Suspense>
    </Popover>
  )
}
