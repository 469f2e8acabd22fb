import { createFakeCaptions } from './fake-youtube-captions.ts'
import { createFakePlaylists } from './fake-youtube-playlists.ts'
import { ok, type FakeAnswer, type FakeNetwork, type FakeRequest } from './fake-network.ts'

interface Video {
  readonly id: string
  title: string
  description: string
  tags: readonly string[]
  /** Of the whole file, as it arrived. */
  readonly bytes: number
  readonly uploadedAt: number
  /** Stood there before, and is no matter of the test. */
  readonly isOld: boolean
  status: Record<string, unknown>
}

interface Comment {
  readonly id: string
  readonly parentId: string | null
  readonly videoId: string
  readonly text: string
  readonly author: 'us' | 'them'
  readonly createdAt: number
  moderation: 'published' | 'heldForReview' | 'rejected'
}

interface Upload {
  readonly id: string
  readonly body: { snippet?: Record<string, unknown>; status?: Record<string, unknown> }
  readonly size: number
  taken: number
  video: Video | null
}

export const fakeChannelId = 'UCaaaaaaaaaaaaaaaaaaaaaa'
const uploadsId = 'UUaaaaaaaaaaaaaaaaaaaaaa'
const themId = 'UCbbbbbbbbbbbbbbbbbbbbbb'
const oldVideo = 'oldvideo001'
const refused = (status: number, reason: string, message = 'because'): FakeAnswer => ({ status, json: { error: { code: status, message, errors: [{ message, domain: 'youtube', reason }] } } })
const nothing: FakeAnswer = { status: 204, json: undefined }

/** Only the parts that were asked for, as YouTube does. */
function project(part: string | null, { id, ...parts }: Readonly<Record<string, unknown>>): object {
  const asked = (part ?? '').split(',')
  return { kind: 'youtube#it', id, ...Object.fromEntries(Object.entries(parts).filter(([name]) => asked.includes(name))) }
}

function page<Item>(all: readonly Item[], { query }: FakeRequest, show: (item: Item) => object): FakeAnswer {
  const limit = Number(query.get('maxResults') ?? 5)
  const token = query.get('pageToken')
  const start = token === null ? 0 : Number(token.slice(1))
  if (Number.isNaN(start)) return refused(400, 'invalidPageToken')
  return ok({ kind: 'youtube#list', items: all.slice(start, start + limit).map(show), ...(start + limit < all.length ? { nextPageToken: `P${start + limit}` } : {}), pageInfo: { totalResults: all.length, resultsPerPage: limit } })
}

function createComments() {
  const comments: Comment[] = []
  const banned = new Set<string>()
  let last = 0

  const show = ({ id, parentId, videoId, text, author, createdAt, moderation }: Comment): object => ({
    kind: 'youtube#comment', id,
    snippet: {
      textDisplay: text, ...(author === 'us' ? { textOriginal: text } : {}), authorDisplayName: author === 'us' ? '@atelier' : '@tom', authorChannelId: { value: author === 'us' ? fakeChannelId : themId },
      ...(parentId === null ? {} : { parentId }), videoId, publishedAt: new Date(createdAt).toISOString(), ...(moderation === 'published' ? {} : { moderationStatus: moderation })
    }
  })
  const answersTo = (id: string): readonly Comment[] => comments.filter(({ parentId }) => parentId === id)
  return {
    banned,
    add(text: string, author: Comment['author'], parentId: string | null = null, moderation: Comment['moderation'] = 'published', ago = 0, videoId = oldVideo): Comment {
      last += 1
      const own = `UgzComment${String(last).padStart(16, '0')}`
      const made: Comment = { id: parentId === null ? own : `${parentId}.${own}`, parentId, videoId, text, author, createdAt: Date.now() - ago, moderation }
      comments.push(made)
      return made
    },
    inForce: (): readonly string[] => [...comments.filter(({ moderation }) => moderation === 'heldForReview').map(() => 'hide'), ...[...banned].map(() => 'block')],
    find: (id: string) => comments.find((comment) => comment.id === id),
    show,
    remove: (comment: Comment) => void comments.splice(comments.indexOf(comment), 1),
    answers: (request: FakeRequest) => page(answersTo(request.query.get('parentId') ?? ''), request, show),
    threads(request: FakeRequest): FakeAnswer {
      const wanted = request.query.get('moderationStatus') ?? 'published'
      const under = request.query.get('videoId')
      return page(comments.filter(({ parentId, moderation, videoId }) => parentId === null && moderation === wanted && (under === null || videoId === under)).toReversed(), request, (comment) => {
        const answers = answersTo(comment.id)
        return project(request.query.get('part'), {
          id: comment.id, snippet: { channelId: fakeChannelId, videoId: comment.videoId, topLevelComment: show(comment), totalReplyCount: answers.length, canReply: true, isPublic: true },
          ...(answers.length === 0 ? {} : { replies: { comments: answers.slice(0, 5).map(show) } })
        })
      })
    }
  }
}

