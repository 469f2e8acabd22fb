import type { Workspace } from '../../../shared/workspaces/workspace.ts'
import { toLocalDateTime } from '../../../shared/schedule/local-time.ts'
import { documentToText } from '../../../shared/text/document-to-text.ts'
import { currentInstant } from '../../bridge/system-clock.ts'
import type { SnippetFacts } from '../snippets/fill-snippet.ts'
import { plannedTime, type ReadyState } from './composer-state.ts'

/** What a snippet's variables stand for in the post in hand. */
export function snippetFacts({ post }: ReadyState, { name, timeZone }: Pick<Workspace, 'name' | 'timeZone'>, words: Pick<SnippetFacts, 'language' | 'locale'>): SnippetFacts {
  const { content, origin } = post
  return {
    ...words,
    client: name,
    plannedFor: plannedTime(post, timeZone),
    today: toLocalDateTime(currentInstant(), timeZone).slice(0, 10),
    link: origin.kind === 'watch' && origin.url !== '' ? origin.url : null,
    person: null,
    around: documentToText(content.document)
  }
}
