import { expect, type Page } from '@playwright/test'
import { sniffedBytes } from '../../shared/media/sniff-media.ts'
import { tinyMp4 } from '../support/tiny-videos.ts'
import { expectAccessible } from './support/check-accessibility.ts'
import { fillClient, paragraph } from './support/fill-client.ts'
import { test, type Studio } from './support/studio-test.ts'

const api = 'https://open.tiktokapis.com'
const said = (data: object): { status: number; json: object } => ({ status: 200, json: { data, error: { code: 'ok', message: '', log_id: '1' } } })
const creator = { creator_avatar_url: '', creator_username: 'tideline', creator_nickname: 'Tideline Books', privacy_level_options: ['PUBLIC_TO_EVERYONE', 'MUTUAL_FOLLOW_FRIENDS', 'SELF_ONLY'], comment_disabled: false, duet_disabled: true, stitch_disabled: false, max_video_post_duration_sec: 300 }

const textOf = (body: unknown): string => (typeof body === 'string' ? body : '')

/** TikTok's own side: a login, the account's settings, and what is sent to it. */
async function connect({ engine, web }: Studio, workspaceId: string): Promise<{ readonly accountId: string; readonly sent: unknown[] }> {
  const sent: unknown[] = []
  web.set(`${api}/v2/oauth/token/`, ({ body }) => (textOf(body).includes('the-code') ? { status: 200, json: { access_token: 'access-of-lea', refresh_token: 'refresh-of-lea', expires_in: 7200, refresh_expires_in: 15_552_000, open_id: 'open-1', scope: 'video.publish', token_type: 'Bearer' } } : { status: 200, json: { error: 'invalid_grant', error_description: 'Authorization code is expired.', log_id: '1' } }))
  web.set(`${api}/v2/user/info/`, () => said({ user: { open_id: 'open-1', display_name: 'Tideline' } }))
  web.set(`${api}/v2/post/publish/creator_info/query/`, () => said(creator))
  web.set(`${api}/v2/post/publish/video/init/`, ({ body }) => {
    sent.push((JSON.parse(textOf(body)) as { post_info: unknown }).post_info)
    return said({ publish_id: 'v_pub_file~v2.1', upload_url: 'https://open-upload.tiktokapis.com/video/?upload_id=1&upload_token=2' })
  })
  web.set('https://open-upload.tiktokapis.com/video/', () => ({ status: 201, json: undefined }))
  web.set(`${api}/v2/post/publish/status/fetch/`, () => said({ status: 'PUBLISH_COMPLETE', fail_reason: '', publicaly_available_post_id: ['7077642457847994444'] }))
  await engine.ask('ownApps.save', { workspaceId, networkId: 'tiktok', scope: 'workspace', clientId: 'aw4711', clientSecret: 'the-secret-of-the-app', redirectUri: '' })
  const loginId = engine.random.id()
  const begun = await engine.askAsMain('login.begin', { loginId, workspaceId, networkId: 'tiktok', serverUrl: 'tiktok.com', redirectUri: 'http://127.0.0.1:28347/vigie', withMore: true })
  expect(begun).toMatchObject({ ok: true, value: { loginUrl: expect.stringContaining('video.publish') } })
  const completed = await engine.askAsMain('login.complete', { loginId, code: 'the-code', issuer: null })
  if (!completed.ok) throw new Error(completed.error.message)
  return { accountId: completed.value.account.id, sent }
}

async function addFilm({ engine }: Studio, workspaceId: string): Promise<string> {
  const bytes = await tinyMp4()
  const mediaId = engine.random.id()
  await engine.ask('media.beginFile', { workspaceId, mediaId, fileName: 'quay.mp4', bytes: bytes.byteLength, beginning: Uint8Array.from(bytes.subarray(0, sniffedBytes)) })
  await engine.ask('media.addFilePart', { workspaceId, mediaId, offset: 0, bytes })
  await engine.ask('media.finishFile', { workspaceId, mediaId })
  return mediaId
}

