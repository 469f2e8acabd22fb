import { ok, type FakeAnswer, type FakeNetwork, type FakeRequest } from './fake-network.ts'

interface Video {
  readonly id: string
  title: string
  description: string
  readonly createdAt: number
  readonly isOld: boolean
}

export const fakeProfileId = 'x1y2z3'
const refused = (status: number, code: string): FakeAnswer => ({ status, json: { error: { code, message: 'because', correlation_id: null, details: {}, documentation_url: 'https://developers.dailymotion.com/reference/api-errors' } } })
const required = ['title', 'visibility', 'category', 'is_for_kids', 'source']

/** As much of Dailymotion as a channel needs: https://developers.dailymotion.com/v2/reference/introduction */
export function createFakeDailymotion(): FakeNetwork {
  const videos: Video[] = [{ id: 'xold', title: 'Une ancienne vidéo', description: '', createdAt: Date.now() - 5 * 86_400_000, isOld: true }]
  const files = new Set<string>()
  let last = 0

  const show = ({ id, title, description, createdAt }: Video): object => ({
    video_id: id, video_url: `https://www.dailymotion.com/video/${id}`, title, description, visibility: 'public', created_at: new Date(createdAt).toISOString()
  })
  const create = ({ json }: FakeRequest): FakeAnswer => {
    const { file_url } = (json['source'] ?? {}) as { file_url?: string }
    if (required.some((name) => json[name] === undefined) || file_url === undefined || !files.has(file_url)) return refused(400, 'VALIDATION_ERROR')
    const { title, description = '' } = json as { title: string; description?: string }
    const made: Video = { id: `xnew${(last += 1)}`, title, description, createdAt: Date.now(), isOld: false }
    videos.unshift(made)
    return { status: 201, json: show(made) }
  }
  const take = (origin: string): FakeAnswer => {
    const url = `${origin}/stored/${(last += 1)}`
    files.add(url)
    return ok({ acodec: 'AAC', bitrate: '800000', dimension: '1920x1080', duration: '12000', format: 'MPEG-4', hash: 'f0f0', name: 'phare', seal: '5e41', size: '1500', url, vcodec: 'AVC' })
  }
  const list = ({ query }: FakeRequest): FakeAnswer => {
    const size = Number(query.get('page_size') ?? 20)
    const start = (Number(query.get('page') ?? 1) - 1) * size
    return ok({ data: videos.slice(start, start + size).map(show), pagination: { page: start / size + 1, page_size: size, total: videos.length } })
  }
  const remove = (id: string): FakeAnswer => {
    const place = videos.findIndex((video) => video.id === id)
    if (place < 0) return refused(404, 'RESOURCE_NOT_FOUND')
    videos.splice(place, 1)
    return { status: 204, json: undefined }
  }

  const ofVideo = (id: string, { method, json }: FakeRequest): FakeAnswer => {
    if (method === 'DELETE') return remove(id)
    const video = videos.find((each) => each.id === id)
    if (video === undefined) return refused(404, 'RESOURCE_NOT_FOUND')
    if (method === 'GET') return ok(show(video))
    Object.assign(video, json)
    return { status: 204, json: undefined }
  }

  return {
    isUpload: ({ method, path }) => method === 'POST' && path.startsWith('/upload/'),
    isCreate: ({ method, path }) => method === 'POST' && path === `/v2/profiles/${fakeProfileId}/videos`,
    visible: () => videos.filter(({ isOld }) => !isOld).map(({ title }) => title),
    inForce: () => [],
    hear: () => 'xold',
    answer(request, origin) {
      const { method, path } = request
      if (method === 'GET' && path === '/v2/me') return ok({ user_id: 'xyz789', profiles: [{ profile_id: fakeProfileId, name: 'atelier' }] })
      if (method === 'POST' && path === '/v2/files/upload_sessions') return { status: 201, json: { upload_url: `${origin}/upload/files?uuid=${(last += 1)}&seal=5e41`, progress_url: `${origin}/progress?uuid=${last}` } }
      if (method === 'POST' && path.startsWith('/upload/')) return take(origin)
      if (path === `/v2/profiles/${fakeProfileId}/videos`) return method === 'POST' ? create(request) : list(request)
      return path.startsWith('/v2/videos/') ? ofVideo(path.slice('/v2/videos/'.length), request) : refused(404, 'RESOURCE_NOT_FOUND')
    }
  }
}
