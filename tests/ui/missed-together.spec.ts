import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test, type Studio } from './support/studio-test.ts'

const minute = 60_000

/** Their hours pass while nothing can leave; online again, each asks for both of its accounts. */
async function miss(studio: Studio, says: readonly string[], language: 'en' | 'fr' = 'en') {
  const { workspaceId, accounts } = await fillClient(studio, language)
  await studio.engine.ask('studio.saveSettings', { settings: { language } })
  const postIds: string[] = []
  for (const [place, text] of says.entries()) {
    const postId = studio.engine.random.id()
    const content = { title: '', document: paragraph(text), targets: [{ accountId: accounts.bluesky, variant: null }, { accountId: accounts.mastodon, variant: null }], media: [] }
    const { revision } = await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
    await studio.engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'at', localDateTime: `2026-11-21T10:0${String(place + 5)}` }, isRepeatMeant: true })
    postIds.push(postId)
  }
  await studio.engine.ask('studio.saveSettings', { settings: { workOffline: true } })
  await studio.advance(90 * minute)
  await studio.engine.ask('studio.saveSettings', { settings: { workOffline: false } })
  await studio.advance(1_000)
  const read = (postId: string) => studio.engine.ask('posts.read', { workspaceId, postId })
  const states = async (postId: string): Promise<readonly string[]> => (await read(postId)).jobs.map(({ state }) => state)
  return { workspaceId, accounts, postIds, read, states }
}

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['VIGIE_PICTURES']
  if (folder === undefined) return
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.screenshot({ path: `${folder}/${name}-${colorScheme}.png` })
  }
}

const sentOf = (studio: Studio, text: string): readonly number[] => [studio.bluesky.published, studio.mastodon.published].map((published) => published.filter((post) => post.text === text).length)

for (const [language, words] of [
  ['en', { open: 'Decide together…', dialog: 'These have missed their time: what becomes of them?', fateOf: (text: string) => `What becomes of “${text}”`, now: 'Publish now', move: 'New time', drop: 'Do not publish', time: 'New time', confirm: 'Decide 3 posts', said: '1 post is leaving, 1 post has another time and 1 post is given up' }],
  ['fr', { open: 'Décider ensemble…', dialog: /Leur heure est passée.: que deviennent-elles/, fateOf: (text: string) => `Ce que devient «\u00a0${text}\u00a0»`, now: 'Publier maintenant', move: 'Autre heure', drop: 'Ne pas publier', time: 'Nouvelle heure', confirm: 'Décider pour 3 publications', said: '1 publication part, 1 publication a une autre heure et 1 publication est abandonnée' }]
] as const) {
  test(`several missed posts are decided in one go, each its own way, by one key (${language})`, async ({ studio, page }) => {
    const { workspaceId, postIds, states, read } = await miss(studio, ['Late one', 'Late two', 'Late three'], language)
    await studio.open(`#/w/${workspaceId}/outbox`)
    await expect(page.getByRole('button', { name: words.open })).toBeVisible()
    await picture(page, `outbox-${language}`)
    await page.keyboard.press('d')
    const dialog = page.getByRole('dialog', { name: words.dialog })
    await expect(dialog.getByRole('listitem')).toHaveCount(3)
    for (const [text, fate] of [['Late one', words.now], ['Late two', words.move], ['Late three', words.drop]] as const) await dialog.getByRole('group', { name: words.fateOf(text) }).getByRole('button', { name: fate }).click()
    await dialog.getByLabel(words.time).fill('2026-11-24T09:00')
    await expectAccessible(page, 'the dialog about missed posts')
    await picture(page, `together-${language}`)
    await dialog.getByRole('button', { name: words.confirm }).click()
    await expect(page.getByText(words.said)).toBeVisible()
    await expect(page.getByText(language === 'en' ? /^Undo brings back \d: what is given up, or has left, stays so\.$/ : /en ramène \d.: ce qui est abandonné ou déjà parti le reste/)).toBeVisible()
    await picture(page, `decided-${language}`)
    await studio.advance(minute)
    expect([await states(postIds[0]!), await states(postIds[1]!), await states(postIds[2]!)]).toEqual([['published', 'published'], ['queued', 'queued'], ['cancelled', 'cancelled']])
    expect((await read(postIds[1]!)).post.schedule?.localDateTime).toBe('2026-11-24T09:00')
    expect(sentOf(studio, 'Late one')).toEqual([1, 1])
  })
}