const ofLanguage = {
  en: {
    direct: 'Directly', draft: 'As a draft', who: 'Who can see this post', choose: 'Choose…', onlyYou: 'Only you', everyone: 'Everyone', missing: 'Choose who can see the post on TikTok', comment: 'Comment', duet: 'Duet', stitch: 'Stitch', disclose: 'Disclose commercial content',
    partner: 'Branded content', own: 'Your brand', indicate: 'You need to indicate if your content promotes yourself, a third party, or both', paid: 'Your video will be labeled as “Paid partnership”.', promotional: 'Your video will be labeled as “Promotional content”.', noPrivate: 'Branded content visibility cannot be set to private.',
    agreed: 'By posting, you agree to TikTok’s Music Usage Confirmation.', agreedPartner: 'By posting, you agree to TikTok’s Branded Content Policy and Music Usage Confirmation.', music: 'Music Usage Confirmation', as: 'Goes out on TikTok as Tideline Books.', asDraft: 'the post arrives there as a draft', minutes: 'it may take a few minutes'
  },
  fr: {
    direct: 'Directement', draft: 'En brouillon', who: 'Qui peut voir cette publication', choose: 'Choisir…', onlyYou: 'Vous seul', everyone: 'Tout le monde', missing: 'Choisissez qui peut voir la publication sur TikTok', comment: 'Commenter', duet: 'Faire un duo', stitch: 'Faire un collage', disclose: 'Déclarer un contenu commercial',
    partner: 'Contenu de marque', own: 'Votre marque', indicate: 'Indiquez si votre contenu fait la promotion de vous-même', paid: '«\u00a0Partenariat rémunéré\u00a0»', promotional: '«\u00a0Contenu promotionnel\u00a0»', noPrivate: 'La visibilité d’un contenu de marque ne peut pas être privée.',
    agreed: 'En publiant, vous acceptez la Confirmation d’utilisation de la musique de TikTok.', agreedPartner: 'En publiant, vous acceptez la Politique en matière de contenu de marque', music: 'Confirmation d’utilisation de la musique', as: 'Paraît sur TikTok sous le nom de Tideline Books.', asDraft: 'la publication y arrive en brouillon', minutes: 'quelques minutes peuvent passer'
  }
} as const

type Words = (typeof ofLanguage)['en' | 'fr']

/** Nothing is chosen beforehand, and nothing allowed; it is a draft as long as nobody says otherwise. */
async function expectNothingChosen(page: Page, words: Words): Promise<void> {
  // A draft, as long as nobody says otherwise.
  await expect(page.getByText(words.asDraft, { exact: false })).toBeVisible()
  await page.getByRole('button', { name: words.direct, exact: true }).click()
  await expect(page.getByText(words.asDraft, { exact: false })).toHaveCount(0)
  await expect(page.getByText(words.as, { exact: false })).toBeVisible()
  // Nothing is chosen, and nothing allowed; what the account has switched off cannot be.
  const who = page.getByRole('combobox', { name: words.who })
  await expect(who).toContainText(words.choose)
  for (const name of [words.comment, words.duet, words.stitch]) await expect(page.getByRole('checkbox', { name: new RegExp(`^${name}`) })).not.toBeChecked()
  await expect(page.getByRole('checkbox', { name: new RegExp(`^${words.duet}`) })).toBeDisabled()
  await expect(page.locator('section[data-stops]')).toContainText(words.missing)
  await expect(page.getByText(words.agreed, { exact: true })).toBeVisible()
  await expect(page.getByText(words.minutes, { exact: false })).toBeVisible()
  await expectAccessible(page, 'the terms of a post on TikTok')
}

