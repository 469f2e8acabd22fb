import { loadDiscovery, type DiscoveryDocument } from './discovery-description.ts'
import type { Operation } from './described-operations.ts'
import type { Schema } from './json-schema.ts'
import type { NetworkDescription } from './network-description.ts'

type Described = Schema & { readonly properties?: Readonly<Record<string, Schema>> }

/** What is always there, asked for with these parts: the samples of https://developers.google.com/youtube/v3/docs/videos, /channels, /playlistItems, /playlists, /videoCategories, /commentThreads and /comments (read on 2026-11-21 and 23). The document requires nothing. */
const always: Readonly<Record<string, readonly string[]>> = {
  Video: ['id'], Channel: ['id', 'snippet', 'contentDetails'], ChannelSnippet: ['title'], ChannelContentDetails: ['relatedPlaylists'], PlaylistItem: ['id', 'snippet'],
  PlaylistItemSnippet: ['publishedAt', 'title', 'description', 'resourceId'], ResourceId: ['videoId'], CommentThread: ['id', 'snippet'], CommentThreadSnippet: ['topLevelComment', 'totalReplyCount'],
  VideoCategory: ['id', 'snippet'], VideoCategorySnippet: ['title', 'assignable'], Playlist: ['id', 'snippet'], PlaylistSnippet: ['title'],
  Comment: ['id', 'snippet'], CommentSnippet: ['textDisplay', 'authorDisplayName', 'publishedAt']
}
const listed = ['ChannelListResponse', 'VideoListResponse', 'PlaylistItemListResponse', 'CommentThreadListResponse', 'CommentListResponse', 'PlaylistListResponse', 'VideoCategoryListResponse']
/** How ids look, as all samples there have them. */
const patterns: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Video: { id: '^[A-Za-z0-9_-]{11}$' }, ResourceId: { videoId: '^[A-Za-z0-9_-]{11}$' }, Channel: { id: '^UC[A-Za-z0-9_-]{22}$' },
  Playlist: { id: '^PL[A-Za-z0-9_-]{32}$' }, VideoCategory: { id: '^[0-9]{1,2}$' },
  Comment: { id: '^[A-Za-z0-9_-]{26}$' }, CommentThread: { id: '^[A-Za-z0-9_-]{26}$' }
}

/** Parts of a file, and the question how far it came: https://developers.google.com/youtube/v3/guides/using_resumable_upload_protocol, steps 4 to 6 (read on 2026-11-21). */
const putPart: Operation = {
  method: 'PUT',
  path: '/upload/youtube/v3/videos',
  parameters: [
    { name: 'uploadType', in: 'query', required: true, schema: { enum: ['resumable'] } },
    { name: 'part', in: 'query', required: false, schema: { type: 'string' } },
    { name: 'upload_id', in: 'query', required: true, schema: { type: 'string' } },
    { name: 'content-range', in: 'header', required: true, schema: { type: 'string' } }
  ],
  body: null,
  needsToken: true,
  success: { status: 200, schema: { $ref: 'Video' } }
}

/** The same of subtitles. `captions.update` has this address too; Vigie never changes those that are there, so every part belongs to an upload that was begun. */
const putCaptionsPart: Operation = { ...putPart, path: '/upload/youtube/v3/captions', success: { status: 200, schema: { $ref: 'Caption' } } }

/** YouTube's own document (specs/youtube), with the steps of an upload that it leaves to the guide. */
export function loadYoutubeDescription(): NetworkDescription {
  // The headers that begin an upload: the same guide, step 2.
  const commonHeaders = ['x-upload-content-length', 'x-upload-content-type']
  const asked = loadDiscovery('youtube/youtube.v3.json', { adjust: addLater, more: [putCaptionsPart, putPart], commonHeaders })
  const answered = loadDiscovery('youtube/youtube.v3.json', { adjust, more: [putCaptionsPart, putPart], commonHeaders })
  return {
    ...asked,
    answer(request, fullness) {
      const answer = answered.answer(request, fullness)
      const isBegun = request.method === 'POST' && new URL(request.url).pathname.startsWith('/upload/')
      return answer !== null && isBegun ? { ...answer, headers: { location: `${request.url}&upload_id=abc` } } : answer
    }
  }
}

/** What came after the document at hand (revision 20240514): https://developers.google.com/youtube/v3/revision_history, 2024-10-30 (read on 2026-11-23). */
function addLater({ schemas }: DiscoveryDocument): void {
  Object.assign((schemas['VideoStatus'] as Described).properties!, { containsSyntheticMedia: { type: 'boolean' } })
}

function adjust(document: DiscoveryDocument): void {
  addLater(document)
  const { schemas } = document
  Object.assign((schemas['ChannelContentDetails'] as Described).properties!['relatedPlaylists']!, { required: ['uploads'] })
  for (const [name, required] of Object.entries(always)) Object.assign(schemas[name]!, { required })
  for (const name of listed) Object.assign(schemas[name]!, { required: ['kind', 'items'] })
  for (const [name, fields] of Object.entries(patterns)) for (const [field, pattern] of Object.entries(fields)) Object.assign((schemas[name] as Described).properties![field]!, { pattern })
}
