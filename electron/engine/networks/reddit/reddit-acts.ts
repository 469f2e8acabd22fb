import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { Act } from '../../../../shared/networks/acts.ts'
import type { NetworkResult } from '../network-failure.ts'
import type { ActTarget } from '../network-publisher.ts'
import { done, failed } from '../network-results.ts'
import { keepOutOfReddit } from './keep-out.ts'
import type { RedditApi } from './reddit-api.ts'
import { asThing } from './reddit-place.ts'
import { listingSchema, meSchema, readEach, redditItemSchema } from './reddit-schemas.ts'

/** https://www.reddit.com/dev/api/ (read on 2026-11-21). What is gone already counts as deleted there: Reddit says nothing of it. */
export async function actOnReddit(api: RedditApi, { act, remoteId, minutes }: { readonly act: Act } & Pick<ActTarget, 'remoteId' | 'minutes'>): Promise<NetworkResult<null>> {
  const thing = asThing(remoteId)
  if (!thing.ok) return thing
  switch (act) {
    case 'delete':
      return api.order('/api/del', { id: thing.value })
    case 'report':
      return api.order('/api/report', { thing_id: thing.value, reason: 'spam' })
    case 'block':
      return api.order('/api/block', { id: thing.value })
    case 'unblock':
      return unblock(api, thing.value)
    // A moderator's, with the right `modposts`: https://www.reddit.com/dev/api/#POST_api_remove and #POST_api_approve (read on 2026-11-23). Approving discards what others reported about it, too.
    case 'hide':
      return api.order('/api/remove', { id: thing.value, spam: false })
    case 'unhide':
      return api.order('/api/approve', { id: thing.value })
    case 'lock':
    case 'unlock':
      return setLocked(api, thing.value, act === 'lock')
    case 'mute':
    case 'unmute':
    case 'ban':
    case 'unban':
      return keepOutOfReddit(api, { act, thing: thing.value, minutes })
    case 'detach':
    case 'undetach':
    case 'repost':
    case 'unrepost':
      return failed('rejected', studioError('rejected', 'Vigie does not do this on Reddit'))
  }
}

/** A moderator's, with the right `modposts`: https://www.reddit.com/dev/api/#POST_api_lock and #POST_api_unlock (read on 2026-11-23). Looked at first: what another moderator did meanwhile is done. */
async function setLocked(api: RedditApi, thing: string, isLocked: boolean): Promise<NetworkResult<null>> {
  const found = await api.get('/api/info', { id: thing }, listingSchema)
  if (!found.ok) return found
  const [item] = readEach(found.value.data.children, redditItemSchema)
  return item?.locked === isLocked ? done(null) : api.order(isLocked ? '/api/lock' : '/api/unlock', { id: thing })
}

/** A person's own click, and nothing else: https://support.reddithelp.com/hc/articles/360043066412 (read on 2026-11-21). */
export async function voteOnReddit(api: RedditApi, { remoteId, liked }: { readonly remoteId: string; readonly liked: boolean }): Promise<NetworkResult<null>> {
  const thing = asThing(remoteId)
  return thing.ok ? api.order('/api/vote', { id: thing.value, dir: liked ? 1 : 0 }) : thing
}

async function unblock(api: RedditApi, thing: string): Promise<NetworkResult<null>> {
  const found = await api.get('/api/info', { id: thing }, listingSchema)
  if (!found.ok) return found
  const [item] = readEach(found.value.data.children, redditItemSchema)
  const author = item?.author ?? null
  if (author === null || author === '[deleted]') return failed('rejected', studioError('rejected', 'who wrote it is not told', { details: { reason: 'author_gone' } }))
  const me = await api.get('/api/v1/me', {}, meSchema)
  if (!me.ok) return me
  const ended = await api.order('/api/unfriend', { container: `t2_${me.value.id}`, name: author, type: 'enemy' })
  return !ended.ok && ended.failure.error.details?.['status'] === 404 ? done(null) : ended
}