/** Everyone may see and comment on it; it advertises the account and a partner. */
async function chooseTerms(page: Page, words: Words): Promise<void> {
  const who = page.getByRole('combobox', { name: words.who })
  // By keyboard: only what the account has is offered.
  await who.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('option')).toHaveCount(3)
  await page.getByRole('option', { name: words.onlyYou }).click()
  await expect(page.locator('section[data-stops]').filter({ hasText: words.missing })).toHaveCount(0)
  await page.getByRole('switch', { name: words.disclose }).click()
  await expect(page.locator('section[data-stops]')).toContainText(words.indicate)
  // What somebody pays for cannot be for the account's own eyes.
  await expect(page.getByRole('checkbox', { name: new RegExp(`^${words.partner}`) })).toBeDisabled()
  await expect(page.getByText(words.noPrivate).first()).toBeVisible()
  await page.getByRole('checkbox', { name: new RegExp(`^${words.own}`) }).click()
  await expect(page.getByText(words.promotional, { exact: false })).toBeVisible()
  await who.click()
  await page.getByRole('option', { name: words.everyone }).click()
  await page.getByRole('checkbox', { name: new RegExp(`^${words.partner}`) }).click()
  await expect(page.getByText(words.paid, { exact: false })).toBeVisible()
  await expect(page.getByText(words.agreedPartner, { exact: false })).toBeVisible()
  await page.getByRole('checkbox', { name: new RegExp(`^${words.comment}`) }).focus()
  await page.keyboard.press('Space')
  await who.click()
  await expect(page.getByRole('option', { name: new RegExp(words.onlyYou) })).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('option')).toHaveCount(0)
  await expectAccessible(page, 'the disclosures of a post on TikTok')
}

for (const language of ['en', 'fr'] as const) {
  test(`a post goes out on TikTok under terms that nobody but the person chooses (${language})`, async ({ studio, page }) => {
    const words = ofLanguage[language]
    const { engine } = studio
    await engine.ask('studio.saveSettings', { settings: { language } })
    const { workspaceId } = await fillClient(studio, language)
    await engine.ask('workspaces.update', { workspaceId, changes: { safety: { undoSeconds: 0 } } })
    const { accountId, sent } = await connect(studio, workspaceId)
    const mediaId = await addFilm(studio, workspaceId)
    const postId = engine.random.id()
    await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('Low tide #quay'), targets: [{ accountId, variant: null }], media: [{ mediaId, altText: 'The quay' }] } })
    const terms = async () => (await engine.ask('posts.read', { workspaceId, postId })).post.targets[0]?.terms
    await studio.open(`#/w/${workspaceId}/compose/${postId}`)
    await expectNothingChosen(page, words)
    await page.screenshot({ path: test.info().outputPath(`terms-open-${language}.png`) })
    await chooseTerms(page, words)
    await page.getByRole('button', { name: words.music, exact: true }).click()
    await expect.poll(() => studio.opened).toContain('https://www.tiktok.com/legal/page/global/music-usage-confirmation/en')
    await page.screenshot({ path: test.info().outputPath(`terms-chosen-${language}.png`) })
    await page.emulateMedia({ colorScheme: language === 'en' ? 'dark' : 'light' })
    await page.screenshot({ path: test.info().outputPath(`terms-chosen-${language}-other.png`) })
    await expect.poll(terms).toEqual({ audience: 'everyone', allows: ['comments'], discloses: ['own_brand', 'partner'] })

    // It is sent so, and the account's next post begins likewise, with nothing chosen.
    const { post } = await engine.ask('posts.read', { workspaceId, postId })
    await engine.ask('posts.schedule', { workspaceId, postId, revision: post.revision, when: { kind: 'now' } })
    const state = async () => (await engine.ask('posts.read', { workspaceId, postId })).jobs[0]?.state
    for (let times = 0; times < 20 && (await state()) !== 'published'; times += 1) await studio.advance(20_000)
    expect((await engine.ask('posts.read', { workspaceId, postId })).jobs[0]).toMatchObject({ state: 'published', remoteUrl: 'https://www.tiktok.com/video/7077642457847994444' })
    expect(sent).toEqual([{ title: 'Low tide #quay', privacy_level: 'PUBLIC_TO_EVERYONE', disable_comment: false, disable_duet: true, disable_stitch: true, brand_content_toggle: true, brand_organic_toggle: true }])
    expect((await engine.ask('accounts.list', { workspaceId })).accounts.find(({ id }) => id === accountId)?.beginsWithTerms).toBe(true)
    expect(engine.logLines.join('\n')).not.toMatch(/the-secret|of-lea|upload_token/)
  })
}

