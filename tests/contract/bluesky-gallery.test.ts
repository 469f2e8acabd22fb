import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { systemClock } from '../../electron/engine/time/system-clock.ts'
import { draftOf, pictureOf, valueOf } from '../support/adapter-session.ts'
import { startNetworkRig } from './network-rig.ts'

async function rig() {
  const started = await startNetworkRig('Bluesky', { clock: systemClock })
  const written = (collection: string): readonly Readonly<Record<string, unknown>>[] => started.server.requests.flatMap(({ json }) => (json['collection'] === collection && json['record'] !== undefined ? [json] : []))
  return { ...started, written }
}

it.each([[4, 'app.bsky.embed.images', 'images'], [5, 'app.bsky.embed.gallery', 'items'], [10, 'app.bsky.embed.gallery', 'items']] as const)('%i pictures are sent as %s, each with its description, and read back as many', async (count, type, list) => {
  const { complaints, adapter, session, written } = await rig()
  const media = Array.from({ length: count }, (_, at) => pictureOf(`vue ${at + 1}`))
  const draft = draftOf('La jetée', { media })
  const { remoteId } = valueOf(await adapter.publisher.publish(session, draft, { idempotencyKey: randomUUID(), intentAt: Date.now() }))
  const { record } = written('app.bsky.feed.post').at(-1) as { record: { embed: Record<string, unknown> } }
  expect(record.embed['$type']).toBe(type)
  expect((record.embed[list] as { alt: string }[]).map(({ alt }) => alt)).toEqual(media.map(({ altText }) => altText))
  const there = valueOf(await adapter.readBack!(session, remoteId, { title: '', text: draft.text, document: draft.document, media: media.map(() => ({ isVideo: false })) }))
  expect(there).toMatchObject({ text: 'La jetée', media: media.map(({ altText }) => ({ kind: 'picture', altText })) })
  expect(complaints()).toEqual([])
})

it('hides an answer beside what else is said of the thread, and takes no other post for one of ours', async () => {
  const { network, server, complaints, adapter, session, written } = await rig()
  const act = (what: 'hide' | 'unhide', remoteId: string) => adapter.publisher.act!(session, { act: what, remoteId })
  const elsewhere = network.hear('chez les autres')
  expect(await act('hide', elsewhere)).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'not_below_ours' } } } })
  const answer = network.hearBelowOurs!('pas gentil')
  valueOf(await act('hide', answer))
  const gate = written('app.bsky.feed.threadgate').at(-1)! as { rkey: string; record: { post: string; hiddenReplies: string[]; createdAt: string } }
  expect(gate.record.hiddenReplies).toEqual([answer])
  expect(gate.record.post.endsWith(`/${gate.rkey}`)).toBe(true)
  // Whoever closed the thread meanwhile keeps it closed.
  const path = '/xrpc/com.atproto.repo.putRecord'
  const closed = { ...gate.record, allow: [{ $type: 'app.bsky.feed.threadgate#mentionRule' }] }
  await fetch(`${server.url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ repo: session.account.remoteId, collection: 'app.bsky.feed.threadgate', rkey: gate.rkey, record: closed }) })
  valueOf(await act('unhide', answer))
  expect(written('app.bsky.feed.threadgate').at(-1)!['record']).toEqual({ ...closed, hiddenReplies: [] })
  expect(network.inForce()).toEqual([])
  expect(complaints()).toEqual([])
})
