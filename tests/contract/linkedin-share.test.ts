import { expect, it, onTestFinished } from 'vitest'
import { createHttpClient } from '../../electron/engine/http/create-http-client.ts'
import { createLinkedinAdapter } from '../../electron/engine/networks/linkedin/linkedin-adapter.ts'
import { linkedinApiUrl, linkedinLoginUrl } from '../../electron/engine/networks/linkedin/linkedin-options.ts'
import { writeOAuthSecret } from '../../electron/engine/networks/oauth/oauth-tokens.ts'
import { systemRandom } from '../../electron/engine/system-random.ts'
import { createSession, draftOf, valueOf } from '../support/adapter-session.ts'
import { createFakeLinkedin, fakeLinkedinPage } from './fake-linkedin.ts'
import { startHostileServer } from './hostile-server.ts'

const posted = 'urn:li:share:7400000000000000001'

/** What is found of a post that shares `posted`, where the Page's list says that one with the same words shares this. */
async function findBeside(reshareContext: object): Promise<unknown> {
  const network = createFakeLinkedin('page')
  const element = { id: 'urn:li:share:7400000000000000099', author: `urn:li:organization:${fakeLinkedinPage}`, commentary: 'Bien vu', createdAt: Date.now(), publishedAt: Date.now(), lifecycleState: 'PUBLISHED', visibility: 'PUBLIC', reshareContext }
  const list = { status: 200, json: { paging: { start: 0, count: 10, links: [] }, elements: [element] } }
  const server = await startHostileServer({ ...network, answer: (request, origin) => (request.method === 'GET' && request.path === '/rest/posts' ? list : network.answer(request, origin)) })
  const http = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
  onTestFinished(async () => {
    http.close()
    await server.stop()
  })
  const adapter = createLinkedinAdapter({ http, clock: { now: () => Date.now(), after: () => () => undefined }, random: systemRandom, kind: 'page', apiUrl: linkedinApiUrl, loginUrl: linkedinLoginUrl })
  const identity = { handle: 'Atelier', displayName: 'Atelier', serverUrl: server.url, remoteId: fakeLinkedinPage, accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }
  const session = createSession('linkedin_page', identity, writeOAuthSecret({ clientId: 'id', accessToken: 'top-secret', refreshToken: null, accessEndsAt: null, renewableUntil: null }))
  const draft = draftOf('Bien vu', { quote: { remoteId: posted, url: 'https://www.linkedin.com/feed/update/1' } })
  const sentAt = Date.now() - 10 * 60_000
  return valueOf(await adapter.publisher.findPublished(session, draft, { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f11', intentAt: sentAt, sentAt }))
}

it('is found by what it shares; what is named in another way, or not at all, may be it, and is never taken for another', async () => {
  expect(await findBeside({ parent: posted })).toMatchObject({ remoteId: 'urn:li:share:7400000000000000099' })
  expect(await findBeside({ parent: 'urn:li:share:7400000000000000002' })).toBe('none')
  for (const told of [{ parent: 'urn:li:ugcPost:7400000000000000002' }, {}]) expect(await findBeside(told)).toBe('cannot_tell')
})
