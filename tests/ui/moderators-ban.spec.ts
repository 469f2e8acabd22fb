import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { connectReddit } from './support/connect-reddit.ts'
import { fillClient } from './support/fill-client.ts'
import { startAt, test } from './support/studio-test.ts'

const words = {
  en: { more: 'More for this message', ban: 'Ban tom', unban: 'Lift the ban on tom', days: '7 days', confirm: 'Ban', banned: /^Banned until /, mute: 'Keep tom from writing to the moderators', three: /For three days/, keep: 'Keep from writing', muted: /^Cannot write to the moderators until / },
  fr: { more: 'Autres actions sur ce message', ban: 'Bannir tom', unban: 'Lever le bannissement de tom', days: '7 jours', confirm: 'Bannir', banned: /^Banni jusqu’au /, mute: 'Empêcher tom d’écrire aux modérateurs', three: /Pendant trois jours/, keep: 'Empêcher d’écrire', muted: /^Ne peut pas écrire aux modérateurs avant / }
} as const

for (const language of ['en', 'fr'] as const) {
  test(`a moderator on Reddit bans somebody for a week by keyboard, mutes them and lifts the ban, and nobody elsewhere, in ${language}`, async ({ studio, page }, info) => {
    const { workspaceId } = await fillClient(studio, language)
    const { more, ban, unban, days, confirm, banned, mute, three, keep, muted } = words[language]
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const comment = (name: string, author: string, subreddit: string): object => ({ kind: 't1', data: { name, author, subreddit, body: `Buy from ${author}`, parent_id: 't3_low', link_id: 't3_low', type: 'post_reply', context: `/r/${subreddit}/comments/low/tide/${name.slice(3)}/`, permalink: `/r/${subreddit}/comments/low/tide/${name.slice(3)}/`, created_utc: startAt / 1000 - 3_600, can_mod_post: true } })
    const asked: unknown[] = []
    await connectReddit(studio, workspaceId)
    for (const path of ['/message/inbox', '/api/info']) {
      studio.web.set(`https://oauth.reddit.com${path}`, ({ url }) => {
        const id = new URL(url).searchParams.get('id') ?? 't1_a,t1_b'
        return { status: 200, json: { kind: 'Listing', data: { after: null, children: [...(id.includes('t1_a') ? [comment('t1_a', 'tom', 'poterie')] : []), ...(id.includes('t1_b') ? [comment('t1_b', 'zoe', 'jardin')] : [])] } } }
      })
    }
    for (const [place, permissions] of [['poterie', ['posts', 'access']], ['jardin', ['posts']]] as const) {
      studio.web.set(`https://oauth.reddit.com/r/${place}/about/moderators`, () => ({ status: 200, json: { kind: 'UserList', data: { children: [{ name: 'lea', mod_permissions: permissions }] } } }))
      for (const what of ['friend', 'unfriend']) {
        studio.web.set(`https://oauth.reddit.com/r/${place}/api/${what}`, ({ body }) => {
          const form = new URLSearchParams(typeof body === 'string' ? body : '')
          asked.push([place, what, form.get('type'), form.get('name'), form.get('duration')])
          return { status: 200, json: { json: { errors: [] } } }
        })
      }
    }
    await studio.engine.ask('inbox.refresh', { workspaceId })
    await studio.open(`#/w/${workspaceId}/inbox`)

    await page.getByRole('option').filter({ hasText: 'Buy from zoe' }).click()
    await expect(page.getByRole('listitem').filter({ hasText: 'Buy from zoe' })).toBeVisible()
    await page.getByRole('button', { name: more }).last().press('Enter')
    await expect(page.getByRole('menuitem').first()).toBeVisible()
    await expect(page.getByRole('menuitem', { name: /^(Ban|Bannir) zoe/ })).toHaveCount(0)
    await page.keyboard.press('Escape')

    await page.getByRole('option').filter({ hasText: 'Buy from tom' }).click()
    await expect(page.getByRole('listitem').filter({ hasText: 'Buy from tom' })).toBeVisible()
    await page.getByRole('button', { name: more }).last().press('Enter')
    await page.screenshot({ path: info.outputPath(`menu-${language}.png`) })
    await page.getByRole('menuitem', { name: ban }).press('Enter')
    await expect(page.getByText('r/poterie').first()).toBeVisible()
    await page.getByRole('radio', { name: days }).press('Space')
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await expectAccessible(page, `banning somebody, ${colorScheme}`)
      await page.screenshot({ path: info.outputPath(`ban-${colorScheme}-${language}.png`) })
    }
    await page.getByRole('button', { name: confirm, exact: true }).press('Enter')
    await studio.advance(60_000)
    await expect.poll(() => asked.at(-1)).toEqual(['poterie', 'friend', 'banned', 'tom', '7'])
    await expect(page.getByText(banned)).toBeVisible()

    await page.getByRole('button', { name: more }).last().press('Enter')
    await page.getByRole('menuitem', { name: mute }).press('Enter')
    await expect(page.getByText(three)).toBeVisible()
    await expectAccessible(page, 'keeping somebody from writing to the moderators')
    await page.screenshot({ path: info.outputPath(`mute-${language}.png`) })
    await page.getByRole('button', { name: keep, exact: true }).press('Enter')
    await studio.advance(60_000)
    await expect.poll(() => asked.at(-1)).toEqual(['poterie', 'friend', 'muted', 'tom', null])
    await expect(page.getByText(muted)).toBeVisible()
    await page.screenshot({ path: info.outputPath(`marks-${language}.png`) })

    await page.getByRole('button', { name: more }).last().press('Enter')
    await page.getByRole('menuitem', { name: unban }).press('Enter')
    await studio.advance(60_000)
    await expect.poll(() => asked.at(-1)).toEqual(['poterie', 'unfriend', 'banned', 'tom', null])
    await expect(page.getByText(banned)).toHaveCount(0)
  })
}
