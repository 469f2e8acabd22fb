import { lazy, Suspense, type RefObject } from 'react'
import type { Snippet, SnippetContent, SnippetKind } from '../../../shared/snippets/snippet.ts'
import { withNamesIn } from '../../../shared/snippets/variables.ts'
import { newId } from '../../bridge/system-random.ts'
import { useBegunWords } from '../../bridge/use-begun-words.ts'
import { LoadingState } from '../../components/LoadingState.tsx'
import type { SnippetFacts } from './fill-snippet.ts'

const SnippetPicker = lazy(async () => ({ default: (await import('./SnippetPicker.tsx')).SnippetPicker }))
const SnippetForm = lazy(async () => ({ default: (await import('./SnippetForm.tsx')).SnippetForm }))

export interface SnippetsPanelProps {
  readonly workspaceId: string
  readonly facts: SnippetFacts
  /** What the search is known by: it has the focus first. */
  readonly search: RefObject<HTMLInputElement | null>
  /** What somebody means to keep. */
  readonly selectedText: () => string
  readonly onPick: (snippet: Snippet) => void
}

/** The client's saved texts, or the one that is being written: also where it was begun before the panel was closed, or Vigie ended. */
export function SnippetsPanel({ workspaceId, facts, search, selectedText, onPick }: SnippetsPanelProps): React.JSX.Element | null {
  const begun = useBegunWords({ workspaceId, kind: 'snippet', id: 'snippet' })
  if (begun === null) return null
  const write = (isNew: boolean, snippet: SnippetContent): void => begun.write({ kind: 'snippet', isNew, snippet })
  const handleAdd = (kind: SnippetKind): void => write(true, { id: newId(), kind, name: '', text: selectedText() })
  const handleEdit = ({ id, kind, name, text }: Snippet): void => write(false, { id, kind, name, text: withNamesIn(facts.language, text) })
  return (
    <Suspense fallback={<LoadingState rows={4} />}>
      {begun.words === null ? (
        <SnippetPicker workspaceId={workspaceId} search={search} facts={facts} onPick={onPick} onAdd={handleAdd} onEdit={handleEdit} />
      ) : (
        <SnippetForm workspaceId={workspaceId} written={begun.words} isUnstored={begun.failure !== null} facts={facts} onChange={(snippet) => write(begun.words?.isNew === true, snippet)} onDone={() => begun.write(null)} />
      )}
    </Suspense>
  )
}
