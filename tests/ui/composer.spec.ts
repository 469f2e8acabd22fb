import { expect } from '@playwright/test'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

const autosave = 'Saved at'

test('keeps what is written, over a closed window too', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/compose`)
  await expect(page).toHaveURL(/compose\/[0-9a-f-]{36}/)
  await page.getByRole('textbox', { name: 'Text of the post' }).fill('High tide at nine, coffee at eight.')
  await expect(page.getByText(autosave)).toBeVisible()
  await expect(page.getByText(/^Saved/)).toHaveCount(1)
  const address = new URL(page.url()).hash
  await studio.open(address)
  await expect(page.getByRole('textbox', { name: 'Text of the post' })).toHaveText('High tide at nine, coffee at eight.')
  const { post } = await studio.engine.ask('posts.read', { workspaceId, postId: address.split('/').at(-1)! })
  expect(post.status).toBe('draft')
})

test('counts by each network’s own rule and stops what is too long', async ({ studio, page }) => {
  const { workspaceId, texts } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/compose`)
  await page.getByRole('textbox', { name: 'Text of the post' }).fill('a'.repeat(310))
  const preview = page.getByRole('region', { name: texts.handles.bluesky })
  await expect(preview.getByText('10 characters too many')).toBeVisible()
  await expect(page.getByRole('region', { name: texts.handles.mastodon }).getByText('190 characters left')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Checks' })).toContainText('Too long: 310 of 300 characters')
  await expect(page.getByRole('button', { name: 'Schedule' })).toBeDisabled()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Something stands in the way')).toBeVisible()
  await preview.getByRole('button').click()
  await page.getByRole('button', { name: 'Write its own text' }).click()
  await page.getByRole('textbox', { name: /Text of the post for/ }).fill('short')
  await expect(preview).toContainText('295 characters left')
})

test('an hour that the clocks skip is explained, also once the draft has the one after it', async ({ studio, page }) => {
  const { workspaceId, draftIds } = await fillClient(studio, 'en')
  const planned = async () => (await studio.engine.ask('posts.read', { workspaceId, postId: draftIds[0]! })).post.plan?.localDateTime
  await studio.open(`#/w/${workspaceId}/compose/${draftIds[0]}`)
  await page.getByLabel('Date and time').fill('2027-03-28T02:30')
  await page.keyboard.press('Enter')
  await expect.poll(planned).toBe('2027-03-28T03:30')
  await expect(page.getByLabel('Date and time')).toHaveValue(/03:30/)
  await expect(page.getByText('02:30 does not exist on that day: clocks go forward that night. It goes out at 03:30.')).toBeVisible()
  await page.getByLabel('Date and time').fill('2027-03-28T04:30')
  await page.keyboard.press('Enter')
  await expect(page.getByText('does not exist on that day')).toHaveCount(0)
})

test('an hour that comes twice can be had at its second time', async ({ studio, page }) => {
  const { workspaceId, draftIds } = await fillClient(studio, 'en')
  const postId = draftIds[0]!
  const dueAt = async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post.schedule?.dueAt
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  await page.getByLabel('Date and time').fill('2027-10-31T02:30')
  await page.getByRole('textbox', { name: 'Text of the post' }).focus()
  await expect(page.getByText('It goes out the first time, before the clocks go back.')).toBeVisible()
  await page.getByRole('button', { name: 'Take the second time' }).click()
  await expect(page.getByText('It goes out the second time, after the clocks have gone back.')).toBeVisible()
  await page.getByRole('button', { name: 'Schedule', exact: true }).click()
  await expect.poll(dueAt).toBe(Date.UTC(2027, 9, 31, 1, 30))
  // It waits at the second, and the first is another time.
  await expect(page.getByText('It goes out the second time')).toBeVisible()
  await expect(page.getByText('Scheduled for Sun 31 Oct 2027, 02:30 (the second time, after the clocks change)').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Change the time' })).toBeDisabled()
  await page.getByRole('button', { name: 'Take the first time' }).click()
  await page.getByRole('button', { name: 'Change the time' }).click()
  await expect.poll(dueAt).toBe(Date.UTC(2027, 9, 31, 0, 30))
})

test('a post taken back from the second of a double hour is scheduled for the second again', async ({ studio, page }) => {
  const { workspaceId, draftIds } = await fillClient(studio, 'en')
  const postId = draftIds[0]!
  const read = async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post
  const { revision } = await read()
  await studio.engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'at', localDateTime: '2027-10-31T02:30', isSecond: true } })
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  await page.getByRole('button', { name: 'Take back and edit' }).click()
  await expect.poll(async () => (await read()).status).toBe('draft')
  await expect(page.getByText('It goes out the second time, after the clocks have gone back.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Text of the post' }).press('End')
  await page.getByRole('textbox', { name: 'Text of the post' }).pressSequentially('!')
  await page.getByRole('button', { name: 'Schedule', exact: true }).click()
  await expect(page.getByText('Scheduled for Sun 31 Oct 2027, 02:30 (the second time, after the clocks change)').first()).toBeVisible()
  await expect.poll(async () => (await read()).schedule?.dueAt).toBe(Date.UTC(2027, 9, 31, 1, 30))
})