test('what TikTok alone asks does not stand below the text of another account', async ({ studio, page }) => {
  const { engine } = studio
  const { workspaceId, accounts } = await fillClient(studio, 'en')
  const { accountId } = await connect(studio, workspaceId)
  const mediaId = await addFilm(studio, workspaceId)
  const postId = engine.random.id()
  await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('Low tide #quay'), targets: [{ accountId: accounts.mastodon, variant: null }, { accountId, variant: null }], media: [{ mediaId, altText: 'The quay' }] } })
  await studio.open(`#/w/${workspaceId}/compose/${postId}`)
  const way = page.getByRole('button', { name: 'Directly', exact: true })
  const tabs = page.getByRole('group', { name: 'Text for' })
  await expect(way).toBeVisible()
  await tabs.getByRole('button').nth(1).click()
  await expect(page.getByRole('button', { name: 'Write its own text' })).toBeVisible()
  await expect(way).toHaveCount(0)
  await tabs.getByRole('button').nth(2).click()
  await expect(way).toBeVisible()
})

test('settings that changed since let nothing go out, and say what to do', async ({ studio, page }) => {
  const { engine, web } = studio
  const { workspaceId } = await fillClient(studio, 'en')
  await engine.ask('workspaces.update', { workspaceId, changes: { safety: { undoSeconds: 0 } } })
  const { accountId, sent } = await connect(studio, workspaceId)
  const mediaId = await addFilm(studio, workspaceId)
  const postId = engine.random.id()
  const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('Low tide #quay'), targets: [{ accountId, variant: null, terms: { audience: 'everyone', allows: [], discloses: null } }], media: [{ mediaId, altText: 'The quay' }] } })
  web.set(`${api}/v2/post/publish/creator_info/query/`, () => said({ ...creator, privacy_level_options: ['FOLLOWER_OF_CREATOR', 'SELF_ONLY'] }))
  await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
  for (let times = 0; times < 10 && (await engine.ask('posts.read', { workspaceId, postId })).post.status !== 'needs_attention'; times += 1) await studio.advance(20_000)
  await studio.open(`#/w/${workspaceId}/outbox`)
  await page.getByText('Low tide #quay').first().click()
  await expect(page.getByText('TikTok does not offer this account what was chosen for who may see the post.').first()).toBeVisible()
  expect(sent).toEqual([])
  await page.screenshot({ path: test.info().outputPath('refused.png') })
})

test('the client reads in the approval pack who will see the post, and what is allowed and disclosed', async ({ studio, page }, info) => {
  const { workspaceId } = await fillClient(studio, 'fr')
  const { accountId } = await connect(studio, workspaceId)
  const postId = studio.engine.random.id()
  await studio.engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('La marée du soir.'), targets: [{ accountId, variant: null, terms: { audience: 'everyone', allows: ['comments'], discloses: ['partner'] } }], media: [{ mediaId: await addFilm(studio, workspaceId), altText: 'Le quai' }] } })
  await studio.open(`#/w/${workspaceId}/calendar`)
  await page.getByRole('button', { name: 'Ask the client…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Ask the client about posts' })
  await dialog.getByRole('checkbox', { name: /La marée du soir/ }).check()
  await dialog.getByRole('button', { name: 'Français' }).click()
  const saving = page.waitForEvent('download')
  await dialog.getByRole('button', { name: /Save the pack/ }).click()
  const file = info.outputPath('pack.html')
  await (await saving).saveAs(file)
  const client = await page.context().newPage()
  await client.goto(`file://${file}`)
  const terms = client.locator(`[data-post="${postId}"] .pack-terms`)
  await expect(terms).toContainText('Qui peut la voir\u00a0: Tout le monde')
  await expect(terms).toContainText('Partenariat rémunéré')
  await client.screenshot({ path: info.outputPath('pack.png'), fullPage: true })
  await client.close()
})
