import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { connectMeta } from './support/connect-meta.ts'
import { fillClient } from './support/fill-client.ts'
import { startAt, test } from './support/studio-test.ts'

const hour = 3_600_000

test('a private message of Instagram says until when it may be answered, and afterwards that it may not', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  const conversation = (id: string, username: string, message: string, at: number) => ({
    id, updated_time: new Date(at).toISOString(), participants: { data: [{ id: '7', username }, { id: '1001', username: 'tideline' }] },
    messages: { data: [{ id: `m_${id}`, message, created_time: new Date(at).toISOString(), from: { id: '7', username } }] }
  })
  const graph = 'https://graph.instagram.com/v26.0/1001'
  studio.web.set(`${graph}/media`, () => ({ status: 200, json: { data: [] } }))
  studio.web.set(`${graph}/tags`, () => ({ status: 200, json: { data: [] } }))
  studio.web.set(`${graph}/conversations`, () => ({ status: 200, json: { data: [conversation('t_1', 'ana', 'Are you open on Sunday?', startAt - 2 * hour), conversation('t_2', 'tom', 'Do you have the second volume?', startAt - 30 * hour)] } }))
  await connectMeta(studio, workspaceId, 'instagram')
  await studio.engine.ask('inbox.refresh', { workspaceId })
  await studio.open(`#/w/${workspaceId}/inbox`)
  await page.getByText('Are you open on Sunday?').first().click()
  await expect(page.getByText('Instagram takes an answer until 24 hours after their last message: tomorrow, 08:00.')).toBeVisible()
  const field = page.getByPlaceholder('Write your answer…')
  await expect(field).toBeVisible()
  // A private message is shorter there than a caption, and an accent counts twice.
  const send = page.getByRole('button', { name: 'Send', exact: true })
  await field.fill(`${'a'.repeat(996)}é`)
  await expect(page.getByText('2', { exact: true }).last()).toBeVisible()
  await expect(send).toBeEnabled()
  await field.fill(`${'a'.repeat(999)}é`)
  await expect(page.getByText('-1', { exact: true })).toBeVisible()
  await expect(send).toBeDisabled()
  await field.fill('')
  await expectAccessible(page, 'a message that may be answered for a while')
  await page.getByText('Do you have the second volume?').first().click()
  await expect(page.getByText(/^Instagram takes answers within 24 hours of the last message, which ended today, 04:00\./)).toBeVisible()
  await expect(page.getByPlaceholder('Write your answer…')).toHaveCount(0)
})
