import { afterEach, describe, expect, it } from 'vitest'
import { createHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { Draft } from '../../electron/engine/networks/network-draft.ts'
import { draftOf, pictureOf, valueOf } from '../support/adapter-session.ts'
import { hasSharedFolder } from '../support/shared-folder.ts'
import { adaptersUnderTest } from './adapters-under-test.ts'
import { createRequestLedger } from './descriptions/network-description.ts'
import { startHostileServer } from './hostile-server.ts'

const silent = { info: () => undefined, warning: () => undefined, error: () => undefined }
const link = 'https://boutique.example/été?a=1&b=%20(2)'
let intents = 0
const nextIntent = () => ({ idempotencyKey: `3f0e8c52-95a4-4f0e-9a53-${String((intents += 1)).padStart(12, '0')}`, intentAt: Date.now() })

describe('a link beside the words', () => {
  let end: () => Promise<void> = () => Promise.resolve()
  afterEach(() => end())

  async function live(name: string, path: RegExp) {
    const subject = adaptersUnderTest.find((one) => one.name === name)!
    const server = await startHostileServer(subject.createNetwork())
    const http = createHttpClient({ log: silent, userAgent: 'Vigie/test' })
    const ledger = createRequestLedger()
    end = async () => {
      http.close()
      await server.stop()
      if (hasSharedFolder) expect(ledger.complaints(subject.loadDescription())).toEqual([])
    }
    const adapter = subject.createAdapter({ http: ledger.watch(http), clock: { now: () => Date.now(), after: (_, callback) => (callback(), () => undefined) } })
    const session = subject.createSession(server.url, adapter)
    /** The link of the request that made the post. */
    return async (draft: Partial<Draft>): Promise<unknown> => {
      valueOf(await adapter.publisher.publish(session, draftOf(`Ouvert ${String(intents)} https://ailleurs.example/a`, { title: 'Le marché', ...draft }), nextIntent()))
      return server.requests.findLast(({ method, path: to }) => method === 'POST' && path.test(to))?.json['link']
    }
  }

  it('Pinterest: the pin leads there to the letter, else to the first address of its words', async () => {
    const linkOf = await live('Pinterest', /\/pins$/)
    const media = [pictureOf('un phare')]
    expect([await linkOf({ media, beside: { link } }), await linkOf({ media })]).toEqual([link, 'https://ailleurs.example/a'])
  })

  it('Facebook: the Page’s post has its card of it; pictures take its place', async () => {
    const linkOf = await live('Facebook', /\/feed$/)
    expect([await linkOf({ beside: { link } }), await linkOf({}), await linkOf({ beside: { link }, media: [pictureOf('un phare')] })]).toEqual([link, 'https://ailleurs.example/a', undefined])
  })
})