for (const [language, words] of [
  ['en', { whole: 'For the whole post, on 2 accounts:', all: 'Publish all now…', dialog: 'It missed its time on 2 accounts: what becomes of it?', confirm: 'Decide 1 post' }],
  ['fr', { whole: /^Pour toute la publication, sur 2 comptes/, all: 'Tout publier maintenant…', dialog: /Heure passée sur 2 comptes/, confirm: 'Décider pour 1 publication' }]
] as const) {
  test(`one missed post is sent on all its accounts with one decision, which the key takes back (${language})`, async ({ studio, page }) => {
    const { workspaceId, accounts, postIds, states, read } = await miss(studio, ['Late one'], language)
    await studio.engine.ask('workspaces.update', { workspaceId, changes: { safety: { undoSeconds: 15 } } })
    await studio.open(`#/w/${workspaceId}/outbox/${(await read(postIds[0]!)).jobs[0]!.id}`)
    const whole = page.getByRole('group', { name: words.whole })
    await picture(page, `whole-${language}`)
    await whole.getByRole('button', { name: words.all }).click()
    const dialog = page.getByRole('dialog', { name: words.dialog })
    await expect(dialog.getByRole('listitem')).toContainText('@mastodon.example')
    await picture(page, `whole-dialog-${language}`)
    await dialog.getByRole('button', { name: words.confirm }).click()
    await expect.poll(() => states(postIds[0]!)).toEqual(['queued', 'queued'])
    await expect(dialog).toHaveCount(0)
    expect(accounts.bluesky).not.toBe(accounts.mastodon)
    await page.keyboard.press('Control+z')
    await expect.poll(() => states(postIds[0]!)).toEqual(['missed', 'missed'])
    await studio.advance(minute)
    expect(sentOf(studio, 'Late one')).toEqual([0, 0])
  })
}

test('what is moved together asks again by the key, each with its own hour', async ({ studio, page }) => {
  const { workspaceId, postIds, states, read } = await miss(studio, ['Late one', 'Late two'])
  const before = await Promise.all(postIds.map(read))
  await studio.open(`#/w/${workspaceId}/outbox`)
  await page.getByRole('button', { name: 'Decide together…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('group', { name: 'All of them:' }).getByRole('button', { name: 'New time' }).click()
  await dialog.getByLabel('New time for all').fill('2026-11-24T09:00')
  await dialog.getByRole('button', { name: 'Decide 2 posts' }).click()
  await expect(page.getByText('2 posts have another time')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('2 posts wait for your decision again')).toBeVisible()
  expect(await Promise.all(postIds.map(states))).toEqual([['missed', 'missed'], ['missed', 'missed']])
  expect(await Promise.all(postIds.map(read))).toEqual(before)
})

for (const language of ['en', 'fr'] as const) {
  test(`the same words twice go once, and the dialog says what did not go and why (${language})`, async ({ studio, page }) => {
    const { workspaceId } = await miss(studio, ['Same words', 'Same words'], language)
    await studio.open(`#/w/${workspaceId}/outbox`)
    await expect(page.getByRole('button', { name: language === 'en' ? 'Decide together…' : 'Décider ensemble…' })).toBeVisible()
    await page.keyboard.press('d')
    await page.getByRole('dialog').getByRole('button', { name: language === 'en' ? 'Publish now' : 'Publier maintenant' }).first().click()
    await page.getByRole('button', { name: language === 'en' ? 'Decide 2 posts' : 'Décider pour 2 publications' }).click()
    const refused = page.getByRole('dialog', { name: language === 'en' ? 'Nothing changed for 2 of them' : 'Rien n’a changé pour 2 d’entre elles' })
    await expect(refused.getByRole('listitem')).toHaveCount(2)
    await expectAccessible(page, 'what was not carried out')
    await picture(page, `refused-${language}`)
    await studio.advance(minute)
    expect(sentOf(studio, 'Same words')).toEqual([1, 1])
    await refused.getByRole('button', { name: language === 'en' ? 'I mean it: do it for these 2 too' : /C’est voulu/ }).click()
    await expect(refused).toHaveCount(0)
    await studio.advance(minute)
    expect(sentOf(studio, 'Same words')).toEqual([2, 2])
  })
}

test('it asks before it publishes as another client than the last time', async ({ studio, page }) => {
  const { workspaceId } = await miss(studio, ['Late one', 'Late two'])
  const other = studio.engine.random.id()
  await studio.engine.ask('workspaces.create', { id: other, name: 'Atelier Brun', colour: 'brick', timeZone: 'Europe/Paris' })
  await studio.engine.ask('studio.saveSettings', { settings: { lastPublishingWorkspaceId: other } })
  await studio.open(`#/w/${workspaceId}/outbox`)
  await expect(page.getByRole('button', { name: 'Decide together…' })).toBeVisible()
  await page.keyboard.press('d')
  await page.getByRole('dialog').getByRole('button', { name: 'Publish now' }).first().click()
  await page.getByRole('button', { name: 'Decide 2 posts' }).click()
  const question = page.getByRole('alertdialog', { name: 'Publish now, as another client?' })
  await expect(question).toContainText('The last time it was Atelier Brun.')
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(question).toHaveCount(0)
  expect(sentOf(studio, 'Late one')).toEqual([0, 0])
  await page.getByRole('button', { name: 'Decide 2 posts' }).click()
  await question.getByRole('button', { name: 'Decide 2 posts' }).click()
  await studio.advance(minute)
  await expect.poll(() => sentOf(studio, 'Late two')).toEqual([1, 1])
})

test('a missed post that was moved asks again by the key: in the outbox, in the calendar and in the composer', async ({ studio, page }) => {
  const { workspaceId, postIds: [postId = ''], states, read } = await miss(studio, ['Late one'])
  const before = await read(postId)
  const asksAgain = async (): Promise<void> => {
    await studio.atRest()
    await page.keyboard.press('Control+z')
    await expect(page.getByText('“Late one” is not going out: it waits for your decision again')).toBeVisible()
    expect(await states(postId)).toEqual(['missed', 'missed'])
    expect((await read(postId)).post.schedule).toEqual(before.post.schedule)
  }
  await studio.open(`#/w/${workspaceId}/outbox/${before.jobs[0]!.id}`)
  await page.getByRole('button', { name: 'Give it a new time' }).click()
  await page.getByRole('dialog').getByLabel('Give it a new time').fill('2026-11-21T15:00')
  await page.getByRole('dialog').getByRole('button', { name: 'Give it a new time' }).click()
  await expect(page.getByText('New time: today, 15:00')).toBeVisible()
  await asksAgain()
  await studio.open(`#/w/${workspaceId}/calendar`)
  await page.getByText('Late one').first().dragTo(page.locator('[data-date="2026-11-25"]').last())
  await expect.poll(() => states(postId)).toEqual(['queued', 'queued'])
  await asksAgain()
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  await page.getByLabel('Date and time').fill('2026-11-21T15:00')
  await page.getByRole('button', { name: 'Change the time' }).click()
  await expect.poll(() => states(postId)).toEqual(['queued', 'queued'])
  await page.getByRole('heading', { level: 1 }).click()
  await asksAgain()
})

for (const language of ['en', 'fr'] as const) {
  test(`a card that is out on one account is dragged for the other one alone, and says so (${language})`, async ({ studio, page }) => {
    const { workspaceId, postIds: [postId = ''], states, read } = await miss(studio, ['Late one'], language)
    const [first] = (await read(postId)).jobs
    await studio.engine.ask('outbox.decide', { workspaceId, jobId: first!.id, decision: 'publish_now' })
    await studio.advance(minute)
    expect((await states(postId)).toSorted()).toEqual(['missed', 'published'])
    await studio.open(`#/w/${workspaceId}/calendar`)
    await page.getByText('Late one').first().dragTo(page.locator('[data-date="2026-11-25"]').last())
    await expect.poll(async () => (await states(postId)).toSorted()).toEqual(['published', 'queued'])
    await expect(page.getByText(language === 'en' ? /^Only what has not left: .*@tideline@mastodon\.example.*What is out stays out\.$/ : /^Seulement ce qui n’est pas parti.*Ce qui est paru le reste\.$/)).toBeVisible()
    await expect(page.locator('[data-date="2026-11-25"]').last()).toContainText('Late one')
    await picture(page, `partly-${language}`)
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await states(postId)).toSorted()).toEqual(['missed', 'published'])
    expect(sentOf(studio, 'Late one')).toEqual([1, 0])
  })
}

