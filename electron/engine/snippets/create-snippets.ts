import { fail, succeed } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { SnippetContent } from '../../../shared/snippets/snippet.ts'
import { toHashtags } from '../../../shared/snippets/to-hashtags.ts'
import { withStoredNames } from '../../../shared/snippets/variables.ts'
import { foldText } from '../../../shared/text/fold-text.ts'
import type { Feature } from '../workspaces/feature.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import { createSnippetsRepository } from './snippets-repository.ts'

/** Texts and hashtags that one client's posts use again. Posts take a copy: a change here changes no post. */
export function createSnippets(context: WorkspaceContext): Feature {
  const repository = createSnippetsRepository(context.database)
  const told = (snippetId: string): void => context.emit('snippets.changed', { workspaceId: context.workspace().id, ids: [snippetId] })
  return {
    handlers: {
      'snippets.list': () => succeed({ snippets: repository.list().map((snippet) => ({ snippet, key: foldText(snippet.name) })).toSorted(byKey).map(({ snippet }) => snippet) }),
      'snippets.save': ({ snippet }) => {
        const text = textToStore(snippet)
        if (text === '') return fail(studioError('invalid_input', 'there is no hashtag in it', { details: { field: 'text' } }))
        const saved = { ...snippet, text, updatedAt: context.clock.now() }
        repository.write(saved)
        told(saved.id)
        return succeed(saved)
      },
      'snippets.remove': ({ snippetId }) => {
        // Removed already: the answer was lost.
        if (repository.remove(snippetId)) told(snippetId)
        return succeed({})
      }
    }
  }
}

function textToStore({ kind, text }: SnippetContent): string {
  switch (kind) {
    case 'text':
      return withStoredNames(text)
    case 'hashtags':
      return toHashtags(text)
  }
}

function byKey(one: { readonly key: string }, other: { readonly key: string }): number {
  return one.key < other.key ? -1 : one.key > other.key ? 1 : 0
}
