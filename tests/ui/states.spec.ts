import { expect } from '@playwright/test'
import type { RequestName } from '../../shared/contract/request-map.ts'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

interface ScreenStates {
  readonly path: string
  readonly heading: string
  /** What the screen asks for; it waits for the answer and says when there is none. */
  readonly asks: RequestName
  /** A word of the filled screen. */
  readonly filled: string
  /** What a new client sees there. */
  readonly empty: string
}

const screens: readonly ScreenStates[] = [
  { path: 'calendar', heading: 'Calendar', asks: 'posts.list', filled: 'Bookbinding workshop', empty: 'No draft waits' },
  { path: 'inbox', heading: 'Inbox', asks: 'inbox.page', filled: 'John Pascoe', empty: 'Nothing connected yet' },
  { path: 'watch', heading: 'Watch', asks: 'watch.overview', filled: 'The bookshops that stand up to the sea', empty: 'Nothing followed yet' },
  { path: 'outbox', heading: 'Outbox', asks: 'outbox.list', filled: 'leek and haddock', empty: 'Nothing to go out' },
  { path: 'accounts', heading: 'Accounts', asks: 'accounts.list', filled: '@tideline@mastodon.example', empty: 'No account connected yet' },
  { path: 'compose', heading: 'New post', asks: 'posts.read', filled: '@tideline.bsky.social', empty: 'No account to publish on yet' }
]

test('every screen shows what is there', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.open()
  for (const { path, heading, filled } of screens) {
    await studio.goTo(`#/w/${workspaceId}/${path}`)
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
    await expect(page.getByText(filled).first(), path).toBeVisible()
  }
  await studio.goTo(`#/w/${workspaceId}/settings`)
  await expect(page.getByLabel('Name of the client')).toHaveValue('Tideline Books & Coffee')
})

test('every screen says what belongs there while it is empty', async ({ studio, page }) => {
  const workspaceId = studio.engine.random.id()
  await studio.engine.ask('workspaces.create', { id: workspaceId, name: 'Les Amarres', colour: 'moss', timeZone: 'Europe/Paris' })
  await studio.open()
  for (const { path, empty } of screens) {
    await studio.goTo(`#/w/${workspaceId}/${path}`)
    await expect(page.getByRole('main').getByText(empty), path).toBeVisible()
  }
})

test('every screen says what failed, and asks again on demand', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/settings`)
  for (const { path, asks, filled } of screens) {
    studio.disturb(asks, 'database_damaged')
    await studio.goTo(`#/w/${workspaceId}/${path}`)
    const retry = page.getByRole('main').getByRole('button', { name: 'Try again' })
    await expect(retry, path).toBeVisible()
    studio.disturb(asks, null)
    await retry.click()
    await expect(page.getByText(filled).first(), path).toBeVisible()
    // Elsewhere and back: the next screen asks anew.
    await studio.goTo(`#/w/${workspaceId}/settings`)
  }
})

test('every screen stands while its answer is awaited', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/settings`)
  for (const { path, asks } of screens.filter(({ path: each }) => each !== 'calendar')) {
    studio.disturb(asks, 'hangs')
    await studio.goTo(`#/w/${workspaceId}/${path}`)
    await expect(page.getByRole('main').getByRole('status').filter({ hasText: 'Loading' }).first(), path).toBeAttached()
    studio.disturb(asks, null)
  }
})

test('goes on offline: writes, schedules, waits, and sends when the network is back', async ({ studio, page }) => {
  const { workspaceId, draftIds, texts } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/compose/${draftIds[1]}`)
  await page.getByRole('button', { name: 'Online' }).click()
  await page.getByRole('menuitem', { name: 'Work offline' }).click()
  await expect(page.getByRole('button', { name: 'Working offline' })).toBeVisible()
  const remark = page.getByText(/^You chose to work offline: posts wait here/)
  await expect(remark).toBeVisible()
  await page.getByRole('button', { name: 'Go back online' }).click()
  await expect(remark).toHaveCount(0)
  await page.getByRole('button', { name: 'Online' }).click()
  await page.getByRole('menuitem', { name: 'Work offline' }).click()
  await page.getByRole('button', { name: 'Publish once back online' }).click()
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText('once back online?')
  await expect(question).toContainText('You work offline')
  await question.getByRole('button', { name: 'Publish once back online' }).click()
  await studio.advance(2_000)
  await expect(page.getByRole('region', { name: 'Where it stands' }).getByText('Once back online')).toHaveCount(2)
  for (const { path, filled } of screens.slice(0, 4)) {
    await studio.goTo(`#/w/${workspaceId}/${path}`)
    await expect(page.getByText(filled).first()).toBeVisible()
  }
  expect(studio.bluesky.published.map(({ text }) => text)).not.toContain(texts.drafts[1])
  await page.getByRole('button', { name: 'Working offline' }).click()
  await page.getByRole('menuitem', { name: 'Go back online' }).click()
  await studio.advance(5_000)
  expect(studio.bluesky.published.filter(({ text }) => text === texts.drafts[1])).toHaveLength(1)
})

