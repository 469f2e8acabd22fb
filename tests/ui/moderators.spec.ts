import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { connectReddit } from './support/connect-reddit.ts'
import { fillClient } from './support/fill-client.ts'
import { startAt, test } from './support/studio-test.ts'

const words = {
  en: { more: 'More for this message', hide: 'Hide it from others', show: 'Show it to others again', hidden: 'Hidden from others', lock: 'Close it to answers', unlock: 'Open it to answers again', locked: 'Closed to answers' },
  fr: { more: 'Autres actions sur ce message', hide: 'Masquer aux autres', show: 'Montrer de nouveau aux autres', hidden: 'Masqué aux autres', lock: 'Fermer ce message aux réponses', unlock: 'Rouvrir ce message aux réponses', locked: 'Fermé aux réponses' }
} as const

for (const language of ['en', 'fr'] as const) {
  test(`a moderator on Reddit hides a comment by keyboard and shows it again, and no comment elsewhere, in ${language}`, async ({ studio, page }, info) => {
    const { workspaceId } = await fillClient(studio, language)
    const { more, hide, show, hidden } = words[language]
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const comment = (name: string, author: string, rest: object = {}): object => ({ kind: 't1', data: { name, author, body: `Buy from ${author}`, parent_id: 't3_low', link_id: 't3_low', type: 'post_reply', context: `/r/books/comments/low/tide/${name.slice(3)}/`, created_utc: startAt / 1000 - 3_600, ...rest } })
    const listing = (...children: readonly object[]) => ({ status: 200, json: { kind: 'Listing', data: { after: null, children } } })
    const acts: unknown[] = []
    const noted = (path: string) => studio.web.set(`https://oauth.reddit.com${path}`, ({ body }) => {
      acts.push([path, new URLSearchParams(typeof body === 'string' ? body : '').get('id')])
      return { status: 200, json: {} }
    })
    await connectReddit(studio, workspaceId)
    studio.web.set('https://oauth.reddit.com/message/inbox', () => listing(comment('t1_a', 'tom'), comment('t1_b', 'zoe')))
    studio.web.set('https://oauth.reddit.com/api/info', () => listing(comment('t1_a', 'tom', { can_mod_post: true }), comment('t1_b', 'zoe', { can_mod_post: false })))
    noted('/api/remove')
    noted('/api/approve')
    await studio.engine.ask('inbox.refresh', { workspaceId })
    await studio.open(`#/w/${workspaceId}/inbox`)

    await page.getByRole('option').filter({ hasText: 'Buy from zoe' }).click()
    await expect(page.getByRole('listitem').filter({ hasText: 'Buy from zoe' })).toBeVisible()
    await page.getByRole('button', { name: more }).last().press('Enter')
    await expect(page.getByRole('menuitem').first()).toBeVisible()
    await expect(page.getByRole('menuitem', { name: hide })).toHaveCount(0)
    await page.keyboard.press('Escape')

    await page.getByRole('option').filter({ hasText: 'Buy from tom' }).click()
    await expect(page.getByRole('listitem').filter({ hasText: 'Buy from tom' })).toBeVisible()
    for (const [place, [name, path]] of ([[hide, '/api/remove'], [show, '/api/approve']] as const).entries()) {
      if (place === 1) await page.emulateMedia({ colorScheme: 'dark' })
      await page.getByRole('button', { name: more }).last().press('Enter')
      await expect(page.getByRole('menuitem', { name })).toBeVisible()
      await expectAccessible(page, `what a moderator may, ${place === 0 ? 'light' : 'dark'}`)
      await page.screenshot({ path: info.outputPath(`${place === 0 ? 'light' : 'dark'}-${language}.png`) })
      await page.getByRole('menuitem', { name }).press('Enter')
      await studio.advance(60_000)
      await expect.poll(() => acts.at(-1)).toEqual([path, 't1_a'])
      await expect(page.getByText(hidden)).toHaveCount(place === 0 ? 1 : 0)
    }
  })

  test(`a moderator on Reddit closes a comment to answers by keyboard and opens it again, in ${language}`, async ({ studio, page }, info) => {
    const { workspaceId } = await fillClient(studio, language)
    const { more, lock, unlock, locked } = words[language]
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    let isLocked = false
    const comment = (): object => ({ kind: 't1', data: { name: 't1_a', author: 'tom', body: 'Buy from tom', parent_id: 't3_low', link_id: 't3_low', type: 'post_reply', context: '/r/books/comments/low/tide/a/', created_utc: startAt / 1000 - 3_600, can_mod_post: true, locked: isLocked } })
    const listing = () => ({ status: 200, json: { kind: 'Listing', data: { after: null, children: [comment()] } } })
    await connectReddit(studio, workspaceId)
    for (const path of ['/message/inbox', '/api/info']) studio.web.set(`https://oauth.reddit.com${path}`, listing)
    for (const [path, to] of [['/api/lock', true], ['/api/unlock', false]] as const) {
      studio.web.set(`https://oauth.reddit.com${path}`, () => {
        isLocked = to
        return { status: 200, json: {} }
      })
    }
    await studio.engine.ask('inbox.refresh', { workspaceId })
    await studio.open(`#/w/${workspaceId}/inbox`)
    await page.getByRole('option').filter({ hasText: 'Buy from tom' }).click()
    await expect(page.getByRole('listitem').filter({ hasText: 'Buy from tom' })).toBeVisible()
    for (const [place, name] of [lock, unlock].entries()) {
      if (place === 1) await page.emulateMedia({ colorScheme: 'dark' })
      await page.getByRole('button', { name: more }).last().press('Enter')
      await expect(page.getByRole('menuitem', { name })).toBeVisible()
      await expectAccessible(page, `closing to answers, ${place === 0 ? 'light' : 'dark'}`)
      await page.screenshot({ path: info.outputPath(`${place === 0 ? 'light' : 'dark'}-${language}.png`) })
      await page.getByRole('menuitem', { name }).press('Enter')
      await studio.advance(60_000)
      await expect.poll(() => isLocked).toBe(place === 0)
      await expect(page.getByText(locked, { exact: true })).toHaveCount(place === 0 ? 1 : 0)
    }
  })
}
