import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { framingAsSent } from '../../shared/posts/post-framing.ts'
import { systemClock } from '../../electron/engine/time/system-clock.ts'
import { draftOf, pictureOf, valueOf } from '../support/adapter-session.ts'
import { startNetworkRig } from './network-rig.ts'

async function rig() {
  const { send, find, ...rest } = await startNetworkRig('Mastodon', { clock: systemClock })
  const publish = async (draft: ReturnType<typeof draftOf>) => valueOf(await send(draft))
  const created = () => rest.server.requests.filter((request) => rest.network.isCreate(request)).map(({ json }) => json)
  return { ...rest, publish, find: async (draft: ReturnType<typeof draftOf>) => valueOf(await find(draft)), created }
}

const framing = { warning: 'Araignées', reach: 'followers', language: 'fr' } as const

it('a warning, who sees it and the language are said outright, as the description has them', async () => {
  const { complaints, publish, created } = await rig()
  await publish(draftOf('La toile', { framing, media: [pictureOf('une araignée')] }))
  await publish(draftOf('La mer', { framing: { reach: 'quiet' } }))
  await publish(draftOf('Le phare'))
  expect(created()).toMatchObject([{ spoiler_text: 'Araignées', language: 'fr', visibility: 'private', status: 'La toile' }, { visibility: 'unlisted' }, { visibility: 'public' }])
  for (const body of created().slice(1)) for (const field of ['spoiler_text', 'language']) expect(body).not.toHaveProperty(field)
  expect(complaints()).toEqual([])
})

it('the next part of a thread stands as the first one does, and nothing is seen by more people than what it answers', async () => {
  const { publish, created } = await rig()
  const { remoteId } = await publish(draftOf('Un', { framing }))
  const replyTo = { remoteId, rootRemoteId: remoteId, authorHandle: '@lea' }
  const second = await publish(draftOf('Deux', { framing, replyTo }))
  await publish(draftOf('Trois', { framing: { reach: 'quiet' }, replyTo: { ...replyTo, remoteId: second.remoteId } }))
  expect(created().map((body) => [body['visibility'], body['spoiler_text'] ?? null])).toEqual([['private', 'Araignées'], ['private', 'Araignées'], ['private', null]])
})

it('a warning above no words is not sent: the server would make it the post, before everybody’s eyes', async () => {
  const { server, adapter, session } = await rig()
  const wordless = draftOf(' ', { framing, media: [pictureOf('une araignée')] })
  for (const refused of [await adapter.publisher.publish(session, wordless, { idempotencyKey: randomUUID(), intentAt: Date.now() }), await adapter.scheduler!.handOver(session, wordless, { idempotencyKey: randomUUID(), dueAt: Date.now() + 86_400_000 })]) {
    expect(refused.ok ? null : [refused.failure.kind, refused.failure.error.details?.['reason']]).toEqual(['rejected', 'warning_without_words'])
  }
  expect(server.requests).toEqual([])
})

it('the same words under another warning are another post, when one is looked for', async () => {
  const { publish, find } = await rig()
  const [plain, warned] = [draftOf('La toile'), draftOf('La toile', { framing })]
  await publish(plain)
  expect(await find(warned)).not.toHaveProperty('remoteId')
  const there = await publish(warned)
  expect(await find(warned)).toEqual(there)
})

it('other words for it leave the warning and the language as they are', async () => {
  const { server, adapter, session, publish } = await rig()
  const draft = draftOf('La toile', { framing })
  const { remoteId } = await publish(draft)
  valueOf(await adapter.publisher.edit!(session, { ...draftOf('La toile, ce matin'), remoteId, hasMedia: false, was: draft }))
  expect(server.requests.findLast(({ method }) => method === 'PUT')?.json).toMatchObject({ status: 'La toile, ce matin', spoiler_text: 'Araignées', language: 'fr' })
})

it('the server’s own schedule is handed all of it, and tells it from the same words under another warning', async () => {
  const { complaints, server, adapter, session } = await rig()
  const dueAt = Math.floor(Date.now() / 60_000) * 60_000 + 86_400_000
  const [plain, warned] = [draftOf('La toile'), draftOf('La toile', { framing })]
  const place = { idempotencyKey: randomUUID(), dueAt }
  valueOf(await adapter.scheduler!.handOver(session, plain, place))
  expect(valueOf(await adapter.scheduler!.find(session, warned, { ...place, sentAt: Date.now() - 60_000 }))).not.toMatchObject({ kind: 'waiting' })
  const there = valueOf(await adapter.scheduler!.handOver(session, warned, { ...place, idempotencyKey: randomUUID() }))
  expect(valueOf(await adapter.scheduler!.find(session, warned, { ...place, sentAt: Date.now() - 60_000 }))).toEqual(there)
  expect(server.requests.findLast(({ json }) => json['scheduled_at'] !== undefined)?.json).toMatchObject({ spoiler_text: 'Araignées', language: 'fr', visibility: 'private' })
  expect(complaints()).toEqual([])
})

it('who may quote it is said where somebody chose, and not where it is for followers alone: nobody quotes that', async () => {
  const { complaints, publish, created } = await rig()
  for (const quotes of ['everybody', 'followers', 'nobody'] as const) await publish(draftOf(`La mer, ${quotes}`, { framing: { quotes } }))
  await publish(draftOf('Le phare'))
  expect(created().map((body) => body['quote_approval_policy'])).toEqual(['public', 'followers', 'nobody', undefined])
  expect(framingAsSent({ reach: 'followers', quotes: 'everybody' })).toEqual({ reach: 'followers' })
  expect(complaints()).toEqual([])
})

it('other words for it leave who may quote it as it is: not said again, it would be as the account has it set', async () => {
  const { server, adapter, session, publish, complaints } = await rig()
  for (const [quotes, policy] of [['nobody', 'nobody'], ['followers', 'followers'], ['everybody', 'public']] as const) {
    const draft = draftOf(`La mer, ${quotes}`, { framing: { quotes } })
    const { remoteId } = await publish(draft)
    valueOf(await adapter.publisher.edit!(session, { ...draftOf('La mer, ce soir'), remoteId, hasMedia: false, was: draft }))
    expect(server.requests.findLast(({ method }) => method === 'PUT')?.json).toMatchObject({ status: 'La mer, ce soir', quote_approval_policy: policy })
  }
  expect(complaints()).toEqual([])
})

it('what none of the three policies says, or a server before quotes tells nothing of, is not made up', async () => {
  for (const approval of [{ automatic: ['following'], manual: [] }, { automatic: ['unsupported_policy'] }, undefined, 'other']) {
    const { adapter, session, send, server } = await startNetworkRig('Mastodon', {
      clock: systemClock,
      change: ({ method }, answer) => (method === 'GET' && !Array.isArray(answer.json) ? { ...answer, json: { ...(answer.json as object), quote_approval: approval } } : answer)
    })
    const { remoteId } = valueOf(await send(draftOf('La mer')))
    valueOf(await adapter.publisher.edit!(session, { ...draftOf('La mer, ce soir'), remoteId, hasMedia: false, was: draftOf('La mer') }))
    expect(server.requests.findLast(({ method }) => method === 'PUT')?.json).not.toHaveProperty('quote_approval_policy')
  }
})
