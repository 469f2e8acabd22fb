import type { Editor } from '@tiptap/core'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../language/use-formats.ts'
import { useWorkspace } from '../../../shell/studio-store.ts'
import { SnippetsButton } from '../../snippets/SnippetsButton.tsx'
import type { ComposerStore } from '../composer-store.ts'
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
      editor={editor}
      factsNow={() => {
        const now = store.state.getState()
        return snippetFacts(now.kind === 'ready' ? now : state, workspace, { language, locale })
      }}
    />
  )
}
