import { expect, it } from 'vitest'
import { createAdapters } from '../../electron/engine/networks/adapter-registry.ts'
import { systemRandom } from '../../electron/engine/system-random.ts'
import { systemClock } from '../../electron/engine/time/system-clock.ts'
import { adaptersUnderTest, tiktokDirect } from './adapters-under-test.ts'
import { discordForum } from './discord-forum-under-test.ts'
import { describeSchedulerContract } from './native-scheduler.contract.ts'
import { describeAdapterContract } from './network-adapter.contract.ts'

for (const subject of [...adaptersUnderTest, discordForum, tiktokDirect]) {
  describeAdapterContract(subject)
  if (subject.createNetwork().isHandOver !== undefined) describeSchedulerContract(subject)
}

it.each(adaptersUnderTest)('$name has an inbox, or its capabilities say that it has none', (subject) => {
  const { inbox, capabilities } = subject.createAdapter({ http: { send: () => Promise.reject(new Error('nothing is asked here')) }, clock: systemClock })
  expect([inbox !== undefined, Object.values(capabilities.inbox).includes(true) || capabilities.inbox.reviews !== undefined]).toEqual([subject.hasNoInbox !== true, subject.hasNoInbox !== true])
})

it('no network is served without its contract', () => {
  const http = { send: () => Promise.reject(new Error('nothing is asked here')) }
  const served = createAdapters({ http, clock: systemClock, random: systemRandom }).filter(({ capabilities }) => capabilities.connectBy !== 'by_hand').map(({ capabilities }) => capabilities.name)
  expect(adaptersUnderTest.map(({ name }) => name).toSorted()).toEqual(served.toSorted())
})