for (const [language, words] of [
  ['en', { dialog: 'These have missed their time: what becomes of them?', forAll: 'All of them:', now: 'Publish now', confirm: 'Decide 3 posts', will: '3 posts are leaving', undone: '3 posts wait for your decision again' }],
  ['fr', { dialog: /Leur heure est passée.: que deviennent-elles/, forAll: /^Pour toutes/, now: 'Publier maintenant', confirm: 'Décider pour 3 publications', will: '3 publications partent', undone: '3 publications attendent de nouveau votre décision' }]
] as const) {
  test(`several that were told to leave together are taken back by one key while none has left (${language})`, async ({ studio, page }) => {
    const { workspaceId, postIds, states } = await miss(studio, ['Late one', 'Late two', 'Late three'], language)
    await studio.engine.ask('workspaces.update', { workspaceId, changes: { safety: { undoSeconds: 15 } } })
    await studio.open(`#/w/${workspaceId}/outbox`)
    await page.keyboard.press('d')
    const dialog = page.getByRole('dialog', { name: words.dialog })
    await dialog.getByRole('group', { name: words.forAll }).getByRole('button', { name: words.now }).click()
    await dialog.getByRole('button', { name: words.confirm }).click()
    await expect(page.getByText(words.will)).toBeVisible()
    await picture(page, `leaving-together-${language}`)
    await page.keyboard.press('Control+z')
    await expect(page.getByText(words.undone)).toBeVisible()
    await picture(page, `back-together-${language}`)
    for (const postId of postIds) expect(await states(postId)).toEqual(['missed', 'missed'])
    await studio.advance(minute)
    expect(['Late one', 'Late two', 'Late three'].flatMap((text) => sentOf(studio, text))).toEqual([0, 0, 0, 0, 0, 0])
  })
}
