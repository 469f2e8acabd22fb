import { expect, test } from './support/test.ts'

test('saved texts, templates and ideas work together in the built application', async ({ launch }) => {
  const studio = await launch({ words: ['--lang=en-GB'] })
  const { bridge, page } = studio
  const workspaceId = crypto.randomUUID()
  await bridge.ask('workspaces.create', { id: workspaceId, name: 'Tideline', colour: 'ocean', timeZone: 'Europe/Paris' })
  await bridge.ask('snippets.save', { workspaceId, snippet: { id: crypto.randomUUID(), kind: 'text', name: 'Opening', text: 'Hello from {client}: {lien}' } })
  const ideaId = crypto.randomUUID()
  await bridge.ask('ideas.save', { workspaceId, idea: { id: ideaId, stage: 'idea', title: 'A window made by readers', note: '', source: null, postId: null } })
  await studio.goTo(`#/w/${workspaceId}/ideas`)
  await page.getByRole('button', { name: 'Write the draft' }).click()
  const text = page.getByRole('textbox', { name: 'Text of the post' })
  await expect(text).toContainText('A window made by readers')
  await page.keyboard.press('Control+Shift+S')
  await page.getByRole('button', { name: /^Opening/ }).click()
  await expect(text).toContainText('Hello from Tideline: {link}')
  await page.keyboard.press('Control+Shift+M')
  await page.getByRole('button', { name: 'Save this post as a template…' }).click()
  await page.getByRole('textbox', { name: 'Name of the template' }).fill('Window')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /^Window/ })).toBeVisible()
  expect((await bridge.ask('templates.list', { workspaceId })).templates).toMatchObject([{ name: 'Window' }])
})
