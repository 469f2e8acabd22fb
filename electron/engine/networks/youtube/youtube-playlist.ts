import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { ListTarget } from '../network-publisher.ts'
import type { NetworkFailure, NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import { kindOfId, type YoutubeApi } from './youtube-api.ts'
import { listSchema, playlistId, videoId } from './youtube-schemas.ts'
import { readEach } from '../read-each.ts'

const entrySchema = z.looseObject({ snippet: z.looseObject({ resourceId: z.looseObject({ videoId }) }) })
const addedSchema = z.looseObject({ id: z.string() })

/** Whether a playlist holds a video, by the interface's own question for that one: https://developers.google.com/youtube/v3/docs/playlistItems/list#videoId (read on 2026-11-23). */
export async function isInPlaylist(api: YoutubeApi, { remoteId, listId }: ListTarget): Promise<NetworkResult<boolean>> {
  const refused = refusalOfIds(remoteId, listId)
  if (refused !== null) return refused
  const listed = await api.get('/youtube/v3/playlistItems', { part: ['snippet'], playlistId: listId, videoId: remoteId, maxResults: 50 }, listSchema)
  if (!listed.ok) return { ok: false, failure: explained(listed.failure) }
  const entries = readEach(listed.value.items, entrySchema)
  if (entries.some(({ snippet }) => snippet.resourceId.videoId === remoteId)) return done(true)
  // An entry that cannot be read may be this one.
  return entries.length < listed.value.items.length ? failed('server_error', studioError('unexpected_answer', 'the playlist has another shape')) : done(false)
}

/** https://developers.google.com/youtube/v3/docs/playlistItems/insert (read on 2026-11-23). YouTube takes the same video twice, so it is looked for first, whoever put it there. */
export async function addToPlaylist(api: YoutubeApi, target: ListTarget): Promise<NetworkResult<null>> {
  const there = await isInPlaylist(api, target)
  // Nothing was written: a look that failed is never a call of which something may have arrived.
  if (!there.ok) return there.failure.kind === 'unknown_outcome' || there.failure.kind === 'bug' ? failed('server_error', there.failure.error) : there
  if (there.value) return done(null)
  const added = await api.send('POST', '/youtube/v3/playlistItems', { part: ['snippet'] }, { snippet: { playlistId: target.listId, resourceId: { kind: 'youtube#video', videoId: target.remoteId } } }, addedSchema)
  return added.ok ? mapValue(added, () => null) : { ok: false, failure: explained(added.failure) }
}

function refusalOfIds(remoteId: string, listId: string): Extract<NetworkResult<never>, { ok: false }> | null {
  const kind = kindOfId(remoteId)
  if (kind.ok && kind.value === 'video' && playlistId.safeParse(listId).success) return null
  return { ok: false, failure: { kind: 'rejected', error: studioError('rejected', 'these are no ids of a video and a playlist of YouTube') } }
}

/** What YouTube has against it, in its own words (the same page, “Errors”). */
function explained(failure: NetworkFailure): NetworkFailure {
  if (failure.kind !== 'rejected') return failure
  const { name } = failure.error.details ?? {}
  // What was uploaded a moment ago is not known everywhere there yet.
  if (name === 'videoNotFound') return { kind: 'server_error', error: studioError('server_error', failure.error.message, { retryable: true, details: { ...failure.error.details, reason: 'gone' } }) }
  const reason = typeof name === 'string' ? reasons[name] : undefined
  return reason === undefined ? failure : { kind: 'rejected', error: studioError('rejected', failure.error.message, { details: { ...failure.error.details, reason } }) }
}

const reasons: Readonly<Record<string, string | undefined>> = { playlistNotFound: 'playlist_gone', playlistIdRequired: 'playlist_gone', playlistContainsMaximumNumberOfVideos: 'playlist_full', playlistItemsNotAccessible: 'playlist_not_ours' }
