import { createHash } from 'node:crypto'
import { ok, type FakeAnswer, type FakeRequest } from '../../contract/fake-network.ts'
import { markOf } from '../marks.ts'
import type { Publication, RequestMeaning, TortureNetwork } from './torture-network.ts'

/** Access tokens live this long, in ms. */
const accessLifeMs = 20 * 60_000
/** A video shows in its channel's list a little later than its last part is there, and is worked on for a while, in ms. */
const listedAfterMs = 10_000
const processedAfterMs = 90_000

interface Video {
  readonly id: string
  readonly channel: string
  readonly title: string
  readonly description: string
  readonly uploadedAt: number
  /** When it was made public; of a private one, when it was uploaded: https://developers.google.com/youtube/v3/docs/videos#snippet.publishedAt */
  publishedAt: number
  status: Readonly<Record<string, unknown>>
  /** Of its publication; 0: it is private. */
  number: number
}

interface Upload {
  readonly id: string
  readonly channel: string
  readonly body: FakeRequest['json']
  readonly size: number
  taken: number
  video: Video | null
}

const refused = (status: number, reason: string): FakeAnswer => ({ status, json: { error: { code: status, message: reason, errors: [{ message: reason, domain: 'youtube', reason }] } } })
const listOf = (items: readonly object[], next: object = {}): FakeAnswer => ok({ kind: 'youtube#list', items, ...next })
const channelOf = (name: string): string => `UC${createHash('sha256').update(name).digest('hex').slice(0, 22)}`
const playlistOf = (channel: string): string => channel.replace(/^UC/, 'UU')
const isPublic = (video: Video | undefined): boolean => video?.status['privacyStatus'] === 'public'
const publicationOf = ({ channel, description, number }: Video): Publication => ({ kind: 'upload', account: channel, text: description, parent: null, number })
const sizeIn = (headers: FakeRequest['headers']): { readonly from: number; readonly end: number; readonly size: number } | null => {
  const [, from, end, size] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(headers['content-range'] ?? '') ?? []
  return from === undefined ? null : { from: Number(from), end: Number(end), size: Number(size) }
}

