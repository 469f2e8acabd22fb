import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient } from './support/fill-client.ts'
import { startAt, test, type Studio } from './support/studio-test.ts'

const [channel, guild, bot, tom] = ['1180000000000000001', '1180000000000000002', '1180000000000000003', '1180000000000000009']
const api = 'https://discord.com/api/v10'

/** A channel of Discord with a bot, where Tom has answered it; what the bot does to him is kept. */
async function connectDiscord({ engine, web }: Studio, workspaceId: string): Promise<readonly unknown[]> {
  const acts: unknown[] = []
  const own = { id: '1180000000000000010', content: 'Low tide at nine', timestamp: new Date(startAt - 7_200_000).toISOString(), author: { id: bot, username: 'tideline', bot: true }, mentions: [] }
  const said = { id: '1180000000000000011', content: 'You are all fools', timestamp: new Date(startAt - 3_600_000).toISOString(), author: { id: tom, username: 'tom', global_name: 'Tom' }, mentions: [], referenced_message: own }
  web.set(`${api}/users/@me`, () => ({ status: 200, json: own.author }))
  web.set(`${api}/channels/${channel}`, () => ({ status: 200, json: { id: channel, type: 0, name: 'tides', guild_id: guild } }))
  web.set(`${api}/channels/${channel}/messages`, () => ({ status: 200, json: [said, own] }))
  web.set(`${api}/guilds/${guild}/members/${tom}`, ({ method, body }) => {
    if (method === 'PATCH') acts.push(JSON.parse(typeof body === 'string' ? body : '{}'))
    return { status: 200, json: { user: said.author } }
  })
  await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'discord', serverUrl: 'https://discord.com', identifier: channel, appPassword: 'MTE4MDAwMDAwMDAwMDAwMDAwMw.paper.aaaaaaaaaaaaaaaaaaaa' })
  await engine.ask('inbox.refresh', { workspaceId })
  return acts
}

const words = {
  en: { more: 'More for this message', keep: 'Keep Tom from writing', day: '1 day', confirm: 'Keep from writing', until: /^Cannot write until .+/, again: 'Let Tom write again' },
  fr: { more: 'Autres actions sur ce message', keep: 'Empêcher Tom d’écrire', day: '1 jour', confirm: 'Empêcher d’écrire', until: /^Ne peut pas écrire avant le .+/, again: 'Laisser Tom écrire de nouveau' }
} as const

async function choose(page: Page, more: string, name: string): Promise<void> {
  await page.getByRole('button', { name: more }).last().click()
  await page.getByRole('menuitem', { name, exact: true }).click()
}

for (const language of ['en', 'fr'] as const) {
  test(`somebody on Discord is kept from writing for as long as is chosen, and let write again, in ${language}`, async ({ studio, page }) => {
    const { workspaceId } = await fillClient(studio, language)
    const { more, keep, day, confirm, until, again } = words[language]
    await studio.engine.ask('studio.saveSettings', { settings: { language } })
    const acts = await connectDiscord(studio, workspaceId)
    await studio.open(`#/w/${workspaceId}/inbox`)
    await page.getByRole('option').filter({ hasText: 'Tom' }).click()
    await choose(page, more, keep)
    const question = page.getByRole('alertdialog')
    await question.getByRole('radio', { name: day, exact: true }).click()
    await expectAccessible(page, 'how long somebody is kept from writing')
    if (process.env['VIGIE_PICTURES'] !== undefined) await page.screenshot({ path: `${process.env['VIGIE_PICTURES']}/silence-${language}.png` })
    await question.getByRole('button', { name: confirm }).click()
    await expect(page.getByText(until)).toBeVisible()
    if (process.env['VIGIE_PICTURES'] !== undefined) await page.screenshot({ path: `${process.env['VIGIE_PICTURES']}/silenced-${language}.png` })
    const [first] = acts as [{ communication_disabled_until: string }]
    expect(Math.round((Date.parse(first.communication_disabled_until) - startAt) / 3_600_000)).toBe(24)
    await choose(page, more, again)
    await expect(page.getByText(until)).toBeHidden()
    await expect.poll(() => acts.at(-1)).toEqual({ communication_disabled_until: null })
  })
}
