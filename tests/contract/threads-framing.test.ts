import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { systemClock } from '../../electron/engine/time/system-clock.ts'
import { threadsCapabilities } from '../../shared/networks/threads-capabilities.ts'
import type { PostFraming } from '../../shared/posts/post-framing.ts'
import { draftOf, pictureOf, valueOf } from '../support/adapter-session.ts'
import { startNetworkRig } from './network-rig.ts'

async function rig() {
  const { send, ...rest } = await startNetworkRig('Threads', { clock: systemClock })
  const publish = async (draft: ReturnType<typeof draftOf>) => valueOf(await send(draft))
  const containers = () => rest.server.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/threads')).map(({ json }) => json)
  return { ...rest, publish, containers }
}

it('each of those who may reply is said by the name that Threads has for them, and nothing where everybody may', async () => {
  const { publish, containers, complaints } = await rig()
  for (const replies of threadsCapabilities.framing!.repliers!.value) await publish(draftOf(`Un mot, ${replies}`, { framing: { replies } }))
  await publish(draftOf('Le phare'))
  expect(containers().map((body) => body['reply_control'])).toEqual(['everyone', 'followers_only', 'accounts_you_follow', 'mentioned_only', undefined])
  expect(complaints()).toEqual([])
})

const framing: PostFraming = { replies: 'followed', topic: 'Marées', isCovered: true }

it('the topic stands on the first post of a thread, who may reply on each, and nothing is covered where nothing is shown', async () => {
  const { publish, containers, complaints } = await rig()
  const { remoteId } = await publish(draftOf('Un', { framing }))
  await publish(draftOf('Deux', { framing, media: [pictureOf('la mer')], replyTo: { remoteId, rootRemoteId: remoteId, authorHandle: '@atelier' } }))
  const [first, second] = containers()
  expect(first).toMatchObject({ reply_control: 'accounts_you_follow', topic_tag: 'Marées' })
  expect(first).not.toHaveProperty('is_spoiler_media')
  expect(second).toMatchObject({ reply_control: 'accounts_you_follow', is_spoiler_media: true })
  expect(second).not.toHaveProperty('topic_tag')
  expect(complaints()).toEqual([])
})

it('of several pictures the carousel says it, and none of its children', async () => {
  const { publish, containers, complaints } = await rig()
  await publish(draftOf('Trois vues', { framing, media: [pictureOf('une'), pictureOf('deux'), pictureOf('trois')] }))
  const carousel = containers().find((body) => body['media_type'] === 'CAROUSEL')
  expect(carousel).toMatchObject({ reply_control: 'accounts_you_follow', topic_tag: 'Marées', is_spoiler_media: true })
  for (const child of containers().filter((body) => body['is_carousel_item'] === true)) for (const field of ['reply_control', 'topic_tag', 'is_spoiler_media']) expect(child).not.toHaveProperty(field)
  expect(complaints()).toEqual([])
})

it('a post whose answer was lost is found with all of it, and not made again', async () => {
  const { server, adapter, session } = await rig()
  const draft = draftOf('La marée', { framing })
  server.spoil(({ method, path }) => method === 'POST' && path.endsWith('/threads_publish'), { name: 'the answer is lost', isDone: true, spoil: (response) => void response.socket?.resetAndDestroy() }, 1)
  const intent = { idempotencyKey: randomUUID(), intentAt: Date.now() }
  expect(await adapter.publisher.publish(session, draft, intent)).toMatchObject({ ok: false, failure: { kind: 'unknown_outcome' } })
  expect(valueOf(await adapter.publisher.findPublished(session, draft, { ...intent, sentAt: Date.now() - 1_000 }))).toHaveProperty('remoteId')
  expect(server.requests.filter(({ path }) => path.endsWith('/threads_publish'))).toHaveLength(1)
})
