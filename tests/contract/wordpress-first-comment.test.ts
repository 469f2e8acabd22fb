import { randomUUID } from 'node:crypto'
import { expect, it, onTestFinished } from 'vitest'
import { createHttpClient } from '../../electron/engine/http/create-http-client.ts'
import { systemClock } from '../../electron/engine/time/system-clock.ts'
import { draftOf, failureKind, valueOf } from '../support/adapter-session.ts'
import { hasSharedFolder } from '../support/shared-folder.ts'
import { adaptersUnderTest } from './adapters-under-test.ts'
import { createRequestLedger } from './descriptions/network-description.ts'
import { riddles, startHostileServer } from './hostile-server.ts'

const under = adaptersUnderTest.find(({ name }) => name === 'WordPress')!

async function rig() {
  const server = await startHostileServer(under.createNetwork())
  const http = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
  onTestFinished(async () => {
    http.close()
    await server.stop()
  })
  const ledger = createRequestLedger()
  const adapter = under.createAdapter({ http: ledger.watch(http), clock: systemClock })
  const session = under.createSession(server.url, adapter)
  const draft = draftOf('Les liens', { replyTo: { remoteId: 'post:7', rootRemoteId: 'post:7', authorHandle: '' } })
  return { server, ledger, adapter, session, publish: () => adapter.publisher.publish(session, draft, { idempotencyKey: randomUUID(), intentAt: Date.now() }), draft }
}

it('the first comment stands under the post and below no other comment, as the description has it', async () => {
  const { server, ledger, adapter, session, publish, draft } = await rig()
  valueOf(await publish())
  expect(server.requests.filter(({ method }) => method === 'POST').map(({ path, json }) => [path, json])).toEqual([['/wp-json/wp/v2/comments', { post: 7, parent: 0, content: 'Les liens' }]])
  valueOf(await adapter.publisher.findPublished(session, draft, { idempotencyKey: randomUUID(), intentAt: Date.now(), sentAt: Date.now() }))
  const { query } = server.requests.findLast(({ method }) => method === 'GET')!
  expect([query.get('post'), query.get('parent'), query.get('author')]).toEqual(['7', '0', '1'])
  if (hasSharedFolder) expect(ledger.complaints(under.loadDescription())).toEqual([])
})

it('whatever becomes of the answer, it is never called unsent', async () => {
  for (const fault of riddles(true).filter(({ name }) => name !== 'no answer')) {
    const { server, publish } = await rig()
    server.spoil(({ method }) => method === 'POST', fault, 1)
    expect(failureKind(await publish()), fault.name).toBe('unknown_outcome')
  }
})
