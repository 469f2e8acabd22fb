import { createFakeReviews, type FakeReviews } from './fake-google-business-reviews.ts'
import { ok, type FakeAnswer, type FakeNetwork, type FakeRequest } from './fake-network.ts'

export const fakePlace = 'accounts/101/locations/202'

interface Post {
  readonly name: string
  readonly body: Readonly<Record<string, unknown>>
  summary: string
  state: string
  readonly createdAt: number
}

export interface FakeGoogleBusiness extends FakeNetwork {
  /** How posts stand that are made or changed from now on; `looks`: so often asked, they are live. */
  becomes(state: 'LIVE' | 'PROCESSING' | 'REJECTED', looks?: number): void
  /** The body of each post, as it was made. */
  bodies(): readonly Readonly<Record<string, unknown>>[]
  readonly reviews: FakeReviews
}

/** As Google refuses: https://cloud.google.com/apis/design/errors */
const refused = (code: number, status: string, message: string): FakeAnswer => ({ status: code, json: { error: { code, message, status } } })
const gone = refused(404, 'NOT_FOUND', 'Requested entity was not found.')

const wordsOf = ({ summary }: Readonly<Record<string, unknown>>): string => (typeof summary === 'string' ? summary : '')

/** As much of Google Business Profile as one location needs: https://developers.google.com/my-business/reference/rest/v4/accounts.locations.localPosts. In no order. */
export function createFakeGoogleBusiness(): FakeGoogleBusiness {
  const posts = new Map<string, Post>()
  const reviews = createFakeReviews(fakePlace)
  let lastId = 300
  let next: { state: Post['state']; looks: number } = { state: 'LIVE', looks: 0 }
  let looksLeft = 0

  const show = ({ name, body, summary, state, createdAt }: Post): object => ({
    name, topicType: body['topicType'] ?? 'STANDARD', ...(body['event'] === undefined ? {} : { event: body['event'] }), ...(body['offer'] === undefined ? {} : { offer: body['offer'] }), ...(summary === '' ? {} : { summary }), state, createTime: new Date(createdAt).toISOString(), updateTime: new Date(createdAt).toISOString(), searchUrl: `https://local.google.com/place?lpsid=${name.split('/').at(-1) ?? ''}`,
    ...(body['media'] === undefined ? {} : { media: (body['media'] as object[]).map((item) => ({ ...item, googleUrl: 'https://lh3.googleusercontent.com/p/1' })) }), ...(body['callToAction'] === undefined ? {} : { callToAction: body['callToAction'] })
  })
  const add = (body: Post['body'], createdAt: number): Post => {
    const post = { name: `${fakePlace}/localPosts/${String((lastId += 1))}`, body, summary: wordsOf(body), state: next.state, createdAt }
    looksLeft = next.looks
    posts.set(post.name, post)
    return post
  }
  add({ summary: 'Une ancienne nouvelle' }, Date.now() - 86_400_000)

  const list = ({ query }: FakeRequest): FakeAnswer => {
    const all = [...posts.values()]
    const start = Number(query.get('pageToken') ?? 0)
    const size = Number(query.get('pageSize') ?? 20)
    // An empty list is left out, as Google does.
    return ok({ ...(all.length === 0 ? {} : { localPosts: all.slice(start, start + size).map(show) }), ...(start + size < all.length ? { nextPageToken: String(start + size) } : {}) })
  }
  const one = ({ method, json, query }: FakeRequest, name: string): FakeAnswer => {
    const post = posts.get(name)
    if (post === undefined) return gone
    if (method === 'DELETE') return posts.delete(name) ? ok({}) : gone
    if (method === 'GET' && post.state === 'PROCESSING' && (looksLeft -= 1) < 0) post.state = 'LIVE'
    if (method === 'PATCH' && query.get('updateMask') === 'summary') Object.assign(post, { summary: wordsOf(json), state: next.state })
    return ok(show(post))
  }
  const location = (): FakeAnswer => ok({ name: 'locations/202', title: 'Le Comptoir du Port', storefrontAddress: { regionCode: 'FR', addressLines: ['3 quai de la Douane'], locality: 'Brest' }, metadata: { hasVoiceOfMerchant: true, placeId: 'ChIJ' } })
  const daily = ({ query }: FakeRequest): FakeAnswer => {
    const timeSeries = { datedValues: [{ date: { year: 2026, month: 11, day: 1 }, value: '12' }, { date: { year: 2026, month: 11, day: 2 } }] }
    return ok({ multiDailyMetricTimeSeries: [{ dailyMetricTimeSeries: query.getAll('dailyMetrics').map((dailyMetric) => ({ dailyMetric, timeSeries })) }] })
  }

  const isCreate = ({ method, path }: FakeRequest): boolean => method === 'POST' && path.endsWith('/localPosts')
  return {
    isCreate,
    // The photo goes with the post, by its address.
    isUpload: isCreate,
    visible: () => [...posts.values()].filter(({ state, createdAt }) => state !== 'REJECTED' && createdAt > Date.now() - 3_600_000).map(({ summary }) => summary),
    inForce: () => [],
    // Stars alone are never the same person's twice.
    hear: (text) => reviews.say(`Tomasz ${text}`, 4, text),
    reviews,
    becomes: (state, looks = 0) => void (next = { state, looks }),
    bodies: () => [...posts.values()].map(({ body }) => body),
    answer(request) {
      const { method, path } = request
      if (path.startsWith('/v1/locations/202:fetchMultiDailyMetricsTimeSeries')) return daily(request)
      if (path === '/v1/locations/202') return location()
      if (path === `/v4/${fakePlace}/localPosts`) return method === 'POST' ? ok(show(add(request.json, Date.now()))) : list(request)
      if (path.startsWith(`/v4/${fakePlace}/reviews`)) return reviews.answer(request) ?? gone
      return path.startsWith(`/v4/${fakePlace}/localPosts/`) ? one(request, path.slice('/v4/'.length)) : gone
    }
  }
}