/** Channels of videos: https://developers.google.com/youtube/v3/docs. No key: an upload that was cut says how far it came. The code of a login is the name of its channel. */
export function createYoutubeNetwork(now: () => number): TortureNetwork {
  const videos = new Map<string, Video>()
  const buried = new Map<string, Video>()
  const uploads = new Map<string, Upload>()
  const accessTokens = new Map<string, { readonly channel: string; readonly endsAt: number }>()
  const refreshTokens = new Map<string, string>()
  let last = 1000
  const nextId = (): number => (last += 1)

  const open = (channel: string): FakeAnswer => {
    const [access, refresh] = [`access-${nextId()}`, `refresh-${nextId()}`]
    accessTokens.set(access, { channel, endsAt: now() + accessLifeMs })
    refreshTokens.set(refresh, channel)
    return ok({ access_token: access, refresh_token: refresh, token_type: 'Bearer', expires_in: accessLifeMs / 1000 })
  }

  const login = (form: URLSearchParams): FakeAnswer => {
    if (form.get('grant_type') !== 'refresh_token') return form.get('code') === 'not-a-code' ? { status: 400, json: { error: 'invalid_grant' } } : open(channelOf(form.get('code') ?? ''))
    const channel = refreshTokens.get(form.get('refresh_token') ?? '')
    return channel === undefined ? { status: 400, json: { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' } } : open(channel)
  }

  function publishDue(): void {
    const timeOf = ({ status }: Video): number => Date.parse(String(status['publishAt']))
    const due = [...videos.values()].filter((video) => timeOf(video) <= now()).toSorted((a, b) => timeOf(a) - timeOf(b))
    for (const video of due) {
      video.number = nextId()
      video.publishedAt = timeOf(video)
      video.status = { privacyStatus: 'public' }
    }
  }

  const show = ({ id, channel, title, description, uploadedAt, publishedAt, status }: Video): object => ({
    kind: 'youtube#video', id, snippet: { publishedAt: new Date(publishedAt).toISOString(), channelId: channel, title, description },
    status: { uploadStatus: now() < uploadedAt + processedAfterMs ? 'uploaded' : 'processed', license: 'youtube', embeddable: true, publicStatsViewable: true, ...status }
  })

  const begin = (channel: string, { json, headers }: FakeRequest, origin: string): FakeAnswer => {
    const upload: Upload = { id: `upload${nextId()}`, channel, body: json, size: Number(headers['x-upload-content-length']), taken: 0, video: null }
    uploads.set(upload.id, upload)
    return { status: 200, json: {}, headers: { location: `${origin}/upload/youtube/v3/videos?uploadType=resumable&upload_id=${upload.id}` } }
  }

  const finish = ({ channel, body }: Upload): Video => {
    const { snippet, status } = body as { readonly snippet: Record<string, unknown>; readonly status: Readonly<Record<string, unknown>> }
    const id = `video${nextId()}`
    const video: Video = { id, channel, title: String(snippet['title']), description: String(snippet['description']), uploadedAt: now(), publishedAt: now(), status, number: status['privacyStatus'] === 'public' ? nextId() : 0 }
    videos.set(id, video)
    return video
  }

  const put = ({ query, headers, bytes = 0 }: FakeRequest): FakeAnswer => {
    const upload = uploads.get(query.get('upload_id') ?? '')
    if (upload === undefined) return refused(404, 'notFound')
    const part = sizeIn(headers)
    // What is there already is not taken twice.
    if (part !== null && part.from <= upload.taken) upload.taken = Math.max(upload.taken, part.from + bytes)
    if (upload.taken >= upload.size) upload.video ??= finish(upload)
    if (upload.video !== null) return ok(show(upload.video))
    return { status: 308, json: {}, headers: upload.taken === 0 ? {} : { range: `bytes=0-${upload.taken - 1}` } }
  }

  const change = (channel: string, { json }: FakeRequest): FakeAnswer => {
    const video = videos.get(String(json['id']))
    if (video?.channel !== channel) return refused(404, 'videoNotFound')
    const { privacyStatus, publishAt } = json['status'] as Readonly<Record<string, unknown>>
    // What an update does not name is deleted.
    video.status = { privacyStatus, ...(publishAt === undefined ? {} : { publishAt }) }
    if (privacyStatus !== 'public') video.number = 0
    publishDue()
    return ok(show(video))
  }

  const remove = (channel: string, id: string): FakeAnswer => {
    const video = videos.get(id)
    if (video?.channel !== channel) return refused(404, 'videoNotFound')
    if (isPublic(video)) buried.set(id, video)
    videos.delete(id)
    return { status: 204, json: undefined }
  }

  const listUploads = (channel: string, { query }: FakeRequest): FakeAnswer => {
    const own = [...videos.values()].filter((video) => video.channel === channel && video.uploadedAt + listedAfterMs <= now()).toReversed()
    const [start, limit] = [Number(query.get('pageToken')?.slice(1) ?? 0), Number(query.get('maxResults') ?? 5)]
    const shown = own.slice(start, start + limit).map(({ id, title, description, uploadedAt }) => ({ id: `PL${id}`, snippet: { publishedAt: new Date(uploadedAt).toISOString(), title, description, resourceId: { kind: 'youtube#video', videoId: id } } }))
    return listOf(shown, start + limit < own.length ? { nextPageToken: `P${start + limit}` } : {})
  }

  const ofChannel = (channel: string, request: FakeRequest, origin: string): FakeAnswer => {
    const { method, path, query } = request
    switch (`${method} ${path}`) {
      case 'POST /upload/youtube/v3/videos':
        return begin(channel, request, origin)
      case 'PUT /upload/youtube/v3/videos':
        return put(request)
      case 'GET /youtube/v3/channels':
        return listOf([{ id: channel, snippet: { title: channel, customUrl: `@${channel}` }, contentDetails: { relatedPlaylists: { uploads: playlistOf(channel) } } }])
      case 'GET /youtube/v3/playlistItems':
        return listUploads(channel, request)
      case 'GET /youtube/v3/videos':
        return listOf([...videos.values()].filter(({ id }) => (query.get('id') ?? '').split(',').includes(id)).map(show))
      case 'PUT /youtube/v3/videos':
        return change(channel, request)
      case 'DELETE /youtube/v3/videos':
        return remove(channel, query.get('id') ?? '')
      // Nobody speaks here.
      case 'GET /youtube/v3/commentThreads':
        return listOf([])
      default:
        return refused(404, 'notFound')
    }
  }

  const subjectOf = (video: Video | undefined): string => `${video?.channel ?? ''} ${markOf(video?.title ?? '')}`

  const meaningOfChange = (method: string, video: Video | undefined): RequestMeaning => ({ step: method === 'DELETE' && isPublic(video) ? 'remove' : 'recall', subject: subjectOf(video) })

  /** Of a part of a file, or of the question how far it came. */
  const meaningOfPut = ({ query, headers }: FakeRequest): RequestMeaning => {
    const upload = uploads.get(query.get('upload_id') ?? '')
    const part = sizeIn(headers)
    const { snippet, status } = (upload?.body ?? {}) as { readonly snippet?: { readonly title?: string }; readonly status?: { readonly publishAt?: string } }
    const subject = `${upload?.channel ?? ''} ${markOf(snippet?.title ?? '')}`
    if (part === null) return { step: 'look', subject }
    if (part.end + 1 < part.size) return { step: 'prepare', subject }
    return { step: status?.publishAt === undefined ? 'create' : 'hand_over', subject }
  }
  const meaningOfUpload = (request: FakeRequest): RequestMeaning =>
    request.method === 'PUT' ? meaningOfPut(request) : { step: 'prepare', subject: `begin ${markOf(String((request.json['snippet'] as { readonly title?: string } | undefined)?.title))}` }

  return {
    kind: 'upload',
    meaningOf(request) {
      const { method, path, query, json } = request
      if (path.startsWith('/upload/')) return meaningOfUpload(request)
      const id = query.get('id') ?? query.get('playlistId') ?? ''
      if (path === '/youtube/v3/videos' && method !== 'GET') return meaningOfChange(method, videos.get(method === 'PUT' ? String(json['id']) : id))
      return { step: path === '/youtube/v3/videos' || path === '/youtube/v3/playlistItems' ? 'look' : 'session', subject: `${path} ${id}` }
    },
    answer(request, origin) {
      publishDue()
      if (request.path === '/token') return login(new URLSearchParams(request.text))
      const access = accessTokens.get(request.headers['authorization']?.replace('Bearer ', '') ?? '')
      return access === undefined || access.endsAt < now() ? refused(401, 'authError') : ofChannel(access.channel, request, origin)
    },
    hear: () => undefined,
    publications() {
      publishDue()
      return [...videos.values()].filter(isPublic).map(publicationOf)
    },
    removed: () => [...buried.values()].map(publicationOf),
    standings: () => [],
    revoke(account) {
      for (const [token, { channel }] of accessTokens) if (channel === account) accessTokens.delete(token)
      for (const [token, channel] of refreshTokens) if (channel === account) refreshTokens.delete(token)
    }
  }
}
