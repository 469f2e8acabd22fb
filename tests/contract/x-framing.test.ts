import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { systemClock } from '../../electron/engine/time/system-clock.ts'
import { xCapabilities } from '../../shared/networks/x-capabilities.ts'
import type { PostFraming } from '../../shared/posts/post-framing.ts'
import { draftOf, pictureOf, valueOf } from '../support/adapter-session.ts'
import { startNetworkRig } from './network-rig.ts'

async function rig() {
  const { send, ...rest } = await startNetworkRig('X', { clock: systemClock })
  const publish = async (draft: ReturnType<typeof draftOf>) => valueOf(await send(draft))
  const created = () => rest.server.requests.filter(({ method, path }) => method === 'POST' && path === '/2/tweets').map(({ json }) => json)
  return { ...rest, publish, created }
}

it('each of those who may answer is said by the name that X has for them, and nothing where everybody may', async () => {
  const { publish, created, complaints } = await rig()
  for (const replies of xCapabilities.framing!.repliers!.value) await publish(draftOf(`Un mot, ${replies}`, { framing: { replies } }))
  await publish(draftOf('Le phare'))
  expect(created().map((body) => body['reply_settings'])).toEqual([undefined, 'following', 'mentionedUsers', 'subscribers', 'verified', undefined])
  expect(complaints()).toEqual([])
})

const framing: PostFraming = { replies: 'followed', isMadeWithAi: true, isPaidPartnership: true }

it('who may answer is said with the first post of a thread, who pays with each, and what AI made where something is shown', async () => {
  const { publish, created, complaints } = await rig()
  const { remoteId } = await publish(draftOf('Un', { framing }))
  await publish(draftOf('Deux', { framing, media: [pictureOf('la mer')], replyTo: { remoteId, rootRemoteId: remoteId, authorHandle: '@atelier' } }))
  const [first, second] = created()
  expect(first).toMatchObject({ reply_settings: 'following', paid_partnership: true })
  expect(first).not.toHaveProperty('made_with_ai')
  expect(second).toMatchObject({ made_with_ai: true, paid_partnership: true })
  expect(second).not.toHaveProperty('reply_settings')
  expect(complaints()).toEqual([])
})

it('a post whose answer was lost is found with all of it, and not made again', async () => {
  const { server, adapter, session } = await rig()
  const draft = draftOf('La marée', { framing })
  server.spoil(({ method, path }) => method === 'POST' && path === '/2/tweets', { name: 'the answer is lost', isDone: true, spoil: (response) => void response.socket?.resetAndDestroy() }, 1)
  const intent = { idempotencyKey: randomUUID(), intentAt: Date.now() }
  expect(await adapter.publisher.publish(session, draft, intent)).toMatchObject({ ok: false, failure: { kind: 'unknown_outcome' } })
  expect(valueOf(await adapter.publisher.findPublished(session, draft, { ...intent, sentAt: Date.now() - 1_000 }))).toHaveProperty('remoteId')
  expect(server.requests.filter(({ method, path }) => method === 'POST' && path === '/2/tweets')).toHaveLength(1)
})
