import { afterEach, describe, expect, it } from 'vitest'
import { createHttpClient, type ClosableHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { Draft } from '../../electron/engine/networks/network-draft.ts'
import type { PostTerms } from '../../shared/posts/post-terms.ts'
import { postProblemCodes } from '../../shared/posts/post-problem.ts'
import { stopsUnattended } from '../../shared/posts/unattended.ts'
import { draftOf, pictureOf, videoOf } from '../support/adapter-session.ts'
import { adaptersUnderTest } from './adapters-under-test.ts'
import { startHostileServer, type HostileServer } from './hostile-server.ts'

let http: ClosableHttpClient | undefined
let server: HostileServer | undefined
afterEach(async () => {
  http?.close()
  await server?.stop()
})

const asked = postProblemCodes.filter((code) => !stopsUnattended({ severity: 'stop', code }))
const picture: Partial<Draft> = { media: [pictureOf('un phare', 'phare.png')] }
const film = (terms: PostTerms): Partial<Draft> => ({ title: 'Le phare', media: [videoOf()], terms })
const direct: PostTerms = { audience: 'everyone', allows: [], discloses: null }

/** What is left to its hour: no post is made of it, whoever tries. Where nobody can log in there is no session to try it with. */
const refusals: readonly (readonly [code: string, networks: readonly string[], draft: Partial<Draft>, withoutPlace?: true])[] = [
  ['media_host_missing', ['Instagram', 'Threads', 'TikTok'], picture, true],
  ['terms_kids_missing', ['YouTube'], film({ ...direct, film: { madeForKids: null, category: null, playlist: null, notifies: true } })],
  ['terms_audience_missing', ['TikTok'], film({ ...direct, audience: null })],
  ['terms_disclosure_missing', ['TikTok'], film({ ...direct, discloses: [] })],
  ['terms_partner_private', ['TikTok'], film({ ...direct, audience: 'only_me', discloses: ['partner'] })]
]
const withoutAccess = ['account_missing', 'account_needs_login', 'access_ended']

describe('a post that is planned while nobody looks', () => {
  it('is left a draft for every stop but those that are refused, or asked about, before anything is sent', () => {
    expect([...asked].toSorted()).toEqual([...withoutAccess, ...refusals.map(([code]) => code)].toSorted())
    for (const code of ['forbidden_word', 'disclosure_missing', 'gap_left', 'empty', 'title_missing', 'mention_unresolved', 'too_many_tags', 'tag_too_long', 'no_target'] as const) expect([code, stopsUnattended({ severity: 'stop', code })]).toEqual([code, true])
  })

  it('is kept back by no warning', () => {
    for (const code of postProblemCodes) expect(stopsUnattended({ severity: 'warn', code })).toBe(false)
  })

  it.each(refusals.flatMap(([code, networks, draft, withoutPlace]) => networks.map((name) => [code, name, draft, withoutPlace] as const)))('%s is refused by %s before anything is made', async (_, name, draft, withoutPlace) => {
    const under = adaptersUnderTest.find((each) => each.name === name)!
    const network = under.createNetwork()
    server = await startHostileServer(network)
    http = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
    const adapter = under.createAdapter({ http, clock: { now: () => Date.now(), after: (_ms, callback) => (callback(), () => undefined) } })
    const { publicMedia, ...session } = under.createSession(server.url, adapter)
    const sent = await adapter.publisher.publish({ ...session, ...(withoutPlace === true || publicMedia === undefined ? {} : { publicMedia }) }, draftOf('Le phare', draft), { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f71', intentAt: Date.now() })
    expect(sent).toMatchObject({ ok: false, failure: { kind: 'rejected' } })
    expect(server.requests.filter((request) => network.isCreate(request) || network.isUpload(request))).toEqual([])
    expect(network.visible()).toEqual([])
  })
})
