import { expect } from '@playwright/test'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

const text = 'Text of the post'

test('what stops the post stands above what only deserves a look, and every account has a tab that can be read', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await page.setViewportSize({ width: 1024, height: 700 })
  await studio.open(`#/w/${workspaceId}/compose`)
  await page.getByRole('textbox', { name: text }).fill('a'.repeat(310))
  await page.getByRole('button', { name: 'Add a poll' }).click()
  const kinds = async () => page.getByRole('region', { name: 'Checks' }).getByRole('listitem').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-severity')))
  await expect.poll(kinds).toContain('warn')
  const inOrder = await kinds()
  expect(inOrder.lastIndexOf('stop')).toBeLessThan(inOrder.indexOf('warn'))
  await page.keyboard.press('Alt+2')
  const tabs = page.getByRole('group', { name: 'Text for' })
  const clipped = await tabs.getByRole('button').evaluateAll((buttons) => {
    const frame = buttons[0]?.parentElement?.getBoundingClientRect()
    return buttons.filter((button) => frame === undefined || button.getBoundingClientRect().right > frame.right + 1).length
  })
  expect(clipped).toBe(0)
})
