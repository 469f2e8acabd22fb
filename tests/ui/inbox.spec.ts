import { expect } from '@playwright/test'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

test('is read by arrow keys, settled by E, and goes on with the next', async ({ studio, page }) => {
  const { workspaceId, texts } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/inbox`)
  const list = page.getByRole('listbox', { name: 'Conversations' })
  await list.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('option', { selected: true })).toContainText(texts.talks[1]!.from)
  await expect(page.getByRole('article', { name: texts.talks[1]!.from })).toContainText(texts.talks[1]!.texts[1]!)
  await page.keyboard.press('e')
  await expect(page.getByRole('option', { selected: true })).toContainText(texts.talks[2]!.from)
  await expect(list.getByText(texts.talks[1]!.from)).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(list.getByText(texts.talks[1]!.from)).toBeVisible()
  await page.keyboard.press('End')
  await list.press('End')
  await expect(page.getByRole('option', { selected: true })).toContainText(texts.talks[7]!.from)
})

test('marks as read what is opened, and counts it off everywhere', async ({ studio, page }) => {
  const { workspaceId, texts } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/inbox`)
  await expect(page.getByRole('link', { name: /Inbox.*8 unread/ })).toBeVisible()
  await page.getByRole('option').filter({ hasText: texts.talks[0]!.from }).click()
  await expect(page.getByRole('link', { name: /Inbox.*7 unread/ })).toBeVisible()
  await page.keyboard.press('u')
  await expect(page.getByRole('link', { name: /Inbox.*8 unread/ })).toBeVisible()
})

test('says who speaks and to whom, answers, and shows the answer where it will stand', async ({ studio, page }) => {
  const { workspaceId, texts } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/inbox`)
  await page.getByRole('option').filter({ hasText: texts.talks[1]!.from }).click()
  await expect(page.getByText(`Reply as ${texts.handles.mastodon}`)).toBeVisible()
  await expect(page.getByText('Private message')).toHaveCount(2)
  await page.keyboard.press('r')
  await page.keyboard.type('We are looking into it.')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Your reply is on its way')).toBeVisible()
  await studio.advance(2_000)
  expect(studio.mastodon.published.map(({ text }) => text)).toContain('We are looking into it.')
  await expect(page.getByRole('article').getByText('We are looking into it.')).toBeVisible()
})

test('never shows a reply twice, whichever of the network’s words comes first', async ({ studio, page }) => {
  const { workspaceId, texts } = await fillClient(studio, 'en')
  const talk = texts.talks[1]!
  const reply = 'We are looking into it.'
  await studio.open(`#/w/${workspaceId}/inbox`)
  await page.getByRole('option').filter({ hasText: talk.from }).click()
  await expect(page.getByRole('article', { name: talk.from })).toBeVisible()
  // Counted after every change of the page, so that not even a frame escapes.
  await page.evaluate((words) => {
    const most = { inThread: 0, inThreadAndField: 0 }
    Object.assign(window, { most })
    const count = (): void => {
      const inThread = [...document.querySelectorAll('article li p')].filter((line) => line.textContent.endsWith(words)).length
      const inField = [...document.querySelectorAll('textarea')].filter((field) => field.value === words).length
      most.inThread = Math.max(most.inThread, inThread)
      most.inThreadAndField = Math.max(most.inThreadAndField, inThread + inField)
    }
    new MutationObserver(count).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
  }, reply)
  const answer = studio.mastodon.holdAnswers()
  await page.getByRole('textbox', { name: 'Reply' }).fill(reply)
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => studio.mastodon.published.length).toBeGreaterThan(0)
  await studio.advance(1_000)
  const thread = page.getByRole('article').getByRole('listitem').filter({ hasText: reply })
  await expect(thread).toHaveCount(1)
  // The next look at the inbox brings the reply while its own request is still without an answer.
  const sent = studio.mastodon.published.find(({ text }) => text === reply)!
  studio.mastodon.deliver(texts.handles.mastodon, [{
    remoteId: sent.key, conversationRemoteId: 'talk-1', kind: talk.kind, parentRemoteId: sent.replyTo, ourPostRemoteId: null, authorName: texts.name, authorHandle: texts.handles.mastodon,
    isOwn: true, text: `${talk.handle} ${reply}`, url: null, createdAt: studio.engine.now(), attachmentCount: 0, isLiked: false, isHeld: false
  }])
  await studio.engine.ask('inbox.refresh', { workspaceId })
  await expect(thread.locator('time')).toBeVisible()
  await expect(thread).toHaveCount(1)
  answer()
  await studio.advance(2_000)
  await expect.poll(async () => (await studio.engine.ask('outbox.list', { workspaceId, view: 'finished', limit: 100 })).jobs.filter((job) => job.kind === 'reply').map((job) => job.state)).toEqual(['published'])
  await expect(thread).toHaveCount(1)
  expect(await page.evaluate(() => (window as unknown as { most: unknown }).most)).toEqual({ inThread: 1, inThreadAndField: 1 })
})

test('keeps the answer that is being written with its own conversation', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/inbox`)
  await page.getByRole('option').first().click()
  await page.getByRole('textbox', { name: 'Reply' }).fill('Every day but Monday')
  await page.getByRole('option').nth(1).click()
  await expect(page.getByRole('textbox', { name: 'Reply' })).toHaveValue('')
  await page.getByRole('option').first().click()
  await expect(page.getByRole('textbox', { name: 'Reply' })).toHaveValue('Every day but Monday')
})

test('snoozes by S and brings back by itself', async ({ studio, page }) => {
  const { workspaceId, texts } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/inbox`)
  await page.getByRole('option').first().click()
  await expect(page.getByRole('article')).toBeVisible()
  await page.keyboard.press('s')
  await page.getByRole('menuitem', { name: 'In three hours' }).click()
  const list = page.getByRole('listbox', { name: 'Conversations' })
  await expect(list.getByText(texts.talks[0]!.from)).toBeHidden()
  await studio.advance(3 * 3_600_000 + 60_000)
  await expect(list.getByText(texts.talks[0]!.from)).toBeVisible()
})

test('finds words in everything, accents or not', async ({ studio, page }) => {
  const { workspaceId, texts } = await fillClient(studio, 'fr')
  await studio.open(`#/w/${workspaceId}/inbox`)
  await page.keyboard.press('/')
  await page.keyboard.type('soiree')
  await expect(page.getByText('1 message found')).toBeVisible()
  await page.getByRole('button', { name: new RegExp(texts.talks[5]!.from) }).click()
  await expect(page.getByRole('article', { name: texts.talks[5]!.from })).toBeVisible()
  await page.getByRole('searchbox').fill('zzz')
  await expect(page.getByText('Nothing found')).toBeVisible()
})
