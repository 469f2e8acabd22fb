import { ok, type FakeAnswer, type FakeRequest } from './fake-network.ts'

export const fakePlaylistId = 'PLaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'

const ofRegions: Readonly<Record<string, readonly (readonly [string, string, boolean])[] | undefined>> = {
  FR: [['19', 'Travel & Events', true], ['21', 'Videoblogging', false], ['27', 'Education', true]],
  US: [['29', 'Nonprofits & Activism', true]]
}

interface Needs {
  page<Item>(all: readonly Item[], request: FakeRequest, show: (item: Item) => object): FakeAnswer
  refused(status: number, reason: string): FakeAnswer
  hasVideo(id: string): boolean
  isUploads(playlistId: string | null): boolean
  listUploads(request: FakeRequest): FakeAnswer
  /** How many more playlists the channel has. */
  more(): number
}

/** The playlists of a channel, one of which holds what is put into it, the same video twice too; and the categories of its country. */
export function createFakePlaylists({ page, refused, hasVideo, isUploads, listUploads, more }: Needs) {
  const listed: string[] = []
  const show = (videoId: string, place: number): object => ({ kind: 'youtube#playlistItem', id: `entry${place}`, snippet: { publishedAt: new Date().toISOString(), title: '', description: '', playlistId: fakePlaylistId, resourceId: { kind: 'youtube#video', videoId } } })
  return {
    held: (): readonly string[] => listed,
    clear: () => void listed.splice(0),
    add({ json }: FakeRequest): FakeAnswer {
      const { playlistId, resourceId } = json['snippet'] as { playlistId: string; resourceId: { videoId: string } }
      if (playlistId !== fakePlaylistId) return refused(404, 'playlistNotFound')
      if (!hasVideo(resourceId.videoId)) return refused(404, 'videoNotFound')
      listed.push(resourceId.videoId)
      return ok(show(resourceId.videoId, listed.length))
    },
    items(request: FakeRequest): FakeAnswer {
      const { query } = request
      if (isUploads(query.get('playlistId'))) return listUploads(request)
      if (query.get('playlistId') !== fakePlaylistId) return refused(404, 'playlistNotFound')
      return page(listed.filter((id) => query.get('videoId') === null || id === query.get('videoId')), request, (id) => show(id, listed.indexOf(id)))
    },
    list: (request: FakeRequest): FakeAnswer =>
      page([{ id: fakePlaylistId, title: 'Les phares' }, ...Array.from({ length: more() }, (_, place) => ({ id: `PLmore${place}`, title: `Série ${place}` }))], request, ({ id, title }) => ({ kind: 'youtube#playlist', id, snippet: { title } })),
    categories({ query }: FakeRequest): FakeAnswer {
      const given = ofRegions[query.get('regionCode') ?? '']
      if (given === undefined) return refused(400, 'invalidRegionCode')
      return ok({ kind: 'youtube#videoCategoryListResponse', items: given.map(([id, title, assignable]) => ({ kind: 'youtube#videoCategory', id, snippet: { title, assignable, channelId: 'UCBR8-60-B28hp2BmDPdntcQ' } })) })
    }
  }
}
