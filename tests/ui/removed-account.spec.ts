import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['VIGIE_PICTURES']
  if (folder === undefined) return
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.screenshot({ path: `${folder}/${name}-${colorScheme}.png` })
  }
}

for (const [language, words] of [
  ['en', { done: 'Done', removed: 'removed', export: 'Export as CSV' }],
  ['fr', { done: 'Terminé', removed: 'retiré', export: 'Exporter en CSV' }]
] as const) {
  test(`what went out from an account that was removed since goes on bearing its name (${language})`, async ({ studio, page }) => {
    const { workspaceId, draftIds } = await fillClient(studio, language)
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const postId = draftIds[0]!
    const { post } = await studio.engine.ask('posts.read', { workspaceId, postId })
    await studio.engine.ask('posts.schedule', { workspaceId, postId, revision: post.revision, when: { kind: 'now' } })
    await studio.advance(60_000)
    const [job] = (await studio.engine.ask('posts.read', { workspaceId, postId })).jobs
    const { accounts } = await studio.engine.ask('accounts.list', { workspaceId })
    const { handle } = accounts.find(({ id }) => id === job!.accountId)!
    await studio.engine.ask('accounts.remove', { workspaceId, accountId: job!.accountId })

    await studio.open(`#/w/${workspaceId}/outbox/${job!.id}`)
    const story = page.getByRole('article')
    await expect(story).toContainText(handle)
    await expect(story.getByText(words.removed, { exact: true })).toBeVisible()
    await page.getByRole('button', { name: words.done, exact: true }).click()
    await expect(page.getByRole('listitem').filter({ hasText: `· ${words.removed} · ` }).filter({ hasText: handle }).first()).toBeVisible()
    await expect(page.getByRole('main')).not.toContainText('· —')
    await expectAccessible(page, 'the ledger of an account that was removed')
    await picture(page, `removed-ledger-${language}`)

    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: words.export }).click()])
    expect(await readFile(await download.path(), 'utf8')).toContain(`${handle}, ${words.removed}`)

    await studio.open(`#/w/${workspaceId}/calendar`)
    await expect(page.getByTitle(new RegExp(`${handle.replaceAll('.', '\\.')}.*, ${words.removed}`)).first()).toBeVisible()
    await picture(page, `removed-calendar-${language}`)
  })
}
