import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { PostThere } from '../../../../shared/reality/post-there.ts'
import { goneThere, type EditTarget } from '../network-edit.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import { kindOfId, type YoutubeApi } from './youtube-api.ts'
import { isNotFound } from './youtube-failures.ts'
import { isInUploads, readVideos } from './youtube-find.ts'
import { listSchema, videoSchema } from './youtube-schemas.ts'

/** What an update deletes where it does not name it: https://developers.google.com/youtube/v3/docs/videos/update (read on 2026-11-22). What cannot be read must not pass for none. */
const keptSchema = z.looseObject({
  id: z.string(),
  snippet: z.looseObject({ categoryId: z.string(), tags: z.array(z.string()).optional(), defaultLanguage: z.string().optional(), defaultAudioLanguage: z.string().optional() })
})

/** Title and description. The rest of the snippet goes along as it stands: the category, without which YouTube takes no update, the tags, the languages. */
export async function editVideo(api: YoutubeApi, { remoteId, title, text }: Pick<EditTarget, 'remoteId' | 'title' | 'text'>): Promise<NetworkResult<null>> {
  const kind = kindOfId(remoteId)
  if (!kind.ok) return kind
  if (kind.value !== 'video') return failed('rejected', studioError('rejected', 'comments of YouTube are no videos'))
  const listed = await api.get('/youtube/v3/videos', { part: ['snippet'], id: [remoteId], maxResults: 1 }, listSchema)
  if (!listed.ok) return listed
  const [item] = listed.value.items
  if (item === undefined) return failed('rejected', goneThere)
  const kept = keptSchema.safeParse(item)
  if (!kept.success) return failed('rejected', studioError('unexpected_answer', 'what stands beside title and description cannot be read, and would be lost'))
  const { categoryId, tags, defaultLanguage, defaultAudioLanguage } = kept.data.snippet
  const snippet = {
    title: title.trim(), description: text, categoryId,
    ...(tags === undefined ? {} : { tags }), ...(defaultLanguage === undefined ? {} : { defaultLanguage }), ...(defaultAudioLanguage === undefined ? {} : { defaultAudioLanguage })
  }
  const updated = await api.send('PUT', '/youtube/v3/videos', { part: ['snippet'] }, { id: remoteId, snippet }, videoSchema)
  return !updated.ok && isNotFound(updated.failure) ? failed('rejected', goneThere) : mapValue(updated, () => null)
}

/** Left out of an answer, it may also be hidden: gone is believed only when the channel's own list, to its end, does not hold it either. */
export async function readVideo(api: YoutubeApi, session: AccountSession, remoteId: string): Promise<NetworkResult<PostThere | 'gone'>> {
  const kind = kindOfId(remoteId)
  if (!kind.ok) return kind
  if (kind.value !== 'video') return failed('rejected', studioError('rejected', 'comments of YouTube are no videos'))
  const videos = await readVideos(api, [remoteId])
  if (!videos.ok) return videos
  const [video] = videos.value
  const { title, description } = video?.snippet ?? {}
  if (title !== undefined && description !== undefined) return done({ title, text: description, media: [{ kind: 'video' }] })
  const listed = await isInUploads(api, session, remoteId)
  if (!listed.ok) return listed
  return video === undefined && listed.value === false ? done('gone') : failed('server_error', studioError('server_error', 'YouTube does not show the video', { retryable: true }))
}
