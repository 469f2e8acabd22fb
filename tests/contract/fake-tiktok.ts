import { ok, type FakeAnswer, type FakeNetwork, type FakeRequest } from './fake-network.ts'

interface HandOver {
  readonly id: string
  readonly size: number
  readonly chunkSize: number
  readonly chunkCount: number
  taken: number
  status: string
  failReason: string
  postId: string | null
  looks?: number
}

interface Video {
  readonly id: string
  readonly words: string
  readonly createdAt: number
}

export const fakeOpenId = '723f24d7-e717-40f8-a2b6-cb8464cd23b4'
const told = (code: string, message = ''): object => ({ code, message, log_id: '20260101000000' })
const said = (data: object): FakeAnswer => ok({ data, error: told('ok') })
const refused = (status: number, code: string): FakeAnswer => ({ status, json: { data: {}, error: told(code, 'because') } })

export interface FakeTiktok extends FakeNetwork {
  /** `taken/size status` of each. */
  handOvers(): readonly string[]
  /** TikTok, or the person in its app, goes on with the last one. */
  becomes(status: string, more?: { readonly failReason?: string; readonly postId?: string }): void
  /** The person has posted a draft, with these words. */
  posts(words: string, ago?: number): string
  /** The person takes a video away in TikTok's app. */
  deletes(id: string): void
  /** The account's settings, or the app's, are others from now on. */
  settles(next: Partial<CreatorSettings>): void
  /** The terms of each post that was begun to go out at once. */
  terms(): readonly Readonly<Record<string, unknown>>[]
}

export interface CreatorSettings {
  readonly options: readonly string[]
  readonly closed: readonly ('comment' | 'duet' | 'stitch')[]
  readonly longestSeconds: number
  /** An app without an audit posts to private accounts alone. */
  readonly isAudited: boolean
}

/**
 * As much of TikTok as an account needs that takes drafts (https://developers.tiktok.com/doc/content-posting-api-get-started-upload-content/), and posts that go out at once
 * (/doc/content-posting-api-get-started/).
 */
