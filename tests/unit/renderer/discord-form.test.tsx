// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { DiscordForm } from '../../../renderer/features/accounts/parts/DiscordForm.tsx'
import type { Account } from '../../../shared/accounts/account.ts'
import { createFakeStudio } from '../../fakes/fake-studio.ts'
import { find, mount } from './mount.tsx'

const webhook = (kind: 'forum' | 'plain'): Account => ({ id: 'a', networkId: 'discord', remoteId: 'webhook:7', serverUrl: 'https://discord.com', handle: 'Atelier', serverLimits: { channel: { kind, tags: 'none_told' } } }) as Partial<Account> as Account

test.each([['a new one', null, 'false'], ['of a channel', webhook('plain'), 'false'], ['of a forum', webhook('forum'), 'true']])('a webhook that is connected anew is one of a forum where it was that the last time: %s', async (_name, account, isForum) => {
  Object.assign(window, { studio: createFakeStudio({}) })
  await mount(<DiscordForm workspaceId="w" account={account} isAtOnce={false} assistedId={null} onConnected={() => undefined} />)
  expect(find('checkbox')?.getAttribute('aria-checked')).toBe(isForum)
})
