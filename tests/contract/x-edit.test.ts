import { afterEach, beforeEach, expect, it } from 'vitest'
import { createHttpClient, type ClosableHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import { writeOAuthSecret } from '../../electron/engine/networks/oauth/oauth-tokens.ts'
import { createXAdapter } from '../../electron/engine/networks/x/x-adapter.ts'
import { xApiUrl, xLoginUrl } from '../../electron/engine/networks/x/x-options.ts'
import { systemRandom } from '../../electron/engine/system-random.ts'
import { createSession, draftOf, failureKind, valueOf } from '../support/adapter-session.ts'
import { hasSharedFolder } from '../support/shared-folder.ts'
import { passAtOnce } from '../support/pass-at-once.ts'
import { createRequestLedger } from './descriptions/network-description.ts'
import { loadOpenApi } from './descriptions/openapi-description.ts'
import { createFakeX, fakeXUserId, type FakeX } from './fake-x.ts'
import { startHostileServer, type HostileServer } from './hostile-server.ts'

const intent = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f11', intentAt: 0 }
const silent = { info: () => undefined, warning: () => undefined, error: () => undefined }
const ledger = createRequestLedger()
let network: FakeX
let server: HostileServer
let http: ClosableHttpClient
let adapter: NetworkAdapter
let session: AccountSession

beforeEach(async () => {
  network = createFakeX()
  server = await startHostileServer(network)
  http = createHttpClient({ log: silent, userAgent: 'Vigie/test' })
  adapter = createXAdapter({ http: ledger.watch(http), clock: { now: () => Date.now(), after: passAtOnce(() => undefined) }, random: systemRandom, apiUrl: xApiUrl, loginUrl: xLoginUrl })
  const identity = { handle: '@lea', displayName: 'Léa', remoteId: fakeXUserId, accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }
  session = createSession('x', { ...identity, serverUrl: server.url }, writeOAuthSecret({ clientId: 'id', accessToken: 'a', refreshToken: 'r', accessEndsAt: null, renewableUntil: null }))
})
afterEach(async () => {
  http.close()
  await server.stop()
})

const publish = async (text: string): Promise<string> => valueOf(await adapter.publisher.publish(session, draftOf(text), intent)).remoteId
const edit = (remoteId: string, text: string, was: string | null, seen?: string) => adapter.publisher.edit!(session, { remoteId, title: '', text, document: draftOf(text).document, hasMedia: false, was: was === null ? null : draftOf(was), ...(seen === undefined ? {} : { seen }) })
const readBack = (remoteId: string, text: string) => adapter.readBack!(session, remoteId, { ...draftOf(text), media: [] })
const changes = () => server.requests.filter(({ method, path, json }) => method === 'POST' && path === '/2/tweets' && json['edit_options'] !== undefined)
/** What X tells of the next posts that are read, in place of its own word. */
const tellOf = (controls: object): void => server.spoil(({ method, path }) => method === 'GET' && /^\/2\/tweets\/\d+$/.test(path), {
  name: 'controls', isDone: true,
  spoil: (response, honest) => void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data: { ...((honest?.json ?? {}) as { data?: object }).data, edit_controls: controls } }))
})

it('each change takes the place of the newest version, whatever number of the post it is told; figures, reading back and deletion follow', async () => {
  const first = await publish('Bonjuor')
  const second = valueOf(await edit(first, 'Bonjour', 'Bonjuor'))!
  const third = valueOf(await edit(first, 'Bonjour à tous', 'Bonjour'))!
  expect(changes().map(({ json }) => json)).toEqual([{ text: 'Bonjour', edit_options: { previous_post_id: first } }, { text: 'Bonjour à tous', edit_options: { previous_post_id: second.remoteId } }])
  expect([network.visible(), third.url]).toEqual([['Bonjour à tous'], `https://x.com/i/web/status/${third.remoteId}`])
  for (const remoteId of [first, second.remoteId]) expect(valueOf(await readBack(remoteId, 'Bonjour à tous'))).toEqual({ text: 'Bonjour à tous', media: [], nowAs: third })
  expect(valueOf(await readBack(third.remoteId, 'Bonjour à tous'))).toEqual({ text: 'Bonjour à tous', media: [] })
  // Each version counts what was done while it stood there.
  expect([valueOf(await adapter.figures!.ofPost(session, first)), valueOf(await adapter.figures!.ofPost(session, third.remoteId))]).toEqual(Array(2).fill(expect.objectContaining({ views: 2700, likes: 36 })))
  valueOf(await adapter.publisher.act!(session, { act: 'delete', remoteId: second.remoteId }))
  expect([network.visible(), valueOf(await readBack(third.remoteId, 'Bonjour à tous')), failureKind(await edit(first, 'Encore', 'Bonjour à tous'))]).toEqual([[], 'gone', 'rejected'])
})

it('the list of what is out names every number of a changed post, and one that is somebody’s by an earlier number is nobody else’s', async () => {
  const first = await publish('Bonjuor')
  const second = valueOf(await edit(first, 'Bonjour', 'Bonjuor'))!
  const plain = await publish('Le phare')
  const listed = valueOf(await adapter.publisher.listLast!(session, { isAnswer: false, isMessage: false }))!
  expect(listed.map(({ remoteId, earlierIds }) => [remoteId, earlierIds])).toEqual([[plain, undefined], [second.remoteId, [first]]])
  const look = (known: string) => adapter.publisher.findPublished(session, draftOf('Bonjour'), { ...intent, sentAt: Date.now() - 120_000, isAnothers: (id) => id === known })
  expect([valueOf(await look('7')), valueOf(await look(first)), valueOf(await look(second.remoteId))]).toEqual([expect.objectContaining({ remoteId: second.remoteId }), 'none', 'none'])
})

