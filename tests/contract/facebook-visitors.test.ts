import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { draftOf, failureKind, fetchAll, valueOf } from '../support/adapter-session.ts'
import { createFakeFacebook } from './fake-facebook.ts'
import { refusedByMeta } from './fake-meta.ts'
import { refusals } from './hostile-server.ts'
import { startNetworkRig } from './network-rig.ts'

async function rig(isRefused: () => boolean = () => false) {
  const network = createFakeFacebook()
  let later = 0
  const started = await startNetworkRig('Facebook', {
    network, clock: { now: () => Date.now() + later, after: () => () => undefined },
    change: ({ path }, answer) => (isRefused() && /\/(visitor_posts|tagged)$/.test(path) ? refusedByMeta(10, 'This endpoint requires a permission') : answer)
  })
  return { ...started, network, wait: (ms: number) => void (later += ms) }
}

it('what visitors write on the Page, and where they name it, comes in once, with what is said below it', async () => {
  const { network, adapter, session, complaints } = await rig()
  const onPage = network.visit('Vous livrez ?', 'visitor_posts')
  const elsewhere = network.visit('Merci à Atelier', 'tagged')
  network.hear('sous un de nos posts')
  const first = await fetchAll(adapter, session, null)
  expect(first.items.map(({ kind, text, conversationRemoteId, ourPostRemoteId, isOwn }) => [kind, text, conversationRemoteId, ourPostRemoteId, isOwn] as const).toSorted(([, one], [, other]) => (one > other ? -1 : 1))).toEqual([
    ['comment', 'sous un de nos posts', expect.any(String), expect.any(String), false],
    ['mention', 'Vous livrez ?', onPage, null, false],
    ['mention', 'Merci à Atelier', elsewhere, null, false]
  ])
  expect((await fetchAll(adapter, session, first.cursor)).items).toEqual([])
  const more = network.saysUnder(onPage, 'Moi aussi je demande')
  const second = await fetchAll(adapter, session, first.cursor)
  expect(second.items.map(({ remoteId, kind, conversationRemoteId }) => [remoteId, kind, conversationRemoteId])).toEqual([[more, 'mention', onPage]])
  expect(complaints()).toEqual([])
})

it.each(['visitor_posts', 'tagged'] as const)('an answer stands below the visitor’s post, is found again, and comes in as ours (%s)', async (on) => {
  const { network, adapter, session, wait, complaints } = await rig()
  const remoteId = network.visit('Vous livrez ?', on)
  const answer = draftOf('Oui, le jeudi', { replyTo: { remoteId, rootRemoteId: remoteId, authorHandle: 'Tom' } })
  const intent = { idempotencyKey: randomUUID(), intentAt: Date.now() }
  const published = valueOf(await adapter.publisher.publish(session, answer, intent))
  wait(90_000)
  expect(valueOf(await adapter.publisher.findPublished(session, answer, { ...intent, sentAt: Date.now() }))).toMatchObject({ remoteId: published.remoteId })
  const { items } = await fetchAll(adapter, session, null)
  expect(items.find((item) => item.remoteId === published.remoteId)).toMatchObject({ isOwn: true, conversationRemoteId: remoteId, text: 'Oui, le jeudi' })
  expect(complaints()).toEqual([])
})

it('a login that may not read them goes on without, loses none, and a cursor of before goes on where it was', async () => {
  let isRefused = true
  const { network, adapter, session } = await rig(() => isRefused)
  network.visit('Vous livrez ?', 'visitor_posts')
  network.hear('ancien')
  const first = await fetchAll(adapter, session, null)
  expect(first.items.map(({ text }) => text)).toEqual(['ancien'])
  isRefused = false
  expect((await fetchAll(adapter, session, first.cursor)).items.map(({ text }) => text)).toEqual(['Vous livrez ?'])
  const ofMessages = JSON.parse(first.cursor!) as { comments: string }
  const before = JSON.stringify({ ...ofMessages, comments: (JSON.parse(ofMessages.comments) as { comments: string }).comments })
  network.hear('nouveau')
  expect((await fetchAll(adapter, session, before)).items.map(({ text }) => text).toSorted()).toEqual(['Vous livrez ?', 'nouveau'])
})

it('an access that has ended is told, not passed over', async () => {
  const { server, adapter, session } = await rig()
  server.spoil(({ path }) => path.endsWith('/tagged'), refusals.unauthorised)
  expect(failureKind(await adapter.inbox!.fetchSince(session, null))).toBe('auth_revoked')
})
