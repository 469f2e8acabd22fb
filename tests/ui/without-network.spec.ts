import { expect } from '@playwright/test'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test, type Studio } from './support/studio-test.ts'

/** An account on this computer, as on the practice network. */
async function connectHere({ engine, bluesky }: Studio, workspaceId: string): Promise<string> {
  bluesky.invite('here', { displayName: 'On this computer', handle: '@here', serverUrl: 'http://practice.localhost' })
  return (await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'bluesky', serverUrl: 'http://practice.localhost', identifier: 'here', appPassword: 'paper' })).id
}

async function draftFor({ engine }: Studio, workspaceId: string, text: string, accountIds: readonly string[]): Promise<string> {
  const postId = engine.random.id()
  await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph(text), targets: accountIds.map((accountId) => ({ accountId, variant: null })), media: [] } })
  return postId
}

test('without a network says of each post whether it leaves: the practice network is on this computer', async ({ studio, page }) => {
  const { workspaceId, accounts } = await fillClient(studio, 'en')
  const here = await connectHere(studio, workspaceId)
  await studio.engine.ask('workspaces.update', { workspaceId, changes: { safety: { undoSeconds: 15 } } })
  const own = await draftFor(studio, workspaceId, 'For this computer', [here])
  const away = await draftFor(studio, workspaceId, 'For the network', [accounts.bluesky])
  const both = await draftFor(studio, workspaceId, 'For both', [accounts.mastodon, here])
  await studio.engine.askAsMain('engine.networkHint', { online: false })
  const remark = page.getByText(/^(No connection|Offline): /)
  const question = page.getByRole('alertdialog')
  const strip = page.getByRole('status', { name: 'About to leave' })

  await studio.open(`#/w/${workspaceId}/compose/${away}`)
  await expect(page.getByRole('button', { name: 'No connection' })).toBeVisible()
  await expect(remark).toHaveText('No connection: it leaves once there is one.')
  await page.getByRole('button', { name: 'Publish once back online' }).click()
  await expect(question).toContainText('There is no connection: it goes out as soon as there is one, to:')
  await question.getByRole('button', { name: 'Publish once back online' }).click()
  await expect(strip).toContainText('leaves once back online')
  await expect(page.getByRole('main')).toContainText('Leaves once back online')

  await studio.goTo(`#/w/${workspaceId}/compose/${both}`)
  await expect(remark).toHaveText('Offline: accounts on this computer and cards for publishing by hand do not wait; the others follow once there is a connection.')
  await page.getByRole('button', { name: 'Publish now' }).click()
  await expect(question).toContainText('at once for accounts on this computer and cards for publishing by hand, to the others as soon as there is a connection')
  await question.getByRole('button', { name: 'Cancel' }).click()

  await studio.goTo(`#/w/${workspaceId}/compose/${own}`)
  await expect(remark).toHaveCount(0)
  await page.getByRole('button', { name: 'Publish now' }).click()
  await expect(question).toContainText('You have 15 seconds to take it back; then it goes out to:')
  await question.getByRole('button', { name: 'Publish now' }).click()
  await expect(strip).toContainText(/leaves in \d+ s/)
  await studio.advance(16_000)
  expect(studio.bluesky.published.map(({ text }) => text)).toEqual(expect.arrayContaining(['For this computer']))
  expect(studio.bluesky.published.map(({ text }) => text)).not.toContain('For the network')
})
