import { expect, it } from 'vitest'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { incoming, startInboxRig, type InboxRig } from './inbox-rig.ts'

const { acts, silence } = capabilitiesOf('discourse')

async function itemOf(rig: InboxRig) {
  const { conversations } = await rig.ask('inbox.page', { view: 'open', kind: null, accountId: null, before: null, limit: 10 })
  return (await rig.ask('inbox.read', { conversationId: conversations[0]!.id })).items[0]!
}

it('where authors are for staff, each message says that the account is none, and the act is taken for no other', async () => {
  const rig = await startInboxRig({ capabilities: { acts, silence: silence!, authorActsAreForStaff: true } })
  await rig.arrive([incoming({})])
  const accountId = rig.accountId(0)
  const account = rig.accounts.get(accountId)!
  const item = await itemOf(rig)
  expect(item.authorIsOutOfReach).toBe(true)
  for (const act of ['mute', 'block'] as const) expect(await rig.request('inbox.act', { itemId: item.id, act })).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
  rig.accounts.set(accountId, { ...account, serverLimits: { ...account.serverLimits, isStaff: true } })
  expect(await itemOf(rig)).not.toHaveProperty('authorIsOutOfReach')
  const { id } = await rig.ask('inbox.act', { itemId: item.id, act: 'mute', minutes: 1440 })
  rig.settle(id, 'published')
  expect((await itemOf(rig)).inForce).toEqual(['mute'])
})

it('what the search finds offers no more than the conversation that it stands in', async () => {
  const rig = await startInboxRig({ capabilities: { acts, silence: silence!, authorActsAreForStaff: true } })
  await rig.arrive([incoming({ text: 'Le phare est ouvert' })])
  const hit = async () => (await rig.ask('inbox.search', { text: 'phare', limit: 5 })).hits[0]?.item
  expect(await hit()).toEqual(await itemOf(rig))
  expect(await hit()).toMatchObject({ authorIsOutOfReach: true })
  const account = rig.accounts.get(rig.accountId(0))!
  rig.accounts.set(account.id, { ...account, serverLimits: { ...account.serverLimits, isStaff: true } })
  expect(await hit()).toEqual(await itemOf(rig))
})
