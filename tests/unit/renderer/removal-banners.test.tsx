// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import { RemovalBanners } from '../../../renderer/shell/RemovalBanners.tsx'
import { initialStudioState } from '../../../renderer/shell/studio-state.ts'
import { studioStore } from '../../../renderer/shell/studio-store.ts'
import type { RemovalNotice } from '../../../shared/workspaces/client-removal.ts'
import { createFakeStudio } from '../../fakes/fake-studio.ts'
import { click, find, mount } from './mount.tsx'

const removal: RemovalNotice = {
  id: '00000000-0000-4000-8000-000000000001', clientName: 'Maison Lumen', timeZone: 'Europe/Paris', at: 1, total: 5,
  items: [
    { networkId: 'mastodon', handle: '@lumen', kind: 'unknown', at: Date.UTC(2026, 10, 21, 8) },
    { networkId: 'mastodon', handle: '@lumen', kind: 'unknown', at: Date.UTC(2026, 10, 21, 9) },
    { networkId: 'facebook', handle: 'Lumen', kind: 'at_network', at: Date.UTC(2026, 10, 22, 9) }
  ]
}

beforeEach(() => studioStore.setState({ ...initialStudioState, removals: [removal] }, true))

test('a client that was removed while something was on its way is told of, one sentence for each account, until it is read', async () => {
  const fake = createFakeStudio({ 'studio.dismissRemoval': () => ({}) })
  Object.assign(window, { studio: fake })
  await mount(<RemovalBanners />)
  const text = document.body.textContent
  expect(text).toContain('Maison Lumen was removed while something of it was on its way.')
  expect(text).toMatch(/2 posts or answers may be out on Mastodon \(@lumen\); the last was sent Sat.* 10:00/)
  expect(text).toMatch(/Facebook \(Lumen\) publishes one post by itself, Sun.* 10:00, unless it is deleted there/)
  expect(text).toContain('And 2 more.')
  await click(find('button', 'Understood'))
  expect(fake.requests).toContainEqual({ name: 'studio.dismissRemoval', input: { removalId: removal.id } })
  expect(document.body.textContent).not.toContain('was removed while')
})
