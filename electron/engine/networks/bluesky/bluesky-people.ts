import { z } from 'zod'
import type { FindPeople } from '../network-reading.ts'
import { mapValue } from '../network-results.ts'
import { openBlueskyContext } from './bluesky-context.ts'
import type { BlueskyNeeds } from './bluesky-options.ts'

/** app.bsky.actor.searchActorsTypeahead (read on 2026-11-22). */
const actorsSchema = z.object({ actors: z.array(z.looseObject({ handle: z.string(), displayName: z.string().catch('') })) })
const most = 8
/** What the AppView says of who has no name that holds. */
const nameless = 'handle.invalid'

export function createBlueskyPeople(needs: BlueskyNeeds): FindPeople {
  return async (session, q) => {
    const context = openBlueskyContext(needs, session)
    if (!context.ok) return context
    const { xrpc, appView } = context.value
    const read = await xrpc.query(appView, 'app.bsky.actor.searchActorsTypeahead', { q, limit: most }, actorsSchema)
    return mapValue(read, ({ actors }) => actors.filter(({ handle }) => handle !== nameless).map(({ handle, displayName }) => ({ name: displayName, handle })))
  }
}
