import { ok, type FakeAnswer, type FakeNetwork, type FakeRequest } from './fake-network.ts'

interface Pin {
  readonly id: string
  readonly title: string | null
  readonly description: string | null
  readonly createdAt: number
  readonly pictures: number
  readonly isFilm?: boolean
  readonly isOld: boolean
  readonly section?: string
  readonly savedFrom?: string
}

export const fakeBoardId = '549755885175'
const gone: FakeAnswer = { status: 404, json: { code: 50, message: 'Pin not found.' } }
const board = { follower_count: 340, pin_count: 12, id: fakeBoardId, name: 'Recettes', owner: { username: 'atelier' }, privacy: 'PUBLIC' }
/** As Pinterest writes it: no zone. */
const written = (time: number): string => new Date(time).toISOString().replace(/\.\d+Z$/, '')

/** As much of Pinterest as a board needs, in no order: https://developers.pinterest.com/docs/api/v5/ */
export function createFakePinterest(): FakeNetwork & { readonly sections: Map<string, string> } {
  const sections = new Map([['21', 'Salades'], ['22', 'Soupes']])
  const pins: Pin[] = [{ id: '1', title: 'Ancien', description: 'Un ancien', createdAt: Date.now() - 86_400_000, pictures: 1, isOld: true }]
  let lastId = 100
  /** Whether each has arrived. */
  const films = new Map<string, boolean>()
  /** Public pins of others, by their ids. */
  const theirs = new Map<string, string>()

  const save = ({ json, path }: FakeRequest): FakeAnswer => {
    const [, id = ''] = /^\/v5\/pins\/(\d+)\/save$/.exec(path) ?? []
    const { board_id: boardId, board_section_id: section } = json as { board_id?: string; board_section_id?: string }
    const own = pins.find((pin) => pin.id === id)
    const words = own === undefined ? theirs.get(id) : (own.description ?? '')
    if (boardId !== fakeBoardId) return { status: 404, json: { code: 40, message: 'Board not found.' } }
    if (words === undefined) return gone
    if (section !== undefined && !sections.has(section)) return { status: 404, json: { code: 2031, message: 'Sorry! We couldn\'t find this board section.' } }
    const pin: Pin = { ...(section === undefined ? {} : { section }), id: String((lastId += 1)), title: null, description: words, createdAt: Date.now(), pictures: 1, isOld: false, savedFrom: id }
    pins.unshift(pin)
    return { status: 201, json: show(pin) }
  }

  const create = ({ json }: FakeRequest): FakeAnswer => {
    const { title, description, media_source, board_section_id: section } = json as { board_section_id?: string; title?: string; description?: string; media_source: { items?: unknown[]; source_type: string; media_id?: string } }
    if (media_source.source_type === 'video_id' && films.get(media_source.media_id ?? '') !== true) return { status: 400, json: { code: 1, message: 'Video is not ready' } }
    if (section !== undefined && !sections.has(section)) return { status: 404, json: { code: 2031, message: 'Board section not found.' } }
    const pin: Pin = { ...(section === undefined ? {} : { section }), id: String((lastId += 1)), title: title ?? null, description: description ?? null, createdAt: Date.now(), pictures: media_source.items?.length ?? 1, isFilm: media_source.source_type === 'video_id', isOld: false }
    pins.unshift(pin)
    return { status: 201, json: show(pin) }
  }
  const show = ({ id, title, description, createdAt, pictures, isFilm = false, savedFrom = null }: Omit<Pin, 'savedFrom'> & { readonly savedFrom?: string | null }): object => ({
    parent_pin_id: savedFrom,
    id, title, description, board_id: fakeBoardId, created_at: written(createdAt), is_owner: true,
    media: isFilm ? { media_type: 'video', duration: null } : pictures === 1 ? { media_type: 'image', images: {} } : { media_type: 'multiple_images', items: Array.from({ length: pictures }, () => ({ item_type: 'image' })) }
  })
  /** Of a board without those that stand in its sections. */
  const list = ({ query }: FakeRequest, of?: string): FakeAnswer => {
    const listed = pins.filter(({ section }) => section === of)
    const start = Number(query.get('bookmark') ?? 0)
    const size = Number(query.get('page_size') ?? 25)
    return ok({ items: listed.slice(start, start + size).map(show), bookmark: start + size < listed.length ? String(start + size) : null })
  }
  const onBoard = (request: FakeRequest): FakeAnswer => {
    if (request.path.endsWith('/sections')) return ok({ items: [...sections].map(([id, name]) => ({ id, name })), bookmark: null })
    const [, section] = /\/sections\/(\d+)\/pins$/.exec(request.path) ?? []
    return section === undefined || sections.has(section) ? list(request, section) : gone
  }
  const remove = (id: string): FakeAnswer => {
    const place = pins.findIndex((pin) => pin.id === id)
    if (place < 0) return gone
    pins.splice(place, 1)
    return { status: 204, json: undefined }
  }

  const register = (origin: string): FakeAnswer => {
    const id = String((lastId += 1))
    films.set(id, false)
    return { status: 201, json: { media_id: id, media_type: 'video', upload_url: `${origin}/pinterest-media-upload/`, upload_parameters: { 'x-amz-algorithm': 'AWS4-HMAC-SHA256', key: `uploads/${id}:video`, policy: 'eyJ', 'x-amz-signature': 'fcd6', 'Content-Type': 'multipart/form-data' } } }
  }
  /** As S3 answers a form: no words, and no access of Pinterest's goes there. */
  const store = ({ text, headers }: FakeRequest): FakeAnswer => {
    const id = /uploads\/(\d+):video/.exec(text)?.[1] ?? ''
    if (!films.has(id) || headers['authorization'] !== undefined) return { status: 403, json: undefined }
    films.set(id, true)
    return { status: 204, json: undefined }
  }

  const video = (request: FakeRequest, origin: string): FakeAnswer => {
    if (request.path === '/v5/media') return register(origin)
    if (request.path === '/pinterest-media-upload/') return store(request)
    const id = request.path.slice('/v5/media/'.length)
    return ok({ media_id: id, media_type: 'video', status: films.get(id) === true ? 'succeeded' : 'registered' })
  }

  return {
    sections,
    // The pictures come with the pin.
    isUpload: ({ method, path }) => method === 'POST' && path === '/v5/pins',
    isCreate: ({ method, path }) => method === 'POST' && (path === '/v5/pins' || path.endsWith('/save')),
    visible: () => pins.filter(({ isOld }) => !isOld).map(({ description }) => description ?? ''),
    quoted: () => pins.flatMap(({ savedFrom }) => savedFrom ?? []),
    inForce: () => [],
    hear: () => '1',
    posts(text) {
      const id = String((lastId += 1))
      theirs.set(id, text)
      return id
    },
    answer(request, origin) {
      const { method, path } = request
      if (path.includes('media')) return video(request, origin)
      if (path === `/v5/boards/${fakeBoardId}`) return ok(board)
      if (path.startsWith(`/v5/boards/${fakeBoardId}/`)) return onBoard(request)
      if (method === 'POST') return path === '/v5/pins' ? create(request) : save(request)
      const pin = pins.find(({ id }) => path === `/v5/pins/${id}`)
      if (method === 'GET') return pin === undefined ? gone : ok({ ...show(pin), pin_metrics: { lifetime_metrics: { impression: 90, pin_click: 7, clickthrough: 3, save: 4, reaction: 10, comment: 2 } } })
      return method === 'DELETE' && path.startsWith('/v5/pins/') ? remove(path.slice('/v5/pins/'.length)) : gone
    }
  }
}
