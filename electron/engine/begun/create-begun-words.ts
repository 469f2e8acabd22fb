import { fail, succeed } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { Feature } from '../workspaces/feature.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import { createBegunWordsRepository } from './begun-words-repository.ts'

/** Half a year: what they belong to may be gone without a word about it. */
const longestKept = 182 * 86_400_000

/** What people are writing in fields of their own beside drafts and answers, kept over a crash until it is saved, sent or given up. */
export function createBegunWords({ database, clock }: WorkspaceContext): Feature {
  const repository = createBegunWordsRepository(database)
  return {
    handlers: {
      'begun.read': ({ kind, ids }) =>
        succeed({
          begun: [...new Set(ids)].flatMap((id) => {
            const words = repository.read(kind, id)
            return words === null ? [] : [{ id, words }]
          })
        }),
      'begun.keep': ({ kind, id, words }) => {
        if (words !== null && words.kind !== kind) return fail(studioError('invalid_input', 'these words are of another kind', { details: { field: 'words' } }))
        const at = clock.now()
        database.transaction(() => {
          if (words === null) repository.remove(kind, id)
          else repository.keep(kind, id, words, at)
          repository.forgetBefore(at - longestKept)
        }).immediate()
        return succeed({})
      }
    }
  }
}