test('schedules by Ctrl+Enter, fixes the text, moves the time and takes the post back', async ({ studio, page }) => {
  const { workspaceId, draftIds } = await fillClient(studio, 'en')
  const postId = draftIds[0]!
  const read = async () => (await studio.engine.ask('posts.read', { workspaceId, postId })).post
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  // From its first moment on: a cursor that came later would take the keys of whoever was quicker.
  expect(await page.getByRole('textbox', { name: 'Text of the post' }).evaluate((editor) => editor === document.activeElement)).toBe(true)
  await page.getByLabel('Date and time').fill('2026-11-25T08:30')
  await page.getByRole('textbox', { name: 'Text of the post' }).focus()
  await expect(page.getByLabel('Date and time')).toHaveValue('Wed 25 Nov 2026, 08:30')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Scheduled for Wed 25 Nov, 08:30').first()).toBeVisible()
  expect(await read()).toMatchObject({ status: 'scheduled', schedule: { localDateTime: '2026-11-25T08:30', timeZone: 'Europe/Paris' } })

  await expect(page.getByRole('textbox', { name: 'Text of the post' })).toHaveAttribute('contenteditable', 'false')
  await page.getByLabel('Date and time').fill('2026-11-26T09:00')
  await page.getByRole('button', { name: 'Change the time' }).click()
  await expect.poll(async () => (await read()).schedule?.localDateTime).toBe('2026-11-26T09:00')

  await page.getByRole('button', { name: 'Take back and edit' }).click()
  await expect(page.getByLabel('Date and time')).toHaveValue('Thu 26 Nov 2026, 09:00')
  await expect(page.getByRole('textbox', { name: 'Text of the post' })).toHaveAttribute('contenteditable', 'true')
  expect(await read()).toMatchObject({ status: 'draft', schedule: null, plan: { localDateTime: '2026-11-26T09:00' } })
})

test('takes no letters while a call about the text is out, and goes on where the cursor was when it failed', async ({ studio, page }) => {
  const { workspaceId, draftIds, texts } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/compose/${draftIds[0]}`)
  const editor = page.getByRole('textbox', { name: 'Text of the post' })
  await expect(page.getByText('All good')).toBeVisible()
  let answer = (): void => undefined
  studio.disturb('posts.schedule', 'engine_stopped', new Promise<void>((resolve) => (answer = resolve)))
  await editor.focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('[aria-busy="true"]', { has: editor })).toBeVisible()
  await page.keyboard.type('Too early')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Enter')
  await expect(editor).toHaveText(texts.drafts[0]!)
  answer()
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
  await page.keyboard.type(' And tea.')
  await expect(editor).toHaveText(`${texts.drafts[0]!} And tea.`)
})

test('asks before it publishes now, and shows where the post stands', async ({ studio, page }) => {
  const { workspaceId, draftIds, texts } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/compose/${draftIds[0]}`)
  await page.getByRole('textbox', { name: 'Text of the post' }).focus()
  await page.keyboard.press('Control+Shift+Enter')
  const question = page.getByRole('alertdialog', { name: `Publish now as ${texts.name}?` })
  await expect(question).toContainText(texts.handles.mastodon)
  await question.getByRole('button', { name: 'Publish now' }).click()
  await studio.advance(2_000)
  await expect(page.getByRole('region', { name: 'Where it stands' }).getByText('Published')).toHaveCount(2)
  expect(studio.bluesky.published.map(({ text }) => text)).toContain(texts.drafts[0])
  await page.getByRole('button', { name: 'See it on the network' }).first().click()
  await expect.poll(() => studio.opened).toEqual([expect.stringContaining('https://')])
})

