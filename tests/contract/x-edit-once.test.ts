import { expect, it } from 'vitest'
import type { JobRecord } from '../../electron/engine/outbox/job-record.ts'
import { edit } from '../../electron/engine/outbox/change-of-what-is-out.ts'
import { draftOf, valueOf } from '../support/adapter-session.ts'
import { startNetworkRig } from './network-rig.ts'

it('a change on X reads what stands there once, and not once more before it: each reading is paid for', async () => {
  const { adapter, session, server, send, network } = await startNetworkRig('X')
  const { remoteId } = valueOf(await send(draftOf('Bonjuor')))
  const { title, document, text } = draftOf('Bonjour')
  const payload = { effect: 'edit' as const, remoteId, title, text, document, seen: { title, text: 'Bonjuor' }, hasMedia: false, contentHash: 'a' }
  const job = { id: 'b', accountId: 'a', payload } as Partial<JobRecord> as JobRecord
  const change = () => edit({ accounts: { withSession: (_id, _signal, work) => work(session, adapter) }, media: { toSend: () => null }, guard: { hold: () => null }, readAbout: () => null, isUnwanted: () => false }, job, payload, new AbortController().signal)
  const readings = () => server.requests.filter(({ method, path }) => method === 'GET' && path.startsWith('/2/tweets/')).length
  expect(await change()).toMatchObject({ kind: 'done', remoteId: expect.not.stringMatching(remoteId) })
  expect([network.visible(), readings()]).toEqual([['Bonjour'], 1])
  // Once more: the old number leads to the newest, which says it already.
  expect(await change()).toMatchObject({ kind: 'done' })
  expect(network.visible()).toEqual(['Bonjour'])
})

it('a reading that fails has changed nothing, and may be done again', async () => {
  const { adapter, session, server, send } = await startNetworkRig('X')
  const { remoteId } = valueOf(await send(draftOf('Bonjuor')))
  server.spoil(({ method, path }) => method === 'GET' && path.startsWith('/2/tweets/'), { name: 'another shape', isDone: true, spoil: (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('[]') }, 1)
  expect(await adapter.publisher.edit!(session, { ...draftOf('Bonjour'), remoteId, hasMedia: false, was: null })).toMatchObject({ ok: false, failure: { kind: 'server_error' } })
})
