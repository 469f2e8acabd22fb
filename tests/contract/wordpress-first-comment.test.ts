import { expect, it } from 'vitest'
import { systemClock } from '../../electron/engine/time/system-clock.ts'
import { draftOf, failureKind, valueOf } from '../support/adapter-session.ts'
import { riddles } from './hostile-server.ts'
import { startNetworkRig } from './network-rig.ts'

async function rig() {
  const { send, find, ...rest } = await startNetworkRig('WordPress', { clock: systemClock })
  const draft = draftOf('Les liens', { replyTo: { remoteId: 'post:7', rootRemoteId: 'post:7', authorHandle: '' } })
  return { ...rest, publish: () => send(draft), find: () => find(draft) }
}

it('the first comment stands under the post and below no other comment, as the description has it', async () => {
  const { server, complaints, publish, find } = await rig()
  valueOf(await publish())
  expect(server.requests.filter(({ method }) => method === 'POST').map(({ path, json }) => [path, json])).toEqual([['/wp-json/wp/v2/comments', { post: 7, parent: 0, content: 'Les liens' }]])
  valueOf(await find())
  const { query } = server.requests.findLast(({ method }) => method === 'GET')!
  expect([query.get('post'), query.get('parent'), query.get('author')]).toEqual(['7', '0', '1'])
  expect(complaints()).toEqual([])
})

it('whatever becomes of the answer, it is never called unsent', async () => {
  for (const fault of riddles(true).filter(({ name }) => name !== 'no answer')) {
    const { server, publish } = await rig()
    server.spoil(({ method }) => method === 'POST', fault, 1)
    expect(failureKind(await publish()), fault.name).toBe('unknown_outcome')
  }
})
