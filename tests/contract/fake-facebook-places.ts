import { refusedByMeta } from './fake-meta.ts'
import { ok, type FakeAnswer, type FakeRequest } from './fake-network.ts'

/** https://developers.facebook.com/documentation/pages-api/search-pages: an app that has no access is refused (`fermé`), one whose secret is another one by now too (`inconnu`), and so is the token of a Page. */
export function searchPlaces({ query, headers }: FakeRequest): FakeAnswer {
  if (!/^Bearer [^|]+\|.+/.test(headers['authorization'] ?? '')) return refusedByMeta(10, 'This endpoint requires an app or a user access token')
  if (query.get('q') === 'fermé') return refusedByMeta(10, 'To use Page Public Metadata Access, your use of this endpoint must be reviewed and approved by Facebook')
  if (query.get('q') === 'inconnu') return refusedByMeta(190, 'Invalid OAuth access token signature.')
  return ok({
    data: [
      { id: '166793820034304', name: 'Café du Port', location: { street: '3 quai Ceineray', zip: '44000', city: 'Nantes', country: 'France' }, link: 'https://www.facebook.com/cafe-du-port-166793820034304/' },
      { id: '166793820034305', name: 'Une Page sans adresse', link: 'https://www.facebook.com/sans' }
    ]
  })
}
