import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient, type ClosableHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import type { RichDocument } from '../../shared/posts/rich-document.ts'
import { draftOf, failureKind, pictureOf, valueOf } from '../support/adapter-session.ts'
import { adaptersUnderTest } from './adapters-under-test.ts'
import type { FakeRequest } from './fake-network.ts'
import { startHostileServer, type HostileServer } from './hostile-server.ts'

const subject = adaptersUnderTest.find(({ name }) => name === 'Discourse')!
const intent = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f11', intentAt: Date.now() }
const silent = { info: () => undefined, warning: () => undefined, error: () => undefined }
const bold: RichDocument = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Très', marks: [{ type: 'bold' }] }, { type: 'text', text: ' bientôt\u00a0!' }] }] }
const was = { ...draftOf('Très bientôt\u00a0!', { title: 'Ouverture du jardin' }), document: bold }

describe('other words on a forum, which stand in one text with pictures and poll, and a title beside them', () => {
  let server: HostileServer
  let http: ClosableHttpClient
  let adapter: NetworkAdapter
  let session: AccountSession
  let remoteId = ''

  beforeEach(async () => {
    server = await startHostileServer(subject.createNetwork())
    http = createHttpClient({ log: silent, userAgent: 'Vigie/test' })
    adapter = subject.createAdapter({ http, clock: { now: () => Date.now(), after: (_, callback) => (callback(), () => undefined) } })
    session = subject.createSession(server.url, adapter)
    remoteId = valueOf(await adapter.publisher.publish(session, { ...was, media: [pictureOf('une tasse')], poll: { choices: ['Oui', 'Non'], minutes: 1440 } }, intent)).remoteId
  })
  afterEach(async () => {
    http.close()
    await server.stop()
  })

  const rawNow = async (): Promise<string> => ((await (await fetch(`${server.url}/posts/${remoteId}.json`)).json()) as { raw: string }).raw
  const setRaw = (raw: string): Promise<unknown> => fetch(`${server.url}/posts/${remoteId}.json`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ post: { raw } }) })
  const edit = (text: string, title = was.title) => adapter.publisher.edit!(session, { remoteId, title, text, document: draftOf(text).document, hasMedia: true, was })
  const puts = (): FakeRequest[] => server.requests.filter(({ method, headers }) => method === 'PUT' && headers['api-key'] !== undefined)
  async function thereNow(document: RichDocument) {
    const there = valueOf(await adapter.readBack!(session, remoteId, { title: was.title, text: '', document, media: [] }))
    if (there === 'gone') throw new Error('it is there')
    return there
  }

  it('writes words and title by a call each, only what is to be another, and keeps picture and poll to the letter', async () => {
    const before = await rawNow()
    const below = before.slice(before.indexOf('!['))
    expect(below).toContain('[poll')
    for (const time of [1, 2]) expect(valueOf(await edit('Dans un mois', 'Ouverture du potager')), `${time}`).toBeNull()
    expect(await rawNow()).toBe(`Dans un mois\n\n${below}`)
    expect(puts().map(({ path, json }) => [path.replace(/\d+/, 'N'), json])).toEqual([['/posts/N.json', { post: { raw: `Dans un mois\n\n${below}` } }], ['/t/-/10.json'.replace(/\d+/, 'N'), { title: 'Ouverture du potager', topic: { title: 'Ouverture du potager' } }]])
    valueOf(await edit('Dans deux mois', 'Ouverture du potager'))
    expect(puts()).toHaveLength(3)
  })

  it('takes what the forum makes of spaces and titles for no change, and what somebody wrote for one', async () => {
    await setRaw((await rawNow()).replaceAll('\u00a0', ' '))
    expect(await thereNow(bold)).toMatchObject({ title: 'Ouverture du jardin', form: 'as_sent' })
    const raw = await rawNow()
    await setRaw(raw.replace('**Très** bientôt !', 'Bientôt'))
    expect(await thereNow(bold)).toMatchObject({ text: 'Bientôt', form: 'plain' })
    valueOf(await edit('Dans un mois'))
    expect(await rawNow()).toContain('Dans un mois')
  })

  it.each([
    ['another bold word', (raw: string) => raw.replace('bientôt', '**bientôt**')],
    ['words below the picture', (raw: string) => `${raw}\n\nEt encore ceci`],
    ['a link', (raw: string) => raw.replace('bientôt', '[bientôt](https://exemple.fr)')]
  ])('writes nothing over what was formatted there: %s', async (_, change) => {
    const raw = change(await rawNow())
    await setRaw(raw)
    expect((await thereNow(bold)).form).toBe('other')
    expect(await edit('Dans un mois')).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'formatted_there' } } } })
    expect([await rawNow(), puts()]).toEqual([raw, []])
  })

  it('goes on with the title alone, where the words were written and the rest was cut off', async () => {
    server.spoil(({ path }) => path.startsWith('/t/-/'), { name: 'cut', isDone: false, spoil: (response) => void response.destroy() }, 1)
    expect(failureKind(await edit('Dans un mois', 'Ouverture du potager'))).toBe('unknown_outcome')
    valueOf(await edit('Dans un mois', 'Ouverture du potager'))
    expect(puts().map(({ path }) => path.startsWith('/t/'))).toEqual([false, true, true])
  })

  it('says in the forum’s words why it takes no title, and that the words are written', async () => {
    server.spoil(({ path }) => path.startsWith('/t/-/'), { name: 'refused', isDone: false, spoil: (response) => void response.writeHead(422, { 'content-type': 'application/json' }).end('{"errors":["Title is too short (minimum is 15 characters)"]}') })
    expect(await edit('Dans un mois', 'Non')).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'title_refused', said: 'Title is too short (minimum is 15 characters)' } } } })
    expect(await rawNow()).toContain('Dans un mois')
  })
})
