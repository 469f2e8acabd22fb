import type { Editor } from '@tiptap/core'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../language/use-formats.ts'
import { useWorkspace } from '../../../shell/studio-store.ts'
import { SnippetsButton, type SnippetPlace } from '../../snippets/SnippetsButton.tsx'
import type { ComposerStore } from '../composer-store.ts'
import { insertSnippet } from '../../snippets/insert-snippet.ts'
import { gapsIn, selectGap } from './gaps-extension.ts'
import { snippetFacts } from '../snippet-facts.ts'

interface PostSnippetsProps {
  readonly workspaceId: string
  readonly store: ComposerStore
  readonly editor: Editor
}

/** Saved texts and hashtags for the post in hand. */
export function PostSnippets({ workspaceId, store, editor }: PostSnippetsProps): React.JSX.Element | null {
  const { i18n } = useTranslation()
  const { locale } = useFormats()
  const workspace = useWorkspace(workspaceId)
  const state = store.state.getState()
  if (workspace === undefined || state.kind !== 'ready') return null
  const language = i18n.resolvedLanguage === 'fr' ? 'fr' : 'en'
  return (
    <SnippetsButton
      workspaceId={workspaceId}
      place={placeIn(editor)}
      factsNow={() => {
        const now = store.state.getState()
        return snippetFacts(now.kind === 'ready' ? now : state, workspace, { language, locale })
      }}
    />
  )
}

function placeIn(editor: Editor): SnippetPlace {
  return {
    insert: (kind, text) => insertSnippet(editor, kind, text),
    selectedText() {
      const { from, to } = editor.state.selection
      return editor.state.doc.textBetween(from, to, '\n\n', '\n')
    },
    goToNextGap: () => void selectGap(editor, gapAfter(editor))
  }
}

/** From the one that is selected the next one is meant. */
function gapAfter(editor: Editor): number {
  const { from, to } = editor.state.selection
  return gapsIn(editor).some((gap) => gap.from === from && gap.to === to) ? to : from
}