it('a change whose answer was lost is met by the history of the post, and not made again', async () => {
  const first = await publish('Bonjuor')
  server.spoil(({ method }) => method === 'POST', { name: 'lost', isDone: true, spoil: (response) => void response.destroy() })
  expect(failureKind(await edit(first, 'Bonjour', 'Bonjuor'))).toBe('unknown_outcome')
  const there = valueOf(await readBack(first, 'Bonjour'))
  expect(there).toMatchObject({ text: 'Bonjour', nowAs: { remoteId: expect.not.stringMatching(first) } })
  expect(valueOf(await edit(first, 'Bonjour', 'Bonjuor'))).toEqual(there === 'gone' ? null : there.nowAs)
  expect([changes().length, network.visible()]).toEqual([1, ['Bonjour']])
})

it.each([
  ['the time is over', { is_edit_eligible: true, editable_until: '2026-01-01T00:00:00.000Z', edits_remaining: 3 }, 'edit_too_late'],
  ['five changes were made', { is_edit_eligible: true, editable_until: '2126-01-01T00:00:00.000Z', edits_remaining: 0 }, 'no_edits_left'],
  ['X lets it not be changed', { is_edit_eligible: false, editable_until: '2126-01-01T00:00:00.000Z', edits_remaining: 5 }, 'not_editable_there']
])('where %s nothing is written, and the reason is told', async (_why, controls, reason) => {
  const first = await publish('Bonjuor')
  tellOf(controls)
  expect(await edit(first, 'Bonjour', 'Bonjuor')).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason } } } })
  expect([changes(), network.visible()]).toEqual([[], ['Bonjuor']])
})

it('where X says nothing of it, X is asked; a sixth change is refused', async () => {
  const first = await publish('0')
  for (const number of [1, 2, 3, 4, 5]) valueOf(await edit(first, String(number), String(number - 1)))
  tellOf({})
  expect(failureKind(await edit(first, '6', '5'))).toBe('rejected')
  expect(network.visible()).toEqual(['5'])
})

it('what somebody changed there is not written over, unless the person had it before their eyes; how X writes an address is no change', async () => {
  const first = await publish('Lisez https://exemple.fr/a')
  const second = valueOf(await edit(first, 'Lisez donc exemple.fr/a', 'Lisez exemple.fr/a/'))!
  expect(failureKind(await edit(second.remoteId, 'Relisez', 'Lisez  autrement'))).toBe('rejected')
  expect(await edit(second.remoteId, 'Relisez', 'Autre chose')).toMatchObject({ failure: { error: { code: 'changed_there', details: { seen: 'Autre chose', there: 'Lisez donc exemple.fr/a' } } } })
  expect(changes()).toHaveLength(1)
  valueOf(await edit(second.remoteId, 'Relisez', 'Autre chose', 'Lisez donc exemple.fr/a'))
  expect(network.visible()).toEqual(['Relisez'])
  // A change of lines is one.
  valueOf(await edit(second.remoteId, 'Re\nlisez', 'Relisez'))
  expect(network.visible()).toEqual(['Re\nlisez'])
})

it('who may answer and who pays are said again, as they stand there now', async () => {
  const published = valueOf(await adapter.publisher.publish(session, draftOf('Bonjuor', { framing: { replies: 'verified', isPaidPartnership: true } }), intent)).remoteId
  // What was sent is not even known any more.
  valueOf(await edit(published, 'Bonjour', null))
  valueOf(await edit(published, 'Bonjour à tous', 'Bonjour'))
  expect(changes().map(({ json }) => [json['reply_settings'], json['paid_partnership']])).toEqual([['verified', true], ['verified', true]])
})

it('what X does not show of it is said again as it was sent, and what somebody opened there stays open', async () => {
  const was = draftOf('Bonjuor', { framing: { replies: 'followed', isPaidPartnership: true } })
  const first = await publish('Bonjuor')
  const again = (text: string) => adapter.publisher.edit!(session, { ...draftOf(text), remoteId: first, hasMedia: false, was })
  tellOf({ is_edit_eligible: true })
  valueOf(await again('Bonjour'))
  expect(changes().at(-1)?.json).not.toHaveProperty('reply_settings')
  server.spoil(({ method, path }) => method === 'GET' && /^\/2\/tweets\/\d+$/.test(path), { name: 'tells nothing', isDone: true, spoil: (response, honest) => {
    const { reply_settings: _settings, paid_partnership: _paid, ...data } = ((honest?.json ?? {}) as { data?: Record<string, unknown> }).data ?? {}
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data }))
  } })
  valueOf(await adapter.publisher.edit!(session, { ...draftOf('Bonjour à tous'), remoteId: first, hasMedia: false, was: { ...was, text: 'Bonjour' } }))
  expect(changes().at(-1)?.json).toMatchObject({ reply_settings: 'following', paid_partnership: true })
})

it('answers below an earlier version stand below the same post', async () => {
  const first = await publish('Bonjuor')
  valueOf(await edit(first, 'Bonjour', 'Bonjuor'))
  network.reply('Bien vu', first)
  const { items } = valueOf(await adapter.inbox!.fetchSince(session, null))
  expect(items.map(({ text, kind, ourPostRemoteId }) => [text, kind, ourPostRemoteId])).toEqual([['Bien vu', 'comment', first]])
})

it.runIf(hasSharedFolder)('asks for nothing that the network’s own description does not have', () => {
  const description = loadOpenApi('x/openapi.xdk.json')
  expect(ledger.complaints(description)).toEqual([])
  console.log(ledger.report('X, changing what is out', description))
})
