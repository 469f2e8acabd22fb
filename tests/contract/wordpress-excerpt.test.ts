import { afterEach, describe, expect, it } from 'vitest'
import { createHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { Draft } from '../../electron/engine/networks/network-draft.ts'
import { draftOf, valueOf } from '../support/adapter-session.ts'
import { hasSharedFolder } from '../support/shared-folder.ts'
import { adaptersUnderTest } from './adapters-under-test.ts'
import { createRequestLedger } from './descriptions/network-description.ts'
import { startHostileServer } from './hostile-server.ts'

const silent = { info: () => undefined, warning: () => undefined, error: () => undefined }
const intent = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f11', intentAt: Date.now() }

describe('the excerpt of a WordPress post', () => {
  let end: () => Promise<void> = () => Promise.resolve()
  afterEach(() => end())

  async function live() {
    const subject = adaptersUnderTest.find(({ name }) => name === 'WordPress')!
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
    const created = () => server.requests.filter(({ method, path }) => method === 'POST' && /\/wp\/v2\/posts(\/\d+)?$/.test(path)).map(({ json }) => json['excerpt'])
    const change = (id: string, fields: object): Promise<unknown> => fetch(`${server.url}/wp-json/wp/v2/posts/${id}`, { method: 'POST', body: JSON.stringify(fields), headers: { 'content-type': 'application/json' } })
    return { adapter, session, created, change }
  }
  const draft = (teaser?: string): Draft => draftOf('Ouvert dès huit heures', { title: 'Le marché', ...(teaser === undefined ? {} : { beside: { teaser } }) })

  it('goes with the draft as plain words, is read back, and stays with other words', async () => {
    const { adapter, session, created, change } = await live()
    const sent = draft('Pain & beurre\nà 5 < 6 €')
    const { remoteId } = valueOf(await adapter.publisher.publish(session, sent, intent))
    expect(created()).toEqual(['Pain &amp; beurre\nà 5 &lt; 6 €', undefined])
    expect(valueOf(await adapter.readBack!(session, remoteId, { ...sent, media: [] }))).toMatchObject({ teaser: 'Pain & beurre\nà 5 < 6 €' })
    valueOf(await adapter.publisher.edit!(session, { ...draftOf('Fermé', { title: 'Le marché' }), remoteId, hasMedia: false, was: sent }))
    expect(created().slice(2)).toEqual([undefined])
    await change(remoteId.replace('post:', ''), { excerpt: 'Autre &lt;chose&gt;' })
    expect(valueOf(await adapter.readBack!(session, remoteId, { ...sent, media: [] }))).toMatchObject({ teaser: 'Autre <chose>' })
  })

  it('without one nothing is sent, and what the site makes of the beginning is nobody’s', async () => {
    const { adapter, session, created } = await live()
    const { remoteId } = valueOf(await adapter.publisher.publish(session, draft(), intent))
    expect(created()).toEqual([undefined, undefined])
    expect(valueOf(await adapter.readBack!(session, remoteId, { ...draft(), media: [] }))).toMatchObject({ teaser: '' })
  })

  it('goes along when the site publishes by itself, and another one there is a change', async () => {
    const { adapter, session, created, change } = await live()
    const place = { idempotencyKey: intent.idempotencyKey, dueAt: Date.now() + 86_400_000 }
    const there = valueOf(await adapter.scheduler!.handOver(session, draft('Court'), place))
    expect([created()[0], there]).toMatchObject(['Court', { kind: 'waiting', isChanged: false }])
    const scheduledId = there.kind === 'waiting' ? there.scheduledId : ''
    await change(scheduledId, { excerpt: 'Plus long' })
    expect(valueOf(await adapter.scheduler!.read(session, draft('Court'), { ...place, scheduledId }))).toMatchObject({ kind: 'waiting', isChanged: true })
    expect(valueOf(await adapter.scheduler!.read(session, draft(), { ...place, scheduledId }))).toMatchObject({ kind: 'waiting', isChanged: false })
  })
})