test('says in the outbox what failed, what is uncertain and what was missed', async ({ studio, page }) => {
  const { workspaceId, draftIds } = await fillClient(studio, 'en')
  const publish = async (postId: string): Promise<void> => {
    const { post } = await studio.engine.ask('posts.read', { workspaceId, postId })
    await studio.engine.ask('posts.schedule', { workspaceId, postId, revision: post.revision, when: { kind: 'now' } })
    await studio.advance(1_500)
  }
  studio.bluesky.nextSends('rejected')
  await publish(draftIds[0]!)
  studio.bluesky.nextSends('cut')
  await publish(draftIds[1]!)
  await studio.open(`#/w/${workspaceId}/outbox`)
  await page.getByRole('button').filter({ hasText: 'Refused' }).first().click()
  await expect(page.getByText('It did not go out.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
  await page.getByRole('button').filter({ hasText: 'Outcome unknown' }).first().click()
  await expect(page.getByText('Vigie looks for it on the network')).toBeVisible()
  await page.getByRole('button', { name: 'It is there', exact: true }).click()
  await expect(page.getByText('Noted')).toBeVisible()
})

test('what nobody can tell is shown beside the last posts of its account, and the person decides', async ({ studio, page }) => {
  const { workspaceId, draftIds, texts } = await fillClient(studio, 'en')
  const { post } = await studio.engine.ask('posts.read', { workspaceId, postId: draftIds[1]! })
  // Its key lets it be sent again, until it is too late for that.
  await studio.engine.ask('workspaces.update', { workspaceId, changes: { lateGraceMinutes: 0 } })
  for (let count = 0; count < 12; count += 1) studio.bluesky.nextSends('cut')
  await studio.engine.ask('posts.schedule', { workspaceId, postId: post.id, revision: post.revision, when: { kind: 'now' } })
  await studio.advance(10 * 60_000)
  await studio.open(`#/w/${workspaceId}/outbox`)
  await page.getByRole('button').filter({ hasText: 'Outcome unknown' }).first().click()
  const beside = page.getByRole('region', { name: 'Is it among them?' })
  await expect(beside.getByRole('heading', { name: 'What was sent' })).toBeVisible()
  await expect(beside.getByText(texts.drafts[1]!).first()).toBeVisible()
  await expect(beside.getByRole('heading', { name: 'Last on this account' })).toBeVisible()
  await page.getByRole('button', { name: 'It is there', exact: true }).click()
  await expect(beside).toBeHidden()
})

for (const language of ['en', 'fr'] as const) {
  test(`a post with the same words that is another one is named beside what nobody can tell (${language})`, async ({ studio, page }) => {
    const { workspaceId, draftIds } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    await studio.engine.ask('workspaces.update', { workspaceId, changes: { lateGraceMinutes: 0 } })
    const { post } = await studio.engine.ask('posts.read', { workspaceId, postId: draftIds[1]! })
    const [account] = post.targets
    for (const fate of ['arrives', 'cut'] as const) {
      if (fate === 'cut') for (let count = 0; count < 12; count += 1) studio.bluesky.nextSends('cut')
      const postId = studio.engine.random.id()
      const { revision } = await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: post.document, targets: [account!], media: [] } })
      await studio.engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' }, isRepeatMeant: true })
      await studio.advance(10 * 60_000)
    }
    await studio.open(`#/w/${workspaceId}/outbox`)
    await page.getByRole('button').filter({ hasText: language === 'fr' ? 'Issue inconnue' : 'Outcome unknown' }).first().click()
    const beside = page.getByRole('region', { name: language === 'fr' ? 'Est-elle parmi elles' : 'Is it among them?' })
    await expect(beside.getByText(language === 'fr' ? /Vigie connaît celle-ci/ : /Vigie knows this one: it is another post, planned for/)).toHaveCount(1)
    await expectAccessible(page, 'the same words beside what nobody can tell')
  })
}

test('says what to do without a keychain, and goes on without', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  studio.environment.secretStore = { state: 'missing', backend: '' }
  await studio.open(`#/w/${workspaceId}/calendar`)
  await expect(page.getByRole('status').filter({ hasText: 'keychain' }).first()).toBeVisible()
  await expect(page.getByText('leek and haddock')).toBeVisible()
})

test('says that the engine restarts, and what to do when it does not', async ({ studio, page }) => {
  const { workspaceId } = await fillClient(studio, 'en')
  await studio.open(`#/w/${workspaceId}/inbox`)
  studio.push('engine.changed', { state: 'silent' })
  await expect(page.getByText('The engine does not answer.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Restart the engine' })).toBeVisible()
  studio.push('engine.changed', { state: 'restarting' })
  await expect(page.getByText('The engine restarts.')).toBeVisible()
  studio.push('engine.changed', { state: 'failed' })
  await expect(page.getByRole('button', { name: 'Restart' })).toBeVisible()
  studio.push('engine.changed', { state: 'ready' })
  await expect(page.getByText('John Pascoe')).toBeVisible()
})