export function createFakeTiktok(): FakeTiktok {
  const handOvers: HandOver[] = []
  const videos: Video[] = [{ id: '7000000000000000001', words: 'Une ancienne vidéo', createdAt: Date.now() - 5 * 86_400_000 }]
  let last = 0
  let settings: CreatorSettings = { options: ['PUBLIC_TO_EVERYONE', 'MUTUAL_FOLLOW_FRIENDS', 'SELF_ONLY'], closed: [], longestSeconds: 300, isAudited: true }
  const terms: Readonly<Record<string, unknown>>[] = []

  const creator = (): FakeAnswer =>
    said({
      creator_avatar_url: 'https://p16.example/atelier.jpeg', creator_username: 'atelier', creator_nickname: 'L’Atelier', privacy_level_options: settings.options, comment_disabled: settings.closed.includes('comment'),
      duet_disabled: settings.closed.includes('duet'), stitch_disabled: settings.closed.includes('stitch'), max_video_post_duration_sec: settings.longestSeconds
    })

  /** What stands in the way of a post under these terms; null: nothing. */
  const objectionTo = (json: FakeRequest['json']): FakeAnswer | null => {
    const info = (json['post_info'] ?? {}) as Readonly<Record<string, unknown>>
    if (!settings.options.includes(String(info['privacy_level']))) return refused(400, 'privacy_level_option_mismatch')
    if (!settings.isAudited && info['privacy_level'] !== 'SELF_ONLY') return refused(403, 'unaudited_client_can_only_post_to_private_accounts')
    if (info['brand_content_toggle'] === true && info['privacy_level'] === 'SELF_ONLY') return refused(400, 'invalid_params')
    terms.push(info)
    return null
  }

  const begin = ({ json }: FakeRequest, origin: string, kind: 'inbox' | 'pub' = 'inbox'): FakeAnswer => {
    const { source, video_size, chunk_size, total_chunk_count } = (json['source_info'] ?? {}) as Record<string, unknown>
    const [size, chunkSize, chunkCount] = [Number(video_size), Number(chunk_size), Number(total_chunk_count)]
    if (source !== 'FILE_UPLOAD' || chunkCount !== Math.max(1, Math.floor(size / chunkSize))) return refused(400, 'invalid_params')
    last += 1
    const made: HandOver = { id: `v_${kind}_file~v2.${last}`, size, chunkSize, chunkCount, taken: 0, status: 'PROCESSING_UPLOAD', failReason: '', postId: null }
    handOvers.push(made)
    return said({ publish_id: made.id, upload_url: `${origin}/video/?upload_id=${last}&upload_token=Xza123` })
  }

  /** It begins to fetch at once, and has them when it is asked the second time. */
  const beginPictures = ({ json }: FakeRequest): FakeAnswer => {
    const { source, photo_images = [] } = (json['source_info'] ?? {}) as { source?: string; photo_images?: readonly string[] }
    const isDirect = json['post_mode'] === 'DIRECT_POST'
    if (json['media_type'] !== 'PHOTO' || (!isDirect && json['post_mode'] !== 'MEDIA_UPLOAD') || source !== 'PULL_FROM_URL' || photo_images.length === 0) return refused(400, 'invalid_params')
    const objection = isDirect ? objectionTo(json) : null
    if (objection !== null) return objection
    last += 1
    const id = `p_${isDirect ? 'pub' : 'inbox'}_url~v2.${last}`
    handOvers.push({ id, size: photo_images.length, chunkSize: 1, chunkCount: 1, taken: photo_images.length, status: 'PROCESSING_DOWNLOAD', failReason: '', postId: null, looks: 0 })
    return said({ publish_id: id })
  }

  const isFitting = ({ size, chunkSize, taken }: HandOver, from: number, end: number, whole: number, bytes: number): boolean =>
    whole === size && end - from === bytes && from % chunkSize === 0 && from <= taken && (end === size || bytes === chunkSize)

  /** Chunks come one after the other; what is there already is not taken twice. */
  const put = ({ query, headers, text, bytes = text.length }: FakeRequest): FakeAnswer => {
    const found = handOvers[Number(query.get('upload_id')) - 1]
    if (found === undefined || headers['authorization'] !== undefined) return { status: 403, json: undefined }
    const [, from, to, size] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(headers['content-range'] ?? '') ?? []
    const end = Number(to) + 1
    if (!isFitting(found, Number(from), end, Number(size), bytes)) return { status: 416, json: undefined }
    found.taken = Math.max(found.taken, end)
    return { status: end === found.size ? 201 : 206, json: undefined, headers: { 'content-range': `bytes 0-${found.taken - 1}/${found.size}` } }
  }

  const status = ({ json }: FakeRequest): FakeAnswer => {
    const found = handOvers.find(({ id }) => id === json['publish_id'])
    if (found === undefined) return refused(400, 'invalid_publish_id')
    if (found.status === 'PROCESSING_DOWNLOAD' && found.looks !== undefined && (found.looks += 1) > 1) found.status = found.id.startsWith('p_pub') ? 'PUBLISH_COMPLETE' : 'SEND_TO_USER_INBOX'
    return said({ status: found.status, fail_reason: found.failReason, uploaded_bytes: found.taken, ...(found.postId === null ? {} : { publicaly_available_post_id: [found.postId] }) })
  }

  const list = ({ json }: FakeRequest): FakeAnswer => {
    const { max_count = 10, cursor } = json as { max_count?: number; cursor?: number }
    const older = videos.toSorted((a, b) => b.createdAt - a.createdAt).filter(({ createdAt }) => cursor === undefined || createdAt < cursor)
    const shown = older.slice(0, max_count)
    return said({
      videos: shown.map(({ id, words, createdAt }) => ({ id, title: words, video_description: words, create_time: Math.floor(createdAt / 1000), share_url: `https://www.tiktok.com/@atelier/video/${id}` })),
      cursor: shown.at(-1)?.createdAt ?? 0, has_more: older.length > max_count
    })
  }

  const query = ({ json }: FakeRequest): FakeAnswer => {
    const { video_ids = [] } = (json['filters'] ?? {}) as { video_ids?: readonly string[] }
    return said({ videos: videos.filter(({ id }) => video_ids.includes(id)).map(({ id }) => ({ id, view_count: 812, like_count: 40, comment_count: 3, share_count: 0 })) })
  }

  const user = ({ query: asked }: FakeRequest): FakeAnswer => {
    const known: Readonly<Record<string, unknown>> = { open_id: fakeOpenId, display_name: 'Atelier', follower_count: 1204, video_count: videos.length }
    return said({ user: Object.fromEntries((asked.get('fields') ?? '').split(',').map((name) => [name, known[name]])) })
  }

  const isLast = ({ method, path, headers }: FakeRequest): boolean => {
    const [, to, size] = /^bytes \d+-(\d+)\/(\d+)$/.exec(headers['content-range'] ?? '') ?? []
    return method === 'PUT' && path === '/video/' && to !== undefined && Number(to) + 1 === Number(size)
  }

  return {
    isUpload: (request) => request.method === 'PUT' && !isLast(request),
    isCreate: (request) => isLast(request) || request.path === '/v2/post/publish/content/init/',
    // Nobody but the person sees a draft: it is what comes of a hand-over.
    visible: () => handOvers.filter(({ taken, size, status: is }) => taken >= size && is !== 'FAILED').map(({ id }) => id),
    inForce: () => [],
    hear: () => '7000000000000000001',
    handOvers: () => handOvers.map(({ taken, size, status: is }) => `${taken}/${size} ${is}`),
    becomes(next, { failReason = '', postId } = {}) {
      const found = handOvers.at(-1)
      if (found !== undefined) Object.assign(found, { status: next, failReason, postId: postId ?? null })
    },
    postsDraft(remoteId) {
      const found = handOvers.find(({ id }) => id === remoteId)
      if (found === undefined) throw new Error('no such draft')
      const id = `72${String(videos.length).padStart(17, '0')}`
      videos.push({ id, words: '', createdAt: Date.now() })
      Object.assign(found, { status: 'PUBLISH_COMPLETE', postId: id })
    },
    settles: (next) => void (settings = { ...settings, ...next }),
    terms: () => terms,
    deletes: (id) => void videos.splice(videos.findIndex((video) => video.id === id), 1),
    posts(words, ago = 0) {
      const id = `71${String(videos.length).padStart(17, '0')}`
      videos.push({ id, words, createdAt: Date.now() - ago })
      return id
    },
    answer(request, origin) {
      switch (`${request.method} ${request.path}`) {
        case 'GET /v2/user/info/':
          return user(request)
        case 'POST /v2/post/publish/creator_info/query/':
          return creator()
        case 'POST /v2/post/publish/inbox/video/init/':
          return begin(request, origin)
        case 'POST /v2/post/publish/video/init/':
          return objectionTo(request.json) ?? begin(request, origin, 'pub')
        case 'POST /v2/post/publish/content/init/':
          return beginPictures(request)
        case 'PUT /video/':
          return put(request)
        case 'POST /v2/post/publish/status/fetch/':
          return status(request)
        case 'POST /v2/video/list/':
          return list(request)
        case 'POST /v2/video/query/':
          return query(request)
        default:
          return refused(404, 'invalid_params')
      }
    }
  }
}
