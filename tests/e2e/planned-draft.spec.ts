import { StudioScreens } from './support/studio-screens.ts'
import { expect, test } from './support/test.ts'

const workspaceId = '0b1f7a7e-3c1b-4d52-9d5c-555555555555'

test('a draft keeps its planned time over a kill of the studio, stands on its day as a draft, and Ctrl+Z brings it back', async ({ launch }) => {
  const first = await launch()
  await first.bridge.ask('workspaces.create', { id: workspaceId, name: 'Atelier Lin', colour: 'plum', timeZone: 'Europe/Paris' })
  const screens = await StudioScreens.of(first)
  const tomorrow = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' }).format(Date.now() + 86_400_000)
  await first.goTo(`#/w/${workspaceId}/compose?at=${tomorrow}T09:30`)
  await screens.editor().fill('Linen from the hills')
  await first.page.getByText(/^Saved at/).waitFor()
  await first.kill()

  const second = await launch()
  // The way back to what was being written, after a crash.
  await expect(second.page.getByRole('status').filter({ hasText: 'Vigie stopped while you were writing.' })).toContainText('“Linen from the hills” is here; only the last second of typing may be missing.')
  await second.page.getByRole('button', { name: 'Go on writing' }).click()
  await expect((await StudioScreens.of(second)).editor()).toHaveText('Linen from the hills')
  await expect(second.page.getByText('Vigie stopped while you were writing.')).toHaveCount(0)
  await second.goTo(`#/w/${workspaceId}/calendar?view=list`)
  const card = second.page.locator('main').getByText('Linen from the hills')
  await expect(card).toBeVisible()
  await expect(second.page.locator('main')).toContainText('09:30')
  await expect(second.page.locator('main')).toContainText('Draft')
  await card.click()
  await expect(second.page.getByLabel('Date and time')).toHaveValue(/, 09:30$/)
  expect(await second.bridge.ask('outbox.list', { workspaceId, view: 'open', limit: 10 })).toEqual({ jobs: [] })
  await second.page.getByRole('button', { name: 'Delete draft' }).click()
  await second.page.getByRole('alertdialog').getByRole('button', { name: 'Delete draft' }).click()
  await expect(second.page.getByText('Draft “Linen from the hills” deleted')).toBeVisible()
  // The native menu has the same keys for taking back letters: outside a text the page's own meaning counts.
  await second.page.keyboard.press('Control+z')
  await expect(second.page.getByText('The draft “Linen from the hills” is back')).toBeVisible()
  await expect(second.page.locator('main').getByText('Linen from the hills')).toBeVisible()
})
