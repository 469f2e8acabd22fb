import { fail, succeed, type Result } from '../../../../shared/contract/result.ts'
import type { ParsedInput, RequestOutput } from '../../../../shared/contract/request-map.ts'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { longestHistory, type DraftText, type TextHistory } from '../../../../shared/posts/text-history.ts'
import type { WorkspaceContext } from '../../workspaces/workspace-context.ts'
import { createTextHistoriesRepository, type Extent, type TextHistoriesRepository, type TextName } from './text-histories-repository.ts'

type Kept = RequestOutput<'posts.keepTextHistory'>

/**
 * What was typed in each text of a draft, so that it can be undone after anything, a crash too. It stands beside the draft and never in its way: nothing of it is needed to read, save or send.
 * `longest`: characters kept of one text; beyond them the oldest goes, and only then what was taken back.
 */
export interface TextHistories {
  read(input: ParsedInput<'posts.readTextHistory'>): TextHistory | null
  keep(input: ParsedInput<'posts.keepTextHistory'>): Result<Kept>
  /** Once at a start: of posts that are gone for good, and of those that are out, whose texts change no more. */
  tidy(): void
}

export function createTextHistories({ database }: Pick<WorkspaceContext, 'database'>, longest = longestHistory): TextHistories {
  const repository = createTextHistoriesRepository(database)
  return {
    read(input) {
      const name = nameOf(input)
      const head = repository.head(name)
      if (head === null) return null
      const { position } = head
      const extent = repository.extent(name) ?? { first: position + 1, last: position }
      return { ...head, ...extent, entries: [...entriesOf(repository, name, input.beyond, position)] }
    },
    keep: (input) =>
      database.transaction((): Result<Kept> => {
        const name = nameOf(input)
        if (!repository.isStored(input.postId)) return fail(studioError('not_found', 'no such post in this workspace'))
        const edition = repository.head(name)?.edition ?? 0
        if (edition !== input.edition) return fail(studioError('conflict', 'this history was written elsewhere since it was read', { details: { edition } }))
        const { position, head, first, last } = input
        repository.writeHead(name, { edition: edition + 1, position, head })
        for (const entry of input.entries) repository.write(name, entry)
        repository.removeOutside(name, { first, last })
        return succeed({ edition: edition + 1, ...shortened(repository, name, position, longest) })
      }).immediate(),
    tidy: () => repository.removeOrphans()
  }
}

function entriesOf(repository: TextHistoriesRepository, name: TextName, beyond: ParsedInput<'posts.readTextHistory'>['beyond'], position: number): TextHistory['entries'] {
  switch (beyond?.side) {
    case undefined:
      return [...repository.upTo(name, position), ...repository.after(name, position)]
    case 'older':
      return [...repository.upTo(name, beyond.number - 1)]
    case 'newer':
      return [...repository.after(name, beyond.number)]
  }
}

/** Leaves the newest, and what is left without a gap on either side of where the text stands. */
function shortened(repository: TextHistoriesRepository, name: TextName, position: number, longest: number): Extent {
  const none = { first: position + 1, last: position }
  const reached = repository.reaching(name, longest + 1)
  if (reached === 0) return repository.extent(name) ?? none
  // What was taken back is too long by itself, and could not be reached over a gap.
  const isCutBehind = reached > position
  repository.removeOutside(name, isCutBehind ? { first: 1, last: position } : { first: reached + 1, last: Number.MAX_SAFE_INTEGER })
  return isCutBehind ? shortened(repository, name, position, longest) : (repository.extent(name) ?? none)
}

function nameOf({ postId, text }: { readonly postId: string; readonly text: DraftText }): TextName {
  return { postId, text: `${text.accountId ?? ''}/${text.partId ?? ''}` }
}
