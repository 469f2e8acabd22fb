import { addReactions, reactionKindsSchema } from '../../../shared/figures/reaction-kinds.ts'
import { parseJson } from '../http/parse-json.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import type { ReactionsService } from './reactions-service.ts'

interface Row {
  readonly countedAt: number
  readonly kinds: string
}

/** Keeps the newest state of each message, whatever order its states come in, and however often. */
export function createReactions({ database, emit, workspace }: Pick<WorkspaceContext, 'database' | 'emit' | 'workspace'>): ReactionsService {
  const note = database.prepare<{ accountId: string; remoteId: string; countedAt: number; kinds: string }>(
    `INSERT INTO reactions_told (account_id, remote_id, counted_at, kinds) VALUES (@accountId, @remoteId, @countedAt, @kinds)
     ON CONFLICT (account_id, remote_id) DO UPDATE SET counted_at = excluded.counted_at, kinds = excluded.kinds
     WHERE excluded.counted_at >= counted_at AND (excluded.counted_at > counted_at OR excluded.kinds <> kinds)`
  )
  const find = database.prepare<[string, string], Row>(
    'SELECT counted_at AS countedAt, kinds FROM reactions_told WHERE account_id = ? AND remote_id IN (SELECT value FROM json_each(?))'
  )
  return {
    note: (accountId, told) => told.map(({ remoteId, countedAt, kinds }) => note.run({ accountId, remoteId, countedAt, kinds: JSON.stringify(kinds) }).changes > 0).includes(true),
    announce: () => emit('figures.changed', { workspaceId: workspace().id, ids: [] }),
    ofPost(accountId, remoteIds) {
      const rows = find.all(accountId, JSON.stringify(remoteIds))
      if (rows.length === 0) return null
      return { countedAt: Math.max(...rows.map(({ countedAt }) => countedAt)), kinds: addReactions(rows.map(({ kinds }) => reactionKindsSchema.safeParse(parseJson(kinds)).data ?? [])) }
    }
  }
}
