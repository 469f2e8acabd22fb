import { expect } from '@playwright/test'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test } from './support/studio-test.ts'

const secret = 'the-secret-of-the-key'

for (const language of ['en', 'fr'] as const) {
  const isEnglish = language === 'en'
  const words = isEnglish
    ? { connect: 'Connect an account', network: /A channel, by a key that its owner makes/, open: 'Open Dailymotion Studio', channel: 'Channel', category: 'Category of the videos', music: 'Music', kids: 'Not for children', key: 'API key', secret: 'API secret', submit: 'Connect', wrong: 'Dailymotion does not know this key, or it lacks a right.', other: 'The key does not open this channel, or it opens several.', connected: 'Tideline Books · music is connected' }
    : { connect: 'Connecter un compte', network: /Une chaîne, par une clé que son propriétaire crée/, open: 'Ouvrir Dailymotion Studio', channel: 'Chaîne', category: 'Catégorie des vidéos', music: 'Musique', kids: 'Pas pour les enfants', key: 'Clé API', secret: 'Secret de la clé', submit: 'Connecter', wrong: 'Dailymotion ne connaît pas cette clé, ou il lui manque un droit.', other: 'La clé n’ouvre pas cette chaîne, ou elle en ouvre plusieurs.', connected: 'Tideline Books · music est connecté' }

  test(`a channel of Dailymotion is connected by its key, with a category and an audience (${language})`, async ({ studio, page }) => {
    const { web, engine } = studio
    await engine.ask('studio.saveSettings', { settings: { language } })
    web.set('https://oauth2.dailymotion.com/v2/token', ({ body }) => {
      const form = new URLSearchParams(typeof body === 'string' ? body : '')
      return form.get('client_secret') === secret ? { status: 200, json: { access_token: 'access-of-lea', token_type: 'Bearer', expires_in: 36_000 } } : { status: 401, json: { error: 'invalid_client' } }
    })
    web.set('https://api.dailymotion.com/v2/me', () => ({ status: 200, json: { user_id: 'u1', profiles: [{ profile_id: 'x1', name: 'Tideline Books' }, { profile_id: 'x2', name: 'Tideline Café' }] } }))
    const { workspaceId } = await fillClient(studio, language)
    await studio.open(`#/w/${workspaceId}/accounts`)
    await page.getByRole('button', { name: words.connect }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: words.network }).click()
    await dialog.getByRole('button', { name: words.open }).click()
    await expect.poll(() => studio.opened).toContain('https://www.dailymotion.com/partner/api-keys/')
    await expectAccessible(page, 'the form of Dailymotion')

    const submit = dialog.getByRole('button', { name: words.submit, exact: true })
    await dialog.getByLabel(words.key, { exact: true }).fill('key-of-tideline')
    await dialog.getByLabel(words.secret, { exact: true }).fill('wrong')
    // Nobody but the person says what the videos are, and whom they are made for.
    await expect(submit).toBeDisabled()
    await dialog.getByRole('combobox', { name: words.category }).click()
    await page.getByRole('option', { name: words.music, exact: true }).click()
    await expect(submit).toBeDisabled()
    await dialog.getByRole('radio', { name: words.kids }).click()
    await submit.click()
    await expect(dialog.getByText(words.wrong)).toBeVisible()
    await dialog.getByLabel(words.secret, { exact: true }).fill(secret)
    await submit.click()
    await expect(dialog.getByText(words.other)).toBeVisible()
    await dialog.getByLabel(words.channel, { exact: true }).fill('https://www.dailymotion.com/X1')
    await submit.click()
    await expect(page.getByText(words.connected)).toBeVisible()

    const account = (await engine.ask('accounts.list', { workspaceId })).accounts.find(({ networkId }) => networkId === 'dailymotion')!
    expect(account).toMatchObject({ displayName: 'Tideline Books', remoteId: 'x1/music', state: 'connected' })
    expect(engine.logLines.join('\n')).not.toMatch(/the-secret|of-lea/)

    // What Dailymotion does not take is said before anything is planned; the preview is its own page of a video.
    const postId = engine.random.id()
    await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: 'Low tide', document: paragraph('A walk along the quay #tideline'), targets: [{ accountId: account.id, variant: null }], media: [] } })
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    await expect(page.getByRole('article').getByRole('heading', { name: 'Low tide' })).toBeVisible()
    await expect(page.getByText(isEnglish ? 'Dailymotion publishes videos: add one' : 'Dailymotion publie des vidéos\u00a0: ajoutez-en une')).toBeVisible()

    // Nothing of the interface takes a key back: the person is told where it ends.
    await studio.open(`#/w/${workspaceId}/accounts`)
    await page.getByRole('row', { name: /atelier|Tideline Books · music/ }).getByRole('button').last().click()
    await page.getByRole('menuitem', { name: isEnglish ? 'Remove' : 'Retirer' }).click()
    await expect(page.getByRole('alertdialog')).toContainText(isEnglish ? /The API key stays valid\. .* Dailymotion Studio/ : /La clé API reste valable\. .* Dailymotion Studio/)
  })
}
