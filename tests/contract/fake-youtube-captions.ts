import { ok, type FakeAnswer, type FakeRequest } from './fake-network.ts'

interface Needs {
  refused(status: number, reason: string): FakeAnswer
  hasVideo(id: string): boolean
}

interface Track {
  readonly videoId: string
  readonly language: string
  readonly name: string
  readonly words: string
}

/** Subtitles of videos: begun, then handed over; the same twice makes two. YouTube's own, from what is heard, stand among them. */
export function createFakeCaptions({ refused, hasVideo }: Needs) {
  const begun: { readonly videoId: string; readonly language: string; readonly name: string }[] = []
  const tracks: Track[] = []
  const show = ({ videoId, language, name }: Omit<Track, 'words'>, place: number, trackKind: string): object => ({ kind: 'youtube#caption', id: `track${place}`, snippet: { videoId, language, name, trackKind, audioTrackType: 'unknown', isCC: false, isDraft: false, status: 'serving', lastUpdated: new Date().toISOString() } })
  return {
    /** Video, language, name and words of each. */
    held: (): readonly string[] => tracks.map(({ videoId, language, name, words }) => `${videoId} ${language} ${name} ${words}`),
    answer: (request: FakeRequest, origin: string): FakeAnswer => (request.method === 'GET' ? list(request) : request.method === 'PUT' ? put(request) : begin(request, origin))
  }

  function begin({ json, query }: FakeRequest, origin: string): FakeAnswer {
    const snippet = json['snippet'] as Track
    if (!hasVideo(snippet.videoId)) return refused(404, 'videoNotFound')
    begun.push(snippet)
    return { status: 200, json: undefined, headers: { location: `${origin}/upload/youtube/v3/captions?uploadType=resumable&part=${encodeURIComponent(query.get('part') ?? '')}&upload_id=${begun.length - 1}` } }
  }

  function put({ query, text }: FakeRequest): FakeAnswer {
    const snippet = begun[Number(query.get('upload_id'))]
    if (snippet === undefined) return refused(404, 'notFound')
    tracks.push({ ...snippet, words: text })
    return ok(show(snippet, tracks.length, 'standard'))
  }

  function list({ query }: FakeRequest): FakeAnswer {
    const videoId = query.get('videoId') ?? ''
    if (!hasVideo(videoId)) return refused(404, 'videoNotFound')
    const all = [...tracks.filter((track) => track.videoId === videoId).map((track, place) => show(track, place, 'standard')), show({ videoId, language: 'fr', name: '' }, 99, 'ASR')]
    return ok({ kind: 'youtube#captionListResponse', items: all })
  }
}
