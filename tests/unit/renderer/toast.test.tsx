// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import { Toaster } from '../../../renderer/components/Toast.tsx'
import { showToast } from '../../../renderer/components/toaster.ts'
import { click, during, find, mount } from './mount.tsx'

test('undo runs once and takes the toast away', async () => {
  await mount(<Toaster workspaceId={null} />)
  const undo = vi.fn<() => void>()
  await during(() => showToast({ title: 'Moved to Thursday', action: { label: 'Undo', onAction: undo } }))
  const button = find('button', 'Undo')
  expect(document.body.textContent).toContain('Moved to Thursday')
  await click(button)
  button?.click()
  expect(undo).toHaveBeenCalledTimes(1)
  expect(document.body.textContent).not.toContain('Moved to Thursday')
})

test('a failure stays until it is closed', async () => {
  await mount(<Toaster workspaceId={null} />, 'fr')
  await during(() => showToast({ kind: 'danger', title: 'Le réseau a refusé' }))
  expect(document.body.textContent).toContain('Le réseau a refusé')
  await click(find('button', 'Fermer'))
  expect(document.body.textContent).not.toContain('Le réseau a refusé')
})

test('whoever showed a toast can take it back', async () => {
  await mount(<Toaster workspaceId={null} />)
  let close = (): void => undefined
  await during(() => (close = showToast({ title: 'Saved' })))
  await during(close)
  expect(document.body.textContent).not.toContain('Saved')
})

test('the same trouble again takes the place of its message; another one, or another client’s, stands beside it', async () => {
  await mount(<Toaster workspaceId="one" />)
  const fail = (title: string, workspaceId: string | null = 'one') => during(() => showToast({ kind: 'danger', title, detail: 'Try again later', workspaceId }))
  const count = (title: string) => document.body.textContent.split(title).length - 1
  await fail('Nothing was sent')
  const onceSaid = count('Nothing was sent')
  await fail('Nothing was sent')
  await fail('Nothing was sent')
  expect(count('Nothing was sent')).toBe(onceSaid)
  await fail('Nothing was sent', null)
  await fail('The disk is full')
  expect(count('Nothing was sent')).toBe(2 * onceSaid)
  expect(count('The disk is full')).toBe(onceSaid)
})