test('takes pasted images, asks for their description, moves and removes them', async ({ studio, page }) => {
  const { workspaceId, draftIds } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/compose/${draftIds[0]}`)
  const editor = page.getByRole('textbox', { name: 'Text of the post' })
  await editor.evaluate(async (element) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 40, height: 30 })
    const blob = await new Promise<Blob>((resolve) => canvas.toBlob((made) => resolve(made!), 'image/png'))
    const clipboardData = new DataTransfer()
    clipboardData.items.add(new File([blob], 'pasted.png', { type: 'image/png' }))
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await expect(page.getByRole('region', { name: 'Images' }).getByRole('listitem')).toHaveCount(1)
  await expect(page.getByRole('region', { name: 'Checks' })).toContainText('An image has no description')
  await page.getByLabel('Description of image 1').fill('An empty square')
  await expect(page.getByText('All good')).toBeVisible()
  await page.getByRole('button', { name: 'Remove image 1' }).click()
  await expect(page.getByRole('region', { name: 'Images' }).getByRole('listitem')).toHaveCount(0)
})

test('offers formatting where a chosen network shows it, and title and link with it', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/compose`)
  const bar = page.getByRole('toolbar', { name: 'Formatting' })
  await expect(bar).toContainText('Seen on WordPress')
  await page.getByLabel('Title').fill('Our winter')
  const editor = page.getByRole('textbox', { name: 'Text of the post' })
  await editor.fill('the bookshop')
  await editor.press('Control+a')
  await bar.getByRole('button', { name: 'Bold' }).click()
  await bar.getByRole('button', { name: 'Link' }).click()
  await page.getByLabel('Address of the link').fill('javascript:alert(1)')
  await expect(page.getByText('Only addresses that begin with')).toBeVisible()
  await page.getByLabel('Address of the link').fill('tideline-books.example')
  await page.getByRole('button', { name: 'Set the link' }).click()
  await expect(editor.getByRole('link', { name: 'the bookshop' })).toHaveAttribute('href', 'https://tideline-books.example')
  await page.getByRole('button', { name: /tideline-books.example/ }).first().click()
  await expect(bar).toBeHidden()
})

test('changes the text in hand by Alt and a digit', async ({ studio, page }) => {
  const { workspaceId, draftIds, texts } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/compose/${draftIds[0]}`)
  await page.getByRole('textbox', { name: 'Text of the post' }).waitFor()
  await page.keyboard.press('Alt+3')
  await expect(page.getByRole('button', { name: texts.handles.mastodon, pressed: true }).last()).toBeVisible()
  await page.keyboard.press('Alt+1')
  await expect(page.getByRole('button', { name: 'All accounts', pressed: true })).toBeVisible()
})

test('says that another window was quicker, and loads what is stored', async ({ studio, page }) => {
  const { workspaceId, draftIds } = await fillClient(studio, 'en')
  const postId = draftIds[0]!
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  studio.disturb('posts.read', 'engine_stopped')
  const { post } = await studio.engine.ask('posts.read', { workspaceId, postId })
  const { title, targets, media } = post
  await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: post.revision, content: { title, targets, media, document: paragraph('Written elsewhere') } })
  await page.getByRole('textbox', { name: 'Text of the post' }).fill('Written here')
  await expect(page.getByText('This draft was changed elsewhere; your last words are not in it')).toBeVisible()
  studio.disturb('posts.read', null)
  await page.getByRole('button', { name: 'Show what is stored' }).click()
  await expect(page.getByRole('textbox', { name: 'Text of the post' })).toHaveText('Written elsewhere')
})

test('goes back and forth between the common text and an account’s own', async ({ studio, page }) => {
  const { workspaceId, texts } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/compose`)
  await page.getByRole('textbox', { name: 'Text of the post' }).fill('For everybody')
  await page.getByRole('region', { name: texts.handles.bluesky }).getByRole('button').click()
  await page.getByRole('button', { name: 'Write its own text' }).click()
  await page.getByRole('textbox', { name: /Text of the post for/ }).fill('For Bluesky')
  await page.getByRole('button', { name: 'All accounts' }).click()
  await expect(page.getByRole('textbox', { name: 'Text of the post' })).toHaveText('For everybody')
  await page.keyboard.press('Alt+2')
  await expect(page.getByRole('textbox', { name: /Text of the post for/ })).toHaveText('For Bluesky')
})

test('puts in French spaces and quotation marks while French is typed, and gives back what was typed', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/compose`)
  const text = page.getByRole('textbox', { name: 'Text of the post' })
  await text.pressSequentially('Bonjour à tous ! L\'été dit "oui"')
  await expect(text).toHaveText('Bonjour à tous\u202F! L’été dit «\u00A0oui\u00A0»')
  await text.press('Control+z')
  await expect(text).toHaveText('Bonjour à tous\u202F! L’été dit «\u00A0oui"')

  await text.fill('')
  await text.pressSequentially('The market is "open"! Isn\'t it?')
  await expect(text).toHaveText('The market is "open"! Isn\'t it?')
})