export interface FakeYoutube extends FakeNetwork {
  /** As long as this is true, YouTube is at work on what it took. */
  isProcessing: boolean
  /** The project has no audit: everything stays private, and without a time. */
  isLocked: boolean
  /** Which videos were given a cover of so many bytes. */
  covers(): readonly string[]
  captions(): readonly string[]
  /** What has become of each video: `public processed 300000`. */
  videos(): readonly string[]
  /** The videos of the channel's own playlist, as they stand there: YouTube takes the same one twice. */
  inPlaylist(): readonly string[]
  clearPlaylist(): void
  /** How many more playlists the channel has. */
  morePlaylists: number
  /** Where the channel says that it is. */
  country: string
  /** Changes a video's status as YouTube, or a person in its own pages, does. */
  change(id: string, status: Record<string, unknown>): void
  /** Somebody answers a comment. */
  answerTo(id: string, text: string): string
  /** One that was written so many ms ago, and shows only now. */
  hearLate(text: string, ago: number): string
  /** A comment that waits for a decision. */
  hearHeld(text: string): string
}

/** As much of YouTube as a channel needs: https://developers.google.com/youtube/v3/docs */
export function createFakeYoutube(): FakeYoutube {
  const videos: Video[] = [{ id: oldVideo, title: 'Une ancienne vidéo', description: '', tags: [], bytes: 1, uploadedAt: Date.now() - 86_400_000, isOld: true, status: { uploadStatus: 'processed', privacyStatus: 'public' } }]
  const uploads = new Map<string, Upload>()
  const comments = createComments()
  let last = 0

  const showVideo = (part: string | null, { id, title, description, tags, uploadedAt, status }: Video): object =>
    project(part, { id, snippet: { publishedAt: new Date(uploadedAt).toISOString(), channelId: fakeChannelId, title, description, tags, categoryId: '22', liveBroadcastContent: 'none' }, status, statistics: { viewCount: '900', likeCount: '12', favoriteCount: '0', commentCount: '2' } })

  const begin = ({ json, headers, query }: FakeRequest, origin: string): FakeAnswer => {
    last += 1
    const upload: Upload = { id: `upload${last}`, body: json, size: Number(headers['x-upload-content-length']), taken: 0, video: null }
    uploads.set(upload.id, upload)
    return { status: 200, json: undefined, headers: { location: `${origin}/upload/youtube/v3/videos?uploadType=resumable&part=${encodeURIComponent(query.get('part') ?? '')}&upload_id=${upload.id}` } }
  }

  const finish = (upload: Upload): Video => {
    const { snippet = {}, status = {} } = upload.body
    last += 1
    const made: Video = {
      id: `newvideo${String(last).padStart(3, '0')}`, title: String(snippet['title']), description: String(snippet['description']), tags: (snippet['tags'] ?? []) as string[], bytes: upload.taken,
      uploadedAt: Date.now(), isOld: false, status: { uploadStatus: fake.isProcessing ? 'uploaded' : 'processed', license: 'youtube', embeddable: true, publicStatsViewable: true, ...status, ...(fake.isLocked ? { privacyStatus: 'private', publishAt: undefined } : {}) }
    }
    videos.push(made)
    return made
  }

  const put = ({ query, headers, text, bytes = text.length }: FakeRequest): FakeAnswer => {
    const upload = uploads.get(query.get('upload_id') ?? '')
    if (upload === undefined) return { status: 404, json: { error: { code: 404, message: 'Not Found', errors: [{ reason: 'notFound' }] } } }
    const [, from] = /^bytes (\d+)-\d+\/\d+$/.exec(headers['content-range'] ?? '') ?? []
    // What is there already is not taken twice.
    if (from !== undefined && Number(from) <= upload.taken) upload.taken = Math.max(upload.taken, Number(from) + bytes)
    if (upload.taken >= upload.size) upload.video ??= finish(upload)
    if (upload.video !== null) return ok(showVideo(query.get('part'), upload.video))
    return { status: 308, json: undefined, headers: upload.taken === 0 ? {} : { range: `bytes=0-${upload.taken - 1}` } }
  }

  const change = ({ json }: FakeRequest): FakeAnswer => {
    const video = videos.find(({ id }) => id === json['id'])
    if (video === undefined) return refused(404, 'videoNotFound')
    const words = json['snippet'] as { title: string; description?: string; categoryId?: string; tags?: string[] } | undefined
    if (words !== undefined && words.categoryId === undefined) return refused(400, 'invalidCategoryId')
    // What an update does not name is deleted.
    if (words !== undefined) Object.assign(video, { title: words.title, description: words.description ?? '', tags: words.tags ?? [] })
    if (json['status'] === undefined) return ok(showVideo('snippet', video))
    video.status = { uploadStatus: video.status['uploadStatus'], ...(json['status'] as object) }
    return ok(showVideo('status', video))
  }

  const remove = (id: string | null, list: 'videos' | 'comments'): FakeAnswer => {
    if (list === 'videos') {
      const video = videos.find((each) => each.id === id)
      if (video === undefined) return refused(404, 'videoNotFound')
      videos.splice(videos.indexOf(video), 1)
      return nothing
    }
    const comment = comments.find(id ?? '')
    if (comment === undefined) return refused(404, 'commentNotFound')
    comments.remove(comment)
    return nothing
  }

  const moderate = ({ query }: FakeRequest): FakeAnswer => {
    const comment = comments.find(query.get('id') ?? '')
    if (comment === undefined) return refused(404, 'commentNotFound')
    comment.moderation = query.get('moderationStatus') as Comment['moderation']
    if (query.get('banAuthor') === 'true') comments.banned.add(comment.author)
    return nothing
  }

  const answerComment = ({ json }: FakeRequest): FakeAnswer => {
    const { parentId, textOriginal } = json['snippet'] as { parentId: string; textOriginal: string }
    return comments.find(parentId) === undefined ? refused(404, 'parentCommentNotFound') : ok(comments.show(comments.add(textOriginal, 'us', parentId)))
  }

  const begunThread = ({ json }: FakeRequest): FakeAnswer => {
    const { videoId, topLevelComment } = json['snippet'] as { videoId: string; topLevelComment: { snippet: { textOriginal: string } } }
    if (videos.every(({ id }) => id !== videoId)) return refused(404, 'videoNotFound')
    const made = comments.add(topLevelComment.snippet.textOriginal, 'us', null, 'published', 0, videoId)
    return ok({ kind: 'youtube#commentThread', id: made.id, snippet: { videoId, topLevelComment: comments.show(made), totalReplyCount: 0 } })
  }

  const covers: string[] = []
  const captions = createFakeCaptions({ refused, hasVideo: (id) => videos.some((video) => video.id === id) })
  const cover = ({ query, headers, bytes = 0 }: FakeRequest): FakeAnswer => {
    if (videos.every(({ id }) => id !== query.get('videoId'))) return refused(404, 'videoNotFound')
    if (bytes > 2 * 1024 * 1024 || !/^image\/(jpeg|png)$/.test(headers['content-type'] ?? '')) return refused(400, 'invalidImage')
    covers.push(`${query.get('videoId')} ${bytes}`)
    return ok({ kind: 'youtube#thumbnailSetResponse', items: [{ default: { url: 'https://i.ytimg.com/vi/x/default.jpg' } }] })
  }

  const playlists = createFakePlaylists({ page, refused, hasVideo: (id) => videos.some((video) => video.id === id), isUploads: (id) => id === uploadsId, listUploads: (request) => listUploads(request), more: () => fake.morePlaylists })
  const listUploads = (request: FakeRequest): FakeAnswer =>
    page(videos.toReversed(), request, ({ id, title, description, uploadedAt, status }) =>
      project(request.query.get('part'), { id: `PL${id}`, snippet: { publishedAt: new Date(uploadedAt).toISOString(), channelId: fakeChannelId, title, description, playlistId: uploadsId, resourceId: { kind: 'youtube#video', videoId: id } }, status: { privacyStatus: status['privacyStatus'] } })
    )

  const answer = (request: FakeRequest, origin: string): FakeAnswer => {
    const { method, path, query } = request
    const part = query.get('part')
    switch (`${method} ${path}`) {
      case 'POST /upload/youtube/v3/videos':
        return begin(request, origin)
      case 'PUT /upload/youtube/v3/videos':
        return put(request)
      case 'POST /upload/youtube/v3/captions':
      case 'PUT /upload/youtube/v3/captions':
      case 'GET /youtube/v3/captions':
        return captions.answer(request, origin)
      case 'POST /upload/youtube/v3/thumbnails/set':
        return cover(request)
      case 'GET /youtube/v3/channels':
        return ok({ kind: 'youtube#list', items: [project(part, { id: fakeChannelId, snippet: { title: 'Atelier', customUrl: '@atelier', country: fake.country }, contentDetails: { relatedPlaylists: { likes: '', uploads: uploadsId } }, statistics: { viewCount: '9000', subscriberCount: '120', hiddenSubscriberCount: false, videoCount: String(videos.length) } })] })
      case 'GET /youtube/v3/playlistItems':
        return playlists.items(request)
      case 'POST /youtube/v3/playlistItems':
        return playlists.add(request)
      case 'GET /youtube/v3/playlists':
        return playlists.list(request)
      case 'GET /youtube/v3/videoCategories':
        return playlists.categories(request)
      case 'GET /youtube/v3/videos':
        return ok({ kind: 'youtube#list', items: videos.filter(({ id }) => (query.get('id') ?? '').split(',').includes(id)).map((video) => showVideo(part, video)) })
      case 'PUT /youtube/v3/videos':
        return change(request)
      case 'DELETE /youtube/v3/videos':
        return remove(query.get('id'), 'videos')
      case 'POST /youtube/v3/commentThreads':
        return begunThread(request)
      case 'GET /youtube/v3/commentThreads':
        return comments.threads(request)
      case 'GET /youtube/v3/comments':
        return comments.answers(request)
      case 'POST /youtube/v3/comments':
        return answerComment(request)
      case 'POST /youtube/v3/comments/setModerationStatus':
        return moderate(request)
      case 'DELETE /youtube/v3/comments':
        return remove(query.get('id'), 'comments')
      default:
        return refused(404, 'notFound')
    }
  }

  const isLastPart = ({ method, path, headers }: FakeRequest): boolean => {
    const [, end, size] = /^bytes \d+-(\d+)\/(\d+)$/.exec(headers['content-range'] ?? '') ?? []
    return method === 'PUT' && path.startsWith('/upload/') && end !== undefined && Number(end) + 1 === Number(size)
  }
  const uploadOf = ({ query }: FakeRequest): Upload | undefined => uploads.get(query.get('upload_id') ?? '')
  const isScheduled = (request: FakeRequest): boolean => uploadOf(request)?.body.status?.['publishAt'] !== undefined

  const fake: FakeYoutube = {
    isProcessing: false, isLocked: false, morePlaylists: 0, country: 'FR',
    inPlaylist: playlists.held,
    clearPlaylist: playlists.clear,
    isUpload: (request) => request.method === 'PUT' && request.path.startsWith('/upload/') && !isLastPart(request),
    isCreate: (request) => isLastPart(request) && !isScheduled(request),
    isHandOver: (request) => isLastPart(request) && isScheduled(request),
    isLook: ({ method, path, query }, id) => method === 'GET' && path === '/youtube/v3/videos' && query.get('id') === id,
    waiting: () => videos.filter(({ status }) => status['publishAt'] !== undefined).map(({ title }) => title),
    visible: () => videos.filter(({ status, isOld }) => status['privacyStatus'] === 'public' && !isOld).map(({ title }) => title),
    inForce: () => comments.inForce(),
    hear: (text) => comments.add(text, 'them').id,
    hearLate: (text, ago) => comments.add(text, 'them', null, 'published', ago).id,
    hearHeld: (text) => comments.add(text, 'them', null, 'heldForReview').id,
    answerTo: (id, text) => comments.add(text, 'them', id).id,
    covers: () => covers,
    captions: captions.held,
    videos: () => videos.filter(({ isOld }) => !isOld).map(({ status, bytes }) => `${String(status['privacyStatus'])} ${String(status['uploadStatus'])} ${bytes}`),
    change: (id, status) => void Object.assign(videos.find((video) => video.id === id)?.status ?? {}, status),
    answer
  }
  return fake
}
